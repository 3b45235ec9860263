import type { ParameterLine } from '@/lib/domain/rule-book'
import type { Translator } from '@/lib/i18n/translator'
import { amountText } from './amount'

/** Every threshold with its unit, what holds, what was delivered, and the rules that read it. */
export function ParameterTable({ lines, t }: { lines: readonly ParameterLine[]; t: Translator }) {
  return (
    <table className="mt-2 w-full max-w-[960px] border-collapse text-left">
      <caption className="sr-only">{t('ruleBook.parameters')}</caption>
      <thead className="text-ink-2 max-sm:sr-only">
        <tr className="border-b border-divider [&>th]:py-1.5 [&>th]:pr-4 [&>th]:font-semibold">
          <th scope="col">{t('ruleBook.column.parameter')}</th>
          <th scope="col">{t('ruleBook.column.value')}</th>
          <th scope="col">{t('ruleBook.column.delivered')}</th>
          <th scope="col">{t('ruleBook.column.usedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.name}
            id={line.name}
            className="border-b border-divider target:bg-selected max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:py-2 sm:[&>*]:py-1.5 sm:[&>*]:pr-4"
          >
            <th scope="row" className="font-normal">
              {t(`ruleBook.parameter.${line.name}`)}
            </th>
            <td className="font-semibold whitespace-nowrap max-sm:text-right">
              {amountText(line.unit, line.value, t)}
            </td>
            <td className="whitespace-nowrap text-ink-3 max-sm:hidden">
              {line.value === line.delivered ? t('ruleBook.same') : amountText(line.unit, line.delivered, t)}
            </td>
            <td className="text-sm max-sm:col-span-2">
              {line.rules.map((rule) => (
                <a
                  key={rule}
                  href={`#${rule}`}
                  className="mr-2 inline-flex min-h-6 min-w-6 items-center text-link hover:underline"
                >
                  {rule}
                </a>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
