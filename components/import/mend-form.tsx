import { TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { mendCells } from '@/lib/actions/imports'
import { columnName } from '@/lib/domain/ledger-grid'
import { MEND_CHARS } from '@/lib/domain/ledger-mend'
import { cellKeyOf, type MendableCell } from '@/lib/i18n/mend-cells'
import type { Translator } from '@/lib/i18n/translator'
import type { PreviewView } from '@/lib/schemas/import'

/** The rows of a preview as a form, where some of their cells can be mended; the file stays as it was sent. */
export function MendForm({
  draftId,
  cells,
  show,
  page,
  formKey,
  children,
  t,
}: {
  draftId: string
  cells: readonly MendableCell[]
  show: PreviewView
  page: number
  formKey: string
  children: React.ReactNode
  t: Translator
}) {
  if (cells.length === 0) return children
  return (
    <Form action={mendCells} formKey={formKey} label={t('imports.mend.label')}>
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="show" value={show} />
      <input type="hidden" name="page" value={page} />
      {children}
      <div className="mt-3 mb-4 flex flex-wrap items-center gap-3">
        <Submit quiet>{t('imports.mend.submit')}</Submit>
        <span className="text-sm text-ink-3">{t('imports.mend.hint')}</span>
      </div>
    </Form>
  )
}

/** One cell to mend, beside what is wrong with it. */
export function MendField({ cell, t }: { cell: MendableCell; t: Translator }) {
  const { n, text, was, column, row, label } = cell
  const props = {
    name: `cell.${n}`,
    label: t('imports.mend.cell', { at: `${columnName(column)}${row}`, label }),
    hint: was === null ? undefined : t('imports.mend.was', { text: was === '' ? t('imports.names.empty') : was }),
    initial: text,
    maxLength: MEND_CHARS,
    className: 'mt-1 mb-2 max-w-[480px] [&_label]:mb-0.5 [&_label]:text-sm',
  }
  return (
    <>
      <input type="hidden" name={`at.${n}`} value={cellKeyOf(cell)} />
      {text.includes('\n') ? <TextArea {...props} /> : <TextField {...props} autoComplete="off" />}
    </>
  )
}
