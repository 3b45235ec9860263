import { forbidden } from 'next/navigation'
import { BatchTable } from '@/components/import/batch-table'
import { UploadForm } from '@/components/import/upload-form'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { discardDraft } from '@/lib/actions/imports'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { dayOfInstant, timeOfInstant } from '@/lib/clock'
import { BATCHES_SIZE, listBatches } from '@/lib/data/import-batches'
import { listDrafts } from '@/lib/data/import-drafts'
import { relationFor } from '@/lib/domain/access'
import { ledgerRefusalText } from '@/lib/i18n/ledger-text'
import { translator } from '@/lib/i18n/translator'
import { importsAddress } from '@/lib/schemas/import'

export const generateMetadata = pageTitle('imports.title')

const when = (at: Date) => `${dayOfInstant(at)} ${timeOfInstant(at)}`

/** 导入台账: bring one, go on with one, take one back. */
export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'ledger.import')) forbidden()
  const t = translator(locale)
  const { page, refused, limit, most, seconds, done } = importsAddress.parse(await searchParams)
  const [drafts, { rows, total }] = [await listDrafts(actor), await listBatches(actor, page)]
  const pages = Math.max(1, Math.ceil(total / BATCHES_SIZE))
  const formKeyOf = () => issueFormKey(actor.userId)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-6 [&_h2]:mb-2 [&_h2]:text-lg [&_h2]:font-semibold">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('imports.title')}</h1>
      <p className="text-ink-2">{t('imports.hint')}</p>
      {refused && (
        <p role="alert" className="mt-2 text-red-ink">
          {ledgerRefusalText({ code: refused, limit, most, seconds }, locale)}
        </p>
      )}
      {done && (
        <p role="status" className="mt-2 text-green-ink">
          {t(`imports.done.${done}`)}
        </p>
      )}
      <UploadForm formKey={formKeyOf()} t={t} />
      {drafts.length > 0 && (
        <section>
          <h2>
            {t('imports.drafts')} <span className="text-sm font-normal text-ink-3">{t('imports.draftsHint')}</span>
          </h2>
          <ul className="max-w-[720px] border-t border-control">
            {drafts.map((draft) => (
              <li key={draft.id} className="flex flex-wrap items-center gap-3 border-b border-divider py-1.5">
                <Link href={`/imports/${draft.id}`} className="min-w-0 flex-1 truncate text-link">
                  {draft.fileName}
                </Link>
                <span className="text-sm text-ink-3">{when(draft.at)}</span>
                <Form action={discardDraft} formKey={formKeyOf()} label={`${t('imports.discard')} ${draft.fileName}`}>
                  <input type="hidden" name="draftId" value={draft.id} />
                  <Submit quiet>
                    {t('imports.discard')}
                    <span className="sr-only"> {draft.fileName}</span>
                  </Submit>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{t('imports.batches')}</h2>
      {rows.length === 0 ? (
        <p className="text-ink-2">{t('imports.none')}</p>
      ) : (
        <>
          <BatchTable rows={rows} when={when} t={t} />
          <nav aria-label={t('imports.pages')} className="mt-2 flex gap-4 text-sm text-ink-2">
            <span>{t('imports.count', { n: total })}</span>
            {page > 1 && (
              <Link href={`/imports?page=${page - 1}`} className="text-link">
                {t('imports.previous')}
              </Link>
            )}
            <span>{t('imports.page', { page, pages })}</span>
            {page < pages && (
              <Link href={`/imports?page=${page + 1}`} className="text-link">
                {t('imports.next')}
              </Link>
            )}
          </nav>
        </>
      )}
    </div>
  )
}
