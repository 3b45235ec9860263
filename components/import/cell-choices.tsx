import { Choice } from '@/components/ui/fields'
import type { AskedCell } from '@/lib/domain/ledger-names'
import { fieldText } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'

const OPTION_CHARS = 40

/** Cells two people have changed: what was exported, what each made of it, and which of them counts. */
export function CellChoices({
  cells,
  from,
  hidden,
  locale,
  t,
}: {
  cells: readonly AskedCell[]
  /** Number of the first field. */
  from: number
  hidden: (n: number, kind: 'CELL', text: string) => React.ReactNode
  locale: Locale
  t: Translator
}) {
  const said = (text: string) => text || t('imports.names.empty')
  const short = (text: string) =>
    said(text).length > OPTION_CHARS ? `${said(text).slice(0, OPTION_CHARS)}…` : said(text)
  return (
    <section className="mb-6">
      <h2>{t('imports.names.cells', { n: cells.length })}</h2>
      <p className="mt-1 text-ink-2">{t('imports.names.cellsHint')}</p>
      <ul className="mt-2 border-t border-control">
        {cells.map((cell, i) => (
          <li key={cell.key} className="border-b border-divider py-2.5">
            {hidden(from + i, 'CELL', cell.key)}
            <dl className="mb-2 grid gap-x-4 sm:grid-cols-3">
              {(['base', 'mine', 'theirs'] as const).map((side) => (
                <div key={side}>
                  <dt className="text-sm text-ink-3">{t(`imports.names.${side}`)}</dt>
                  <dd className="break-words whitespace-pre-line">{said(cell[side])}</dd>
                </div>
              ))}
            </dl>
            <Choice
              name={`target.${from + i}`}
              label={t('imports.names.cellLabel', {
                row: String(cell.row),
                name: (locale === 'en' && cell.nameEn) || cell.name,
                field: fieldText(cell.field, locale),
              })}
              initial={cell.choice}
              empty={t('imports.names.choose')}
              options={[
                { value: 'mine', label: t('imports.names.useMine', { text: short(cell.mine) }) },
                { value: 'theirs', label: t('imports.names.useTheirs', { text: short(cell.theirs) }) },
              ]}
              className="max-w-[560px]"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
