import type { PlainDate } from '@/lib/domain/plain-date'
import { longDate } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { SlipRow, TaskDetail } from '@/lib/schemas/task'
import { SlipSheet } from './slip-sheet'

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
    <SlipSheet
      title={t(`task.slip.paperTitle.${slip.kind}`)}
      office={office}
      no={slip.no}
      rows={rows}
      reply={[t('task.slip.row.reply'), slip.reply]}
      t={t}
    >
      {later && <p className="mt-2">{later}</p>}
      <p className="mt-2 text-sm text-ink-2">{t('task.slip.replyBy')}</p>
    </SlipSheet>
  )
}
