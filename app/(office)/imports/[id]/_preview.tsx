import clsx from 'clsx'
import { GoLink, PREVIEW_FORM } from '@/components/import/go-link'
import { PreviewAside } from '@/components/import/preview-aside'
import { PreviewTable } from '@/components/import/preview-table'
import { Form, Submit } from '@/components/ui/form'
import { Download } from '@/components/ui/icons'
import { KeepDraft } from '@/components/ui/keep-draft'
import { sendPreview } from '@/lib/actions/imports'
import type { OpenImport } from '@/lib/actions/read-import'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import type { Actor } from '@/lib/domain/access'
import { distinctColumns } from '@/lib/domain/ledger-columns'
import type { LedgerReport } from '@/lib/domain/ledger-report'
import { isLeftOut } from '@/lib/domain/ledger-text'
import { ledgerRefusalText } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import { cellKeyOf, mendableCells } from '@/lib/i18n/mend-cells'
import { translator } from '@/lib/i18n/translator'
import { type ImportAddress, PREVIEW_SIZE, PREVIEW_VIEWS, type PreviewView } from '@/lib/schemas/import'

const VERDICTS: Readonly<Record<PreviewView, readonly string[]>> = {
  todo: ['error', 'unknown', 'changed', 'new'],
  error: ['error', 'unknown'],
  changed: ['changed'],
  new: ['new'],
  unchanged: ['unchanged'],
}
const shownIn = (view: PreviewView, { projects }: LedgerReport) =>
  VERDICTS[view].flatMap((verdict) => projects.filter((row) => row.verdict === verdict))

/** What will change, row by row, before anything is written; a small error is mended where it stands. */
export async function Preview({
  actor,
  open,
  report,
  address,
  strip,
  locale,
}: {
  actor: Actor
  open: OpenImport
  report: LedgerReport
  address: ImportAddress
  /** The strip of steps; its links send what is typed along where there is something to type. */
  strip: (goTo: (go: string) => string | undefined) => React.ReactNode
  locale: Locale
}) {
  const t = translator(locale)
  const { draft, mark } = open
  const base = `/imports/${draft.id}?step=preview`
  const rows = shownIn(address.show, report)
  const pages = Math.max(1, Math.ceil(rows.length / PREVIEW_SIZE))
  const page = Math.min(address.page, pages)
  const good = report.created + report.changed
  const waiting = report.projects.filter(({ verdict }) => verdict === 'unknown').length
  const levels = open.levels ? await open.levels() : null
  const shown = rows.slice((page - 1) * PREVIEW_SIZE, page * PREVIEW_SIZE)
  const cells = mendableCells(shown, open)
  // With cells to type into, whoever leaves sends them along; with none a link is a link.
  const typing = cells.length > 0
  const goTo = (go: string) => (typing ? go : undefined)
  const leftOut = draft.mends.filter(({ text }) => isLeftOut(text))
  const remembers = Object.values(draft.answers).some((texts) => Object.keys(texts ?? {}).length > 0)
  return (
    <div className="grid min-h-full lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="flex min-w-0 flex-col px-4 pt-5 sm:px-8">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="text-xl font-semibold sm:text-2xl">
            {t('imports.preview.title', { rows: report.rows, n: report.rejected, good })}
          </h1>
          <p className="min-w-0 flex-1 break-words text-ink-2">{draft.fileName}</p>
          {report.rejected > 0 && (
            <a href={`/api/imports/${draft.id}/marked`} className="btn">
              <Download size={16} aria-hidden="true" />
              {t('imports.preview.marked')}
            </a>
          )}
        </div>
        {strip(goTo)}
        {address.refused && (
          <p role="alert" className="mt-3 text-red-ink">
            {ledgerRefusalText({ code: address.refused, seconds: address.seconds }, locale)}
          </p>
        )}
        {address.stale && (
          <p role="alert" className="mt-3 font-semibold text-red-ink">
            {t('imports.preview.stale')}
          </p>
        )}
        {address.mended !== undefined && !address.stale && (
          <p role="status" className="mt-3 font-semibold">
            {t(address.first ? 'imports.preview.mendedFirst' : 'imports.preview.mended', {
              n: address.mended,
              left: report.rejected,
            })}
          </p>
        )}
        {waiting > 0 && (
          <p className="mt-3">
            {t('imports.preview.waiting', { n: waiting })}{' '}
            <GoLink
              href={`/imports/${draft.id}?step=names`}
              go={goTo('names')}
              className="text-link underline underline-offset-[3px]"
            >
              {t('imports.preview.answer')}
            </GoLink>
          </p>
        )}
        <nav
          aria-label={t('imports.preview.views')}
          className="mt-4 flex gap-4 overflow-x-auto border-b border-divider"
        >
          {PREVIEW_VIEWS.map((view) => (
            <GoLink
              key={view}
              href={`${base}&show=${view}`}
              go={goTo(`${view}:1`)}
              aria-current={view === address.show ? 'true' : undefined}
              className={clsx(
                '-mb-px flex-none border-b-2 py-2 whitespace-nowrap',
                view === address.show ? 'border-ink font-semibold' : 'border-transparent text-ink-2',
              )}
            >
              {t(`imports.preview.view.${view}`)} <span className="text-ink-3">{shownIn(view, report).length}</span>
            </GoLink>
          ))}
        </nav>
        {/* One form: what was typed into a cell goes with whichever button is pressed. */}
        <Form
          action={sendPreview}
          formKey={issueFormKey(actor.userId)}
          id={PREVIEW_FORM}
          alive
          label={t('imports.mend.label')}
          className="flex flex-1 flex-col"
        >
          {/* The first of the form: Enter in a cell checks it, and does nothing else. */}
          <button type="submit" name="do" value="mend" tabIndex={-1} aria-hidden="true" className="sr-only" />
          {typing && (
            <KeepDraft
              // Other rows, and rows that were checked again, are looked at anew.
              key={`${mark} ${address.show} ${page}`}
              id={draftOf(actor, 'import', draft.id)}
              words={{ restored: t('edit.draft.restored'), discard: t('edit.draft.discard') }}
            />
          )}
          <input type="hidden" name="draftId" value={draft.id} />
          <input type="hidden" name="seen" value={mark ?? ''} />
          <input type="hidden" name="show" value={address.show} />
          <input type="hidden" name="page" value={page} />
          {leftOut.length > 0 && (
            <ul aria-label={t('imports.mend.leftOut')} className="mt-3">
              {leftOut.map((mend) => (
                <li key={cellKeyOf(mend)} className="flex flex-wrap items-center gap-x-3 py-1">
                  <span className="min-w-0 break-words">
                    {t('imports.mend.leftOutLine', { row: mend.row, name: mend.was })}
                  </span>
                  <Submit
                    quiet
                    answer={{ name: 'restore', value: cellKeyOf(mend) }}
                    label={t('imports.mend.restoreOf', { row: mend.row, name: mend.was })}
                  >
                    {t('imports.mend.restore')}
                  </Submit>
                </li>
              ))}
            </ul>
          )}
          <PreviewTable
            rows={shown}
            sheets={report.sheets}
            levels={levels}
            cells={cells}
            several={open.grids.length > 1}
            locale={locale}
          />
          {cells.length > 0 && <p className="mt-3 mb-4 text-sm text-ink-3">{t('imports.mend.hint')}</p>}
          {pages > 1 && (
            <nav aria-label={t('imports.pages')} className="mt-2 flex gap-4 text-sm text-ink-2">
              {page > 1 && (
                <GoLink
                  href={`${base}&show=${address.show}&page=${page - 1}`}
                  go={goTo(`${address.show}:${page - 1}`)}
                  className="text-link"
                >
                  {t('imports.previous')}
                </GoLink>
              )}
              <span>{t('imports.page', { page, pages })}</span>
              {page < pages && (
                <GoLink
                  href={`${base}&show=${address.show}&page=${page + 1}`}
                  go={goTo(`${address.show}:${page + 1}`)}
                  className="text-link"
                >
                  {t('imports.next')}
                </GoLink>
              )}
            </nav>
          )}
          <div className="sticky bottom-0 mt-auto flex flex-wrap items-center gap-3 border-t border-control bg-card pt-3 pb-4 max-sm:bottom-[57px]">
            <GoLink href={`/imports/${draft.id}?step=names`} go={goTo('names')} className="btn">
              {t('imports.back')}
            </GoLink>
            {cells.length > 0 && (
              <Submit quiet answer={{ name: 'do', value: 'mend' }}>
                {t('imports.mend.submit')}
              </Submit>
            )}
            {good > 0 || remembers ? (
              <Submit answer={{ name: 'do', value: 'write' }}>
                {t('imports.preview.write', { n: good, left: report.rejected })}
              </Submit>
            ) : (
              <p>{t(report.rejected > 0 ? 'imports.preview.nothing' : 'imports.preview.same')}</p>
            )}
          </div>
        </Form>
      </div>
      <PreviewAside
        report={report}
        levels={levels}
        of={
          open.input.procedures
            ? 'procedures'
            : open.input.issues
              ? 'issues'
              : open.input.register
                ? 'register'
                : 'projects'
        }
        columns={distinctColumns(open.sheets)}
        columnsHref={`/imports/${draft.id}?step=columns`}
        locale={locale}
      />
    </div>
  )
}
