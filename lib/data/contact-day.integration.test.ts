import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { addDays } from '@/lib/domain/plain-date'
import type { ProcedureMoveInput } from '@/lib/schemas/procedure'
import { loadContactDay } from './contact-day'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { moveProcedure, takeBackMove } from './procedure-moves'

let d: TestDistrict
let contact: Actor
beforeEach(async () => {
  d = await makeDistrict()
  const enterprise = await db.enterprise.create({ data: { districtId: d.districtId, name: '示例公司' } })
  await db.project.update({ where: { id: d.projectId }, data: { enterpriseId: enterprise.id } })
  contact = { ...d.successor, role: 'CONTACT', orgId: null, enterpriseId: enterprise.id } as Actor
})

async function move(kind: ProcedureMoveInput['kind'], more: Partial<ProcedureMoveInput> = {}, by: Actor = d.agency) {
  const { version, id } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
  const done = await moveProcedure(by, { procedureId: id, version, kind, on: START, ...more }, { today: START })
  expect(done).toMatchObject({ ok: true })
}
const day = (today = START) => loadContactDay(contact, undefined, today)

test('the ball goes to and fro, and the first page says in whose hands it is', async () => {
  expect((await day()).project).toMatchObject({ turn: 'FILE', yours: [{ moves: ['FILE'] }] })
  await move('FILE', {}, contact)
  expect((await day()).project).toMatchObject({ turn: 'RECEIVED', lead: { mayTakeBack: true } })
  await move('ACCEPT')
  expect((await day()).project).toMatchObject({
    turn: 'AGENCY',
    yours: [],
    lead: { agency: '住建局', mayTakeBack: false },
  })
  await move('NOTICE', { materials: ['总平面图', '日照分析'], reason: '总平面图、日照分析；缺签字页' })
  const papers = (await day()).project
  expect(papers).toMatchObject({ turn: 'PAPERS', lead: { remaining: 10, moves: ['SUPPLEMENTED', 'WITHDRAW'] } })
  expect(papers?.lead?.papers).toEqual(['总平面图', '日照分析', '缺签字页'])
  await move('SUPPLEMENTED', {}, contact)
  expect((await day()).project?.turn).toBe('AGENCY')
  await move('FINISH')
  expect((await day()).project).toMatchObject({ finished: [{ nameZh: '事项GH01' }] })
})

test('a sentence nobody ticked is read as a list', async () => {
  await move('ACCEPT')
  await move('NOTICE', { reason: '总平面图、日照分析' })
  expect((await day()).project?.lead?.papers).toEqual(['总平面图', '日照分析'])
})

test('what he recorded himself he takes back on the day, and not what the agency did', async () => {
  await move('FILE', {}, contact)
  const lead = (await day()).project?.lead
  const back = { procedureId: lead?.id ?? '', version: lead?.version ?? 0, reason: '点错了' }
  expect(await takeBackMove(contact, back, { today: addDays(START, 1) })).toMatchObject({ error: { code: 'TOO_LATE' } })
  expect(await takeBackMove(contact, back, { today: START })).toMatchObject({ ok: true })
})

test('of other enterprises nothing, and no handler of any agency', async () => {
  const other = await addProject(d, '别家项目')
  await db.procedure.updateMany({ where: { districtId: d.districtId }, data: { handlerId: d.agency.personId } })
  const seen = await loadContactDay(contact, other.projectId, START)
  expect(seen.projects.map((p) => p.id)).toEqual([d.projectId])
  expect(seen.project?.id).toBe(d.projectId)
  expect(JSON.stringify(seen)).not.toContain(d.agency.name)
  expect(await loadContactDay({ ...contact, enterpriseId: null } as Actor, d.projectId, START)).toEqual({
    projects: [],
    project: null,
  })
})
