import { describe, expect, test } from 'vitest'
import { exportLedger } from '@/lib/actions/export-ledger'
import { toDb } from '@/lib/data/date'
import { db } from '@/lib/data/db'
import { makeDistrict, START, type TestDistrict } from '@/lib/data/district.fixture'
import { takeFileTurn } from '@/lib/data/file-turns'
import { previewLedger } from '@/lib/data/ledger-import'
import { listExportProcedures } from '@/lib/data/procedure-export-rows'
import { listExportProjects } from '@/lib/data/project-export-rows'
import type { Actor } from '@/lib/domain/access'
import { readLedger } from '@/lib/domain/ledger'
import { readXlsx } from '@/lib/files/read-xlsx'
import { EXPORT_KINDS, type ExportKind } from '@/lib/schemas/ledger-export'
import { projectFilter } from '@/lib/schemas/project'

const NOW = new Date('2026-11-02T01:00:00Z')
const all = projectFilter.parse({})
const take = (actor: Actor, kind: ExportKind, query: Record<string, string> = {}, now = NOW) =>
  exportLedger(
    actor,
    {
      kind,
      filter: projectFilter.parse(query),
      query: new URLSearchParams(query).toString(),
    },
    { today: START, now, clock: '09:00' },
  )
async function sheetOf(made: Awaited<ReturnType<typeof take>>) {
  if (!made.ok) throw new Error(made.error.code)
  const read = await readXlsx(made.value.bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}
const wordsOf = async (made: Awaited<ReturnType<typeof take>>) =>
  (await sheetOf(made)).flatMap((sheet) =>
    sheet.rows.flatMap((row) => [...row.cells.values()].map((cell) => cell.text)),
  )

/** A project that says everything a ledger can say, with what a spreadsheet could misread. */
async function fill({ districtId, projectId, office, steward }: TestDistrict) {
  const org = await db.org.create({ data: { districtId, kind: 'TASKFORCE', name: '低碳专班', shortName: '低碳专班' } })
  const street = await db.org.create({ data: { districtId, kind: 'STREET', name: '马寨镇', shortName: '马寨' } })
  const firm = await db.enterprise.create({ data: { districtId, name: '甲公司' } })
  const contact = await db.person.create({
    data: { districtId, name: '欧阳娜娜', phone: '13800000001', enterpriseId: firm.id },
  })
  const leader = await db.person.create({
    data: { districtId, name: '高振宇', phone: '13800000002', orgId: office.orgId },
  })
  await db.person.update({ where: { id: steward.personId }, data: { phone: '0371-68000000' } })
  await db.project.update({
    where: { id: projectId },
    data: {
      code: '2605-410103-04-01-100271',
      nature: 'NEW',
      content: '=1+1\n建设冷库',
      buildFrom: '2024-08',
      buildTo: '2027-12',
      totalFen: 123_456_789_123n,
      note: '+86',
      progressText: '@完成_x0041_',
      nextPlanText: '-进场',
      taskforceId: org.id,
      streetId: street.id,
      leadUnitId: office.orgId,
      enterpriseId: firm.id,
      contactId: contact.id,
      leaderId: leader.id,
      yearPlans: { create: { year: 2026, plannedFen: 5_000_000_001n, openingFen: 7n } },
      completions: { create: { weekOf: toDb(START), amountFen: 3_000_000_000n } },
    },
  })
  for (const [number, text, request] of [
    [1, '供水管线未迁改', '协调供水'],
    [2, '临时用电', null],
  ] as const)
    await db.issue.create({
      data: {
        districtId,
        number,
        source: 'STEWARD',
        text,
        request,
        projectId,
        leadOrgId: office.orgId,
        raisedOn: toDb(START),
        heldSince: toDb(START),
        tierSince: toDb(START),
      },
    })
}

describe('an export', () => {
  test.each(['weekly', 'view'] as const)('untouched (%s) imports back without a change', async (kind) => {
    const district = await makeDistrict()
    await fill(district)
    const everything = {
      columns:
        'name,code,taskforce,street,enterprise,nature,content,span,total,planned,done,problem,request,next,leader,leadUnit,steward,contact,level,owner,ruler,verified,milestone,note',
    }
    const grid = await sheetOf(await take(district.office, kind, kind === 'view' ? everything : {}))
    const ledger = readLedger(grid, START, { columns: new Map(), stages: new Map() })
    const preview = await previewLedger(
      district.office,
      { ledger, answers: {}, fileName: 'a.xlsx', sha256: '0', reason: '—', strict: false, mends: [] },
      START,
    )
    expect(preview).toMatchObject({ ok: true, value: { rows: 1, unchanged: 1, changed: 0, created: 0, rejected: 0 } })
    expect(preview.ok && preview.value.projects[0]?.changes).toEqual([])
  })

  test('is remembered with its cells and versions, and once in the audit', async () => {
    const district = await makeDistrict()
    await fill(district)
    const words = await wordsOf(await take(district.office, 'weekly', { q: '热力' }))
    const [kept] = await db.ledgerExport.findMany({ where: { districtId: district.districtId } })
    expect(kept).toMatchObject({
      kind: 'WEEKLY_LEDGER',
      query: 'q=%E7%83%AD%E5%8A%9B',
      rowCount: 1,
      actorId: district.office.userId,
    })
    expect(words).toContain(kept?.id)
    expect(words).toContain(district.projectId)
    const base = kept?.base as Record<string, { version: number; cells: Record<string, string> }>
    expect(base[district.projectId]?.cells).toMatchObject({
      name: '热力管网',
      total: '123456.789123',
      problem: '1. 供水管线未迁改\n2. 临时用电',
    })
    expect(base[district.projectId]?.version).toBe(1)
    const audit = await db.auditEntry.findMany({ where: { districtId: district.districtId, action: 'ledger.export' } })
    expect(audit.map(({ ok, subject }) => [ok, subject])).toEqual([[true, kept?.id]])
    expect(audit[0]?.detail).toMatchObject({ rowCount: 1 })
  })

  test('has the rows the ledger counts, all pages of them, in its order', async () => {
    const district = await makeDistrict()
    await db.project.createMany({
      data: Array.from({ length: 120 }, (_, i) => ({
        districtId: district.districtId,
        number: i + 2,
        name: `项目${i}`,
        searchText: `项目${i}`,
        totalFen: BigInt(i) * 1_000_000n,
        enteredOn: toDb(START),
      })),
    })
    const filter = projectFilter.parse({ q: '项目', sort: 'total', page: '3', size: '20' })
    const rows = await listExportProjects(district.office, filter, START)
    expect(rows).toHaveLength(120)
    expect(rows[0]?.name).toBe('项目119')
    const [sheet] = await sheetOf(await take(district.office, 'weekly', { q: '项目', sort: 'total', page: '3' }))
    // Title, unit line, header, the rows, the total.
    expect(sheet?.rows).toHaveLength(120 + 4)
    const total = [...(sheet?.rows.at(-1)?.cells.values() ?? [])]
    expect(total.map((cell) => cell.text)).toContain('7140')
    expect(total.filter((cell) => cell.formula)).toHaveLength(4)
  })

  test('gives nobody a row, a procedure or a number beyond his own', async () => {
    const district = await makeDistrict()
    await fill(district)
    const stranger = { ...district.successor } as Actor
    expect(await listExportProjects(stranger, all, START)).toEqual([])
    expect(await listExportProcedures(stranger, all, START)).toEqual([])
    const away = await makeDistrict()
    expect(await listExportProjects(away.office, projectFilter.parse({ q: '热力' }), START)).toHaveLength(1)
    const discipline = { ...district.office, role: 'DISCIPLINE' } as Actor
    const words = (await wordsOf(await take(discipline, 'weekly'))).join()
    expect(words).toContain('欧阳娜娜')
    expect(words).not.toContain('13800000001')
    const agency = await listExportProcedures(district.agency, all, START)
    expect(agency).toHaveLength(3)
    expect(
      await listExportProcedures({ ...district.agency, orgId: district.office.orgId } as Actor, all, START),
    ).toEqual([])
  })

  test('names the unit of money only where there is money', async () => {
    const { office, agency } = await makeDistrict()
    const lineOf = async (actor: Actor, query: Record<string, string>) =>
      (await wordsOf(await take(actor, 'view', query))).find(
        (words) => words.includes('截至') && !words.includes('台账'),
      )
    expect(await lineOf(office, {})).toMatch(/^单位：万元/)
    expect(await lineOf(office, { columns: 'name,level' })).toMatch(/^截至/)
    // A reader of the card is given no money.
    expect(await lineOf(agency, {})).toMatch(/^截至/)
  })

  test.each(EXPORT_KINDS)('of kind %s is refused to whoever sees no projects, and remembered', async (kind) => {
    const { auditor, districtId } = await makeDistrict()
    expect(await take(auditor, kind)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    expect(await db.ledgerExport.count({ where: { districtId } })).toBe(0)
    expect(await db.auditEntry.count({ where: { districtId, action: 'ledger.export', ok: false } })).toBe(1)
  })

  test('is taken ten times a minute, however many ask at once, and again a minute later', async () => {
    const { office, steward } = await makeDistrict()
    const turns = await Promise.all(Array.from({ length: 25 }, () => takeFileTurn('export', office.userId, NOW)))
    expect(turns.filter((turn) => turn.ok)).toHaveLength(10)
    expect(await take(office, 'weekly')).toMatchObject({ ok: false, error: { code: 'EXPORT_LIMIT', seconds: 60 } })
    expect((await take(steward, 'weekly')).ok).toBe(true)
    expect((await take(office, 'weekly', {}, new Date(NOW.getTime() + 60_000))).ok).toBe(true)
  })
})

test('the ledger of procedures and the wide table say where each item stands', async () => {
  const district = await makeDistrict()
  await db.procedure.update({
    where: { id: district.first.id },
    data: { state: 'ACCEPTED', receivedOn: toDb(START), acceptedOn: toDb(START), statutoryWd: 20 },
  })
  const long = await wordsOf(await take(district.office, 'procedures'))
  expect(long).toEqual(expect.arrayContaining(['事项GH01', '已受理', '7工作日', '合计 3件']))
  const wide = await wordsOf(await take(district.office, 'wide'))
  expect(wide).toEqual(expect.arrayContaining(['热力管网', '事项GH01', '剩7']))
})
