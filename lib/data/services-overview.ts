import 'server-only'
import type { Actor, Role } from '@/lib/domain/access'
import type { Figure, Period } from '@/lib/domain/figure'
import {
  SEES_OVERVIEW,
  SEES_PACKS,
  SEES_PROMOTIONS,
  SEES_SERVICES,
  SEES_UPGRADES,
  SEES_VISITS,
  SEES_WALKS,
} from '@/lib/domain/sight'
import { appealsFigures } from './appeals-figures'
import type { FigureScope } from './figure-scope'
import { jobFigures } from './job-figures'
import { outboundFigures } from './outbound-figures'
import { packsFigures } from './packs-figures'
import { promotionFigures } from './promotion-figures'
import { upgradesFigures } from './upgrades-figures'
import { visitsFigures } from './visits-figures'
import { walksFigures } from './walks-figures'

type Service = Readonly<{
  name: ServiceName
  href: string
  sees: ReadonlySet<Role>
  figures: (actor: Actor, period: Period, scope: FigureScope) => Promise<Figure[]>
  /** What stands on its line, the most telling first. */
  main: readonly string[]
  /** Two of its figures that are drawn as a part of a whole. */
  share?: readonly [part: string, whole: string]
}>

/** The services of the overview by their names. */
export type ServiceName = 'appeals' | 'walks' | 'visits' | 'jobs' | 'packs' | 'promotion' | 'upgrades' | 'outbound'

/** One line a service; a new service is one line more. */
const SERVICES: readonly Service[] = [
  {
    name: 'appeals',
    href: '/services/appeals',
    sees: SEES_OVERVIEW,
    figures: appealsFigures,
    main: ['appeals.received', 'appeals.solved', 'appeals.strictRate'],
    share: ['appeals.solved', 'appeals.received'],
  },
  {
    name: 'walks',
    href: '/services/walks',
    sees: SEES_WALKS,
    figures: walksFigures,
    main: ['walks.walks', 'walks.issuesSolved', 'walks.papersSaved'],
  },
  {
    name: 'visits',
    href: '/services/visits',
    sees: SEES_VISITS,
    figures: visitsFigures,
    main: ['visits.problems', 'visits.decisions', 'visits.merged'],
  },
  {
    name: 'jobs',
    href: '/services/jobs',
    sees: SEES_SERVICES,
    figures: jobFigures,
    main: ['jobs.posts', 'jobs.matched', 'jobs.enterprises'],
  },
  {
    name: 'packs',
    href: '/services/packs',
    sees: SEES_PACKS,
    figures: packsFigures,
    main: ['packs.handed', 'packs.enterprises', 'packs.newShare'],
  },
  {
    name: 'promotion',
    href: '/services/promotion',
    sees: SEES_PROMOTIONS,
    figures: promotionFigures,
    main: ['promotion.pushed', 'promotion.pushedTotal', 'promotion.signed'],
  },
  {
    name: 'upgrades',
    href: '/services/upgrades',
    sees: SEES_UPGRADES,
    figures: upgradesFigures,
    main: ['upgrades.stock', 'upgrades.investment', 'upgrades.paid'],
    share: ['upgrades.paid', 'upgrades.estimated'],
  },
  {
    name: 'outbound',
    href: '/services/outbound',
    sees: SEES_SERVICES,
    figures: outboundFigures,
    main: ['outbound.filedUSD', 'outbound.warehouses', 'outbound.whiteListed'],
  },
]

/** A service on the overview. */
export type ServiceLine = Readonly<{
  name: ServiceName
  href: string
  figures: readonly Figure[]
  /** Part and whole of what is drawn beside it. */
  share: Readonly<{ part: bigint; whole: bigint; of: readonly [string, string] }> | null
}>

const amountOf = ({ value }: Figure): bigint | null =>
  value.kind === 'count' ? BigInt(value.n) : value.kind === 'money' ? value.fen : null

/**
 * Every service an actor may open with its main figures within the days 助企服务.
 *
 * Who sees what: as the list of each service.
 */
export async function servicesOverview(actor: Actor, period: Period): Promise<ServiceLine[]> {
  const mine = SERVICES.filter(({ sees }) => sees.has(actor.role))
  return Promise.all(
    mine.map(async ({ name, href, figures, main, share }): Promise<ServiceLine> => {
      const all = await figures(actor, period, { taskforceId: null })
      const named = (one: string) => all.find((figure) => figure.name === one)
      const [part, whole] = (share ?? []).map((one) => {
        const figure = named(one)
        return figure ? amountOf(figure) : null
      })
      return {
        name,
        href,
        figures: main.flatMap((one) => named(one) ?? []),
        share: share && part != null && whole != null ? { part, whole, of: share } : null,
      }
    }),
  )
}
