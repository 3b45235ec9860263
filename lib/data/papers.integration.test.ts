import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { type PaperKind, wordsOf } from '@/lib/domain/meeting/paper'
import { on } from '@/lib/domain/plain-date'
import { historyQuery, paperEdit } from '@/lib/schemas/meeting-paper'
import { buildAgenda } from './agenda-draft'
import type { SayReason } from './brief-facts'
import { toDb } from './date'
import { db } from './db'
import { addProject, freezeWeekOf, makeDistrict, raiseToDistrict, type TestDistrict } from './district.fixture'
import { loadHistory } from './meeting-history'
import { listMeetings } from './meetings'
import { correctPaper, draftPaper, editPaper, signPaper, takePaper } from './paper-writes'
import { brokenPapers, findPaper, findRenewal, loadFigure, weekPapers } from './papers'
import { loadDecisions } from './week-decisions'

const today = on('2026-11-24')
const week48 = on('2026-11-23')
const at = { today }
const say: SayReason = (reason, item) => `${item ?? ''}${reason.code}`

/** A week whose meeting has an agenda: frozen twice, one project raised to the district. */
async function prepared() {
  const d = await makeDistrict()
  await addProject(d, '冷链中心')
  await freezeWeekOf(d.districtId, on('2026-11-16'))
  await raiseToDistrict(d, on('2026-11-17'))
  await freezeWeekOf(d.districtId, week48)
  const built = await buildAgenda(d.office, { weekOf: week48 }, at)
  if (!built.ok) throw new Error(built.error.code)
  return { d, meetingId: built.value.meetingId }
}

const addTask = (d: TestDistrict, meetingId: string, nth: number, more: Record<string, unknown> = {}) =>
  db.task.create({
    data: {
      districtId: d.districtId,
      meetingId,
      projectId: d.projectId,
      year: 2026,
      week: 48,
      nth,
      text: '核发许可证',
      tier: 'DISTRICT',
      leadOrgId: d.first.agencyId,
      issuedOn: toDb(week48),
      dueOn: toDb(on('2026-11-30')),
      ...more,
    },
  })

/** The same, held: its topic was decided, and one unit was there. */
async function held() {
  const { d, meetingId } = await prepared()
  const item = await db.agendaItem.findFirstOrThrow({ where: { meetingId } })
  await db.agendaItem.update({ where: { id: item.id }, data: { state: 'DECIDED' } })
  await addTask(d, meetingId, 1, { itemId: item.id })
  await db.attendance.create({ data: { meetingId, orgId: d.first.agencyId, state: 'PRESENT' } })
  await db.meeting.update({
    where: { id: meetingId },
    data: {
      state: 'HELD',
      startedAt: new Date('2026-11-23T07:00:00Z'),
      closedAt: new Date('2026-11-23T07:50:00Z'),
    },
  })
  return { d, meetingId, itemId: item.id }
}

const draft = (actor: Actor, kind: PaperKind = 'MINUTES') => draftPaper(actor, { weekOf: week48, kind, say }, at)
async function paperOf(actor: Actor, kind: PaperKind = 'MINUTES', nth?: number) {
  const paper = await findPaper(actor, week48, kind, nth)
  if (!paper) throw new Error('no paper')
  return paper
}
const textsOf = async (actor: Actor, kind: PaperKind = 'MINUTES') =>
  wordsOf((await paperOf(actor, kind)).body.paragraphs)
const edit = (actor: Actor, paperId: string, text: Record<string, string>, base: Record<string, string> = {}) =>
  editPaper(actor, paperEdit.parse({ paperId, text, base: { text: base } }), at)

test('minutes are written from agenda, decisions and attendance, worded, written again, signed, and then stay', async () => {
  const { d, meetingId, itemId } = await held()
  expect(await draft(d.office)).toMatchObject({ ok: true })
  expect(await textsOf(d.office)).toEqual([
    '产业项目第48周调度会议纪要',
    '11月23日下午，召开“双轮驱动”产业项目周例会，研究1个议题，议定1项。现纪要如下：',
    '一、热力管网提请区级协调问题',
    '会议议定，由住建局于11月30日前核发许可证。（双轮〔2026〕48-01，区级）',
    '出席：住建局。',
  ])
  const { id } = await paperOf(d.office)
  expect(await edit(d.office, id, { opening: '会议研究【1个议题】，议定【1项】。' })).toMatchObject({ ok: true })
  // What was decided since is put before the office, and taken in with its words kept.
  await addTask(d, meetingId, 2, { itemId, text: '公开办理进度' })
  const renewal = await findRenewal(d.office, week48, 'MINUTES', say)
  expect(renewal?.changes.map(({ key, kind }) => [key, kind])).toEqual([
    ['opening', 'KEPT'],
    [`topic:${itemId}`, 'CHANGED'],
  ])
  await draft(d.office)
  const words = await textsOf(d.office)
  expect(words[1]).toBe('会议研究1个议题，议定2项。')
  expect(words[3]).toContain('由住建局于11月30日前公开办理进度。（双轮〔2026〕48-01、48-02，区级）')
  const paper = await paperOf(d.office)
  expect(await signPaper(d.office, { paperId: id, version: paper.version }, at)).toMatchObject({ ok: true })
  expect((await paperOf(d.office)).signed).toMatchObject({
    by: '周办',
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect((await db.meeting.findUniqueOrThrow({ where: { id: meetingId } })).state).toBe('SIGNED')
  expect(await draft(d.office)).toMatchObject({ error: { code: 'PAPER_SIGNED' } })
  expect(await edit(d.office, id, { title: '别的' })).toMatchObject({ error: { code: 'PAPER_SIGNED' } })
  for (const change of [
    db.meetingPaper.update({ where: { id }, data: { note: 'x' } }),
    db.meetingPaper.delete({ where: { id } }),
  ])
    await expect(change).rejects.toThrow(/signed paper stays/)
})

test('a meeting that was not held has no minutes, a week that is not frozen no brief', async () => {
  const { d } = await prepared()
  expect(await draft(d.office)).toMatchObject({ error: { code: 'MEETING_NOT_HELD' } })
  const other = await makeDistrict()
  await db.meeting.create({
    data: { districtId: other.districtId, weekOf: toDb(week48), year: 2026, week: 48, on: toDb(week48), hour: 15 },
  })
  expect(await draft(other.office, 'BRIEF')).toMatchObject({ error: { code: 'BRIEF_NOT_FROZEN' } })
})

test('two sign at once: one does, the other is told, and there is one signature', async () => {
  const { d } = await held()
  await draft(d.office)
  const { id, version } = await paperOf(d.office)
  const answers = await Promise.all([1, 2].map(() => signPaper(d.office, { paperId: id, version }, at)))
  expect(answers.map((a) => (a.ok ? 'done' : a.error.code)).toSorted()).toEqual(['PAPER_SIGNED', 'done'])
  expect(await db.auditEntry.count({ where: { districtId: d.districtId, action: 'paper.sign', ok: true } })).toBe(1)
})

test('nobody signs what he has not seen; whoever edits what was signed meanwhile is told', async () => {
  const { d } = await held()
  await draft(d.office)
  const { id, version } = await paperOf(d.office)
  await edit(d.office, id, { title: '第48周会议纪要' })
  expect(await signPaper(d.office, { paperId: id, version }, at)).toMatchObject({ error: { code: 'CONFLICT' } })
  const now = await paperOf(d.office)
  expect(await signPaper(d.office, { paperId: id, version: now.version }, at)).toMatchObject({ ok: true })
  expect(await edit(d.office, id, { title: '又改' })).toMatchObject({ error: { code: 'PAPER_SIGNED' } })
  expect((await textsOf(d.office))[0]).toBe('第48周会议纪要')
})

test('two edit at once: other paragraphs come together, the same one is asked about, and nothing is lost', async () => {
  const { d, itemId } = await held()
  await draft(d.office)
  const { id, body } = await paperOf(d.office)
  const base = Object.fromEntries(body.paragraphs.map(({ key, text }) => [key, text]))
  const topic = `topic:${itemId}`
  expect(await edit(d.office, id, { ...base, title: '甲' }, base)).toMatchObject({ ok: true })
  expect(await edit(d.office, id, { ...base, [topic]: '乙' }, base)).toMatchObject({ ok: true })
  expect(await textsOf(d.office)).toMatchObject({ 0: '甲', 3: '乙' })
  expect(await edit(d.office, id, { ...base, title: '丙' }, base)).toMatchObject({
    error: { code: 'CONFLICT', clashes: { 'text.title': { theirs: '甲', who: '周办' } } },
  })
  const answered = {
    paperId: id,
    text: { ...base, title: '丙' },
    base: { text: base },
    pick: { text: { title: 'mine' } },
    seen: { text: { title: '甲' } },
  }
  expect(await editPaper(d.office, paperEdit.parse(answered), at)).toMatchObject({ ok: true })
  expect(await textsOf(d.office)).toMatchObject({ 0: '丙', 3: '乙' })
  // Rows of a list are counted, not typed; a paragraph that is gone is not swallowed.
  expect(await edit(d.office, id, { opening: '议定【9项】' })).toMatchObject({
    error: { code: 'FIGURE_CHANGED', figure: '9项', field: 'text.opening' },
  })
  expect(await edit(d.office, id, { 'topic:gone': '写了很久' })).toMatchObject({ error: { code: 'PAPER_REWRITTEN' } })
})

test('a correction is a version of its own with a note; both stay readable', async () => {
  const { d } = await held()
  await draft(d.office)
  const first = await paperOf(d.office)
  expect(await correctPaper(d.office, { paperId: first.id, note: '写错' }, at)).toMatchObject({
    error: { code: 'PAPER_NOT_SIGNED' },
  })
  await signPaper(d.office, { paperId: first.id, version: first.version }, at)
  const begun = await Promise.all(
    [1, 2].map(() => correctPaper(d.office, { paperId: first.id, note: '48-01的时限写错' }, at)),
  )
  expect(begun.map((a) => (a.ok ? 'done' : a.error.code)).toSorted()).toEqual(['CORRECTION_BEGUN', 'done'])
  const second = await paperOf(d.office)
  expect(second).toMatchObject({ nth: 2, note: '48-01的时限写错', signed: null })
  await edit(d.office, second.id, { title: '更正后的纪要' })
  const now = await paperOf(d.office)
  await signPaper(d.office, { paperId: second.id, version: now.version }, at)
  const discipline = { ...d.office, role: 'DISCIPLINE' } as unknown as Actor
  expect((await paperOf(discipline)).versions.map(({ nth }) => nth)).toEqual([2, 1])
  expect((await paperOf(discipline)).body.paragraphs[0]?.text).toBe('更正后的纪要')
  expect((await paperOf(discipline, 'MINUTES', 1)).body.paragraphs[0]?.text).toBe('产业项目第48周调度会议纪要')
  const broken = []
  for await (const paper of brokenPapers()) broken.push(paper)
  expect(broken.filter(({ subject }) => subject.includes(first.id) || subject.includes(second.id))).toEqual([])
})

test('a signed paper whose checksum is another one, and versions with a gap, are found', async () => {
  const { d, meetingId } = await held()
  await draft(d.office)
  const { body } = await db.meetingPaper.findFirstOrThrow({ where: { meetingId } })
  const forged = await db.meetingPaper.create({
    data: {
      districtId: d.districtId,
      meetingId,
      kind: 'BRIEF',
      nth: 1,
      body: body ?? {},
      asOf: new Date(),
      signedById: d.office.personId,
      signedAt: new Date(),
      checksum: '0'.repeat(64),
    },
  })
  const found = []
  for await (const paper of brokenPapers()) if (paper.subject.includes(forged.id)) found.push(paper.found)
  expect(found).toEqual(['its text has another checksum than the one it was signed with'])
})

test('the same line makes the same brief, also when everything has changed since', async () => {
  const { d } = await prepared()
  await db.meeting.updateMany({
    where: { districtId: d.districtId },
    data: { state: 'REPORT_ONLY', reason: '没有议题' },
  })
  expect(await draft(d.office, 'BRIEF')).toMatchObject({ ok: true })
  const before = await paperOf(d.office, 'BRIEF')
  const words = wordsOf(before.body.paragraphs)
  expect(words[1]).toBe('截至11月19日18时，全区在库产业项目2个。四色为未计时2个。与上周（11月12日18时）相比没有变化。')
  expect(words).toContain('涉及项目1个：热力管网，道路未通。')
  await db.project.update({ where: { id: d.projectId }, data: { name: '改了名', level: 'RED', status: 'SUSPENDED' } })
  await db.issue.updateMany({ where: { projectId: d.projectId }, data: { text: '另一件事', closedOn: toDb(today) } })
  await addProject(d, '新来的')
  expect(await draft(d.office, 'BRIEF')).toMatchObject({ ok: true })
  const after = await paperOf(d.office, 'BRIEF')
  expect(after.body).toEqual(before.body)
  expect(after.asOf).toBe(before.asOf)
})

test('every figure opens exactly the rows it counts', async () => {
  const { d } = await held()
  await draft(d.office)
  await draft(d.office, 'BRIEF')
  let opened = 0
  for (const kind of ['MINUTES', 'BRIEF'] as const) {
    const paper = await paperOf(d.office, kind)
    for (const { id, text } of paper.body.paragraphs.flatMap(({ figures }) => figures)) {
      const rows = await loadFigure(d.office, paper, id, say, today)
      const n = (rows?.projects.length ?? 0) + (rows?.tasks.length ?? 0) + (rows?.topics.length ?? 0)
      expect(`${text} ${n}`).toBe(`${text} ${/\d+/.exec(text)?.[0]}`)
      opened++
    }
  }
  expect(opened).toBeGreaterThan(4)
  expect(await loadFigure(d.office, await paperOf(d.office), 'nothing', say, today)).toBeNull()
})

test('a draft is the office’s and the leaders’; of what is signed everybody sees what concerns him', async () => {
  const { d, meetingId } = await held()
  await db.agendaItem.create({
    data: { meetingId, position: 9, rule: 'MANUAL', title: '项目观摩', state: 'DECIDED' },
  })
  await draft(d.office)
  await draft(d.office, 'BRIEF')
  const as = (role: string, base: Actor = d.office) => ({ ...base, role }) as unknown as Actor
  const minutes = await paperOf(d.office)
  for (const role of ['HEAD', 'LEADER']) expect(await findPaper(as(role), week48, 'MINUTES')).not.toBeNull()
  for (const role of ['DISCIPLINE', 'STEWARD', 'STREET'])
    expect(await findPaper(as(role), week48, 'MINUTES')).toBeNull()
  expect(await takePaper(as('DISCIPLINE'), { paperId: minutes.id }, at)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  const brief = await paperOf(d.office, 'BRIEF')
  for (const { id, version } of [minutes, brief]) await signPaper(d.office, { paperId: id, version }, at)
  expect(await takePaper(as('DISCIPLINE'), { paperId: minutes.id }, at)).toMatchObject({ ok: true })
  const mine = await findPaper(d.steward, week48, 'MINUTES')
  expect(mine?.hidden).toBe(1)
  expect(JSON.stringify(mine?.body)).not.toContain('项目观摩')
  expect(JSON.stringify(mine?.body)).toContain('热力管网')
  expect(await findPaper(d.successor, week48, 'MINUTES')).toBeNull()
  expect(await findPaper(d.steward, week48, 'BRIEF')).toBeNull()
  expect(await weekPapers(d.steward, week48)).toMatchObject({ brief: null, minutes: { signed: true } })
  const other = await makeDistrict()
  expect(await findPaper(other.office, week48, 'MINUTES')).toBeNull()
  expect(await takePaper(other.office, { paperId: minutes.id }, at)).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('whoever has a decision that belongs to no topic of his reads it in the minutes, and no other', async () => {
  const { d, meetingId } = await held()
  const theirs = { itemId: null, projectId: null, leadOrgId: d.office.orgId }
  await addTask(d, meetingId, 2, { ...theirs, leadOrgId: d.first.agencyId, text: '报用电方案' })
  await addTask(d, meetingId, 3, { ...theirs, text: '报观摩名单' })
  await db.agendaItem.updateMany({ where: { meetingId }, data: { orgIds: [], personIds: [] } })
  await db.task.updateMany({ where: { meetingId, nth: 1 }, data: { leadOrgId: d.office.orgId } })
  await draft(d.office)
  const { id, version } = await paperOf(d.office)
  await signPaper(d.office, { paperId: id, version }, at)
  const head = { ...d.agency, role: 'AGENCY_HEAD' } as unknown as Actor
  const words = await textsOf(head)
  expect(words).toContain('一、其他事项')
  expect(words.filter((text) => /48-0/.test(text))).toEqual([expect.stringContaining('报用电方案')])
  expect((await paperOf(head)).hidden).toBe(1)
  // Of his own project the steward reads all there is, and nothing that belongs to none.
  expect((await textsOf(d.steward)).filter((text) => /48-0/.test(text))).toHaveLength(1)
  // Signed, and nothing of his in it.
  expect(await findPaper(d.successor, week48, 'MINUTES')).toBeNull()
  expect((await weekPapers(d.successor, week48)).minutes).toMatchObject({ signed: true })
})

test('what was settled or put off is read by whoever it concerns, and every other topic is counted as hidden', async () => {
  const { d, meetingId } = await held()
  const item = (title: string, state: 'SETTLED' | 'NEXT_TIME', position: number, personIds: string[] = []) =>
    db.agendaItem.create({
      data: {
        meetingId,
        position,
        rule: 'MANUAL',
        title,
        state,
        personIds,
        ...(state === 'SETTLED' && { reason: '已到位' }),
      },
    })
  const his = [d.steward.personId]
  await item('冷链用地', 'SETTLED', 5, his)
  await item('别家的事', 'SETTLED', 6)
  await item('冷链验收', 'NEXT_TIME', 7, his)
  await item('别家再议', 'NEXT_TIME', 8)
  await draft(d.office)
  const { id, version } = await paperOf(d.office)
  await signPaper(d.office, { paperId: id, version }, at)
  const mine = await paperOf(d.steward)
  expect(JSON.stringify(mine.body)).not.toMatch(/别家/)
  expect(wordsOf(mine.body.paragraphs).filter((text) => /已到位|再议/.test(text))).toHaveLength(3)
  expect(mine.hidden).toBe(2)
})

test('the decisions below an agenda are those the reader finds in his minutes; of the rest it is said that there are some', async () => {
  const { d, meetingId, itemId } = await held()
  await db.agendaItem.update({ where: { id: itemId }, data: { orgIds: [d.agency.orgId ?? ''], personIds: [] } })
  await db.task.updateMany({ where: { meetingId, nth: 1 }, data: { leadOrgId: d.office.orgId } })
  const head = { ...d.agency, role: 'AGENCY_HEAD' } as unknown as Actor
  expect(await loadDecisions(head, week48, today)).toMatchObject({ rows: [], hidden: 1 })
  await draft(d.office)
  const { id, version } = await paperOf(d.office)
  await signPaper(d.office, { paperId: id, version }, at)
  const read = await loadDecisions(head, week48, today)
  expect(read.rows.map(({ no, open }) => [no, open])).toEqual([['双轮〔2026〕48-01', false]])
  expect(read.hidden).toBe(0)
  expect(await loadDecisions(d.office, week48, today)).toMatchObject({ rows: [{ open: true }], hidden: 0 })
})

test('what was taken back is no decision of the week, on whichever page they are counted', async () => {
  const { d, meetingId } = await held()
  await addTask(d, meetingId, 2, { state: 'WITHDRAWN' })
  const { rows, withdrawn, closed, open, late } = await loadDecisions(d.office, week48, today)
  expect([rows.length, withdrawn, closed + open + late]).toEqual([2, 1, 1])
  const [week] = (await listMeetings(d.office, today)).filter(({ key }) => key === '2026-48')
  expect(week?.tasks.total).toBe(1)
})

test('the history counts what was in time and how long it took, and every figure is the number of its rows', async () => {
  const { d, meetingId } = await held()
  const closed = { state: 'CLOSED', result: '办结', closedOn: toDb(on('2026-11-25')) }
  await addTask(d, meetingId, 2, closed)
  await addTask(d, meetingId, 3, { ...closed, dueOn: toDb(on('2026-11-24')) })
  await addTask(d, meetingId, 4, { state: 'WITHDRAWN' })
  await addTask(d, meetingId, 5, { leadOrgId: null })
  const later = on('2026-12-04')
  const load = (query: Record<string, string>, actor: Actor = d.office) =>
    loadHistory(actor, historyQuery.parse(query), later)
  const history = await load({})
  expect(history).toMatchObject({ meetings: 1, timed: 1, averageMinutes: 50 })
  expect(history.total).toMatchObject({ decided: 4, due: 4, onTime: 1, closed: 2, onTimeShare: 2500, medianWd: 2 })
  expect(history.units.map(({ unit, decided, closed: n }) => [unit, decided, n])).toEqual([
    ['住建局', 3, 2],
    [null, 1, 0],
  ])
  for (const figure of ['decided', 'due', 'onTime', 'closed'] as const) {
    expect((await load({ figure })).rows.tasks).toHaveLength(history.total[figure])
    const unit = d.first.agencyId ?? ''
    expect((await load({ figure, unit })).rows.tasks).toHaveLength(history.units[0]?.[figure] ?? -1)
  }
  expect((await load({ figure: 'late', unit: 'none' })).rows.tasks).toHaveLength(1)
  expect((await load({ figure: 'meetings' })).rows.meetings).toMatchObject([{ week: 48, minutes: 50 }])
  const before = await load({ from: '2026-01-01', to: '2026-02-01' })
  expect(before).toMatchObject({ meetings: 0, averageMinutes: null, units: [] })
  expect(before.total).toMatchObject({ decided: 0, onTimeShare: null, medianWd: null })
  expect((await load({}, d.successor)).total.decided).toBe(0)
})
