import { Choice } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { saveColumns } from '@/lib/actions/imports'
import { LEDGER_FIELDS } from '@/lib/domain/ledger-column'
import type { ShownColumn } from '@/lib/domain/ledger-columns'
import { columnName } from '@/lib/domain/ledger-grid'
import { headerInSet } from '@/lib/domain/ledger-header'
import { fieldText } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'

/** Fields nobody says of a column: what a loose telephone belongs to is seen from its place. */
const OFFERED = LEDGER_FIELDS.filter((field) => field !== 'phone' && field !== 'ignored')

/** Every header with what it is taken for; what is wrong is corrected in its place. */
export function ColumnsForm({
  draftId,
  columns,
  formKey,
  locale,
  t,
}: {
  draftId: string
  columns: readonly ShownColumn[]
  formKey: string
  locale: Locale
  t: Translator
}) {
  const options = [
    { value: 'ignored', label: t('imports.columns.unused') },
    ...OFFERED.map((field) => ({ value: field, label: fieldText(field, locale) })),
  ]
  return (
    <Form action={saveColumns} formKey={formKey} label={t('imports.columns.title')}>
      <input type="hidden" name="draftId" value={draftId} />
      <ul aria-label={t('imports.columns.list')} className="border-t border-control">
        {columns.map(({ column, label, field, samples, set }, n) => (
          <li
            key={headerInSet(set, label)}
            className="grid items-center gap-x-4 gap-y-1 border-b border-divider py-2 sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,6fr)]"
          >
            <input type="hidden" name={`text.${n}`} value={headerInSet(set, label)} />
            <Choice
              name={`target.${n}`}
              label={label}
              hint={t('imports.columns.at', { column: columnName(column) })}
              initial={field ?? 'ignored'}
              options={options}
              className="contents [&>label]:mb-0 [&>label]:min-w-0 [&>label]:break-words"
            />
            <span className="min-w-0 truncate text-sm text-ink-3">
              <span className="sr-only">{t('imports.columns.samples')}</span>
              {samples.join('　')}
            </span>
          </li>
        ))}
      </ul>
      <div className="sticky bottom-0 mt-3 max-sm:bottom-[57px] border-t border-control bg-card py-3">
        <Submit>{t('imports.columns.next')}</Submit>
      </div>
    </Form>
  )
}
