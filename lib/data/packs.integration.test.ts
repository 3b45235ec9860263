import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { type EnterpriseMergeInput, enterpriseMerge } from '@/lib/schemas/enterprise'
import { packFilter, packHand, packPrepare } from '@/lib/schemas/gift-pack'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { mergeEnterprises, previewMerge } from './enterprise-merge'
import { listAllPacks, listPacks, loadPackMonths, packsToConfirm } from './pack-list'
import { confirmBySlip, confirmOwnPack, handOutPack, preparePacks, returnOnePack } from './pack-writes'
import { packsFigures } from './packs-figures'

let d: TestDistrict
let batchId = ''
let own = ''
let fresh = ''
const options = { today: START }
const filter = (more: object = {}) => packFilter.parse(more)

const enterprise = async (name: string, foundedOn: string | null = null) =>
  (
    await db.enterprise.create({
      data: {
        districtId: d.districtId,
        name,
        searchText: name.toLowerCase(),
        foundedOn: foundedOn ? toDb(on(foundedOn)) : null,
      },
    })
  ).id
const prepare = async (prepared: number, cost = '0.03') => {
  const input = packPrepare.parse({ name: '十一月批', contents: ['CARD', 'QR'], prepared, cost, on: START, note: '' })
  const answer = await preparePacks(d.office, input, options)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.batchId
}
const hand = (name: string, actor: Actor = d.office, more: object = {}) =>
  handOutPack(
    actor,
    packHand.parse({ batchId, enterprise: name, channel: 'HALL', on: START, note: '', ...more }),
    options,
  )
const contact = async (enterpriseId: string) =>
  ({ ...(await addUser(d.districtId, 'CONTACT', '赵联络', null)), enterpriseId }) as Actor

beforeEach(async () => {
  d = await makeDistrict()
  own = await enterprise('甲公司')
  fresh = await enterprise('乙公司', '2026-05-01')
  await db.project.update({ where: { id: d.projectId }, data: { enterpriseId: own } })
  batchId = await prepare(3)
})

describe('handing out', () => {
  test('the second pack of a batch to one enterprise is refused with when and by whom the first was', async () => {
    expect(await hand('甲公司')).toMatchObject({ ok: true, value: { enterprise: '甲公司' } })
    expect(await hand('甲公司', d.steward)).toMatchObject({
      error: { code: 'PACK_TWICE', on: START, by: '周办', batch: '十一月批' },
    })
    expect(await db.giftPack.count({ where: { batchId } })).toBe(1)
    // Of another batch it may have one.
    batchId = await prepare(1)
    expect(await hand('甲公司')).toMatchObject({ ok: true })
  })

  test('the stock does not go below nothing, not even when two hand out at once', async () => {
    batchId = await prepare(1)
    const both = await Promise.all([hand('甲公司'), hand('乙公司')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'PACK_STOCK_EMPTY' } })
    expect((await listPacks(d.office, filter(), START)).batches.find(({ id }) => id === batchId)).toMatchObject({
      prepared: 1,
      out: 1,
      stock: 0,
    })
  })

  test('what comes back is in stock again, and its enterprise may have another; what was confirmed stays', async () => {
    await hand('甲公司')
    const pack = await db.giftPack.findFirstOrThrow({ where: { batchId } })
    const back = { packId: pack.id, version: pack.version, reason: '地址错了' }
    expect(await returnOnePack(d.successor, back, options)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await returnOnePack(d.office, back, options)).toMatchObject({ ok: true })
    expect(await hand('甲公司')).toMatchObject({ ok: true })
    const kept = await db.giftPack.findFirstOrThrow({ where: { batchId, returnedOn: null } })
    await confirmBySlip(d.office, { code: kept.code, receiver: '李经理' }, options)
    expect(
      await returnOnePack(d.office, { packId: kept.id, version: kept.version + 1, reason: '晚了' }, options),
    ).toMatchObject({ error: { code: 'PACK_KEPT' } })
  })

  test('an enterprise is meant by its name, a part of it, its code or another name; several are named', async () => {
    await db.enterprise.update({ where: { id: own }, data: { creditCode: '91410103MA40000000', aliases: ['甲厂'] } })
    expect(await hand('没有这家')).toMatchObject({ error: { code: 'PACK_ENTERPRISE_UNKNOWN' } })
    expect(await hand('公司')).toMatchObject({ error: { code: 'PACK_ENTERPRISE_SEVERAL' } })
    expect(await hand('甲厂')).toMatchObject({ ok: true })
    expect(await hand('91410103ma40000000')).toMatchObject({ error: { code: 'PACK_TWICE' } })
    // A steward reaches the enterprises of his projects.
    expect(await hand('乙公司', d.steward)).toMatchObject({ error: { code: 'PACK_ENTERPRISE_UNKNOWN' } })
  })
})

test('the receiver confirms with one tap, once; another enterprise cannot', async () => {
  await hand('甲公司')
  const actor = await contact(own)
  const [pack] = await packsToConfirm(actor)
  const input = { packId: pack?.id ?? '', version: pack?.version ?? 0 }
  expect(pack).toMatchObject({ batch: { name: '十一月批' }, contents: ['CARD', 'QR'] })
  expect(await confirmOwnPack(await contact(fresh), input, options)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await confirmOwnPack(actor, input, options)).toMatchObject({ ok: true })
  expect(await packsToConfirm(actor)).toEqual([])
  expect(await confirmOwnPack(actor, { ...input, version: input.version + 1 }, options)).toMatchObject({
    error: { code: 'PACK_CONFIRMED' },
  })
  expect((await listPacks(d.office, filter({ stand: 'confirmed' }), START)).rows).toMatchObject([
    { confirmedOn: START, confirmedSelf: true, receiver: '赵联络' },
  ])
})

test('fifteen roles: who sees the district sees all, a steward those of his projects, the others none', async () => {
  await hand('甲公司')
  await hand('乙公司')
  const district = new Set(['HEAD', 'LEADER', 'OFFICE', 'BIZENV', 'DISCIPLINE'])
  for (const role of ROLES) {
    const actor = { ...d.office, role, orgId: null, standsInFor: ['nobody'] } as unknown as Actor
    const n = district.has(role) ? 2 : 0
    const page = await listPacks({ ...actor, standsInFor: [d.auditor.personId] } as Actor, filter(), START)
    expect([role, page.total]).toEqual([role, n])
  }
  expect((await listPacks(d.steward, filter(), START)).rows.map((row) => row.enterprise.name)).toEqual(['甲公司'])
  // The code is for whoever can print the slip.
  expect((await listPacks(d.steward, filter(), START)).rows[0]?.code).toBe('')
  expect((await listAllPacks(d.successor, filter(), START, 9)).rows).toEqual([])
})

test('each figure is what its list shows', async () => {
  await hand('甲公司')
  await hand('乙公司')
  const period = { from: on('2026-01-01'), to: START }
  const figures = await packsFigures(d.office, period, { taskforceId: null })
  const of = (name: string) => figures.find((figure) => figure.name === name)
  const shown = (name: string) =>
    listPacks(d.office, filter(Object.fromEntries(new URL(of(name)?.href ?? '', 'http://x').searchParams)), START)
  const all = await shown('packs.handed')
  expect(of('packs.handed')?.value).toEqual({ kind: 'count', n: all.total })
  expect(of('packs.enterprises')?.value).toEqual({ kind: 'count', n: all.reached })
  expect(of('packs.cost')?.value).toEqual({ kind: 'money', fen: BigInt(all.costFen) })
  expect(all).toMatchObject({ total: 2, reached: 2, costFen: '20000' })
  expect(of('packs.newShare')?.value).toEqual({ kind: 'share', part: 1n, whole: 1n })
  expect((await shown('packs.newShare')).reached).toBe(1)
  expect((await loadPackMonths(d.office, filter(), period)).at(-1)).toMatchObject({
    month: '2026-11',
    packs: 2,
    fresh: 1,
  })
  const none = await packsFigures(d.office, { from: on('2025-01-01'), to: on('2025-12-31') }, { taskforceId: null })
  expect(none.find(({ name }) => name === 'packs.newShare')?.value).toEqual({ kind: 'share', part: 0n, whole: 0n })
})

test('two rows of one enterprise that both had a pack are merged, and the stock stays what it was', async () => {
  await hand('甲公司')
  await hand('乙公司')
  const stock = async () => (await listPacks(d.office, filter({ tab: 'batches' }), START)).batches[0]?.stock
  expect(await stock()).toBe(1)
  const preview = await previewMerge(d.office, own, fresh)
  expect(preview?.moves.find(({ table }) => table === 'GiftPack')).toEqual({ table: 'GiftPack', n: 1, twice: 0 })
  const merged = await mergeEnterprises(
    d.office,
    enterpriseMerge.parse({
      staysId: own,
      goesId: fresh,
      staysVersion: 1,
      goesVersion: 1,
      sure: '1',
    }) as EnterpriseMergeInput,
    options,
  )
  expect(merged.ok).toBe(true)
  expect(await stock()).toBe(1)
  expect(await db.giftPack.count({ where: { enterpriseId: own, returnedOn: null } })).toBe(2)
})
