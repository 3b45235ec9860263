import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { loadAgencyDay } from './agency-day'
import { assignProcedure, listColleagues } from './assignments'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { moveProcedure } from './procedure-moves'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
  const { version, id } = d.first
  await moveProcedure(d.agency, { procedureId: id, version, kind: 'ACCEPT', on: START }, { today: START })
})

async function give(to: string, from: Actor = d.agency, note = '请接着办') {
  const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
  return assignProcedure(from, { procedureId: d.first.id, version, handlerId: to, note }, { today: START })
}

test('a colleague gets it, is told, and finds it first; the giver is rid of it', async () => {
  expect((await loadAgencyDay(d.agency, 'home', START)).open).toBe(1)
  expect(await give(d.head.personId)).toMatchObject({ ok: true })
  expect(await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })).toMatchObject({
    handlerId: d.head.personId,
    level: 'GREEN',
  })
  const day = await loadAgencyDay(d.head, 'home', START)
  expect(day.rows[0]?.id).toBe(d.first.id)
  expect(day.told).toMatchObject([{ procedureId: d.first.id, mark: 'HANDED', from: d.agency.name, text: '请接着办' }])
  expect((await loadAgencyDay(d.agency, 'home', START)).open).toBe(0)
  expect((await loadAgencyDay(d.agency, 'unit', START)).open).toBe(1)
})

test('once he has read it, it stands where its days put it', async () => {
  await give(d.head.personId)
  await db.reminder.updateMany({
    where: { procedureId: d.first.id },
    data: { seenAt: new Date('2026-11-02T02:00:00Z') },
  })
  expect((await loadAgencyDay(d.head, 'home', START)).told).toEqual([])
})

test('taking what is nobody’s tells nobody', async () => {
  expect(await give(d.agency.personId)).toMatchObject({ ok: true })
  expect(await db.reminder.count({ where: { procedureId: d.first.id } })).toBe(0)
  expect(await give(d.agency.personId)).toMatchObject({ ok: false, error: { code: 'ALREADY_HANDLES' } })
})

test('only colleagues who can sign in are offered, and only they are accepted', async () => {
  expect((await listColleagues(d.agency)).map((c) => c.name).toSorted()).toEqual(['吴经办', '郑局'].toSorted())
  await db.user.update({ where: { id: d.head.userId }, data: { disabledAt: new Date('2026-11-01T00:00:00Z') } })
  expect((await listColleagues(d.agency)).map((c) => c.name)).toEqual(['吴经办'])
  for (const stranger of [d.head.personId, d.steward.personId, (await makeDistrict()).agency.personId])
    expect(await give(stranger)).toMatchObject({ ok: false, error: { code: 'NOT_A_COLLEAGUE' } })
})

test('another agency does not find it, a steward may not, what has ended stays', async () => {
  const other = await db.org.create({
    data: { districtId: d.districtId, kind: 'AGENCY', name: '水利局', shortName: '水利局' },
  })
  expect(await give(d.head.personId, { ...d.agency, orgId: other.id } as Actor)).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
  expect(await give(d.head.personId, d.steward)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
  await moveProcedure(d.agency, { procedureId: d.first.id, version, kind: 'FINISH', on: START }, { today: START })
  expect(await give(d.head.personId)).toMatchObject({ ok: false, error: { code: 'PROCEDURE_ENDED' } })
})

test('two who give it at once: the second is told that somebody was first', async () => {
  const { version } = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
  const input = { procedureId: d.first.id, version, note: '请接着办' }
  const answers = await Promise.all([
    assignProcedure(d.agency, { ...input, handlerId: d.head.personId }, { today: START }),
    assignProcedure(d.head, { ...input, handlerId: d.agency.personId }, { today: START }),
  ])
  expect(answers.map((a) => (a.ok ? 'done' : a.error.code)).toSorted()).toEqual(['CONFLICT', 'done'])
})
