import type { Translator } from '@/lib/i18n/translator'

/** A slip on one upright A4 单子, whatever called for it: its number, its rows, and room for an answer. */
export function SlipSheet({
  title,
  office,
  no,
  rows,
  reply,
  children,
  t,
}: {
  title: string
  /** Whoever issues it. */
  office: string
  no: React.ReactNode
  rows: readonly (readonly [label: string, value: React.ReactNode])[]
  reply: readonly [label: string, value: React.ReactNode]
  children?: React.ReactNode
  t: Translator
}) {
  return (
    <article className="sheet mx-auto w-full max-w-[794px] px-6 py-8 leading-[1.7] print:max-w-none print:p-0">
      <h1 className="font-formal text-center text-[30px] leading-11 font-bold">{title}</h1>
      <p className="mt-3 mb-2 flex flex-wrap justify-between gap-x-6">
        <span>{t('task.slip.office', { unit: office })}</span>
        <span className="whitespace-nowrap">{no}</span>
      </p>
      <table className="paper-table">
        <colgroup>
          <col className="w-[22%]" />
          <col />
        </colgroup>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className="h-12">
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="h-40">
              {reply[0]}
            </th>
            <td className="align-top">{reply[1]}</td>
          </tr>
        </tbody>
      </table>
      {children}
    </article>
  )
}
