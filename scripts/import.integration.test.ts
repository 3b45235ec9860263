import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/data/db'
import { newId } from '@/lib/data/ledger-id'
import { importLedger, type LedgerInput, loadLedgerWords, previewLedger } from '@/lib/data/ledger-import'
import { undoLedger } from '@/lib/data/ledger-undo'
import { openSlip } from '@/lib/data/supervision-writes'
import type { Actor, Role } from '@/lib/domain/access'
import { readLedger } from '@/lib/domain/ledger'
import { readPerson } from '@/lib/domain/ledger-person'
import type { LedgerRow } from '@/lib/domain/ledger-row'
import type { LedgerAnswers } from '@/lib/domain/ledger-snapshot'
import { on } from '@/lib/domain/plain-date'
import { readXlsx } from '@/lib/files/read-xlsx'
import { ledgerReportText } from '@/lib/i18n/ledger-report-text'

const TODAY = on('2026-11-23')
const STREETS =
  '京广路街道 五里堡街道 侯寨乡 福华街街道 一马路街道 马寨镇 嵩山路街道 建中街街道 蜜蜂张街道 人和路街道 大学路街道 长江路街道 淮河路街道'.split(
    ' ',
  )
const TEAMS = ['现代商贸（特色商业）专班', '健康服务业专班', '低碳科技型工业专班']

/** A district with its 专班, streets and an office, and nothing else; each test has its own. */
async function foundDistrict(role: Role = 'OFFICE'): Promise<Actor> {
  const [districtId, personId, userId] = [newId(), newId(), newId()]
  await db.district.create({ data: { id: districtId, code: districtId, name: '二七区' } })
  const unit = (kind: 'TASKFORCE' | 'STREET' | 'AGENCY') => (name: string) => ({
    districtId,
    kind,
    name,
    shortName: name,
  })
  await db.org.createMany({
    data: [...TEAMS.map(unit('TASKFORCE')), ...STREETS.map(unit('STREET')), ...['区城市管理局'].map(unit('AGENCY'))],
  })
  await db.person.create({ data: { id: personId, districtId, name: '办公室值班' } })
  await db.user.create({ data: { id: userId, districtId, username: userId, passwordHash: 'x', role, personId } })
  const actor = {
    userId,
    personId,
    name: '办公室',
    role,
    districtId,
    orgId: null,
    enterpriseId: null,
    standsInFor: [personId],
    address: null,
  }
  return actor as unknown as Actor
}

async function inputOf(actor: Actor, name: string, more: Partial<LedgerInput> = {}): Promise<LedgerInput> {
  const read = await readXlsx(fs.readFileSync(path.join(import.meta.dirname, '../lib/files/testdata', name)))
  const words = await loadLedgerWords(actor, more.answers ?? {})
  if (!read.ok || !words.ok) throw new Error('unreadable fixture')
  return {
    ledger: readLedger(read.value, TODAY, words.value),
    answers: {},
    fileName: name,
    sha256: '0',
    reason: `台账导入：${name}`,
    strict: false,
    mends: [],
    ...more,
  }
}

async function imported(actor: Actor, name: string, more: Partial<LedgerInput> = {}) {
  const done = await importLedger(actor, await inputOf(actor, name, more), { today: TODAY })
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}

/** Every row of the district an import can touch, without versions and the time of writing. */
async function stateOf({ districtId }: Actor) {
  const project = { districtId }
  const [units, firms, people, projects, issues, mappings] = await Promise.all([
    db.org.findMany({ where: { districtId }, orderBy: { id: 'asc' }, omit: { version: true } }),
    db.enterprise.findMany({ where: { districtId }, orderBy: { id: 'asc' } }),
    db.person.findMany({ where: { districtId }, orderBy: { id: 'asc' } }),
    db.project.findMany({
      where: project,
      orderBy: { id: 'asc' },
      omit: { version: true, evaluatedOn: true },
      include: {
        stewards: { orderBy: { id: 'asc' } },
        yearPlans: { omit: { version: true } },
        completions: { omit: { version: true }, orderBy: { id: 'asc' } },
        milestones: { omit: { version: true }, orderBy: { id: 'asc' } },
        updates: { orderBy: { id: 'asc' } },
        stageChanges: { orderBy: { id: 'asc' } },
        planChanges: { orderBy: { id: 'asc' } },
      },
    }),
    db.issue.findMany({ where: project, orderBy: { id: 'asc' } }),
    db.nameMapping.findMany({ where: { districtId } }),
  ])
  return { units, firms, people, projects, issues, mappings }
}

let office: Actor
beforeEach(async () => {
  office = await foundDistrict()
})
afterAll(() => db.$disconnect())

describe('the first ledger of a district', () => {
  test('becomes sixty projects, each with one steward, its money, its plan and its problems', async () => {
    const report = await imported(office, 'weekly-ledger.xlsx')
    expect(report).toMatchObject({
      rows: 60,
      created: 60,
      rejected: 0,
      issues: 14,
      totals: { totalWan: 3_495_200, planWan: 1_839_600 },
    })
    const { projects, issues, firms } = await stateOf(office)
    expect(projects).toHaveLength(60)
    expect(projects.every((p) => p.stewards.filter((s) => s.toOn === null).length === 1)).toBe(true)
    expect(new Set(projects.flatMap((p) => p.stewards.map((s) => s.personId))).size).toBe(23)
    expect(projects.reduce((sum, p) => sum + (p.totalFen ?? 0n), 0n)).toBe(3_495_200_000_000n)
    expect(issues.map((i) => [i.source, i.state])).toEqual(
      issues.map((i) => ['LEDGER', i.leadOrgId ? 'IN_HAND' : 'TO_ASSIGN']),
    )
    expect(issues).toHaveLength(14)
    expect(firms).toHaveLength(56)

    const project = projects.find((p) => p.name === '锦程华睿医养综合体项目')
    expect(project).toMatchObject({
      buildFrom: '2024-11',
      buildTo: '2025-10',
      stage: 'NEGOTIATING',
      totalFen: 15_800_000_000n,
    })
    expect(project?.searchText).toContain('jinchenghuaruiyiyangzongheti')
    const start = project?.milestones.find((m) => m.kind === 'START')
    expect([start?.plannedOn?.toISOString().slice(0, 10), start?.monthOnly]).toEqual(['2024-11-30', true])
    expect(await db.project.count({ where: { districtId: office.districtId, evaluatedOn: null } })).toBe(0)
  })

  test('states the year’s sum: what weeks do not explain was completed before', async () => {
    await imported(office, 'weekly-ledger.xlsx')
    const project = await db.project.findFirstOrThrow({
      where: { districtId: office.districtId, name: '嘉禾宏图云创中心项目' },
      include: { yearPlans: true, completions: true },
    })
    expect(project.yearPlans.map((p) => [p.year, p.plannedFen, p.openingFen])).toEqual([
      [2026, 102_700_000_000n, 41_925_000_000n],
    ])
    expect(project.completions.map((e) => [e.weekOf.toISOString().slice(0, 10), e.amountFen])).toEqual([
      ['2026-11-16', 1_424_000_000n],
    ])
  })

  test('a leader is not the enterprise contact of the same name', async () => {
    await imported(office, 'weekly-ledger.xlsx')
    const namesakes = await db.person.findMany({
      where: { districtId: office.districtId, name: '高永刚' },
      include: { ledProjects: true, contactOf: true },
    })
    expect(namesakes.map((p) => [p.phone, p.ledProjects.length > 0, p.contactOf.length > 0]).sort()).toEqual([
      [null, true, false],
      ['13890972936', false, true],
    ])
  })
})

describe('again', () => {
  test('the same file twice changes nothing and makes no batch', async () => {
    await imported(office, 'weekly-ledger.xlsx')
    const before = await stateOf(office)
    const report = await imported(office, 'weekly-ledger.xlsx')
    expect(report).toMatchObject({ created: 0, changed: 0, unchanged: 60, batchId: null })
    expect(await stateOf(office)).toEqual(before)
    expect(await db.importBatch.count({ where: { districtId: office.districtId } })).toBe(1)
  })

  test('a preview writes nothing and says what the import then does', async () => {
    const before = await stateOf(office)
    const preview = await previewLedger(office, await inputOf(office, 'weekly-ledger-errors.xlsx'), TODAY)
    expect(await stateOf(office)).toEqual(before)
    const done = await imported(office, 'weekly-ledger-errors.xlsx')
    expect(preview.ok && { ...preview.value, batchId: done.batchId }).toEqual(done)
  })
})

describe('a ledger with mistakes', () => {
  test('its good rows go in, the others stay out with the reason', async () => {
    const { projects } = await imported(office, 'weekly-ledger-errors.xlsx')
    expect(projects.map((p) => [p.row, p.verdict])).toEqual([
      [4, 'error'],
      [5, 'error'],
      [6, 'error'],
      [7, 'error'],
      [8, 'error'],
      [9, 'error'],
      [10, 'new'],
      [11, 'unknown'],
      [12, 'new'],
      [13, 'error'],
      [14, 'error'],
      [15, 'new'],
    ])
    const note = await db.project.findFirstOrThrow({
      where: { districtId: office.districtId, name: '宏图同创工业母机研发中心项目' },
    })
    expect(note.note).toBe('=1+1')
  })

  test('strict: nothing goes in', async () => {
    const before = await stateOf(office)
    const refused = await importLedger(office, await inputOf(office, 'weekly-ledger-errors.xlsx', { strict: true }), {
      today: TODAY,
    })
    expect(refused).toMatchObject({ ok: false, error: { code: 'LEDGER_NOT_CLEAN', rejected: 9 } })
    expect(await stateOf(office)).toEqual(before)
  })

  test('an answer is asked for once', async () => {
    const answers: LedgerAnswers = { TASKFORCE: { 神秘专班: '健康服务业专班' }, STAGE: { 快好了: '竣工' } }
    const first = await imported(office, 'weekly-ledger-errors.xlsx', { answers })
    expect(first.projects.filter((p) => p.row === 9 || p.row === 11).map((p) => [p.verdict, p.stage])).toEqual([
      ['new', 'COMPLETED'],
      ['new', 'PRODUCTION'],
    ])
    const second = await imported(office, 'weekly-ledger-errors.xlsx')
    expect(second).toMatchObject({ created: 0, changed: 0, unchanged: 5, batchId: null })
  })

  test('李局长 makes nobody; who he is is asked for once', async () => {
    const { districtId } = office
    const { id } = await db.person.create({ data: { id: newId(), districtId, name: '李文博', phone: '13900000001' } })
    const lead = async (said: string, answers: LedgerAnswers = {}) => {
      const input = await inputOf(office, 'weekly-ledger.xlsx', { answers })
      const [row, ...others] = input.ledger.rows
      const rows = [{ ...row, leader: readPerson(said) } as LedgerRow, ...others]
      const done = await importLedger(office, { ...input, ledger: { ...input.ledger, rows } }, { today: TODAY })
      if (!done.ok) throw new Error(done.error.code)
      const name = String(row?.name)
      const project = await db.project.findFirstOrThrow({ where: { districtId, name } })
      return { leaderId: project.leaderId, codes: done.value.projects[0]?.notes.map((n) => n.code), report: done.value }
    }
    const asked = await lead('李局长')
    expect([asked.leaderId, asked.codes]).toEqual([null, ['PERSON_UNNAMED']])
    expect(asked.report.unknown.PERSON).toContain('李局长')
    expect(ledgerReportText(asked.report, { file: 'x', dryRun: false }, 'zh-CN')).toContain('未知的人员：李局长。')
    expect(await db.person.count({ where: { districtId, name: '李局长' } })).toBe(0)
    const answered = await lead('李局长', { PERSON: { 李局长: '李文博' } })
    expect([answered.leaderId, answered.codes]).toEqual([id, []])
    expect((await lead('李局长')).leaderId).toBe(id)
  })

  test('李局长 with a number is whoever has the number and the surname', async () => {
    const { districtId } = office
    const { id } = await db.person.create({ data: { id: newId(), districtId, name: '李文博', phone: '13900000001' } })
    const input = await inputOf(office, 'weekly-ledger.xlsx')
    const [first, second] = input.ledger.rows
    const rows = [
      { ...first, steward: readPerson('李局长 13900000001') } as LedgerRow,
      { ...second, steward: readPerson('王局长 13900000001') } as LedgerRow,
    ]
    const done = await importLedger(office, { ...input, ledger: { ...input.ledger, rows } }, { today: TODAY })
    expect(done.ok && done.value.projects.map(({ notes }) => notes.map((n) => n.code))).toEqual([
      [],
      ['PERSON_UNNAMED', 'STEWARD_UNCLEAR'],
    ])
    const stewards = await db.stewardAssignment.findMany({ where: { project: { districtId }, personId: id } })
    expect(stewards).toHaveLength(1)
  })

  test('somebody new who bears the name of another is remarked on, on his own side only', async () => {
    const input = await inputOf(office, 'weekly-ledger.xlsx')
    const give = async (index: number, text: string) => {
      const rows = input.ledger.rows
        .slice(index, index + 1)
        .map((row): LedgerRow => ({ ...row, steward: readPerson(text) }))
      const shown = await previewLedger(office, { ...input, ledger: { ...input.ledger, rows } }, TODAY)
      const done = await importLedger(office, { ...input, ledger: { ...input.ledger, rows } }, { today: TODAY })
      if (!shown.ok || !done.ok) throw new Error('refused')
      const remarks = shown.value.projects.flatMap(({ notes }) =>
        notes.filter(({ code }) => code === 'PERSON_NAMESAKE'),
      )
      return remarks.map(({ severity, params }) => [severity, params.field, params.text])
    }
    expect(await give(0, '王芳 13900000001')).toEqual([])
    expect(await give(1, '王芳 13900000001')).toEqual([])
    expect(await give(2, '王芳 13900000002')).toEqual([['warning', 'steward', '王芳 13900000002']])
    // Whoever answers for an enterprise is another person than a steward.
    const contact = input.ledger.rows[0]?.contact
    expect(await give(3, `${contact?.name} 13900000003`)).toEqual([])
  })

  test('a steward given more projects than one answers for is remarked on once, in the first row that gives him one', async () => {
    const input = await inputOf(office, 'weekly-ledger.xlsx')
    const give = async (from: number, to: number) => {
      const steward = readPerson('李文博 13900000001')
      const rows = input.ledger.rows.slice(from, to).map((row): LedgerRow => ({ ...row, steward }))
      const done = await importLedger(office, { ...input, ledger: { ...input.ledger, rows } }, { today: TODAY })
      if (!done.ok) throw new Error(done.error.code)
      return done.value.projects.map(({ verdict, notes }) => [
        verdict,
        ...notes.filter(({ code }) => code === 'STEWARD_OVERLOADED').map(({ params }) => params.n),
      ])
    }
    expect(await give(0, 8)).toEqual(Array(8).fill(['new']))
    // What he has already counts; what he only keeps is no news.
    expect(await give(6, 10)).toEqual([['unchanged'], ['unchanged'], ['new', 10], ['new']])
  })

  test('“+” makes a 专班 that did not exist; a wrong answer is refused', async () => {
    const made = await imported(office, 'weekly-ledger-errors.xlsx', { answers: { TASKFORCE: { 神秘专班: '+' } } })
    expect(made.projects.find((p) => p.row === 11)).toMatchObject({ verdict: 'new', team: '神秘专班' })
    const wrong = await previewLedger(
      office,
      await inputOf(office, 'weekly-ledger-errors.xlsx', { answers: { STREET: { x: '没有的街道' } } }),
      TODAY,
    )
    expect(wrong).toMatchObject({ ok: false, error: { code: 'ANSWER_UNKNOWN' } })
  })
})

describe('a later ledger', () => {
  const changedLedger = async () => {
    const input = await inputOf(office, 'weekly-ledger.xlsx')
    const rows = input.ledger.rows.map((row) =>
      row.name === '嘉禾宏图云创中心项目'
        ? {
            ...row,
            asOf: on('2026-11-23'),
            totalFen: 1n,
            progress: '主体封顶',
            stage: 'PERMITTING' as const,
            span: { from: '2027-01', to: '2028-08' },
            weekFen: 76_000_000n,
            doneFen: 43_425_000_000n,
            steward: null,
            note: null,
          }
        : row,
    )
    return { ...input, ledger: { ...input.ledger, rows } }
  }

  test('changes what it states, leaves what it leaves blank, and counts a moved promise', async () => {
    await imported(office, 'weekly-ledger.xlsx')
    const done = await importLedger(office, await changedLedger(), { today: TODAY })
    expect(done).toMatchObject({ ok: true, value: { changed: 1, unchanged: 59 } })
    const project = await db.project.findFirstOrThrow({
      where: { districtId: office.districtId, name: '嘉禾宏图云创中心项目' },
      include: {
        milestones: true,
        planChanges: true,
        stageChanges: true,
        yearPlans: true,
        completions: true,
        stewards: true,
      },
    })
    expect(project).toMatchObject({ totalFen: 1n, progressText: '主体封顶', stage: 'PERMITTING', version: 2 })
    const start = project.milestones.find((m) => m.kind === 'START')
    expect([start?.baselineOn, start?.plannedOn, start?.moves]).toEqual([
      new Date('2026-11-30'),
      new Date('2027-01-31'),
      1,
    ])
    expect(project.planChanges.map((c) => [c.nth, c.reason])).toEqual([[1, '台账导入：weekly-ledger.xlsx']])
    expect(project.stageChanges.map((c) => [c.fromStage, c.toStage])).toEqual([
      [null, 'NEGOTIATING'],
      ['NEGOTIATING', 'PERMITTING'],
    ])
    expect(project.completions.map((e) => e.amountFen).sort()).toEqual([1_424_000_000n, 76_000_000n].sort())
    expect(project.yearPlans[0]?.openingFen).toBe(41_925_000_000n)
    expect(project.stewards).toHaveLength(1)
  })

  test('taken back, everything is as before it; then the first one too', async () => {
    const empty = await stateOf(office)
    const first = await imported(office, 'weekly-ledger.xlsx')
    const before = await stateOf(office)
    const second = await importLedger(office, await changedLedger(), { today: TODAY })
    if (!second.ok) throw new Error(second.error.code)
    const undo = (batchId: string | null) => undoLedger(office, { batchId: batchId ?? '' }, { today: TODAY })
    expect(await undo(second.value.batchId)).toMatchObject({ ok: true, value: { restored: 1, removed: 0, kept: [] } })
    expect(await stateOf(office)).toEqual(before)
    expect(await undo(first.batchId)).toMatchObject({ ok: true, value: { restored: 60, removed: 60, kept: [] } })
    expect(await stateOf(office)).toEqual(empty)
    expect(await undo(first.batchId)).toMatchObject({ ok: false, error: { code: 'ALREADY_UNDONE' } })
  })

  test('a project somebody worked on since stays and is named', async () => {
    const { batchId } = await imported(office, 'weekly-ledger.xlsx')
    const [touched, grown] = await db.project.findMany({
      where: { districtId: office.districtId },
      orderBy: { number: 'asc' },
      take: 2,
    })
    await db.project.update({ where: { id: touched?.id ?? '' }, data: { content: '改过' } })
    await db.weeklyUpdate.create({
      data: {
        projectId: grown?.id ?? '',
        weekOf: new Date('2026-11-23'),
        kind: 'UNCHANGED',
        on: new Date('2026-11-23'),
      },
    })
    const undone = await undoLedger(office, { batchId: batchId ?? '' }, { today: TODAY })
    expect(undone).toMatchObject({ ok: true, value: { restored: 58 } })
    expect(undone.ok && undone.value.kept.map((p) => p.id).sort()).toEqual([touched?.id, grown?.id].sort())
    expect(await db.project.count({ where: { districtId: office.districtId } })).toBe(2)
    expect(
      await db.stewardAssignment.count({ where: { project: { districtId: office.districtId }, toOn: null } }),
    ).toBe(2)
  })
})

test('a project with a problem the commission follows up stays', async () => {
  const { batchId } = await imported(office, 'weekly-ledger.xlsx')
  const { districtId } = office
  const { id: issueId, projectId } = await db.issue.findFirstOrThrow({
    where: { districtId, projectId: { not: null } },
  })
  const unit = await db.org.create({ data: { districtId, kind: 'UTILITY', name: '供电公司', shortName: '供电公司' } })
  const ties = { source: 'ISSUE', issueId, projectId, toOrgId: unit.id } as const
  const words = { matter: '一直没有办', demand: '说明原因' }
  expect(await db.$transaction((tx) => openSlip(tx, office, { ...ties, ...words }, TODAY))).toMatchObject({ ok: true })
  const undone = await undoLedger(office, { batchId: batchId ?? '' }, { today: TODAY })
  expect(undone).toMatchObject({ ok: true, value: { restored: 59, kept: [{ id: projectId }] } })
})

test('another district neither sees nor takes back a batch, and only an office imports', async () => {
  const { batchId } = await imported(office, 'weekly-ledger.xlsx')
  const neighbour = await foundDistrict()
  expect(await undoLedger(neighbour, { batchId: batchId ?? '' }, { today: TODAY })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  const steward = await foundDistrict('STEWARD')
  expect(await importLedger(steward, await inputOf(steward, 'weekly-ledger.xlsx'), { today: TODAY })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})
