import { beforeAll, expect, test } from 'vitest'
import { exportBulletin, exportRankingRows } from '@/lib/actions/export-ranking'
import { takeBulletin } from '@/lib/actions/take-bulletin'
import { toDb } from '@/lib/data/date'
import { db } from '@/lib/data/db'
import { addProject, makeDistrict, type TestDistrict } from '@/lib/data/district.fixture'
import { findBulletin, loadBulletinFigure } from '@/lib/data/ranking-bulletin'
import { cityTrend, hasDistricts } from '@/lib/data/ranking-city-trend'
import { draftRankingNow } from '@/lib/data/ranking-draft'
import { correctRanking, publishRanking } from '@/lib/data/ranking-publish'
import { rankingRows } from '@/lib/data/ranking-rows'
import { brokenRankings } from '@/lib/data/ranking-seal'
import type { Actor } from '@/lib/domain/access'
import { compareFractions, type Fraction, minus, over, plus, times, toFixedDecimal, whole } from '@/lib/domain/decimal'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { on } from '@/lib/domain/plain-date'
import { figuresOf } from '@/lib/domain/ranking/bulletin'
import { readFigure } from '@/lib/domain/ranking/bulletin-facts'
import { INDICATORS, SCORE_TABLES, type ScoreTable } from '@/lib/domain/score'
import { readXlsx } from '@/lib/files/read-xlsx'

const month = '2026-11'
const today = on('2026-12-09')
const moment = { today, now: new Date('2026-12-09T01:00:00Z'), clock: '09:00' }

/** Somebody of another role in the district, tied to a unit. */
const as = (actor: Actor, role: Actor['role'], orgId = actor.orgId): Actor => ({ ...actor, role, orgId })

/** A district with three projects, a team and a street, finished and late procedures, issues, ratings, money. */
async function busyDistrict(): Promise<TestDistrict & { taskforceId: string; streetId: string }> {
  const d = await makeDistrict()
  const { districtId } = d
  const unit = (kind: 'TASKFORCE' | 'STREET', name: string) =>
    db.org.create({ data: { districtId, kind, name, shortName: name, searchText: name } })
  const [taskforce, street] = [await unit('TASKFORCE', '商贸专班'), await unit('STREET', '德化街')]
  await addProject(d, '冷链中心')
  await addProject(d, '云创中心')
  await db.project.updateMany({
    where: { districtId },
    data: { taskforceId: taskforce.id, streetId: street.id, totalFen: 50_000_000_000n },
  })
  const projects = await db.project.findMany({ where: { districtId }, orderBy: { number: 'asc' } })
  for (const [i, project] of projects.entries()) {
    await db.yearPlan.create({
      data: {
        projectId: project.id,
        year: 2026,
        plannedFen: 20_000_000_000n,
        openingFen: BigInt(i + 1) * 3_000_000_000n,
      },
    })
    const procedures = await db.procedure.findMany({ where: { projectId: project.id }, orderBy: { code: 'asc' } })
    for (const [nth, procedure] of procedures.entries())
      await db.procedure.update({
        where: { id: procedure.id },
        data: {
          state: 'DONE',
          receivedOn: toDb(on('2026-11-03')),
          acceptedOn: toDb(on('2026-11-03')),
          planFinishOn: toDb(on('2026-11-13')),
          // The second of the first project is late.
          finishedOn: toDb(on(i === 0 && nth === 1 ? '2026-11-26' : '2026-11-10')),
        },
      })
    for (const n of [1, 2])
      await db.issue.create({
        data: {
          districtId,
          number: i * 2 + n,
          source: 'STEWARD',
          text: `临时用电${n}`,
          projectId: project.id,
          leadOrgId: d.first.agencyId,
          state: 'SOLVED',
          raisedOn: toDb(on('2026-11-04')),
          heldSince: toDb(on('2026-11-04')),
          tierSince: toDb(on('2026-11-04')),
          dueOn: toDb(on('2026-11-18')),
          closedOn: toDb(on(n === 2 && i === 1 ? '2026-11-25' : '2026-11-12')),
        },
      })
  }
  return { ...d, taskforceId: taskforce.id, streetId: street.id }
}

const versionOf = async (districtId: string) =>
  (await db.ranking.findUniqueOrThrow({ where: { districtId_month: { districtId, month } } })).version

async function published() {
  const d = await busyDistrict()
  await draftRankingNow(d.districtId, month)
  const input = { month, version: await versionOf(d.districtId) }
  const signed = await publishRanking(d.office, input, { today })
  if (!signed.ok) throw new Error(signed.error.code)
  return d
}

let d: Awaited<ReturnType<typeof published>>
beforeAll(async () => {
  d = await published()
})

const bulletinOf = async (actor: Actor, nth?: number) => {
  const edition = await findBulletin(actor, today, { month, nth })
  if (!edition) throw new Error('no bulletin')
  return edition
}

test('a draft is the office’s, a bulletin whoever sees all tables; nobody else has it', async () => {
  const own = await busyDistrict()
  await draftRankingNow(own.districtId, month)
  const discipline = as(own.office, 'DISCIPLINE')
  expect((await findBulletin(own.office, today, { month }))?.signed).toBeNull()
  expect(await findBulletin(discipline, today, { month })).toBeNull()
  expect((await bulletinOf(as(d.office, 'DISCIPLINE'))).signed?.by).toBe('周办')
  for (const role of ['STEWARD', 'AGENCY', 'AGENCY_HEAD', 'TASKFORCE', 'STREET', 'CONTACT', 'BANK', 'AUDITOR'] as const)
    expect(await findBulletin(as(d.office, role), today, { month }), role).toBeNull()
  expect(await findBulletin(own.office, today, { month: '2026-10' })).toBeNull()
})

test('every figure opens as many rows as it says', async () => {
  const edition = await bulletinOf(d.office)
  const figures = figuresOf(edition.bulletin)
  expect(figures.length).toBeGreaterThan(10)
  for (const { figure, text } of figures) {
    const rows = await loadBulletinFigure(d.office, edition, figure)
    const query = readFigure(figure)
    if (!rows || !query) throw new Error(figure)
    expect(rows.projects.length + rows.items.length, figure).toBe(rows.count)
    expect(rows.count, figure).toBeGreaterThan(0)
    // Names and points are no counts; numbers of projects, items and events are.
    const n = /^(\d+)[个件]?$/.exec(text)?.[1]
    if (n && (query.of === 'ITEMS' || query.group !== 'project')) expect(rows.count, figure).toBe(Number(n))
  }
  expect(await loadBulletinFigure(d.office, edition, 'items.AGENCY.all.F')).toBeNull()
})

test('what is published stays as it was printed, whatever happens to the facts; a correction is another paper', async () => {
  const own = await published()
  const before = await bulletinOf(own.office)
  await db.project.update({ where: { id: own.projectId }, data: { name: '改了名的项目', totalFen: 1n } })
  await db.org.update({ where: { id: own.first.agencyId ?? '' }, data: { name: '改了名的局' } })
  await db.district.update({ where: { id: own.districtId }, data: { name: '改了名的区' } })
  expect(await bulletinOf(own.office)).toEqual(before)
  const { id } = await db.rankingVersion.findFirstOrThrow({ where: { ranking: { districtId: own.districtId } } })
  await expect(db.rankingVersion.update({ where: { id }, data: { bulletin: {} } })).rejects.toThrow('stays as it is')
  const item = await db.rankingItem.findFirstOrThrow({ where: { versionId: id, table: 'AGENCY', out: null } })
  const note = '漏算1件，予以更正。'
  const input = {
    month,
    version: await versionOf(own.districtId),
    note,
    changes: [{ seq: item.seq, remedy: 'LEAVE_OUT' as const }],
  }
  expect(await correctRanking(own.office, input, { today })).toMatchObject({ ok: true })
  const second = await bulletinOf(own.office)
  expect(second.nth).toBe(2)
  expect(JSON.stringify(second.bulletin)).toContain(note)
  expect((await bulletinOf(own.office, 1)).bulletin).toEqual(before.bulletin)
  const broken = []
  for await (const finding of brokenRankings()) broken.push(finding)
  expect(broken).toEqual([])
})

/** Cells of a sheet by the header of their column. */
function tableOf(sheet: GridSheet | undefined): Record<string, string>[] {
  const [header, ...rows] = (sheet?.rows ?? []).filter(({ number }) => number >= 3)
  const names = [...(header?.cells ?? [])].map(([column, cell]) => [column, cell.text] as const)
  return rows.map(({ cells }) =>
    Object.fromEntries(names.map(([column, name]) => [name, cells.get(column)?.text ?? ''])),
  )
}

async function sheetsOf(bytes: Buffer): Promise<readonly GridSheet[]> {
  const read = await readXlsx(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

const fraction = (text: string): Fraction => {
  const [n = '0', d = '1'] = text.split('/')
  return { n: BigInt(n), d: BigInt(d) }
}
const number = (text: string | undefined): Fraction => whole(Number(text))

/** Score of one subject, counted by hand from nothing but the exported rows and what stands beside them. */
function recounted(items: Record<string, string>[], lines: Record<string, string>[]): string {
  let sum = whole(0)
  for (const indicator of INDICATORS) {
    const line = lines.find((each) => each.指标 === indicator)
    if (!line) throw new Error(indicator)
    const counted = items.filter((item) => item.指标 === indicator && item.是否计入 === '计入')
    let [kept, of, n] = [whole(0), whole(0), whole(0)]
    for (const item of counted) {
      kept = plus(kept, times(number(item.权重), over(number(item.得数), number(item.满数))))
      of = plus(of, number(item.权重))
      n = plus(n, number(item.观察数))
    }
    const mean = fraction(line['全区均值（分数）'] ?? '')
    const rate = of.n === 0n ? mean : over(kept, of)
    const prior = number(line.掺入件数)
    const adjusted = over(plus(times(rate, n), times(prior, mean)), plus(n, prior))
    sum = plus(sum, times(number(line.满分), adjusted))
  }
  const events = items.filter((item) => item.指标 === 'EVENT' && item.是否计入 === '计入').length
  const { 每件扣: each = '0', 最多扣: cap = '0' } = lines[0] ?? {}
  const total = minus(sum, whole(Math.min(events * Number(each), Number(cap))))
  return toFixedDecimal(compareFractions(total, whole(0)) < 0 ? whole(0) : total, 1)
}

test.each(SCORE_TABLES)(
  'counting the exported rows of %s again gives the printed scores',
  async (table: ScoreTable) => {
    const made = await exportRankingRows(d.office, { month, table, subject: undefined, nth: undefined }, moment)
    if (!made.ok) throw new Error(made.error.code)
    const [rows, scores] = await sheetsOf(made.value.bytes)
    const [items, lines] = [tableOf(rows), tableOf(scores)]
    const printed = await db.rankingLine.findMany({
      where: { table, version: { ranking: { districtId: d.districtId } } },
    })
    expect(printed.length).toBeGreaterThan(0)
    for (const { body, score } of printed) {
      const { name } = body as { name: string }
      const own = lines.filter((line) => line.对象 === name)
      const again = recounted(
        items.filter((item) => item.对象 === name),
        own,
      )
      expect([name, again]).toEqual([name, own[0]?.总分])
      expect(again).toBe(((score ?? 0) / 10).toFixed(1))
    }
  },
)

test('whoever is ranked takes his own rows and no others', async () => {
  const head = as(d.head, 'AGENCY_HEAD')
  const own = await rankingRows(head, today, { month, table: 'AGENCY' })
  expect(own?.rows.map(({ subjectId }) => subjectId)).toEqual([d.first.agencyId])
  expect(new Set(own?.items.map(({ subjectId }) => subjectId))).toEqual(new Set([d.first.agencyId]))
  expect(await rankingRows(head, today, { month, table: 'TASKFORCE' })).toBeNull()
  const steward = await rankingRows(d.steward, today, { month, table: 'STEWARD' })
  expect(steward?.rows.map(({ name }) => name)).toEqual(['王管家'])
  expect(await rankingRows(d.successor, today, { month, table: 'STEWARD', subject: d.steward.personId })).toBeNull()
  for (const role of ['AGENCY', 'CONTACT', 'BANK', 'AUDITOR'] as const)
    expect(await rankingRows(as(d.office, role), today, { month, table: 'AGENCY' }), role).toBeNull()
})

test('a paper names the office that published it, whoever takes it', async () => {
  // A minute of its own: the others' exports count for theirs.
  const later = { ...moment, now: new Date('2026-12-09T02:00:00Z') }
  const leader = as(d.office, 'LEADER', d.first.agencyId)
  const said = []
  for (const actor of [d.office, leader]) {
    const book = await exportBulletin(actor, { month }, later)
    const rows = await exportRankingRows(actor, { month, table: 'AGENCY', subject: undefined, nth: undefined }, later)
    if (!book.ok || !rows.ok) throw new Error('not taken')
    for (const { bytes } of [book.value, rows.value])
      said.push(
        JSON.stringify([...((await sheetsOf(bytes))[0]?.rows[1]?.cells.values() ?? [])].map(({ text }) => text)),
      )
  }
  const { unit } = (await bulletinOf(d.office)).bulletin.head
  expect(said).toHaveLength(4)
  for (const line of said) expect(line).toContain(`填报单位：${unit}"`)
})

test('what is taken along is remembered, and says its version', async () => {
  const word = await takeBulletin(d.office, { month }, moment)
  const book = await exportBulletin(d.office, { month }, moment)
  if (!word.ok || !book.ok) throw new Error('not taken')
  expect([word.value.fileName, book.value.fileName]).toEqual(['月通报_2026年11月.docx', '月通报附表_2026年11月.xlsx'])
  const sheets = await sheetsOf(book.value.bytes)
  expect(sheets.map(({ name }) => name)).toEqual([
    '各板块投资进度',
    '板块得分',
    '各专班投资进度',
    '专班得分',
    '部门办理时效',
    '项目进度',
    '填表说明',
  ])
  expect(tableOf(sheets[0])[0]).toMatchObject({ 地区: '德化街', 重点项目个数: '3', '总投资金额(亿元)': '15' })
  const entries = await db.auditEntry.findMany({
    where: { action: 'ranking.take', actorId: d.office.userId },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ detail }) => (detail as { what: string }).what).slice(-2)).toEqual(['BULLETIN', 'WORKBOOK'])
  expect(await takeBulletin(as(d.office, 'TASKFORCE'), { month }, moment)).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
})

test('a city compares what its districts have published, and nothing else', async () => {
  const city = await makeDistrict()
  const leader = as(city.office, 'LEADER')
  expect(await hasDistricts(leader)).toBe(false)
  const draft = await busyDistrict()
  await draftRankingNow(draft.districtId, month)
  await db.district.updateMany({
    where: { id: { in: [d.districtId, draft.districtId] } },
    data: { parentId: city.districtId },
  })
  const trend = await cityTrend(leader)
  expect(trend?.months).toEqual([month])
  expect(trend?.districts).toHaveLength(1)
  expect(trend?.districts[0]?.overalls[0]?.projects).toBe(3)
  expect(await hasDistricts(leader)).toBe(true)
  expect(await cityTrend(as(city.office, 'STEWARD'))).toBeNull()
  expect(await cityTrend(d.office)).toBeNull()
})
