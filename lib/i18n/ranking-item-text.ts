import type { PlainDate } from '@/lib/domain/plain-date'
import type { CountedItem } from '@/lib/domain/ranking/item'
import { REASON_CODES, type ReasonCode } from '@/lib/domain/reason'
import { dayIn } from './day'
import { listed } from './joined'
import { shareText } from './ranking-text'
import type { Translator } from './translator'

type Facts = Pick<CountedItem, 'kind' | 'indicator' | 'table' | 'dueOn' | 'doneOn' | 'detail'>

/** When it was due and when it was done; `running`: its month is not over, and what is not done yet may still be. */
function daysText({ dueOn, doneOn, kind }: Facts, today: PlainDate, running: boolean, t: Translator): string | false {
  const due = dueOn && dayIn(dueOn, today)
  const done = doneOn && dayIn(doneOn, today)
  const what = kind === 'SLIP' ? 'reply' : 'done'
  if (due && done) return t(`ranking.fact.${what}.both`, { due, done })
  if (due) return t(running && dueOn >= today ? 'ranking.fact.ahead' : `ranking.fact.${what}.due`, { due })
  return done ? t(`ranking.fact.${what}.done`, { done }) : false
}

const isReason = (code: unknown): code is ReasonCode => REASON_CODES.some((one) => one === code)

/** Why something was red at the data line: `应于10-13，承诺超期9个工作日`. */
function redText(item: Facts, today: PlainDate, t: Translator): string {
  const { kind, dueOn, detail } = item
  const due = dueOn && dayIn(dueOn, today)
  // That it is proposed to be dropped is of today, not of the data line.
  const code = detail.code === 'TALKS_DROP' ? 'TALKS_STALLED' : detail.code
  if (kind === 'SLIP') return daysText(item, today, false, t) || ''
  return listed(
    [
      due && (kind === 'RED' ? t('ranking.fact.redSince', { from: due }) : t('ranking.fact.redDue', { due })),
      isReason(code) && t(`reasons.${code}`, detail as never),
      kind === 'TASK' && t('task.reason.OVER', { n: Number(detail.days) }),
    ],
    t,
  )
}

/**
 * The facts a counted item rests on, in one line: `应于10-13，10-20办结，用了9个工作日，承诺5个`.
 *
 * @param running its month is not over yet
 */
export function itemFact(item: Facts, today: PlainDate, t: Translator, running = false): string {
  const { kind, indicator, detail } = item
  if (indicator === 'RED') return redText(item, today, t)
  const number = (name: string): number | null => {
    const value = detail[name]
    return typeof value === 'number' ? value : null
  }
  const [used, promised, planned, actual] = ['used', 'promised', 'planned', 'actual'].map(number)
  if (kind === 'RED' && item.dueOn)
    return t('ranking.fact.red', { from: dayIn(item.dueOn, today), n: number('days') ?? 0 })
  if (kind === 'UPDATES')
    return t('ranking.fact.updates', {
      weeks: number('weeks') ?? 0,
      inTime: number('inTime') ?? 0,
      clean: number('clean') ?? 0,
    })
  if (kind === 'PROJECT' && typeof planned === 'number' && typeof actual === 'number') {
    const days = number('days')
    return listed(
      [
        t('ranking.fact.progress', { planned: shareText(planned), actual: shareText(actual) }),
        days !== null && t('ranking.fact.days', { n: days }),
      ],
      t,
    )
  }
  if (kind === 'RATING') return t('ranking.fact.rating')
  // What was signed has no day by which to begin: whether it has is all there is to say.
  if (kind === 'MILESTONE' && item.table === 'TASKFORCE' && indicator === 'A') {
    const { signedOn } = detail
    const done = item.doneOn && dayIn(item.doneOn, today)
    return listed(
      [
        typeof signedOn === 'string' && t('ranking.fact.signed', { day: dayIn(signedOn as PlainDate, today) }),
        done
          ? t('ranking.fact.begun', { day: done })
          : t(running ? 'ranking.fact.notBegunYet' : 'ranking.fact.notBegun'),
      ],
      t,
    )
  }
  const supplements = number('supplements')
  return listed(
    [
      daysText(item, today, running, t),
      typeof used === 'number' &&
        (typeof promised === 'number'
          ? t('ranking.fact.usedOf', { used, promised })
          : t('ranking.fact.used', { used })),
      used === null && typeof promised === 'number' && t('ranking.fact.promised', { promised }),
      indicator === 'D' && supplements !== null && t('ranking.fact.supplements', { n: supplements }),
      number('agency') === 1 && t('ranking.fact.agencyLate'),
    ],
    t,
  )
}
