import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { enterpriseSearchText } from '@/lib/data/search-text'
import type { EnterpriseSize, Industry } from '@/lib/domain/enterprise'
import { addDays, daysBetween, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { imaginedCode, imaginedNames, REAL_ENTERPRISES } from './enterprise-names'
import { insertRows } from './insert-rows'
import { type Random, randomOf } from './random'

const MORE = 300
/** Codes of the projects' enterprises and of the others begin apart. */
const FIRST_CODE = { projects: 1_000, others: 5_000 }

const OF_TASKFORCE: Readonly<Record<string, readonly Industry[]>> = {
  现代商贸专班: ['TRADE', 'CATERING', 'BUSINESS', 'TRANSPORT'],
  健康服务业专班: ['HEALTH', 'RESIDENTS', 'RESEARCH'],
  低碳工业专班: ['MANUFACTURING', 'SOFTWARE', 'RESEARCH'],
}
const ROADS = ['航海路', '大学路', '淮河路', '长江路', '嵩山路', '政通路', '兴华街', '京广路'] as const

const NUMBERS: Readonly<Record<EnterpriseSize, readonly [from: number, to: number]>> = {
  LARGE: [1_000, 2_600],
  MEDIUM: [300, 900],
  SMALL: [20, 280],
  MICRO: [3, 19],
  SOLE: [1, 7],
}
const FEN_PER_HEAD = 45_000_000

type Row = Prisma.EnterpriseCreateManyInput & { id: string }

/** What is imagined of an enterprise; the same for the same source of numbers. */
function imagine(r: Random, size: EnterpriseSize, industry: Industry, today: PlainDate) {
  const [from, to] = NUMBERS[size]
  const young = r.chance(0.2)
  const first = ymd(yearOf(today), 1, 1)
  const foundedOn = young
    ? addDays(first, r.int(0, Math.max(0, daysBetween(first, today) - 1)))
    : addDays(ymd(yearOf(today) - r.int(1, 18), 1, 1), r.int(0, 364))
  const made = industry === 'MANUFACTURING' || industry === 'SOFTWARE'
  return {
    size,
    industry,
    foundedOn: toDb(foundedOn),
    employees: r.int(from, to),
    address: `${r.pick(ROADS)}${r.int(1, 188)}号`,
    aboveScale: size === 'LARGE' || size === 'MEDIUM' || (size === 'SMALL' && r.chance(0.3)),
    highTech: made && r.chance(0.35),
    specialised: made && size !== 'LARGE' && r.chance(0.2),
  }
}

/** What is confidential of it, as a plausible trade would have it. */
function creditOf(r: Random, row: { id: string; employees: number }, today: PlainDate) {
  const revenueFen = BigInt(row.employees) * BigInt(Math.round(FEN_PER_HEAD * (0.5 + r.int(0, 150) / 100)))
  return {
    enterpriseId: row.id,
    year: yearOf(today) - 1,
    revenueFen,
    taxFen: (revenueFen * BigInt(r.int(15, 60))) / 1_000n,
    grade: r.pick(['A', 'A', 'B', 'B', 'B', 'C']),
    dishonest: false,
    abnormal: r.chance(0.03),
    checkedOn: toDb(today),
  }
}

/** Facts of the enterprises of the projects, whose rows are there already. */
async function describeProjectEnterprises(tx: Tx, shop: Workshop, r: Random) {
  const rows = await tx.enterprise.findMany({
    where: { districtId: shop.districtId },
    select: {
      id: true,
      name: true,
      projects: { select: { streetId: true, taskforce: { select: { shortName: true } } }, take: 1 },
    },
    orderBy: { id: 'asc' },
  })
  const facts = rows.map(({ id, name, projects }, i) => {
    const [project] = projects
    const builds = name.includes('城市建设')
    const industry: Industry = builds
      ? 'CONSTRUCTION'
      : r.pick(OF_TASKFORCE[project?.taskforce?.shortName ?? ''] ?? ['BUSINESS'])
    const size = builds ? 'MEDIUM' : r.pick(['LARGE', 'MEDIUM', 'MEDIUM', 'SMALL', 'SMALL', 'SMALL'] as const)
    const creditCode = imaginedCode(FIRST_CODE.projects + i, false)
    return {
      id,
      creditCode,
      streetId: project?.streetId ?? null,
      searchText: enterpriseSearchText({ name, creditCode }),
      ...imagine(r, size, industry, shop.today),
    }
  })
  await tx.$executeRaw`
    UPDATE "Enterprise" e SET "creditCode" = f."creditCode", "streetId" = f."streetId", "searchText" = f."searchText",
      "size" = f."size", "industry" = f."industry", "foundedOn" = f."foundedOn", "employees" = f."employees",
      "address" = f."address", "aboveScale" = f."aboveScale", "highTech" = f."highTech", "specialised" = f."specialised",
      "createdAt" = ${toDb(shop.today)}
    FROM jsonb_populate_recordset(null::"Enterprise", ${JSON.stringify(facts)}::jsonb) f WHERE e."id" = f."id"`
  return facts
}

/** Some rows that a second entry of the same enterprise left behind: the office finds and merges them. */
function twinsOf(rows: readonly Row[], shop: Workshop): Row[] {
  const companies = rows.filter(({ name }) => name.endsWith('有限公司')).slice(0, 4)
  const twin = (of: Row | undefined, name: string, creditCode: string | null): Row[] =>
    of
      ? [
          {
            id: shop.newId(),
            districtId: shop.districtId,
            name,
            creditCode,
            streetId: of.streetId ?? null,
            searchText: enterpriseSearchText({ name, creditCode }),
            createdAt: toDb(shop.today),
          },
        ]
      : []
  const [a, b, c, d] = companies
  return [
    ...twin(a, `${a?.name.replace('郑州', '郑州市').replace('有限公司', '有限责任公司')}`, null),
    ...twin(b, `${b?.name.replace('郑州', '').replace('有限公司', '')}`, null),
    ...twin(c, `${c?.name.replace('郑州', '河南')}`, c?.creditCode ?? null),
    ...twin(d, `${d?.name.replace('有限公司', '（集团）有限公司')}`, null),
  ]
}

/**
 * The register 企业台账: facts of the projects' enterprises, three hundred more, the real names with nothing but their name, and a few
 * duplicates.
 */
export async function writeEnterprises(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, newId } = shop
  const r = randomOf('enterprises')
  const known = await describeProjectEnterprises(tx, shop, r)
  const streets = await tx.org.findMany({
    where: { districtId, kind: 'STREET' },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const rows = imaginedNames(r, MORE).map(({ name, industry, shop: small }, i) => {
    const creditCode = imaginedCode(FIRST_CODE.others + i, small)
    const size = small ? 'SOLE' : r.pick(['MEDIUM', 'SMALL', 'SMALL', 'SMALL', 'MICRO', 'MICRO'] as const)
    return {
      id: newId(),
      districtId,
      name,
      creditCode,
      streetId: r.pick(streets).id,
      searchText: enterpriseSearchText({ name, creditCode }),
      state: i % 40 === 39 ? r.pick(['MOVED_OUT', 'CLOSED'] as const) : ('ACTIVE' as const),
      createdAt: toDb(today),
      ...imagine(r, size, industry, today),
    }
  })
  const real = REAL_ENTERPRISES.map((name) => ({
    id: newId(),
    districtId,
    name,
    searchText: enterpriseSearchText({ name }),
    createdAt: toDb(today),
  }))
  await insertRows(tx, 'Enterprise', rows)
  await insertRows(tx, 'Enterprise', [...real, ...twinsOf(rows, shop)])
  const credits = [...known, ...rows].filter(() => r.chance(0.7)).map((row) => creditOf(r, row, today))
  await insertRows(tx, 'EnterpriseCredit', credits)
}
