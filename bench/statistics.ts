import { listEnterprises } from '@/lib/data/enterprise-list'
import { listEvents } from '@/lib/data/finance-event-list'
import { listNeeds, listResults } from '@/lib/data/financing-list'
import { listPacks, loadPackMonths } from '@/lib/data/pack-list'
import { listVisits, visitProposals } from '@/lib/data/visit-list'
import { listWalks, loadWalkMonths } from '@/lib/data/walk-list'
import type { Actor } from '@/lib/domain/access'
import type { Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import { enterpriseFilter } from '@/lib/schemas/enterprise'
import { eventFilter } from '@/lib/schemas/finance-event'
import { financingFilter, resultFilter } from '@/lib/schemas/financing'
import { packFilter } from '@/lib/schemas/gift-pack'
import { visitFilter } from '@/lib/schemas/visit'
import { walkFilter } from '@/lib/schemas/walk'
import { type Figures, repeat } from './timing'

/** Lists and statistics of the services for enterprises, as their pages ask for them: rows, sums, months. */
export async function benchStatistics(actor: Actor, period: Period, today: PlainDate, runs: number) {
  const pages: Readonly<Record<string, () => Promise<unknown>>> = {
    enterprises: () => listEnterprises(actor, enterpriseFilter.parse({})),
    enterpriseSought: () => listEnterprises(actor, enterpriseFilter.parse({ q: '2-3号' })),
    needs: () => listNeeds(actor, financingFilter.parse({}), today),
    results: () => listResults(actor, resultFilter.parse({}), today),
    events: () => listEvents(actor, eventFilter.parse({}), today),
    visits: () => listVisits(actor, visitFilter.parse({}), today),
    visitsProposed: () => visitProposals(actor, today),
    packs: () => listPacks(actor, packFilter.parse({}), today),
    packMonths: () => loadPackMonths(actor, packFilter.parse({}), period),
    walks: () => listWalks(actor, walkFilter.parse({}), today),
    findings: () => listWalks(actor, walkFilter.parse({ tab: 'findings' }), today),
    walkMonths: () => loadWalkMonths(actor, period),
  }
  const figures: Record<string, Figures> = {}
  for (const [name, page] of Object.entries(pages)) figures[name] = await repeat(runs, page)
  return figures
}
