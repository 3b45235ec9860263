import clsx from 'clsx'
import { Link } from '@/components/ui/link'

/** A column of a list of a service: its head, how wide it is, and whether its figures stand to the right. */
export type RowColumn<Row> = Readonly<{
  name: string
  head: string
  width: string
  right?: boolean
  cell: (row: Row) => React.ReactNode
}>

type Props<Row> = Readonly<{
  rows: readonly Row[]
  /** The column a row is known by; it leads to it. */
  lead: Readonly<{
    head: string
    width: string
    text: (row: Row) => string
    /** Told after the text to whoever hears the links alone, where several rows have one text. */
    more?: (row: Row) => string
    href: ((row: Row) => string) | null
  }>
  columns: readonly RowColumn<Row>[]
  caption: string
}>

const th =
  'sticky top-0 z-10 border-b border-control bg-thead px-2.5 py-2 align-bottom text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'border-b border-divider bg-card px-2.5 py-2 align-top group-hover:bg-hover'

/** A list of a service as a table for a desk. */
export function RowsTable<Row extends Readonly<{ id: string }>>({ rows, lead, columns, caption }: Props<Row>) {
  return (
    <table className="w-full min-w-[60rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'text-left', lead.width)}>
            {lead.head}
          </th>
          {columns.map(({ name, head, width, right }) => (
            <th key={name} scope="col" className={clsx(th, width, right ? 'text-right' : 'text-left')}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-semibold')}>
              {lead.href ? (
                <Link href={lead.href(row)} className="line-clamp-2 hover:text-link">
                  {lead.text(row)}
                  {lead.more && <span className="sr-only">{lead.more(row)}</span>}
                </Link>
              ) : (
                lead.text(row)
              )}
            </th>
            {columns.map(({ name, right, cell }) => (
              <td key={name} className={clsx(td, right && 'text-right whitespace-nowrap tabular-nums')}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same on a phone: a card each, with what its columns say. */
export function RowCards<Row extends Readonly<{ id: string }>>({ rows, lead, columns }: Omit<Props<Row>, 'caption'>) {
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card px-4 py-3">
          {lead.href ? (
            <Link href={lead.href(row)} className="block py-1 text-lg font-semibold hover:text-link">
              {lead.text(row)}
              {lead.more && <span className="sr-only">{lead.more(row)}</span>}
            </Link>
          ) : (
            <b className="block py-1 text-lg">{lead.text(row)}</b>
          )}
          <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[8.5rem_minmax(0,1fr)]">
            {columns.map(({ name, head, cell }) => {
              const said = cell(row)
              return said === null || said === '' || said === '—' ? null : (
                <div key={name} className="col-span-2 grid grid-cols-subgrid py-0.5">
                  <dt className="text-ink-2">{head}</dt>
                  <dd className="min-w-0">{said}</dd>
                </div>
              )
            })}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** Table and cards of the same rows, each where it fits. */
export function RowsView<Row extends Readonly<{ id: string }>>(props: Props<Row>) {
  return (
    <>
      <section
        tabIndex={0}
        aria-label={props.caption}
        className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible"
      >
        <RowsTable {...props} />
      </section>
      <div className="border-t border-control sm:hidden">
        <RowCards rows={props.rows} lead={props.lead} columns={props.columns} />
      </div>
    </>
  )
}
