import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { viewImport } from '@/lib/actions/held-import'
import { markImport } from '@/lib/actions/mark-import'
import { openImport } from '@/lib/actions/read-import'
import { uploadImport } from '@/lib/actions/upload-import'
import { db } from '@/lib/data/db'
import { makeDistrict, START, type TestDistrict } from '@/lib/data/district.fixture'
import { findBatch, listBatches } from '@/lib/data/import-batches'
import { confirmImport } from '@/lib/data/import-confirm'
import { answerImport, discardImport, findDraft, listDrafts, mendImport } from '@/lib/data/import-drafts'
import { loadNameChoices } from '@/lib/data/import-names'
import { undoLedger } from '@/lib/data/ledger-undo'
import { recordUpdate } from '@/lib/data/project-updates'
import { sweep } from '@/lib/data/sweep'
import type { Actor } from '@/lib/domain/access'
import { headerInSet } from '@/lib/domain/ledger-header'
import { rowKey } from '@/lib/domain/ledger-report'
import { ledgerRefusalText } from '@/lib/i18n/ledger-text'
import { mendableCells } from '@/lib/i18n/mend-cells'

const HEAD = '项目名称,所属专班,总投资(万元),阶段,项目管家及电话,牵头人'
const csv = (...rows: string[]) => [HEAD, ...rows].join('\n')
const upload = async (actor: Actor, text: string, name = '第45周.csv') => {
  const done = await uploadImport(actor, { name, bytes: new Uint8Array(Buffer.from(text)) }, START, new Date())
  if (!done.ok) throw new Error(done.error.code)
  return done.value.draftId
}
async function opened(actor: Actor, id: string) {
  const open = await openImport(actor, id, START)
  if (!open.ok) throw new Error(open.error.code)
  return open.value
}
async function confirmed(actor: Actor, id: string, more: { formKey?: string } = {}) {
  const { input, mark } = await opened(actor, id)
  return confirmImport(actor, { ...input, draftId: id, seen: mark ?? '' }, { today: START, bodyHash: 'b', ...more })
}
async function taskforceOf({ districtId }: TestDistrict, name = '低碳专班') {
  return db.org.create({ data: { districtId, kind: 'TASKFORCE', name, shortName: name } })
}

describe('an import in the wizard', () => {
  test('asks once for what nobody knows, shows old and new, writes one batch, and takes it back', async () => {
    const d = await makeDistrict()
    const unit = await taskforceOf(d)
    const text = csv(
      '热力管网,低碳专班,5000,手续办理,王管家,张三',
      '冷库,低碳组,800,签约,王管家,李四',
      '展厅,低碳专班,-3,签约,王管家,王五',
    )
    const id = await upload(d.office, text)
    const first = await opened(d.office, id)
    expect(first.report?.projects.map((row) => row.verdict)).toEqual(['changed', 'unknown', 'error'])
    expect(first.report?.projects[0]?.changes.map(({ field, to }) => [field, to])).toContainEqual([
      'totalFen',
      '5000000000',
    ])
    expect(first.names.asked).toEqual([{ kind: 'TASKFORCE', text: '低碳组', rows: 1, side: null, like: null }])
    const choices = await loadNameChoices(d.office, first.names)
    expect(choices.units.TASKFORCE).toEqual([{ value: unit.id, label: '低碳专班' }])
    // Neither a bank nor the commission is given anything: only whoever chose one already finds it.
    const bank = { districtId: d.districtId, kind: 'BANK', name: '演示银行', shortName: '演示银行' } as const
    const post = { districtId: d.districtId, kind: 'DISCIPLINE', name: '纪委监督岗', shortName: '纪委' } as const
    const [lends, watches] = [await db.org.create({ data: bank }), await db.org.create({ data: post })]
    const offered = async (answered: typeof first.names.answered) =>
      (await loadNameChoices(d.office, { ...first.names, answered })).units.ORG.map(({ value }) => value)
    const free = await offered([])
    expect([free.includes(lends.id), free.includes(watches.id), free.includes(unit.id)]).toEqual([false, false, true])
    expect(await offered([{ kind: 'ORG', text: '演示行', target: lends.id }])).toContain(lends.id)

    const answers = [{ kind: 'TASKFORCE', text: '低碳组', target: unit.id }] as const
    await answerImport(d.office, { draftId: id, answers }, { today: START })
    expect(await db.nameMapping.count({ where: { districtId: d.districtId } })).toBe(0)
    const second = await opened(d.office, id)
    expect(second.report).toMatchObject({ created: 1, changed: 1, rejected: 1 })
    expect(second.names).toMatchObject({ asked: [], answered: [{ text: '低碳组', target: unit.id }] })

    const before = await db.project.count({ where: { districtId: d.districtId } })
    const done = await confirmed(d.office, id)
    expect(done).toEqual({ ok: true, value: { batchId: id } })
    expect(await db.project.count({ where: { districtId: d.districtId } })).toBe(before + 1)
    expect(await findBatch(d.office, id)).toMatchObject({ created: 1, changed: 1, rejected: 1, by: '周办', touched: 2 })
    // What an undo would do is known before anybody asks for it.
    expect((await findBatch(d.office, id))?.undoing).toEqual({ goes: 1, back: 1 })
    expect(await listDrafts(d.office)).toEqual([])
    // The upload stays for the marked copy.
    expect(await findDraft(d.office, id)).not.toBeNull()

    const again = await upload(d.office, text.replace('低碳组', ' 低碳组 '), '第46周.csv')
    const later = await opened(d.office, again)
    expect(later.names.asked).toEqual([])
    expect(later.report).toMatchObject({ created: 0, changed: 0, unchanged: 2, rejected: 1 })

    expect(await undoLedger(d.office, { batchId: id }, { today: START })).toMatchObject({ ok: true })
    expect(await db.project.count({ where: { districtId: d.districtId } })).toBe(before)
    expect((await findBatch(d.office, id))?.projects.map(({ name, fate }) => [name, fate])).toEqual([
      ['热力管网', 'putBack'],
      ['冷库', 'removed'],
    ])
    expect((await listBatches(d.office, 1)).rows[0]).toMatchObject({ id, undoneAt: expect.any(Date) })
  })

  test('whoever bears a known name with another number is made, or is the one who is known', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const id = await upload(d.office, csv('冷库,低碳专班,800,签约,李管家 13800000001,'))
    const { names } = await opened(d.office, id)
    expect(names).toMatchObject({ asked: [], made: [{ kind: 'PERSON', text: '李管家 13800000001' }] })
    const known = (await loadNameChoices(d.office, names)).people['李管家 13800000001']
    expect(known).toEqual([{ value: d.successor.personId, label: '李管家 代办中心' }])
    const answers = [{ kind: 'PERSON', text: '李管家 13800000001', target: d.successor.personId }] as const
    await answerImport(d.office, { draftId: id, answers }, { today: START })
    expect((await opened(d.office, id)).names.made).toEqual([])
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    expect(await db.person.count({ where: { districtId: d.districtId, name: '李管家' } })).toBe(1)
  })

  test('writes once, however often and from however many windows it is confirmed', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const id = await upload(d.office, csv('冷库,低碳专班,800,签约,王管家,'))
    const { input, mark } = await opened(d.office, id)
    const confirm = (formKey: string) =>
      confirmImport(d.office, { ...input, draftId: id, seen: mark ?? '' }, { today: START, formKey, bodyHash: 'b' })
    const done = await Promise.all([confirm('a'), confirm('a'), confirm('b')])
    expect(done.map((one) => one.ok && one.value.batchId)).toEqual([id, id, id])
    expect(await db.importBatch.count({ where: { districtId: d.districtId } })).toBe(1)
    expect(await db.project.count({ where: { districtId: d.districtId, name: '冷库' } })).toBe(1)
  })

  test('is taken back once, from however many windows', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const id = await upload(d.office, csv('冷库,低碳专班,800,签约,王管家,'))
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    const undo = () => undoLedger(d.office, { batchId: id }, { today: START })
    const done = await Promise.all([undo(), undo()])
    expect(done.map((one) => (one.ok ? one.value.restored : one.error.code)).sort()).toEqual([1, 'ALREADY_UNDONE'])
  })

  test('names the projects an undo leaves alone, with who changed them since', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const rows = ['冷库', '展厅', '车间'].map((name) => `${name},低碳专班,800,签约,王管家,`)
    const id = await upload(d.office, csv(...rows))
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    const projectOf = (name: string) => db.project.findFirstOrThrow({ where: { districtId: d.districtId, name } })
    const [cold, hall] = [await projectOf('冷库'), await projectOf('展厅')]
    const told = { projectId: cold.id, text: '进场', base: {}, pick: {}, seen: {} }
    expect(await recordUpdate(d.steward, told, { today: START })).toMatchObject({ ok: true })
    // Another ledger is somebody's change as well.
    const later = await upload(d.office, csv('展厅,低碳专班,900,签约,王管家,'), '第46周.csv')
    expect(await confirmed(d.office, later)).toMatchObject({ ok: true })
    expect(await undoLedger(d.office, { batchId: id }, { today: START })).toMatchObject({ value: { restored: 1 } })
    const batch = await findBatch(d.office, id)
    expect(batch).toMatchObject({ state: 'partlyUndone', undoneAt: null })
    expect(batch?.kept).toMatchObject([
      { id: cold.id, name: '冷库', by: '王管家', action: 'project.update' },
      { id: hall.id, name: '展厅', by: '周办', action: 'ledger.import' },
    ])
    expect(batch?.undoing).toEqual({ goes: 2, back: 0 })
    expect(batch?.projects.map(({ name, fate }) => [name, fate])).toEqual([
      ['冷库', 'made'],
      ['展厅', 'made'],
      ['车间', 'removed'],
    ])
    expect((await listBatches(d.office, 1)).rows.map(({ state }) => state)).toEqual(['inForce', 'partlyUndone'])
    expect(await undoLedger(d.office, { batchId: id }, { today: START })).toMatchObject({
      ok: false,
      error: { code: 'ALL_CHANGED_SINCE', names: ['冷库（王管家）', '展厅（周办）'] },
    })
    // The later ledger taken back, the rest of the first can be.
    expect(await undoLedger(d.office, { batchId: later }, { today: START })).toMatchObject({ value: { restored: 1 } })
    expect(await undoLedger(d.office, { batchId: id }, { today: START })).toMatchObject({
      value: { restored: 1, kept: [{ name: '冷库' }] },
    })
  })

  test('shows the colours that follow, which are those that come', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const head =
      '项目名称,所属专班,总投资(万元),年度计划投资(万元),年度累计完成投资(万元),阶段,计划开工时间,实际开工时间,存在问题'
    const text = [
      head,
      '热力管网,低碳专班,5000,3000,100,手续办理,2026-08-01,,供水未通',
      '冷库,低碳专班,800,300,290,签约,2027-03-01,,',
      '展厅,低碳专班,800,300,10,建设,2026-05-10,2026-05-10,',
      '车间,低碳专班,800,,,手续办理,2026-06-30,,',
      '仓库,低碳专班,-3,,,签约,,,',
    ].join('\n')
    const id = await upload(d.office, text)
    const { levels, report } = await opened(d.office, id)
    const shown = await levels?.()
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    const projects = await db.project.findMany({ where: { districtId: d.districtId } })
    const rows = report?.projects.filter(({ verdict }) => verdict !== 'error') ?? []
    expect(rows).toHaveLength(4)
    const seen = rows.map((row) => [row.name, shown?.rows.get(rowKey(row))?.level])
    expect(seen).toEqual(rows.map(({ name }) => [name, projects.find((p) => p.name === name)?.level]))
    expect(new Set(seen.map(([, level]) => level)).size).toBeGreaterThan(1)
    for (const level of ['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY'] as const)
      expect(shown?.counts[level], level).toBe(seen.filter(([, one]) => one === level).length)
    const why = (name: string) => shown?.rows.get(rowKey({ sheet: rows[0]?.sheet ?? '', row: 5, name }))?.reason
    expect(why('车间')).toMatchObject({ dimension: 'D3' })
  })

  test('a small error is mended in place: checked again, kept with the batch, marked in the copy', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const id = await upload(d.office, csv('冷库,低碳专班,-3,签约,王管家,', '展厅,低碳专班,八百,签约,王管家,'))
    const mend = async (row: number, text: string) => {
      const { uploaded, sheets } = await opened(d.office, id)
      const mends = [{ sheet: sheets[0]?.name ?? '', row, column: 3, label: '总投资(万元)', text }]
      return mendImport(d.office, { draftId: id, grids: uploaded, mends }, { today: START })
    }
    const cells = async () => {
      const open = await opened(d.office, id)
      return mendableCells(open.report?.projects ?? [], open).map(({ row, text, was }) => [row, text, was])
    }
    expect(await cells()).toEqual([
      [2, '-3', null],
      [3, '八百', null],
    ])
    const before = (await opened(d.office, id)).mark
    await mend(2, '-30')
    expect((await opened(d.office, id)).report).toMatchObject({ rejected: 2 })
    expect(await cells()).toEqual([
      [2, '-30', '-3'],
      [3, '八百', null],
    ])
    await mend(2, '300')
    const open = await opened(d.office, id)
    expect(open.report).toMatchObject({ created: 1, rejected: 1 })
    expect(open.mark).not.toBe(before)
    const stale = { ...open.input, draftId: id, seen: before ?? '' }
    expect(await confirmImport(d.office, stale, { today: START })).toMatchObject({ error: { code: 'PREVIEW_STALE' } })
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    expect(await db.project.findFirst({ where: { districtId: d.districtId, name: '冷库' } })).toMatchObject({
      totalFen: 300_000_000n,
    })
    expect((await findBatch(d.office, id))?.mends).toMatchObject([
      { row: 2, column: 3, label: '总投资(万元)', was: '-3', text: '300' },
    ])
    const marked = await markImport(d.office, id, START, 'zh-CN')
    const copy = marked.ok ? marked.value.bytes.toString('utf8') : ''
    expect(copy).toContain('导入时已改为“300”')
    expect(copy).toMatch(/八百/)
    // The file itself is as it was sent.
    expect(Buffer.from((await findDraft(d.office, id))?.bytes ?? []).toString('utf8')).toContain('冷库,低碳专班,-3')
    const stranger = await mendImport(d.steward, { draftId: id, grids: open.uploaded, mends: [] }, { today: START })
    expect(stranger.ok).toBe(false)
  })

  test('proposes the agency that does the work under another name, and makes no second one unasked', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const text = '项目名称,所属专班,总投资(万元),阶段,责任单位\n冷库,低碳专班,800,签约,区建设和交通局'
    const id = await upload(d.office, text)
    const first = await opened(d.office, id)
    expect(first.names.asked).toMatchObject([{ kind: 'ORG', text: '区建设和交通局', like: '住建局' }])
    expect(first.names.made).toEqual([])
    const choices = await loadNameChoices(d.office, first.names)
    const target = choices.units.ORG.find(({ label }) => label === '住建局')?.value ?? ''
    const answer = (one: string) =>
      answerImport(
        d.office,
        { draftId: id, answers: [{ kind: 'ORG', text: '区建设和交通局', target: one }] },
        { today: START },
      )
    await answer('+')
    expect((await opened(d.office, id)).names.asked).toEqual([])
    await answer(target)
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    const project = await db.project.findFirstOrThrow({ where: { districtId: d.districtId, name: '冷库' } })
    expect(project.leadUnitId).toBe(target)
    expect(await db.org.count({ where: { districtId: d.districtId, name: { contains: '交通' } } })).toBe(0)
    const later = await opened(d.office, await upload(d.office, text.replace('冷库', '展厅')))
    expect(later.names.asked).toEqual([])
  })

  test('an account uploads so often a minute and no more, and is told how long to wait', async () => {
    const d = await makeDistrict()
    const now = new Date('2026-11-02T01:00:00Z')
    const bytes = new Uint8Array(Buffer.from(csv('冷库,,800,签约,王管家,')))
    const send = (actor: Actor, at: Date) => uploadImport(actor, { name: 'a.csv', bytes }, START, at)
    const sent = await Promise.all(Array.from({ length: 12 }, () => send(d.office, now)))
    expect(sent.filter(({ ok }) => ok)).toHaveLength(10)
    const refused = await send(d.office, new Date(now.getTime() + 20_000))
    expect(refused).toMatchObject({ ok: false, error: { code: 'UPLOAD_LIMIT', most: 10, seconds: 40 } })
    expect(ledgerRefusalText(refused.ok ? { code: '' } : refused.error, 'zh-CN')).toBe(
      '一分钟内最多上传 10 次，请 40 秒后再传。',
    )
    expect((await send(d.office, new Date(now.getTime() + 60_000))).ok).toBe(true)
  })

  test('does not write what nobody has seen: a project changed meanwhile is shown first', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const id = await upload(d.office, csv('热力管网,低碳专班,5000,手续办理,王管家,'))
    const { input, mark } = await opened(d.office, id)
    expect((await opened(d.office, id)).mark).toBe(mark)
    await db.project.update({ where: { id: d.projectId }, data: { totalFen: 700_000n } })
    const stale = await confirmImport(d.office, { ...input, draftId: id, seen: mark ?? '' }, { today: START })
    expect(stale).toEqual({ ok: false, error: { code: 'PREVIEW_STALE' } })
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
  })

  test('is decided once and shown again at once; what its owner or others write is seen, at the latest at the confirm', async () => {
    const d = await makeDistrict()
    await taskforceOf(d)
    const id = await upload(d.office, csv('热力管网,低碳专班,5000,手续办理,王管家,', '冷库,低碳组,800,签约,王管家,'))
    const view = async (more: { fresh?: boolean } = {}) => {
      const open = await viewImport(d.office, id, START, more)
      if (!open.ok) throw new Error(open.error.code)
      return open.value
    }
    const first = await view()
    expect(await view()).toBe(first)
    expect(await first.levels?.()).toBe(await first.levels?.())

    // Somebody else works on: the page stays as it was for a while, and nothing is written that was not seen.
    const told = { projectId: d.projectId, text: '进场', base: {}, pick: {}, seen: {} }
    expect(await recordUpdate(d.steward, told, { today: START })).toMatchObject({ ok: true })
    await db.project.update({ where: { id: d.projectId }, data: { totalFen: 700_000n } })
    expect(await view()).toBe(first)
    const confirm = async ({ mark }: typeof first) => {
      const { input } = await opened(d.office, id)
      return confirmImport(d.office, { ...input, draftId: id, seen: mark ?? '' }, { today: START })
    }
    expect(await confirm(first)).toMatchObject({ error: { code: 'PREVIEW_STALE' } })
    const second = await view({ fresh: true })
    expect(second.mark).not.toBe(first.mark)
    expect(await view()).toBe(second)

    // What its owner does elsewhere is there when he comes back, and an answer at once.
    const unit = await db.org.findFirstOrThrow({ where: { districtId: d.districtId, kind: 'TASKFORCE' } })
    await answerImport(
      d.office,
      { draftId: id, answers: [{ kind: 'TASKFORCE', text: '低碳组', target: unit.id }] },
      { today: START },
    )
    const third = await view()
    expect(third.report).toMatchObject({ created: 1, changed: 1, rejected: 0 })
    const other = await upload(d.office, csv('展厅,低碳专班,800,签约,王管家,'), '第46周.csv')
    expect(await confirmed(d.office, other)).toMatchObject({ ok: true })
    expect(await view()).not.toBe(third)
    expect(await confirm(await view())).toEqual({ ok: true, value: { batchId: id } })
    expect(await viewImport(d.steward, id, START)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  test('an unknown header is named once and remembered', async () => {
    const d = await makeDistrict()
    const text = '工程,盘子(万元),性质说明,总投资(万元)\n冷库,800,新建,1'
    const id = await upload(d.office, text)
    const first = await opened(d.office, id)
    expect(first.refusal?.code).toBe('NO_LEDGER')
    expect(first.sheets[0]?.columns.map(({ label, samples }) => [label, samples[0]])).toContainEqual(['工程', '冷库'])
    const answers = [
      { kind: 'COLUMN', text: '工程', target: 'name' },
      { kind: 'COLUMN', text: '盘子(万元)', target: 'total' },
      { kind: 'COLUMN', text: '性质说明', target: 'nature' },
    ] as const
    await answerImport(d.office, { draftId: id, answers }, { today: START })
    const second = await opened(d.office, id)
    // What was said of a column goes before what another one looks like.
    expect(second.report?.projects).toMatchObject([{ name: '冷库', totalWan: 800 }])
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    const later = await opened(d.office, await upload(d.office, text.replace('冷库', '展厅')))
    expect(later.report?.projects).toMatchObject([{ name: '展厅', totalWan: 800, verdict: 'new' }])
  })

  test('a header means in each set of headers what was said of it there', async () => {
    const d = await makeDistrict()
    const answer = async (text: string, target: string) => {
      const id = await upload(d.office, text)
      const column = (await opened(d.office, id)).sheets[0]?.columns.find(({ label }) => label === '情况二')
      const said = headerInSet(column?.set ?? '', '情况二')
      const answers = [said, '情况二'].map((one) => ({ kind: 'COLUMN' as const, text: one, target }))
      await answerImport(d.office, { draftId: id, answers }, { today: START })
      expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    }
    const [a, b] = ['项目名称,阶段,建设性质,情况二\n甲,签约,新建,一', '项目名称,阶段,情况二\n乙,签约,一']
    await answer(a, 'note')
    await answer(b, 'next')
    const fields = async (text: string) =>
      (await opened(d.office, await upload(d.office, text.replace(/[甲乙]/, '丙')))).sheets[0]?.columns
        .filter(({ label }) => label === '情况二')
        .map(({ field }) => field)
    expect([await fields(a), await fields(b)]).toEqual([['note'], ['next']])
    expect(await fields('阶段,项目名称,情况二,责任单位\n签约,丙,一,')).toEqual(['next'])
  })

  test('the same file again is the same draft; what nobody finishes goes after a week, with its file', async () => {
    const d = await makeDistrict()
    const text = csv('冷库,,800,签约,王管家,')
    const id = await upload(d.office, text)
    expect(await upload(d.office, text)).toBe(id)
    await sweep(new Date(Date.now() + 6 * 86_400_000))
    expect(await findDraft(d.office, id)).not.toBeNull()
    const hash = (await findDraft(d.office, id))?.fileHash ?? ''
    await sweep(new Date(Date.now() + 8 * 86_400_000))
    expect(await findDraft(d.office, id)).toBeNull()
    expect(await db.storedFile.count({ where: { sha256: hash } })).toBe(0)
  })

  test('a ledger that says nothing new leaves nothing behind', async () => {
    const d = await makeDistrict()
    const id = await upload(d.office, '项目名称,阶段,建设性质\n热力管网,手续办理,')
    expect((await opened(d.office, id)).report).toMatchObject({ unchanged: 1 })
    expect(await confirmed(d.office, id)).toEqual({ ok: true, value: { batchId: null } })
    expect([await listDrafts(d.office), (await listBatches(d.office, 1)).total]).toEqual([[], 0])
  })

  test('what is no ledger is refused at the door, and an upload is nobody else’s', async () => {
    const [d, other] = [await makeDistrict(), await makeDistrict()]
    const image = { name: 'a.csv', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]) }
    expect(await uploadImport(d.office, image, START, new Date())).toMatchObject({
      ok: false,
      error: { code: 'NOT_XLSX' },
    })
    const id = await upload(d.office, csv('冷库,,800,签约,王管家,'))
    for (const actor of [other.office, { ...d.office, userId: d.steward.userId } as Actor]) {
      expect(await findDraft(actor, id)).toBeNull()
      const { input, mark } = await opened(d.office, id)
      for (const done of [
        await answerImport(actor, { draftId: id, answers: [] }, { today: START }),
        await discardImport(actor, { draftId: id }, { today: START }),
        await confirmImport(actor, { ...input, draftId: id, seen: mark ?? '' }, { today: START }),
      ])
        expect(done).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    }
    for (const actor of [d.steward, d.auditor])
      expect(
        await uploadImport(actor, { name: 'a.csv', bytes: new Uint8Array(Buffer.from(HEAD)) }, START, new Date()),
      ).toMatchObject({
        ok: false,
        error: { code: 'FORBIDDEN' },
      })
    expect(await discardImport(d.office, { draftId: id }, { today: START })).toMatchObject({ ok: true })
    expect(await findDraft(d.office, id)).toBeNull()
  })

  test('errors come back in the office’s own file; mended, it makes no duplicates', async () => {
    const d = await makeDistrict()
    const name = '周调度台账-有错误.xlsx'
    const bytes = new Uint8Array(fs.readFileSync('lib/files/testdata/weekly-ledger-errors.xlsx'))
    const sent = await uploadImport(d.office, { name, bytes }, START, new Date())
    const id = sent.ok ? sent.value.draftId : ''
    const { names } = await opened(d.office, id)
    const answers = names.asked.filter(({ kind, rows }) => kind === 'TASKFORCE' || (kind === 'STREET' && rows > 0))
    await answerImport(
      d.office,
      { draftId: id, answers: answers.map(({ kind, text }) => ({ kind, text, target: '+' })) },
      { today: START },
    )
    const { report } = await opened(d.office, id)
    const left = report?.projects.filter(({ verdict }) => verdict === 'error' || verdict === 'unknown') ?? []
    expect(left.length).toBeGreaterThan(6)
    expect(report?.created).toBeGreaterThan(2)
    expect(await confirmed(d.office, id)).toMatchObject({ ok: true })
    const made = await markImport(d.office, id, START, 'zh-CN')
    if (!made.ok) throw new Error(made.error.code)
    expect(made.value.fileName).toBe('周调度台账-有错误_错误说明.xlsx')
    const back = await uploadImport(d.office, { name, bytes: new Uint8Array(made.value.bytes) }, START, new Date())
    const again = await opened(d.office, back.ok ? back.value.draftId : '')
    // Every row left out says column, reason and remedy, in the last column.
    const texts = again.grids[0]?.rows.flatMap((row) => {
      const cell = [...row.cells.values()].pop()
      return left.some((one) => one.row === row.number) ? [cell?.text ?? ''] : []
    })
    expect(texts?.filter((text) => !/^[A-Z]+列“.+”：.+/.test(text))).toEqual([])
    expect(again.report).toMatchObject({ created: 0, changed: 0, rejected: left.length })
    expect(again.report?.unknown.COLUMN ?? []).toEqual(report?.unknown.COLUMN ?? [])
    expect(await markImport(d.steward, id, START, 'zh-CN')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})
