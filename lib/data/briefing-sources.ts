import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { appealsFigures } from './appeals-figures'
import { complaintFigures } from './complaint-figures'
import { driveFigures } from './drive-figures'
import { enterpriseFigures } from './enterprise-figures'
import { factorFigures } from './factor-figures'
import type { FigureScope, FigureSource } from './figure-scope'
import { eventFigures } from './finance-event-figures'
import { financingFigures } from './financing-figures'
import { harbourFigures } from './harbour-figures'
import { issueSourceFigures } from './issue-source-figures'
import { jobFigures } from './job-figures'
import { meetingFigures } from './meeting-figures'
import { outboundFigures } from './outbound-figures'
import { packsFigures } from './packs-figures'
import { pointFigures } from './point-figures'
import { procedureFigures } from './procedure-figures'
import { projectFigures } from './project-figures'
import { promotionFigures } from './promotion-figures'
import { supervisionFigures } from './supervision-figures'
import { upgradesFigures } from './upgrades-figures'
import { visitsFigures } from './visits-figures'
import { walksFigures } from './walks-figures'

/** Every service a briefing can state figures of, one line each. */
const SOURCES: readonly FigureSource[] = [
  driveFigures,
  projectFigures,
  procedureFigures,
  issueSourceFigures,
  meetingFigures,
  factorFigures,
  enterpriseFigures,
  appealsFigures,
  walksFigures,
  supervisionFigures,
  visitsFigures,
  jobFigures,
  packsFigures,
  financingFigures,
  harbourFigures,
  eventFigures,
  promotionFigures,
  upgradesFigures,
  outboundFigures,
  complaintFigures,
  pointFigures,
]

/**
 * Every figure there is, counted for an actor 统计数.
 *
 * Who sees what: each source asks as its own list does.
 *
 * @throws when two services call a figure the same
 */
export async function countFigures(
  actor: Actor,
  period: Period,
  scope: FigureScope,
  today: PlainDate,
): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  // One service after the other: all of them at once would take every connection others wait for.
  for (const source of SOURCES) figures.push(...(await source(actor, period, scope, today)))
  const names = new Set(figures.map(({ name }) => name))
  if (names.size < figures.length) throw new Error('two figures have one name')
  return figures
}
