import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, ROLES, type Role } from '@/lib/domain/access'
import { presetPeriod } from '@/lib/domain/briefing/period'
import { PARAGRAPH_KEYS, standardText } from '@/lib/domain/briefing/standard'
import type { Figure } from '@/lib/domain/figure'
import { addDays, on } from '@/lib/domain/plain-date'
import { briefingFilter } from '@/lib/schemas/briefing'
import { factorFilter } from '@/lib/schemas/factor'
import { issueFilter } from '@/lib/schemas/issue-list'
import { historyQuery } from '@/lib/schemas/meeting-paper'
import { procedureFilter } from '@/lib/schemas/procedure-queue'
import { projectFilter } from '@/lib/schemas/project'
import enFigures from '@/messages/en/figures.json'
import zhFigures from '@/messages/zh-CN/figures.json'
import { countFigures } from './briefing-sources'
import { listTemplates, resetTemplate, saveTemplate } from './briefing-texts'
import { correctBriefing, createBriefing, editBriefing, publishBriefing, takeBriefing } from './briefing-writes'
import { briefingStand, brokenBriefings, findBriefing, findBriefingDraft, listBriefings } from './briefings'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { loadDrive } from './drive'
import { listFactors } from './factor-list'
import { raiseFactor } from './factor-writes'
import { listIssues } from './issue-list'
import { loadHistory } from './meeting-history'
import { listProcedures } from './procedure-list'
import { listProjects } from './project-list'

let d: TestDistrict
const options = { today: START }
const all = briefingFilter.parse({})
const as = (role: Role, more: Partial<Actor> = {}) => ({ ...d.office, role, ...more }) as Actor

async function begun(more: Partial<Parameters<typeof createBriefing>[1]> = {}): Promise<string> {
  const answer = await createBriefing(d.office, { fromOn: on('2026-01-01'), toOn: START, ...more }, options)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.briefingId
}
const seenOf = async (briefingId: string) => (await findBriefing(d.office, briefingId, START))?.seen ?? ''
async function published(briefingId: string): Promise<void> {
  const answer = await publishBriefing(d.office, { briefingId, seen: await seenOf(briefingId) }, options)
  if (!answer.ok) throw new Error(answer.error.code)
}
const said = async (briefingId: string, key: string, nth?: number) => {
  const paper = await findBriefing(d.office, briefingId, START, nth)
  const paragraph = paper?.body.sections.flatMap(({ paragraphs }) => paragraphs).find((each) => each.key === key)
  return paragraph?.runs.map(({ text }) => text).join('') ?? null
}
const STOCK = 'drive-stock'
const edit = (briefingId: string, text: string, began = standardText(STOCK) ?? '') =>
  editBriefing(d.office, { briefingId, text: { [STOCK]: text }, base: { text: { [STOCK]: began } } }, options)
const broken = async (districtId: string) => {
  const editions = await db.briefingEdition.findMany({ where: { briefing: { districtId } }, select: { id: true } })
  const found = []
  for await (const finding of brokenBriefings())
    if (editions.some(({ id }) => finding.subject.includes(id))) found.push(finding.found)
  return found
}

beforeEach(async () => {
  d = await makeDistrict()
  await db.milestone.createMany({
    data: [
      { projectId: d.projectId, kind: 'SIGNING', actualOn: toDb(on('2026-03-01')) },
      { projectId: d.projectId, kind: 'START', actualOn: toDb(on('2026-04-10')) },
    ],
  })
  await raiseFactor(
    d.steward,
    { projectId: d.projectId, kind: 'POWER', quantity: '5', unit: '千瓦', needBy: addDays(START, 9), reason: '用电' },
    options,
  )
})

describe('figures', () => {
  const count = (actor = d.office, taskforceId: string | null = null) =>
    countFigures(actor, presetPeriod('YEAR', START), { taskforceId }, START)

  test('each has its words in both languages', async () => {
    const figures = await count()
    const worded = (tree: object, prefix = ''): string[] =>
      Object.entries(tree).flatMap(([key, below]) =>
        typeof below === 'string'
          ? []
          : 'definition' in below
            ? [`${prefix}${key}`]
            : worded(below, `${prefix}${key}.`),
      )
    for (const tree of [zhFigures, enFigures]) {
      const words = new Set(worded(tree))
      expect(figures.map(({ name }) => name).filter((name) => !words.has(name))).toEqual([])
    }
  })

  // Those of the services for enterprises and of supervision are held against their own lists where each is tested.
  test('each opens a list that holds as many rows as it says', async () => {
    const figures = (await count()).filter(({ href }) => !/^\/(services|financing|enterprises|supervision)/.test(href))
    const rowsOf = async ({ href }: Figure): Promise<number | null> => {
      const { pathname, searchParams } = new URL(href, 'http://x')
      const params = Object.fromEntries(searchParams)
      if (pathname === '/projects') return (await listProjects(d.office, projectFilter.parse(params), START)).total
      if (pathname === '/procedures')
        return (await listProcedures(d.office, procedureFilter.parse(params), START)).total
      if (pathname === '/factors') return (await listFactors(d.office, factorFilter.parse(params), START)).total
      if (pathname === '/issues') {
        const { bySource } = await listIssues(d.office, issueFilter.parse(params), START)
        return [...bySource.values()].reduce((sum, n) => sum + n, 0)
      }
      if (pathname === '/meetings/history') {
        const { rows } = await loadHistory(d.office, historyQuery.parse(params), START)
        return rows.meetings.length + rows.tasks.length
      }
      const drive = await loadDrive(d.office, { taskforceId: params.taskforce ?? null })
      return drive[href.split('#')[1] as 'heads'].length
    }
    const differing = []
    for (const figure of figures) {
      const n = await rowsOf(figure)
      const { value } = figure
      const says =
        value.kind === 'count'
          ? value.n
          : value.kind === 'share'
            ? Number(value.part)
            : value.kind === 'names'
              ? value.names.length
              : n
      if (figure.name !== 'stewards.overloaded' && says !== n) differing.push(`${figure.name}: ${says}, rows ${n}`)
    }
    expect(differing).toEqual([])
  })

  test('count rows: what moves on, within its days, of its task force', async () => {
    const of = async (taskforceId: string | null, name: string) =>
      (await count(d.office, taskforceId)).find((figure) => figure.name === name)?.value
    expect(await of(null, 'projects.newSigned')).toEqual({ kind: 'count', n: 1 })
    expect(await of(null, 'projects.daysToStart')).toEqual({ kind: 'time', amount: 40, unit: 'day' })
    expect(await of(null, 'factors.total')).toEqual({ kind: 'count', n: 1 })
    const team = await db.org.create({
      data: { districtId: d.districtId, kind: 'TASKFORCE', name: '商贸专班', shortName: '商贸专班' },
    })
    expect(await of(team.id, 'projects.newSigned')).toEqual({ kind: 'count', n: 0 })
    expect(await of(team.id, 'factors.metShare')).toEqual({ kind: 'share', part: 0n, whole: 0n })
    expect(await of(team.id, 'projects.daysToStart')).toMatchObject({ amount: null })
    await db.project.update({ where: { id: d.projectId }, data: { taskforceId: team.id } })
    expect(await of(team.id, 'projects.newSigned')).toEqual({ kind: 'count', n: 1 })
    await db.milestone.updateMany({
      where: { kind: 'SIGNING', projectId: d.projectId },
      data: { actualOn: toDb(on('2025-12-31')) },
    })
    expect(await of(team.id, 'projects.newSigned')).toEqual({ kind: 'count', n: 0 })
  })
})

describe('a briefing', () => {
  test('is begun once for the same days and projects, and not for days to come', async () => {
    await begun()
    const again = (more: object) =>
      createBriefing(d.office, { fromOn: on('2026-01-01'), toOn: START, ...more }, options)
    expect(await again({})).toMatchObject({ error: { code: 'BRIEFING_EXISTS', number: 1 } })
    expect(await again({ fromOn: addDays(START, 1) })).toMatchObject({
      error: { code: 'BRIEFING_PERIOD_REVERSED', field: 'fromOn' },
    })
    expect(await again({ toOn: addDays(START, 1) })).toMatchObject({
      error: { code: 'BRIEFING_PERIOD_FUTURE', field: 'toOn' },
    })
    expect(await again({ taskforceId: d.agency.orgId })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await again({ fromOn: on('2026-02-01') })).toMatchObject({ ok: true })
    expect((await listBriefings(d.office, all)).rows.map(({ number }) => number)).toEqual([2, 1])
  })

  test('as a draft is counted anew each time', async () => {
    const id = await begun()
    const before = await said(id, STOCK)
    await db.project.update({ where: { id: d.projectId }, data: { status: 'REMOVED' } })
    expect(await said(id, STOCK)).not.toBe(before)
  })

  test('is worded by names; typed numbers and unknown names are refused at their paragraph', async () => {
    const id = await begun()
    expect(await edit(id, '在库142个')).toMatchObject({
      error: { code: 'BRIEFING_NUMBER_TYPED', number: '142', field: `text.${STOCK}` },
    })
    expect(await edit(id, '在库{projects.inLibary}个')).toMatchObject({
      error: { code: 'BRIEFING_NAME_NEAR', near: 'projects.inLibrary' },
    })
    expect(await edit(id, '在库{projects.inLibrary}个')).toMatchObject({ ok: true })
    expect(await said(id, STOCK)).toMatch(/^在库\d+个$/)
    // Somebody else began with the standard text and types over what was saved meanwhile.
    expect(await edit(id, '另一句')).toMatchObject({
      error: { code: 'BRIEFING_PARAGRAPH_MOVED', text: '在库{projects.inLibrary}个' },
    })
    expect(await edit(id, '', '在库{projects.inLibrary}个')).toMatchObject({ ok: true })
    expect(await said(id, STOCK)).toBeNull()
    const draft = await findBriefingDraft(d.office, id, START)
    expect(draft?.paragraphs.find(({ key }) => key === STOCK)).toMatchObject({ text: '', said: '' })
    expect(draft?.paragraphs.map(({ key }) => key)).toEqual(PARAGRAPH_KEYS)
  })

  test('published stands still whatever becomes of the rows, and is corrected by another version', async () => {
    const id = await begun()
    const seen = await seenOf(id)
    await db.project.updateMany({ where: { districtId: d.districtId }, data: { leaderId: d.steward.personId } })
    expect(await publishBriefing(d.office, { briefingId: id, seen }, options)).toMatchObject({
      error: { code: 'BRIEFING_MOVED' },
    })
    await published(id)
    const before = await findBriefing(d.office, id, START)
    expect(before?.published?.checksum).toMatch(/^[0-9a-f]{64}$/)
    await db.project.update({ where: { id: d.projectId }, data: { status: 'REMOVED' } })
    await saveTemplate(d.office, { key: STOCK, text: '在库{projects.inLibrary}个', nth: 0 }, options)
    expect(await findBriefing(d.office, id, START)).toEqual(before)
    expect(await edit(id, '在库')).toMatchObject({ error: { code: 'BRIEFING_PUBLISHED' } })
    expect(await publishBriefing(d.office, { briefingId: id, seen }, options)).toMatchObject({
      error: { code: 'BRIEFING_PUBLISHED' },
    })
    expect(await correctBriefing(d.office, { briefingId: id, note: '项目数有误' }, options)).toMatchObject({ ok: true })
    expect(await correctBriefing(d.office, { briefingId: id, note: '再改' }, options)).toMatchObject({
      error: { code: 'BRIEFING_NOT_PUBLISHED' },
    })
    await published(id)
    const corrected = await findBriefing(d.office, id, START)
    expect(corrected).toMatchObject({ nth: 2, note: '项目数有误', versions: [{ nth: 2 }, { nth: 1 }] })
    expect(corrected?.body.head.number).toContain('更正第2版')
    expect((await findBriefing(d.office, id, START, 1))?.body).toEqual(before?.body)
    expect(await broken(d.districtId)).toEqual([])
  })

  test('that somebody changed in the database is found by the doctor', async () => {
    const id = await begun()
    await published(id)
    await db.$executeRaw`UPDATE "BriefingEdition" SET "asOf" = "asOf" + interval '1 hour' WHERE "briefingId" = ${id}::uuid`
    expect(await broken(d.districtId)).toEqual(['its text has another checksum than the one it was published with'])
  })

  test('stands beside what the one before it said', async () => {
    const earlier = await begun({ toOn: on('2026-09-30') })
    await published(earlier)
    const id = await begun()
    expect((await findBriefing(d.office, id, START))?.before).toMatchObject({ id: earlier })
    expect((await findBriefing(d.office, earlier, START))?.before).toBeNull()
    expect(await briefingStand(d.office)).toMatchObject({ drafts: 1, last: { id: earlier } })
  })
})

describe('the standard text', () => {
  test('has versions; the one the product came with is there again when it is asked for', async () => {
    const save = (text: string, nth: number) => saveTemplate(d.office, { key: STOCK, text, nth }, options)
    expect(await save('在库{projects.inLibrary}个', 0)).toMatchObject({ ok: true })
    expect(await save('在库{projects.signed}个', 0)).toMatchObject({ error: { code: 'BRIEFING_TEMPLATE_MOVED' } })
    expect(await save('在库99个', 1)).toMatchObject({ error: { code: 'BRIEFING_NUMBER_TYPED' } })
    expect(await save(' ', 1)).toMatchObject({ error: { code: 'BRIEFING_TEXT_MISSING' } })
    const id = await begun()
    expect(await said(id, STOCK)).toMatch(/^在库\d+个$/)
    expect(await resetTemplate(d.office, { key: STOCK, nth: 1 }, options)).toMatchObject({ ok: true })
    const line = (await listTemplates(d.office)).find(({ key }) => key === STOCK)
    expect(line).toMatchObject({ text: standardText(STOCK), history: [{ nth: 2, text: null }, { nth: 1 }] })
    expect(await resetTemplate(d.office, { key: 'nobody', nth: 0 }, options)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})

test('fifteen roles: who reads which, drafts among them, and who may take one along', async () => {
  const team = await db.org.create({
    data: { districtId: d.districtId, kind: 'TASKFORCE', name: '商贸专班', shortName: '商贸专班' },
  })
  const [district, ofTeam, draft] = [
    await begun({ toOn: on('2026-09-30') }),
    await begun({ toOn: on('2026-09-30'), taskforceId: team.id }),
    await begun(),
  ]
  await published(district)
  await published(ofTeam)
  const sees: Record<string, string[]> = {}
  for (const role of ROLES) {
    const actor = as(role, role === 'TASKFORCE' ? { orgId: team.id } : {})
    const rows = new Set((await listBriefings(actor, all)).rows.map(({ id }) => id))
    sees[role] = [district, ofTeam, draft].map((id) => (rows.has(id) ? 'yes' : 'no'))
    for (const id of [district, ofTeam, draft]) {
      const paper = await findBriefing(actor, id, START)
      expect(`${role} ${paper !== null}`).toBe(`${role} ${rows.has(id)}`)
      const taken = await takeBriefing(actor, { briefingId: id }, options)
      expect(`${role} ${taken.ok}`).toBe(`${role} ${rows.has(id)}`)
    }
  }
  const none = ['no', 'no', 'no']
  expect(sees).toEqual({
    ...Object.fromEntries(ROLES.map((role) => [role, none])),
    OFFICE: ['yes', 'yes', 'yes'],
    HEAD: ['yes', 'yes', 'yes'],
    LEADER: ['yes', 'yes', 'no'],
    BIZENV: ['yes', 'yes', 'no'],
    DISCIPLINE: ['yes', 'yes', 'no'],
    TASKFORCE: ['no', 'yes', 'no'],
  })
})
