import { KeptList } from '@/components/import/kept-list'
import { MendedList } from '@/components/import/mended-list'
import { Form, Submit } from '@/components/ui/form'
import { DropDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { undoBatch } from '@/lib/actions/imports'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { dayOfInstant, timeOfInstant } from '@/lib/clock'
import type { findBatch } from '@/lib/data/import-batches'
import { findDraft } from '@/lib/data/import-drafts'
import type { Actor } from '@/lib/domain/access'
import { ledgerRefusalText } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

const OF_KIND: Readonly<Record<string, 'procedures' | 'issues' | 'enterprises' | 'packs'>> = {
  PROCEDURE_LEDGER: 'procedures',
  ISSUE_LEDGER: 'issues',
  ENTERPRISE_REGISTER: 'enterprises',
  PACK_LIST: 'packs',
}

/** Where a row that was touched is looked at; packs stand in their list. */
const PLACE: Readonly<Record<string, (id: string) => `/${string}`>> = {
  issues: (id) => `/issues/${id}`,
  enterprises: (id) => `/enterprises/${id}`,
  packs: () => '/services/packs?stand=all',
}

const when = (at: Date) => `${dayOfInstant(at)} ${timeOfInstant(at)}`

/** What an import did, what it left to mend, and the way back. */
export async function BatchResult({
  actor,
  batch,
  said,
  locale,
}: {
  actor: Actor
  batch: NonNullable<Awaited<ReturnType<typeof findBatch>>>
  said: Readonly<{ restored?: number; removed?: number; kept?: number; undo?: '1'; refused?: string; seconds?: number }>
  locale: Locale
}) {
  const t = translator(locale)
  const { id, fileName, created, changed, unchanged, rejected, undoneAt, projects, touched, undoing, mends, kept } =
    batch
  const of = OF_KIND[batch.kind] ?? 'projects'
  const asksUndo = said.undo === '1' && !undoneAt
  const marked = rejected > 0 && !undoneAt && (await findDraft(actor, id)) !== null
  return (
    <div className="max-w-[880px] px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-6 [&_h2]:text-lg [&_h2]:font-semibold">
      <DropDraft ids={[draftOf(actor, 'import', id)]} />
      <Link href="/imports" className="text-ink-2 hover:text-link">
        {t('imports.list')}
      </Link>
      <h1 className="text-xl font-semibold break-words sm:text-2xl">
        {t(`imports.batch.title.${batch.state}`, { file: fileName })}
      </h1>
      <p className="text-ink-2">
        {t('imports.batch.line', {
          by: batch.by ?? t('imports.batch.unknownBy'),
          at: when(batch.at),
          created,
          changed,
          unchanged,
          rejected,
        })}
      </p>
      {said.restored !== undefined ? (
        <p role="status" className="mt-2 font-semibold">
          {t('imports.batch.restored', {
            n: Math.max(0, said.restored - (said.removed ?? 0)),
            removed: said.removed ?? 0,
            of,
            kept: said.kept ?? 0,
          })}
        </p>
      ) : (
        undoneAt && <p className="mt-2">{t('imports.batch.undoneLine', { at: when(undoneAt) })}</p>
      )}
      {said.refused && (
        <p role="alert" className="mt-2 text-red-ink">
          {ledgerRefusalText({ code: said.refused, seconds: said.seconds }, locale)}
        </p>
      )}
      {kept.length > 0 && (
        <KeptList kept={kept} of={of === 'procedures' ? 'projects' : of} when={when} locale={locale} />
      )}
      {marked && (
        <section className="mt-4 border-l-[3px] border-red pl-3">
          <p>{t('imports.batch.markedHint', { n: rejected })}</p>
          <a href={`/api/imports/${id}/marked`} className="btn mt-2">
            {t('imports.batch.marked')}
          </a>
        </section>
      )}
      {asksUndo ? (
        <section className="mt-4 border-l-[3px] border-[var(--yellow-border)] pl-3">
          <h2 className="mt-0!">{t('imports.undoStep.title')}</h2>
          <p className="mt-1">{t('imports.undoStep.text', { of, ...undoing })}</p>
          <p className="text-ink-2">{t('imports.undoStep.kept', { goes: undoing.goes })}</p>
          <Form
            action={undoBatch}
            formKey={issueFormKey(actor.userId)}
            label={t('imports.undo')}
            className="mt-3 flex flex-wrap items-center gap-3"
          >
            <input type="hidden" name="batchId" value={id} />
            <Submit>{t('imports.undoStep.confirm', { of, ...undoing })}</Submit>
            <Link href={`/imports/${id}`} className="btn">
              {t('imports.undoStep.leave')}
            </Link>
          </Form>
        </section>
      ) : (
        <div className="mt-5 flex flex-wrap items-center gap-3">
          <Link href="/imports" className="btn btn-primary">
            {t('imports.batch.again')}
          </Link>
          {!undoneAt && (
            <>
              <Link href={`/imports/${id}?undo=1`} className="btn">
                {t('imports.undo')}
              </Link>
              <span className="text-sm text-ink-3">{t('imports.batch.undoHint')}</span>
            </>
          )}
        </div>
      )}
      {mends.length > 0 && <MendedList mends={mends} t={t} />}
      {projects.length > 0 && (
        <section>
          <h2>
            {t(`imports.batch.${of}`, {
              n: touched,
            })}
          </h2>
          <ul className="mt-2 grid border-t border-control sm:grid-cols-2 sm:gap-x-8">
            {projects.map((project) => (
              <li key={project.id} className="flex gap-3 border-b border-divider py-1.5">
                {project.fate === 'removed' ? (
                  <span className="min-w-0 flex-1 truncate text-ink-2">{project.name}</span>
                ) : (
                  <Link
                    href={PLACE[of]?.(project.id) ?? `/projects/${project.id}`}
                    className="min-w-0 flex-1 truncate hover:text-link"
                  >
                    {project.name}
                  </Link>
                )}
                <span className="text-sm text-ink-3">{t(`imports.batch.${project.fate}`)}</span>
              </li>
            ))}
          </ul>
          {batch.kind !== 'PROCEDURE_LEDGER' && touched > projects.length && (
            <p className="mt-2 text-sm text-ink-3">{t('imports.batch.more', { n: projects.length })}</p>
          )}
        </section>
      )}
    </div>
  )
}
