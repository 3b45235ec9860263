import { expect, test } from 'vitest'
import type { PlainDate } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'
import { foreignZone } from './session-zone'

test('sessions are in UTC and an instant is stored as it is', async () => {
  expect(await foreignZone()).toBeNull()
  const at = new Date('2026-12-01T00:30:00.000+08:00')
  await db.jobRun.create({ data: { name: 'instant', period: '2026-12-01', startedAt: at } })
  const rows = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch from "startedAt")::float8 AS seconds FROM "JobRun" WHERE name = 'instant'`
  expect(rows[0]?.seconds).toBe(at.getTime() / 1000)
})

test('a session in another zone is noticed', async () => {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL TIME ZONE 'Asia/Shanghai'`
    expect(await foreignZone(tx)).toBe('Asia/Shanghai')
  })
})

test('a day is stored as that day', async () => {
  const day = '2026-12-01' as PlainDate
  const district = await db.district.create({ data: { code: '000001', name: '日期区' } })
  await db.calendarOverride.create({
    data: { districtId: district.id, day: toDb(day), working: false, reason: '台风' },
  })
  const rows = await db.$queryRaw<{ text: string }[]>`
    SELECT day::text AS text FROM "CalendarOverride" WHERE "districtId" = ${district.id}::uuid`
  expect(rows[0]?.text).toBe(day)
})
