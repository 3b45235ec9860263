import { Link } from '@/components/ui/link'
import type { Bulletin, BulletinPart, BulletinRun, BulletinTable } from '@/lib/domain/ranking/bulletin'
import { longDate } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'

type Opening = Readonly<{ figure: string | undefined; hrefOf: (figure: string) => `/${string}` }>

/** What was counted leads to its rows, what was worded is text. `before`: what a figure is of, for who hears it alone. */
function Run({ run, before, figure, hrefOf }: { run: BulletinRun; before: string } & Opening) {
  if (run.figure === null) return run.text
  return (
    <Link
      href={hrefOf(run.figure)}
      aria-label={`${before}${run.text}`}
      aria-current={run.figure === figure ? 'true' : undefined}
      className="figure"
    >
      {run.text}
    </Link>
  )
}

const SIDE = { left: 'text-left', center: 'text-center', right: 'text-right' } as const

function SheetTable({ table, ...opening }: { table: BulletinTable } & Opening) {
  const { columns, rows, total } = table
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const named = columns.findIndex(({ align }) => align === 'left')
  const line = (cells: readonly BulletinRun[]) =>
    cells.map((run, i) => (
      <td key={columns[i]?.header} className={SIDE[columns[i]?.align ?? 'left']}>
        <Run
          run={run}
          before={`${table.title}，${cells[named]?.text ?? ''}，${columns[i]?.header ?? ''} `}
          {...opening}
        />
      </td>
    ))
  return (
    <figure className="gw-table">
      <figcaption>{table.title}</figcaption>
      <p className="gw-table-unit">{table.unit}</p>
      <section tabIndex={0} aria-label={table.title} className="gw-table-scroll">
        <table>
          <colgroup>
            {columns.map(({ header, width }) => (
              <col key={header} style={{ width: `${(100 * width) / all}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ header }) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells.map(({ text }) => text).join('|')}>{line(cells)}</tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>{line(total)}</tr>
            </tfoot>
          )}
        </table>
      </section>
      {table.notes.map((note) => (
        <p key={note} className="gw-table-unit">
          {note}
        </p>
      ))}
    </figure>
  )
}

/** What a paragraph says before one of its runs. */
const textUntil = (runs: readonly BulletinRun[], at: number): string =>
  runs
    .slice(0, at)
    .map(({ text }) => text)
    .join('')

/** The words of a figure's own clause that stand before it. */
const clauseBefore = (runs: readonly BulletinRun[], at: number): string =>
  /[^，。；：（）]*$/u.exec(textUntil(runs, at))?.[0] ?? ''

function Part({ part, ...opening }: { part: BulletinPart } & Opening) {
  if (part.kind === 'HEADING') return <h3 className="gw-head">{part.text}</h3>
  if (part.kind === 'TABLE') return <SheetTable table={part.table} {...opening} />
  return (
    <p>
      {part.runs.map((run, i) => (
        <Run key={textUntil(part.runs, i).length} run={run} before={clauseBefore(part.runs, i)} {...opening} />
      ))}
    </p>
  )
}

/**
 * The bulletin of a month as a sheet of paper 月通报. What it says is Chinese whoever reads it.
 *
 * @param hrefOf where the rows of a figure are
 * @param foot lines below the sheet: as of when, who published it, its checksum
 */
export function BulletinSheet({
  bulletin,
  draft,
  foot,
  locale,
  ...opening
}: { bulletin: Bulletin; draft: boolean; foot: readonly string[]; locale: Locale } & Opening) {
  const { head, title, parts } = bulletin
  return (
    <article className="gw" lang="zh-CN">
      <h1 className="gw-mark">{head.mark}</h1>
      <p className="gw-number">
        {head.number}
        {draft && '（底稿）'}
      </p>
      <p className="gw-rule">
        <span>{head.unit}</span>
        <span>{longDate(head.on, 'zh-CN')}</span>
      </p>
      <h2 className="gw-title">{title}</h2>
      {parts.map((part) => (
        <Part key={part.key} part={part} {...opening} />
      ))}
      <footer className="gw-foot" lang={locale}>
        {foot.map((line) => (
          <span key={line} data-verbatim>
            {line}
          </span>
        ))}
      </footer>
    </article>
  )
}
