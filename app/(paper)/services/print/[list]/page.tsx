import { notFound } from 'next/navigation'
import { jobQuery, jobsHref } from '@/components/job/job-link'
import { outboundHref, outboundQuery } from '@/components/outbound/outbound-link'
import { packQuery, packsHref } from '@/components/pack/pack-link'
import { addressIn } from '@/components/service/service-filter'
import { walkQuery, walksHref } from '@/components/walk/walk-link'
import { pageTitle } from '@/lib/auth/page-title'
import { businessDay } from '@/lib/clock'
import { listAllJobs } from '@/lib/data/job-list'
import { listAllOutbound } from '@/lib/data/outbound-list'
import { listAllPacks } from '@/lib/data/pack-list'
import { listAllPromotions } from '@/lib/data/promotion-list'
import { listAllUpgrades } from '@/lib/data/upgrade-list'
import { listAllVisits } from '@/lib/data/visit-list'
import { listAllFindings, listAllWalks } from '@/lib/data/walk-list'
import { JOB_EXPORT, OUTBOUND_EXPORT } from '@/lib/domain/enterprise-export'
import { PACK_EXPORT } from '@/lib/domain/pack-export'
import { PROMOTION_EXPORT, UPGRADE_EXPORT, VISIT_EXPORT } from '@/lib/domain/service-export'
import { SEES_PACKS, SEES_PROMOTIONS, SEES_SERVICES, SEES_UPGRADES, SEES_VISITS, SEES_WALKS } from '@/lib/domain/sight'
import { FINDING_EXPORT, WALK_EXPORT } from '@/lib/domain/walk-export'
import { jobCell, outboundCell } from '@/lib/i18n/enterprise-cells'
import { packCell } from '@/lib/i18n/pack-cells'
import { promotionCell, upgradeCell, visitCell } from '@/lib/i18n/service-cells'
import { findingCell, walkCell } from '@/lib/i18n/walk-cells'
import { packFilter } from '@/lib/schemas/gift-pack'
import { jobFilter } from '@/lib/schemas/job'
import { outboundFilter } from '@/lib/schemas/outbound'
import { promotionFilter } from '@/lib/schemas/promotion'
import { upgradeFilter } from '@/lib/schemas/upgrade'
import { visitFilter } from '@/lib/schemas/visit'
import { walkFilter } from '@/lib/schemas/walk'
import { PrintedList } from '../../../tasks/printed-list'

export const generateMetadata = pageTitle('service.printed.name')

type Asks = Record<string, string | string[] | undefined>

/** A ledger of the services on paper: the rows of the list on screen, all pages of them, in the columns of its workbook. */
const LISTS: Readonly<Record<string, (asks: Asks) => React.ReactNode>> = {
  walks: (asks) => {
    const filter = walkFilter.parse(asks)
    return (
      <PrintedList
        query={walkQuery(filter)}
        back={walksHref(filter)}
        sees={SEES_WALKS}
        load={(actor, _today, most) => listAllWalks(actor, filter, most)}
        columns={WALK_EXPORT}
        head={(key, t) => t(`service.printed.head.walks.${key}`)}
        cell={walkCell}
        title="service.printed.title.walks"
        foot="service.printed.sum.walks"
      />
    )
  },
  findings: (asks) => {
    const filter = walkFilter.parse(asks)
    return (
      <PrintedList
        query={walkQuery(filter)}
        back={walksHref(filter)}
        sees={SEES_WALKS}
        load={(actor, today, most) => listAllFindings(actor, filter, today, most)}
        columns={FINDING_EXPORT}
        head={(key, t) => t(`service.printed.head.findings.${key}`)}
        cell={findingCell}
        title="service.printed.title.findings"
        foot="service.printed.sum.findings"
      />
    )
  },
  packs: (asks) => {
    const filter = packFilter.parse(asks)
    const today = businessDay()
    return (
      <PrintedList
        query={packQuery(filter)}
        back={packsHref(filter)}
        sees={SEES_PACKS}
        load={(actor, day, most) => listAllPacks(actor, filter, day, most)}
        columns={PACK_EXPORT}
        head={(key, t) => t(`service.printed.head.packs.${key}`)}
        cell={(key, row, i, t) => packCell(key, row, i, t, today)}
        title="service.printed.title.packs"
        foot="service.printed.sum.packs"
      />
    )
  },
  visits: (asks) => {
    const filter = visitFilter.parse(asks)
    const hrefOf = addressIn('/services/visits', { state: 'week' })
    return (
      <PrintedList
        query={hrefOf(filter).replace('/services/visits', '')}
        back={hrefOf(filter)}
        sees={SEES_VISITS}
        load={(actor, _today, most) => listAllVisits(actor, filter, most)}
        columns={VISIT_EXPORT}
        head={(key, t) => t(`service.printed.head.visits.${key}`)}
        cell={visitCell}
        title="service.printed.title.visits"
        foot="service.printed.sum.visits"
      />
    )
  },
  promotion: (asks) => {
    const filter = promotionFilter.parse(asks)
    const hrefOf = addressIn('/services/promotion', { view: 'projects' })
    return (
      <PrintedList
        query={hrefOf(filter).replace('/services/promotion', '')}
        back={hrefOf(filter)}
        sees={SEES_PROMOTIONS}
        load={(actor, _today, most) => listAllPromotions(actor, filter, most)}
        columns={PROMOTION_EXPORT}
        head={(key, t) => t(`service.printed.head.promotion.${key}`)}
        cell={promotionCell}
        title="service.printed.title.promotion"
        foot="service.printed.sum.promotion"
      />
    )
  },
  upgrades: (asks) => {
    const filter = upgradeFilter.parse(asks)
    const hrefOf = addressIn('/services/upgrades', { state: 'stock' })
    return (
      <PrintedList
        query={hrefOf(filter).replace('/services/upgrades', '')}
        back={hrefOf(filter)}
        sees={SEES_UPGRADES}
        load={(actor, _today, most) => listAllUpgrades(actor, filter, most)}
        columns={UPGRADE_EXPORT}
        head={(key, t) => t(`service.printed.head.upgrades.${key}`)}
        cell={upgradeCell}
        title="service.printed.title.upgrades"
        foot="service.printed.sum.upgrades"
      />
    )
  },
  jobs: (asks) => {
    const filter = jobFilter.parse(asks)
    return (
      <PrintedList
        query={jobQuery(filter)}
        back={jobsHref(filter)}
        sees={SEES_SERVICES}
        load={(actor, _today, most) => listAllJobs(actor, filter, most)}
        columns={JOB_EXPORT}
        head={(key, t) => t(`service.printed.head.jobs.${key}`)}
        cell={jobCell}
        title="service.printed.title.jobs"
        foot="service.printed.sum.jobs"
      />
    )
  },
  outbound: (asks) => {
    const filter = outboundFilter.parse(asks)
    return (
      <PrintedList
        query={outboundQuery(filter)}
        back={outboundHref(filter)}
        sees={SEES_SERVICES}
        load={(actor, _today, most) => listAllOutbound(actor, filter, most)}
        columns={OUTBOUND_EXPORT}
        head={(key, t) => t(`service.printed.head.outbound.${key}`)}
        cell={(key, row, i, _t, locale) => outboundCell(key, row, i, locale)}
        title="service.printed.title.outbound"
        foot="service.printed.sum.outbound"
      />
    )
  },
}

export default async function PrintServicePage({
  params,
  searchParams,
}: {
  params: Promise<{ list: string }>
  searchParams: Promise<Asks>
}) {
  const { list } = await params
  if (!Object.hasOwn(LISTS, list)) notFound()
  return LISTS[list]?.(await searchParams)
}
