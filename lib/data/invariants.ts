import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { auditFlaws } from './audit-check'
import { brokenBriefings } from './briefings'
import type { Finding } from './finding'
import { queriedFindings } from './invariant-queries'
import { walkedFindings } from './invariant-walk'
import { stuckJobRuns } from './job-runs'
import { brokenPapers } from './papers'
import { districtIds } from './project-pages'
import { brokenRankings } from './ranking-seal'
import { staleSearchTexts } from './search-texts'
import { wrongAccounts } from './stale-time'
import { doubtfulSupervisions } from './supervision-doubts'
import { untoldReds } from './untold-reds'

/**
 * Checks every invariant 不变量 of the whole deployment and hands over each row that breaks one, as it is found.
 *
 * Reads only, and is bound to no actor: it shows ids and codes, no business content.
 *
 * @param today the business day colours are decided for
 * @param now   the instant sessions and runs are measured against
 */
export async function* checkInvariants(today: PlainDate, now: Date): AsyncGenerator<Finding> {
  for await (const { kind, id } of auditFlaws())
    yield {
      invariant: 'AUDIT_CHAIN',
      subject: `${kind.startsWith('SEAL') || kind.startsWith('RANGE') ? 'seal' : 'entry'} ${id}`,
      found: kind,
    }
  yield* queriedFindings(today, now)
  for (const run of await stuckJobRuns(now))
    yield {
      invariant: 'JOB_RUNS',
      subject: `${run.name} ${run.period}`,
      found: `running since ${run.startedAt.toISOString()}`,
    }
  yield* staleSearchTexts()
  for await (const paper of brokenPapers()) yield { invariant: 'PAPERS', ...paper }
  for await (const briefing of brokenBriefings()) yield { invariant: 'BRIEFINGS', ...briefing }
  for await (const ranking of brokenRankings()) yield { invariant: 'RANKINGS', ...ranking }
  yield* doubtfulSupervisions()
  for (const districtId of await districtIds()) {
    for (const finding of await untoldReds(districtId, today)) yield finding
    yield* wrongAccounts(districtId, today)
    yield* walkedFindings(districtId, today)
  }
}
