import { ColumnsForm } from '@/components/import/columns-form'
import { ImportSteps } from '@/components/import/import-steps'
import { NamesForm } from '@/components/import/names-form'
import type { OpenImport } from '@/lib/actions/read-import'
import { issueFormKey } from '@/lib/auth/form-key'
import { loadNameChoices } from '@/lib/data/import-names'
import type { Actor } from '@/lib/domain/access'
import { distinctColumns } from '@/lib/domain/ledger-columns'
import { openCells, openQuestions } from '@/lib/domain/ledger-names'
import type { Result } from '@/lib/domain/result'
import { ledgerRefusalText } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ImportAddress, ImportStep } from '@/lib/schemas/import'
import { Preview } from './_preview'

/** The steps of one upload: columns, people and units, changes. Every step reads the file anew and can be reloaded. */
export async function Wizard({
  actor,
  id,
  open,
  address,
  locale,
}: {
  actor: Actor
  id: string
  open: Result<OpenImport>
  address: ImportAddress
  locale: Locale
}) {
  const t = translator(locale)
  if (!open.ok)
    return (
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <h1 className="text-xl font-semibold">{t('imports.refused')}</h1>
        <p role="alert" className="mt-2 text-red-ink">
          {ledgerRefusalText(open.error, locale)}
        </p>
      </div>
    )
  const { draft, sheets, report, names, refusal } = open.value
  const columns = distinctColumns(sheets)
  const known = columns.filter(({ field }) => field !== null && field !== 'ignored').length
  // A ledger of procedures or problems has the columns it has: what there is to do is to look, and to choose where two have written.
  const { procedures, issues, register } = open.value.input
  const fixed = procedures !== null || issues !== null || register !== null
  const first: ImportStep = fixed ? (openQuestions(names) > 0 ? 'names' : 'preview') : 'columns'
  const wanted = fixed && address.step === 'columns' ? first : (address.step ?? first)
  // Without a header there are no names to answer and nothing to preview.
  const step: ImportStep =
    refusal?.code === 'NO_LEDGER' ? 'columns' : report ? wanted : wanted === 'preview' ? 'names' : wanted
  const header = report ? sheets[0]?.headerRow : undefined
  const href = (key: ImportStep) => `/imports/${id}?step=${key}`
  const stepsWith = (goTo: (go: string) => string | undefined) => [
    {
      key: 'file' as const,
      note: header ? t('imports.stepNote.header', { row: header }) : t('imports.stepNote.noHeader'),
      href: '/imports',
    },
    {
      key: 'columns' as const,
      note: t('imports.stepNote.columns', { all: columns.length, known, unused: columns.length - known }),
      href: fixed ? null : href('columns'),
      go: goTo('columns'),
    },
    {
      key: 'names' as const,
      note: t('imports.stepNote.names', { n: openQuestions(names), made: names.made.length }),
      href: refusal?.code === 'NO_LEDGER' ? null : href('names'),
      go: goTo('names'),
    },
    { key: 'preview' as const, note: t('imports.stepNote.preview'), href: report ? href('preview') : null },
    { key: 'write' as const, note: t('imports.stepNote.write'), href: null },
  ]
  const strip = (goTo: (go: string) => string | undefined = () => undefined) => (
    <ImportSteps steps={stepsWith(goTo)} now={step} t={t} />
  )
  if (step === 'preview' && report)
    return <Preview actor={actor} open={open.value} report={report} address={address} strip={strip} locale={locale} />
  return (
    <div className="max-w-[1160px] px-4 pt-5 sm:px-8 [&_h2]:text-lg [&_h2]:font-semibold">
      <h1 className="text-xl font-semibold sm:text-2xl">
        {step === 'columns'
          ? t('imports.columns.title')
          : t('imports.names.title', { n: names.asked.length, cells: openCells(names), made: names.made.length })}
        <span className="ml-4 text-base font-normal break-words text-ink-2">{draft.fileName}</span>
      </h1>
      {strip()}
      <p className="mt-3 mb-3 text-ink-2">
        {step === 'columns'
          ? t(refusal?.code === 'NO_LEDGER' ? 'imports.columns.none' : 'imports.columns.hint')
          : names.cells.length === 0 || names.asked.length + names.made.length > 0
            ? t('imports.names.hint')
            : null}
      </p>
      {refusal && refusal.code !== 'NO_LEDGER' && (
        <p role="alert" className="mb-3 text-red-ink">
          {ledgerRefusalText(refusal, locale)}
        </p>
      )}
      {step === 'columns' ? (
        <ColumnsForm draftId={id} columns={columns} formKey={issueFormKey(actor.userId)} locale={locale} t={t} />
      ) : (
        <NamesForm
          draftId={id}
          names={names}
          choices={await loadNameChoices(actor, names)}
          formKey={issueFormKey(actor.userId)}
          locale={locale}
          t={t}
        />
      )}
    </div>
  )
}
