import type { PlainDate } from '@/lib/domain/plain-date'
import { longDate } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { SlipRow, TaskDetail } from '@/lib/schemas/task'

/** A slip on one upright A4: number, matter, what is asked, unit, person, day, who issued it; and room for an answer. */
export function SlipPaper({
  slip,
  task,
  office,
  today,
  locale,
}: {
  slip: SlipRow
  task: TaskDetail
  office: string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { said } = slip
  const dueOn = said?.dueOn ?? slip.demand.dueOn
  const due = longDate(dueOn, locale)
  const demand =
    slip.kind === 'ASSIGN'
      ? t('task.slip.demand.ASSIGN', { due })
      : t(`task.slip.demand.${slip.kind}`, {
          due,
          n: said?.lateWd ?? slip.demand.lateWd,
          reply: longDate(slip.replyDueOn ?? today, locale),
        })
  const now = [task.lead?.name ?? t('task.nobody'), ...task.supports]
  const units = said && said.units.length > 0 ? said.units : now
  // What was signed stays as it was; what became of its day since is said beside it.
  const later =
    dueOn !== slip.demand.dueOn &&
    t(slip.extensions > 0 ? 'task.slip.extendedTo' : 'task.slip.movedTo', { due: longDate(slip.demand.dueOn, locale) })
  const rows: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('task.slip.row.text'), said?.text ?? slip.text],
    ...(slip.project ? [[t('task.slip.row.project'), slip.project.name] as const] : []),
    [
      t('task.slip.row.source'),
      t('task.slip.source', { year: String(task.meeting.year), week: task.meeting.week, no: task.no }),
    ],
    [t('task.slip.row.demand'), demand],
    [t('task.slip.row.unit'), listed(units, t)],
    [t('task.slip.row.owner'), (said ? said.owner : slip.owner) ?? t('task.nobody')],
    [t('task.slip.row.due'), due],
    [
      t('task.slip.row.signed'),
      slip.issuedOn
        ? t('task.slip.signature', { name: slip.issuedBy ?? '', day: longDate(slip.issuedOn, locale) })
        : t('task.slip.notIssued'),
    ],
  ]
  return (
    <article className="sheet mx-auto w-full max-w-[794px] px-6 py-8 leading-[1.7] print:max-w-none print:p-0">
      <h1 className="font-formal text-center text-[30px] leading-11 font-bold">
        {t(`task.slip.paperTitle.${slip.kind}`)}
      </h1>
      <p className="mt-3 mb-2 flex flex-wrap justify-between gap-x-6">
        <span>{t('task.slip.office', { unit: office })}</span>
        <span className="whitespace-nowrap">{slip.no}</span>
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
              {t('task.slip.row.reply')}
            </th>
            <td className="align-top">{slip.reply ?? ''}</td>
          </tr>
        </tbody>
      </table>
      {later && <p className="mt-2">{later}</p>}
      <p className="mt-2 text-sm text-ink-2">{t('task.slip.replyBy')}</p>
    </article>
  )
}
