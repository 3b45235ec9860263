import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { SlipRow, TaskRow } from '@/lib/schemas/task'

/** Who has to do it: the unit, and the person where one is named. */
export const whoText = (row: Readonly<{ lead: string | null; owner: string | null }>, t: Translator): string =>
  [row.lead, row.owner].filter(Boolean).join(' ') || t('task.nobody')

/** What else is to know about a task: extensions, an objection, a project that left. */
export const notesOf = (row: TaskRow, today: PlainDate, t: Translator): string[] => [
  ...(row.askedUntilOn ? [t('task.asked', { day: dayIn(row.askedUntilOn, today) })] : []),
  ...(row.objectedOn ? [t('task.objected', { day: dayIn(row.objectedOn, today), n: row.objectedWd })] : []),
  ...(row.unsignedWd > 0 && row.reason.code !== 'UNSIGNED' ? [t('task.unsigned', { n: row.unsignedWd })] : []),
  ...(row.extensions > 0 ? [t('task.extended', { n: row.extensions })] : []),
  ...(row.slip && row.slip !== 'ASSIGN' ? [t(`task.slip.kind.${row.slip}`)] : []),
  ...(row.project?.gone ? [t('task.gone')] : []),
]

/** Where a slip stands; of an assignment slip the answer is a signature. */
export const slipStateText = ({ kind, state }: Pick<SlipRow, 'kind' | 'state'>, t: Translator): string =>
  kind === 'ASSIGN' && (state === 'unanswered' || state === 'answered')
    ? t(`task.slip.stateOf.ASSIGN.${state}`)
    : t(`task.slip.state.${state}`)

/** What happened to a slip, in one line. */
export function slipPast(row: SlipRow, today: PlainDate, t: Translator): string {
  const day = (value: PlainDate) => dayIn(value, today)
  return listed(
    [
      row.issuedOn
        ? t('task.slip.issuedBy', { day: day(row.issuedOn), name: row.issuedBy ?? '' })
        : t('task.slip.draftedOn', { day: day(row.draftedOn) }),
      ...(row.state === 'unanswered' && row.kind !== 'ASSIGN' && row.replyDueOn
        ? [t('task.slip.replyDue', { day: day(row.replyDueOn) })]
        : []),
      ...(row.kind === 'ASSIGN' && row.signedOn ? [t('task.slip.signed', { day: day(row.signedOn) })] : []),
      ...(row.refused ? [t('task.slip.refusedWhy', { why: row.refused })] : []),
    ],
    t,
  )
}
