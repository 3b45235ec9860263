import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { projectFilter } from '@/lib/schemas/project'
import { transfer } from '@/lib/schemas/transfer'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { proposeHandover } from './handovers'
import { offerEach, previewTransfer } from './transfers'

let d: TestDistrict
/** Stewarded by the old steward, by the successor himself, by the old one but offered already. */
let ids: { free: string; his: string; asked: string }

beforeEach(async () => {
  d = await makeDistrict()
  const add = async (number: number, personId: string) => {
    const { id } = await db.project.create({
      data: {
        districtId: d.districtId,
        number,
        name: `第${number}号`,
        searchText: `第${number}号`,
        enteredOn: toDb(START),
        stewards: { create: { personId, fromOn: toDb(START) } },
        milestones: { create: { kind: 'START', plannedOn: toDb(START) } },
      },
    })
    return id
  }
  ids = {
    free: await add(2, d.steward.personId),
    his: await add(3, d.successor.personId),
    asked: await add(4, d.steward.personId),
  }
  const asked = { projectIds: [ids.asked], toId: d.successor.personId, note: '先前' }
  await proposeHandover(d.office, asked, { today: START })
})

const preview = (actor: Actor, toId: string | null) =>
  previewTransfer(actor, { ...projectFilter.parse({}), pick: 'all' }, toId, START)
const states = async (actor: Actor = d.office) =>
  Object.fromEntries(
    (await preview(actor, d.successor.personId)).lines.map((line) => [
      line.id,
      line.offered ? 'offered' : line.refusal,
    ]),
  )
const offer = (projectIds: string[], formKey: string, note = '调岗') =>
  offerEach(
    d.office,
    transfer.parse({ projectIds, toId: d.successor.personId, note, query: 'pick=all' }),
    { today: START, formKey },
    () => {},
  )

test('before anything happens it says what will: what passes on, what cannot and why', async () => {
  expect(await states()).toEqual({
    [d.projectId]: null,
    [ids.free]: null,
    [ids.his]: 'SAME_PERSON',
    [ids.asked]: 'offered',
  })
  const { lines, stewards } = await preview(d.office, null)
  expect(lines.find((line) => line.id === ids.free)).toMatchObject({
    from: '王管家',
    open: { procedures: 0, issues: 0, promises: 1 },
  })
  expect(stewards.map((s) => [s.name, s.projects])).toEqual([
    ['李管家', 1],
    ['王管家', 3],
  ])
})

test('one that cannot pass holds none of the others up, and sending the form again offers nothing twice', async () => {
  const all = [ids.his, d.projectId, ids.free, ids.asked]
  await offer(all, 'key')
  expect(await states()).toEqual({
    [d.projectId]: 'offered',
    [ids.free]: 'offered',
    [ids.his]: 'SAME_PERSON',
    [ids.asked]: 'offered',
  })
  await offer(all, 'key')
  expect(await db.handover.count({ where: { project: { districtId: d.districtId } } })).toBe(3)
})

test('what failed can be tried again by itself', async () => {
  await offer([ids.his], 'first')
  await db.stewardAssignment.updateMany({ where: { projectId: ids.his }, data: { personId: d.steward.personId } })
  expect((await states())[ids.his]).toBe(null)
  await offer([ids.his], 'second')
  expect((await states())[ids.his]).toBe('offered')
})

test('a steward is shown and can offer his own projects only', async () => {
  expect(Object.keys(await states(d.successor))).toEqual([ids.his])
  const input = transfer.parse({
    projectIds: [ids.free],
    toId: d.steward.personId,
    note: '越权',
    query: '',
  })
  await offerEach(d.successor, input, { today: START, formKey: 'foreign' }, () => {})
  expect(await db.handover.count({ where: { projectId: ids.free } })).toBe(0)
})

test('the address keeps which projects were ticked', () => {
  const { query } = transfer.parse({ projectIds: [ids.free], toId: ids.free, note: '—', query: `id=${ids.free}&x=1` })
  expect(query).toBe(`id=${ids.free}`)
})

test('a batch that would give a steward more than eight offers nothing without a reason, and all with one', async () => {
  for (let number = 10; number < 15; number++)
    await db.project.create({
      data: {
        districtId: d.districtId,
        number,
        name: `第${number}号`,
        searchText: `第${number}号`,
        enteredOn: toDb(START),
        stewards: { create: { personId: d.successor.personId, fromOn: toDb(START) } },
      },
    })
  // Six of his own, one offered: two more are nine.
  const both = [d.projectId, ids.free]
  const send = (overloadReason?: string) =>
    offerEach(
      d.office,
      transfer.parse({
        projectIds: both,
        toId: d.successor.personId,
        note: '调岗',
        query: 'pick=all',
        ...(overloadReason && { overloadReason }),
      }),
      { today: START, formKey: `full-${overloadReason ?? ''}` },
      () => {},
    )
  const refused = await send()
  expect(!refused.ok && refused.error).toMatchObject({ code: 'STEWARD_FULL', n: 9 })
  expect((await preview(d.office, d.successor.personId)).to).toMatchObject({ projects: 6, offered: 1 })
  expect(await states()).toMatchObject({ [d.projectId]: null, [ids.free]: null })
  expect((await send('同一园区')).ok).toBe(true)
  expect(await states()).toMatchObject({ [d.projectId]: 'offered', [ids.free]: 'offered' })
  // The same again finds nothing to do, and does not count twice what it offered.
  expect((await send('同一园区')).ok).toBe(true)
  const { note } = await db.handover.findFirstOrThrow({ where: { projectId: ids.free, state: 'PROPOSED' } })
  expect(note).toBe('调岗\n同一园区')
})
