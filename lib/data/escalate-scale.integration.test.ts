import { expect, test } from 'vitest'
import { ladder } from '@/lib/domain/escalation-ladder'
import { DIGEST_AT } from '@/lib/domain/message-hours'
import { on } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db, type Tx } from './db'
import { makeDistrict } from './district.fixture'
import { escalate } from './escalate'
import { loadOpenItems, loadTold } from './ladder-items'
import { loadLevelContext } from './level-context'
import { keepNotices } from './notice-rows'

const DAY = on('2026-11-23')
const ITEMS = 10_000

/** A transaction that counts what it is asked. */
function counting(tx: Tx): { tx: Tx; asked: () => number } {
  let asked = 0
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, key) {
        const value = Reflect.get(object, key) as unknown
        if (typeof value === 'function')
          return (...args: unknown[]) => {
            asked++
            return (value as (...given: unknown[]) => unknown).apply(object, args)
          }
        return value && typeof value === 'object' ? counted(value) : value
      },
    })
  return { tx: counted(tx), asked: () => asked }
}

/** Ten thousand yellow procedures of a hundred projects of one steward, since yesterday's night. */
async function yellowDistrict() {
  const d = await makeDistrict()
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { level: 'GREEN' } })
  await db.project.update({ where: { id: d.projectId }, data: { level: 'GREEN' } })
  const projects = ITEMS / 100
  await db.$executeRaw`
    INSERT INTO "Project" (id, "districtId", number, name, "searchText", "enteredOn", stage)
    SELECT gen_random_uuid(), ${d.districtId}::uuid, 1000 + n, '项目' || n, '', ${toDb(DAY)}, 'PERMITTING'
    FROM generate_series(1, ${projects}::int) n`
  await db.$executeRaw`
    INSERT INTO "StewardAssignment" (id, "projectId", "personId", "fromOn")
    SELECT gen_random_uuid(), id, ${d.steward.personId}::uuid, "enteredOn" FROM "Project"
    WHERE "districtId" = ${d.districtId}::uuid AND number > 1000`
  await db.$executeRaw`
    INSERT INTO "Procedure" (id, "districtId", "projectId", "itemId", code, "agencyId", predecessors, "promisedWd", "planWd",
      "enteredOn", level, "levelOwner")
    SELECT gen_random_uuid(), p."districtId", p.id, ${d.first.itemId}::uuid, 'X' || n, ${d.first.agencyId}::uuid, '{}', 5, 5,
      p."enteredOn", 'YELLOW', 'AGENCY'
    FROM "Project" p, generate_series(1, 100) n WHERE p."districtId" = ${d.districtId}::uuid AND p.number > 1000`
  await db.$executeRaw`
    INSERT INTO "LevelChange" (id, "districtId", "projectId", "procedureId", "on", "from", "to", reasons, inputs, "rulesVersion", cause)
    SELECT gen_random_uuid(), "districtId", "projectId", id, ${toDb(DAY)}, 'GREEN', 'YELLOW', '[]', '{}', 0, 'DAY'
    FROM "Procedure" WHERE "districtId" = ${d.districtId}::uuid AND level = 'YELLOW'`
  return d
}

test('ten thousand open items at 08:30 are a handful of questions, and the run after tells nobody anything', async () => {
  const d = await yellowDistrict()
  const { calendar } = await loadLevelContext(db, d.districtId, DAY)
  const now = { day: DAY, minute: DIGEST_AT }
  const { tx, asked } = counting(db)
  const items = await loadOpenItems(tx, d.districtId, DAY)
  expect(items).toHaveLength(ITEMS)
  const { messages } = ladder(items, await loadTold(tx, items), now, calendar)
  const at = new Date('2026-11-23T00:30:00Z')
  const rows = messages.map((message) => ({ message, on: DAY, at, seenAt: null }))
  // The handler's unit, the steward, and the office in the place of a task force nobody leads.
  expect(await keepNotices(tx, d.districtId, new Map(items.map((item) => [item.id, item])), rows)).toBe(3 * ITEMS)
  expect(asked()).toBe(15 + 3)
  expect(await escalate(d.districtId, { ...now, minute: DIGEST_AT + 5 }, at)).toMatchObject({
    items: ITEMS,
    messages: 0,
  })
})
