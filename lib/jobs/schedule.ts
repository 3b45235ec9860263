import { chaseSlipsJob } from './chase-slips'
import { checkAuditJob } from './check-audit'
import { countTimeJob } from './count-time'
import { draftAgendaJob } from './draft-agenda'
import { draftRankingJob } from './draft-ranking'
import { draftSlipsJob } from './draft-slips'
import { escalateJob } from './escalate'
import { evaluateDay } from './evaluate-day'
import { fillSearchJob } from './fill-search'
import { freezeMonthJob } from './freeze-month'
import { freezeWeekJob } from './freeze-week'
import type { Job } from './job'
import { sealAuditJob } from './seal-audit'
import { sweepJob } from './sweep'

/** Every scheduled job, in the order a morning needs them. */
export const JOBS: readonly Job[] = [
  evaluateDay,
  freezeMonthJob,
  freezeWeekJob,
  draftAgendaJob,
  draftSlipsJob,
  draftRankingJob,
  chaseSlipsJob,
  escalateJob,
  sealAuditJob,
  checkAuditJob,
  sweepJob,
  fillSearchJob,
  countTimeJob,
]

export const findJob = (name: string): Job | undefined => JOBS.find((job) => job.name === name)
