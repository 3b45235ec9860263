import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import { harbourFilter } from '@/lib/schemas/harbour'
import { db } from './db'
import { addUser, makeDistrict, type TestDistrict } from './district.fixture'
import { harbourFigures } from './harbour-figures'
import { createHarbour, editHarbour, recordHarbourMonth } from './harbour-writes'
import { findHarbour, listHarbours } from './harbours'

const TODAY = on('2026-11-23')
const at = (today: PlainDate = TODAY) => ({ today })
let d: TestDistrict
let bankId: string
let bank: Actor
let rival: Actor

const must = <T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const input = (rest: object = {}) => ({
  name: '德化街港湾',
  address: '德化街100号',
  leadBankId: bankId,
  streetIds: [],
  managerIds: [],
  services: ['融资咨询'],
  openedOn: on('2026-03-02') as PlainDate | undefined,
  closedOn: undefined as PlainDate | undefined,
  closedReason: '',
  ...rest,
})
const create = async (rest: object = {}) => must(await createHarbour(d.office, input(rest), at())).harbourId
const month = (harbourId: string, rest: object = {}) => ({
  harbourId,
  month: '2026-10',
  version: 0,
  visits: 12,
  needs: 5,
  grantedWan: '800',
  reason: '',
  ...rest,
})

beforeEach(async () => {
  d = await makeDistrict()
  const org = (name: string) =>
    db.org.create({ data: { districtId: d.districtId, kind: 'BANK', name, shortName: name, searchText: '' } })
  const [first, second] = [await org('甲银行'), await org('乙银行')]
  bankId = first.id
  bank = await addUser(d.districtId, 'BANK', '钱经理', first.id)
  rival = await addUser(d.districtId, 'BANK', '赵经理', second.id)
})

test('a harbour closes with a reason, and its name is its own', async () => {
  const harbourId = await create()
  const edit = (rest: object) => editHarbour(d.office, { ...input(), harbourId, version: 1, ...rest }, at())
  expect(await edit({ closedOn: on('2026-11-01') })).toMatchObject({ error: { code: 'HARBOUR_CLOSE_WHY' } })
  expect(await createHarbour(d.office, input(), at())).toMatchObject({ error: { code: 'HARBOUR_NAME_TAKEN' } })
  expect(await edit({ closedOn: on('2026-11-01'), closedReason: '场地到期' })).toMatchObject({ ok: true })
  expect(await findHarbour(d.office, harbourId, TODAY)).toMatchObject({ state: 'CLOSED', closedReason: '场地到期' })
  expect(await edit({})).toMatchObject({ error: { code: 'CONFLICT' } })
})

test('a month is said once by its bank or the office, corrected with a reason, and what was said stays in sight', async () => {
  const harbourId = await create()
  const say = (actor: Actor, rest: object = {}) => recordHarbourMonth(actor, month(harbourId, rest), at())
  expect(await say(rival)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await say(bank)).toMatchObject({ ok: true })
  expect(await say(bank)).toMatchObject({ error: { code: 'HARBOUR_MONTH_THERE' } })
  expect(await say(bank, { version: 1, visits: 14 })).toMatchObject({ error: { code: 'HARBOUR_CORRECT_WHY' } })
  expect(await say(bank, { version: 1, visits: 14, reason: '漏报两家' })).toMatchObject({ ok: true })
  expect(await say(bank, { version: 1, visits: 15, reason: '又漏' })).toMatchObject({ error: { code: 'CONFLICT' } })
  expect(await say(bank, { month: '2026-02' })).toMatchObject({ error: { code: 'HARBOUR_MONTH_SHUT' } })
  expect(await say(bank, { month: '2026-12' })).toMatchObject({ error: { code: 'HARBOUR_MONTH_AHEAD' } })
  const found = await findHarbour(d.office, harbourId, TODAY)
  expect(found?.months).toMatchObject([
    {
      month: '2026-10',
      visits: 14,
      version: 2,
      steps: [
        { visits: 14, text: '漏报两家' },
        { visits: 12, text: null },
      ],
    },
  ])
  expect(found?.missing).toEqual([
    '2026-11',
    '2026-09',
    '2026-08',
    '2026-07',
    '2026-06',
    '2026-05',
    '2026-04',
    '2026-03',
  ])
})

test('everybody finds a harbour; what it did each month is the leaders’, the office’s and its own bank’s', async () => {
  const harbourId = await create()
  must(await recordHarbourMonth(bank, month(harbourId), at()))
  const list = (actor: Actor) => listHarbours(actor, harbourFilter.parse({}), TODAY)
  expect((await list(d.office)).sum).toEqual({ visits: 12, needs: 5, grantedFen: 800_000_000n })
  expect((await list(bank)).rows[0]?.sum?.visits).toBe(12)
  expect(await list(d.steward)).toMatchObject({ rows: [{ name: '德化街港湾', sum: null }], sum: null })
  expect(await list(rival)).toMatchObject({ rows: [{ sum: null }], sum: null })
  expect((await findHarbour(rival, harbourId, TODAY))?.months).toBe(null)
  expect((await list(d.agency)).rows).toEqual([])
  expect((await list({ ...d.office, role: 'SYSADMIN' } as Actor)).rows).toEqual([])
})

test('its figures are as of the last day of a period and open exactly their rows', async () => {
  const open = await create()
  await create({ name: '筹建港湾', openedOn: undefined })
  await create({ name: '旧港湾', openedOn: on('2025-05-06'), closedOn: on('2026-06-30'), closedReason: '场地到期' })
  await db.harbour.updateMany({ where: { districtId: d.districtId }, data: { registeredOn: new Date('2025-01-01') } })
  must(await recordHarbourMonth(d.office, month(open), at()))
  must(await recordHarbourMonth(d.office, month(open, { month: '2026-05', visits: 3, grantedWan: '0.5' }), at()))
  const said = async (from: string, to: string) => {
    const figures = await harbourFigures(d.office, { from: on(from), to: on(to) }, { taskforceId: null })
    return Object.fromEntries(
      figures.map(({ name, value }) => [
        name.slice('harbours.'.length),
        value.kind === 'count' ? value.n : value.kind === 'money' ? value.fen : null,
      ]),
    )
  }
  expect(await said('2026-01-01', '2026-11-23')).toEqual({
    built: 1,
    planned: 1,
    closed: 1,
    visits: 15,
    needs: 10,
    granted: 800_500_000n,
  })
  // In spring the old one was still open, and October had not been.
  expect(await said('2026-05-01', '2026-05-31')).toMatchObject({ built: 2, closed: 0, visits: 3 })
  const [built] = await harbourFigures(
    d.office,
    { from: on('2026-05-01'), to: on('2026-05-31') },
    { taskforceId: null },
  )
  const filter = harbourFilter.parse(Object.fromEntries(new URL(built?.href ?? '', 'http://x').searchParams))
  expect((await listHarbours(d.office, filter, TODAY)).rows.map(({ name }) => name)).toEqual(['德化街港湾', '旧港湾'])
  expect(await harbourFigures(bank, { from: on('2026-05-01'), to: on('2026-05-31') }, { taskforceId: null })).toEqual(
    [],
  )
})
