import { yearOf } from '@/lib/domain/plain-date'
import {
  enrolmentVerdict,
  expiryVerdict,
  freshnessVerdict,
  issueVerdict,
  progressVerdict,
  startVerdict,
  type Verdict,
} from '@/lib/domain/project-dimension'
import { STEWARD } from '@/lib/domain/reason'
import { err, ok, type Result } from '@/lib/domain/result'
import type { RuleParameters } from '@/lib/domain/rule-parameters'
import { leansOnUnpublished, type WorkCalendar } from '@/lib/domain/work-calendar'
import type { ProjectInput } from './contract'
import { ruleText } from './rule-text'

/** Percent as the rules count them, in hundredths, free of the dust of binary fractions. */
const hundredths = (percent: number): number => Math.round(percent * 1_000_000) / 10_000

const said = ({ level, reason, provisional }: Verdict) => ({
  level,
  text: reason && ruleText(reason),
  // 暂定: counted into a year whose holidays are not published yet.
  ...(provisional || reason?.provisional ? { provisional: true } : {}),
})

/** One dimension of a project; for progress the text is the number of percentage points it is behind. */
export function answerProject(
  input: ProjectInput,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): Result<Record<string, unknown>> {
  switch (input[0]) {
    case 'progress': {
      const [planned, actual] = [hundredths(input[1]), hundredths(input[2])]
      const { level } = progressVerdict(planned, actual, parameters)
      return ok({ level, text: Math.round((planned - actual) * 10_000) / 1_000_000 })
    }
    case 'start': {
      const [, planned, actual, today, ready] = input
      if (!calendar.years.has(yearOf(today))) return err({ code: 'CALENDAR_MISSING', year: yearOf(today) })
      return ok(said(startVerdict(planned, actual, ready, today, calendar, parameters)))
    }
    case 'stat': {
      const [, started, enrolled, today] = input
      return ok(said(enrolmentVerdict(started, enrolled, today, parameters)))
    }
    case 'issue': {
      const [, due, today] = input
      const from = due && due < today ? due : today
      if (leansOnUnpublished(calendar, from, today)) return err({ code: 'CALENDAR_MISSING', year: yearOf(from) })
      return ok(said(issueVerdict(due, 0, STEWARD, today, calendar, parameters)))
    }
    case 'fresh':
      return ok(said(freshnessVerdict(input[1], input[2], parameters)))
    case 'expiry':
      return ok(said(expiryVerdict(input[1], input[2], parameters)))
  }
}
