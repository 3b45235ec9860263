import { TextArea, TextField } from '@/components/ui/fields'
import { columnName } from '@/lib/domain/ledger-grid'
import { MEND_CHARS } from '@/lib/domain/ledger-mend'
import { cellKeyOf, type MendableCell } from '@/lib/i18n/mend-cells'
import type { Translator } from '@/lib/i18n/translator'

/** One cell to mend, beside what is wrong with it. */
export function MendField({ cell, t }: { cell: MendableCell; t: Translator }) {
  const { n, text, was, column, row, label, personal } = cell
  const props = {
    name: `cell.${n}`,
    label: t('imports.mend.cell', { at: `${columnName(column)}${row}`, label }),
    hint: was === null ? undefined : t('imports.mend.was', { text: was === '' ? t('imports.names.empty') : was }),
    initial: text,
    maxLength: MEND_CHARS,
    keepAs: personal ? '' : cellKeyOf(cell),
    className: 'mt-1 mb-2 max-w-[480px] [&_label]:mb-0.5 [&_label]:text-sm',
  }
  return (
    <>
      <input type="hidden" name={`at.${n}`} value={cellKeyOf(cell)} />
      {text.includes('\n') ? <TextArea {...props} /> : <TextField {...props} autoComplete="off" />}
    </>
  )
}
