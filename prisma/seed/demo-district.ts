import { loadBaseData } from '@/lib/data/base-data'
import { loadCatalog } from '@/lib/data/catalog-load'
import { toDb } from '@/lib/data/date'
import { db, type Tx } from '@/lib/data/db'
import { loadLevelContext } from '@/lib/data/level-context'
import { refreshProjects } from '@/lib/data/levels'
import { addMonths, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { SIGNED_STAGES } from '@/lib/domain/project'
import { writeAppeals } from './build-appeals'
import { writeApprovals } from './build-approvals'
import { writeBriefings } from './build-briefings'
import { writeCity } from './build-city'
import { writeComplaints } from './build-complaints'
import { writeEnterprises } from './build-enterprises'
import { writeEvents } from './build-events'
import { writeFactors } from './build-factors'
import { writeFinancing } from './build-financing'
import { writeHarbours } from './build-harbours'
import { writeIssueMoves, writeLooseIssues } from './build-issue-moves'
import { writeJobs } from './build-jobs'
import { redraftComing, writeMeetings } from './build-meetings'
import { writeNotices } from './build-notices'
import { writeOutbound } from './build-outbound'
import { writePacks } from './build-packs'
import { writePoints } from './build-points'
import { writeRankings } from './build-rankings'
import { writeReports } from './build-reports'
import { writeServices } from './build-services'
import { writeSupervision } from './build-supervision'
import { writeWaivers } from './build-waivers'
import { writeWalks } from './build-walks'
import type { Workshop } from './draft'
import { type Imagined, imagineDistrict } from './imagine-district'
import { writeOlderFacts } from './older-facts'
import type { TemplateCode } from './project-specs'
import { idsFrom, randomOf } from './random'
import { buildRoster, type Roster } from './roster'
import { writeProjects, writeRoster } from './write-district'

const CODE = '410103'
/** The rules and the catalogue must hold for every day of the histories. */
const HISTORY_YEARS = 4

/** What was written, for the line the seed prints. */
export type SeedSummary = Readonly<{
  projects: number
  signed: number
  procedures: number
  events: number
  levels: Readonly<Record<string, number>>
}>

async function openWorkshop(
  tx: Tx,
  today: PlainDate,
  districtId: string,
  newId: () => string,
  roster: Roster,
): Promise<Workshop> {
  const versionId = await loadCatalog(tx, districtId, ymd(yearOf(today) - HISTORY_YEARS, 1, 1), {
    newId,
    at: toDb(today),
  })
  const items = await tx.catalogItem.findMany({ where: { versionId }, orderBy: { code: 'asc' } })
  const templates = await tx.template.findMany({ where: { versionId } })
  const context = await loadLevelContext(tx, districtId, today)
  const office = roster.accounts.find((a) => a.username === 'office')
  if (!office) throw new Error('no office account')
  return {
    districtId,
    today,
    calendar: context.calendar,
    newId,
    catalogue: new Map(items.map((item) => [item.code, item])),
    templates: new Map(templates.map((template) => [template.code as TemplateCode, template])),
    agencyNames: new Map(roster.orgs.map((o) => [o.id, o.shortName])),
    orgIds: new Map(roster.orgs.map((o) => [o.shortName, o.id])),
    officeUserId: office.id,
    officePersonId: office.personId,
  }
}

/**
 * Writes the demo district into an empty database: the same rows for the same day.
 *
 * Everything is counted back from `today`, so that the colours are spread the same way whatever the day is.
 *
 * @throws when a district with its code is there already
 */
export async function seedDemoDistrict(today: PlainDate, password: string): Promise<SeedSummary> {
  const at = toDb(today)
  const newId = idsFrom(at)
  const summary = await db.$transaction(
    async (tx) => {
      const districtId = newId()
      await tx.district.create({
        data: {
          id: districtId,
          code: CODE,
          name: '二七区',
          brand: '二七帮·易企办',
          isDemo: true,
          createdAt: toDb(addMonths(today, -24)),
        },
      })
      await loadBaseData(tx, districtId, ymd(yearOf(today) - HISTORY_YEARS, 1, 1), { newId, at })
      const roster = buildRoster(randomOf('roster'), districtId, newId)
      await tx.org.createMany({ data: roster.orgs })
      const shop = await openWorkshop(tx, today, districtId, newId, roster)
      const imagined = imagineDistrict(randomOf('projects'), roster, shop)
      await writeRoster(tx, roster, imagined.enterprises, districtId, password, at)
      await writeProjects(tx, imagined, roster, shop)
      await writeLooseIssues(tx, shop)
      await writeIssueMoves(tx, shop)
      const ids = imagined.judged.map((j) => j.model.project.id)
      await refreshProjects(tx, ids, today, 'FACT', null)
      await writeMeetings(tx, shop)
      await writeOlderFacts(tx, shop)
      const appeals = await writeAppeals(tx, shop)
      await writeWalks(tx, shop)
      await writeFactors(tx, shop)
      await writeRankings(tx, shop)
      // The older facts of the rankings bring problems of their own.
      await writeIssueMoves(tx, shop)
      await writeWaivers(tx, shop)
      await writeEnterprises(tx, shop)
      await writePacks(tx, shop)
      await writeJobs(tx, shop)
      await writeOutbound(tx, shop)
      await writeFinancing(tx, shop)
      await writeHarbours(tx, shop)
      await writeEvents(tx, shop)
      await writeServices(tx, shop, appeals)
      await writeApprovals(tx, shop)
      await writePoints(tx, shop)
      await writeComplaints(tx, shop)
      await writeSupervision(tx, shop)
      // Who was told of a colour follows from all of these.
      await writeNotices(tx, shop)
      await writeReports(tx, shop, roster)
      await writeCity(tx, shop)
      await redraftComing(tx, shop)
      return summaryOf(imagined)
    },
    { maxWait: 10_000, timeout: 600_000 },
  )
  await writeBriefings(today, newId)
  return summary
}

function summaryOf({ judged }: Imagined): SeedSummary {
  const signed = judged.filter((j) => SIGNED_STAGES.includes(j.model.project.stage ?? 'PLANNING'))
  const levels: Record<string, number> = {}
  for (const { model, history } of signed) {
    const level = history.levels.get(model.project.id) ?? 'GREY'
    levels[level] = (levels[level] ?? 0) + 1
  }
  const procedures = judged.flatMap((j) => j.model.histories)
  return {
    projects: judged.length,
    signed: signed.length,
    procedures: procedures.length,
    events: procedures.flatMap((h) => h.events).length,
    levels,
  }
}
