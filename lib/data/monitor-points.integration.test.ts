import { beforeEach, expect, test } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { plateCodeText } from '@/lib/domain/plate-code'
import { SEES_POINTS } from '@/lib/domain/sight'
import { pointEdit, pointFilter, pointInput } from '@/lib/schemas/monitor-point'
import { searchQuery } from '@/lib/schemas/search'
import { db } from './db'
import { addUser, makeDistrict, type TestDistrict } from './district.fixture'
import { createPoint, editPoint } from './monitor-point-writes'
import { findPoint, listPoints, pointFigures } from './monitor-points'
import { issuePlate, postPlate, revokePlate } from './plate-writes'
import { newPlateCode, resolvePlate } from './plates'
import { loadPosters } from './posters'
import { search } from './search'

const TODAY = on('2026-11-23')
const at = { today: TODAY }
let d: TestDistrict
let keeper: Actor
let unitId: string

const must = <T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const form = (rest: object = {}) => ({
  name: '马寨产业园服务站',
  kind: 'PARK',
  address: '马寨镇演示产业园',
  supervisorName: '苗予安',
  supervisorPhone: '13000009101',
  supervisorUnitId: unitId,
  contactName: '岳清晏',
  openedOn: '2026-03-02',
  ...rest,
})
const create = async (rest: object = {}) => must(await createPoint(keeper, pointInput.parse(form(rest)), at)).pointId
const edit = (pointId: string, version: number, rest: object = {}) =>
  editPoint(keeper, pointEdit.parse({ ...form(rest), pointId, version }), at)
const find = async (id: string) => {
  const point = await findPoint(keeper, id, TODAY)
  if (!point) throw new Error('no point')
  return point
}
/** A plate of a point, made and, where a day is given, hung up. */
async function plateOf(pointId: string, posted?: string, reason = ''): Promise<string> {
  const { plateId } = must(await issuePlate(keeper, { pointId, reason }, { today: on('2026-11-16') }))
  if (posted) must(await postPlate(keeper, { plateId, version: 1, on: on(posted) }, at))
  return plateId
}
const codeOf = async (id: string) => (await db.codePlate.findUniqueOrThrow({ where: { id } })).code

beforeEach(async () => {
  d = await makeDistrict()
  const unit = await db.org.create({
    data: { districtId: d.districtId, kind: 'DISCIPLINE', name: '监督岗', shortName: '监督岗', searchText: '' },
  })
  keeper = await addUser(d.districtId, 'DISCIPLINE', '郑监督', unit.id)
  const street = await db.org.create({
    data: { districtId: d.districtId, kind: 'STREET', name: '某街道', shortName: '某街道', searchText: '' },
  })
  unitId = street.id
})

test('a point is numbered in turn, found by its pinyin, and its people are found again or made once', async () => {
  const first = await create()
  const second = await create({ name: '侯寨便民大厅', kind: 'HALL' })
  expect([(await find(first)).number, (await find(second)).number]).toEqual([1, 2])
  expect(await db.person.count({ where: { districtId: d.districtId, name: '苗予安' } })).toBe(1)
  expect(await find(second)).toMatchObject({
    state: 'OPEN',
    stand: 'NONE',
    supervisor: { name: '苗予安', phone: '13000009101', unit: '某街道' },
    contact: { name: '岳清晏', phone: null },
  })
  const names = async (filter: object) =>
    (await listPoints(keeper, pointFilter.parse(filter), TODAY)).rows.map(({ name }) => name)
  expect(await names({ q: 'houzhai' })).toEqual(['侯寨便民大厅'])
  expect(await names({ kind: 'HALL' })).toEqual(['侯寨便民大厅'])
  expect(await names({ plate: 'POSTED' })).toEqual([])
  // Said later: the number of somebody nobody had one of.
  must(await edit(second, 1, { name: '侯寨便民大厅', kind: 'HALL', contactPhone: '13000009102' }))
  expect((await find(second)).contact.phone).toBe('13000009102')
})

test('what a form gets wrong is refused in its words', async () => {
  const refused = async (rest: object) => {
    const answer = await createPoint(keeper, pointInput.parse(form(rest)), at)
    return answer.ok ? null : answer.error.code
  }
  await create()
  expect(await refused({})).toBe('POINT_NAME_TAKEN')
  expect(await refused({ name: '甲', enterprise: '没有这家' })).toBe('POINT_ENTERPRISE_UNKNOWN')
  expect(await refused({ name: '甲', supervisorUnitId: '' })).toBe('POINT_SUPERVISOR_HOME')
  expect(await refused({ name: '甲', supervisorUnitId: d.districtId })).toBe('UNIT_MISSING')
  expect(await refused({ name: '甲', openedOn: '2026-11-24' })).toBe('POINT_DAY_AHEAD')
  const away = await makeDistrict()
  expect(await refused({ name: '甲', supervisorUnitId: away.agency.orgId })).toBe('UNIT_MISSING')
})

test('only roles of the register see it, and a district sees its own', async () => {
  const id = await create()
  const away = await makeDistrict()
  for (const role of ROLES) {
    const actor = { ...d.office, role } as Actor
    expect(`${role} ${(await findPoint(actor, id, TODAY)) !== null}`).toBe(`${role} ${SEES_POINTS.has(role)}`)
    expect((await listPoints(actor, pointFilter.parse({}), TODAY)).total).toBe(SEES_POINTS.has(role) ? 1 : 0)
    for (const q of ['产业园', 'mzcyy', '1'])
      expect(`${role} ${(await search(actor, searchQuery.parse({ q }), TODAY)).points.total}`).toBe(
        `${role} ${SEES_POINTS.has(role) ? 1 : 0}`,
      )
  }
  expect(await findPoint(away.office, id, TODAY)).toBe(null)
  expect(
    await editPoint(
      { ...away.office, role: 'DISCIPLINE' } as Actor,
      pointEdit.parse({ ...form(), pointId: id, version: 1 }),
      at,
    ),
  ).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('a plate is replaced without a day on which nobody can scan: the old one ends when the new one hangs', async () => {
  const id = await create()
  const old = await plateOf(id, '2026-11-20')
  const oldCode = await codeOf(old)
  expect(await issuePlate(keeper, { pointId: id, reason: '' }, at)).toMatchObject({ error: { code: 'PLATE_WHY' } })
  const fresh = await plateOf(id, undefined, '破损')
  expect(await issuePlate(keeper, { pointId: id, reason: '又破' }, at)).toMatchObject({
    error: { code: 'PLATE_WAITING' },
  })
  expect(await find(id)).toMatchObject({ stand: 'CHANGING' })
  expect((await pointFigures(keeper, TODAY)).CHANGING).toBe(1)
  const place = { state: 'GOOD', pointId: id, pointNo: 1, pointName: '马寨产业园服务站', districtId: d.districtId }
  expect(await resolvePlate(oldCode)).toMatchObject(place)
  expect(await resolvePlate(await codeOf(fresh))).toMatchObject(place)
  must(await postPlate(keeper, { plateId: fresh, version: 1, on: TODAY }, at))
  expect(await resolvePlate(oldCode)).toEqual({ state: 'REVOKED', districtId: d.districtId })
  expect((await find(id)).plates).toMatchObject([
    { state: 'POSTED', reason: '破损', signed: true, issuedBy: '郑监督' },
    { state: 'REPLACED', endReason: '破损' },
  ])
  expect(await postPlate(keeper, { plateId: fresh, version: 2, on: TODAY }, at)).toMatchObject({
    error: { code: 'PLATE_NOT_WAITING' },
  })
})

test('a plate is revoked at once, and with a point all its plates end', async () => {
  const id = await create()
  const stolen = await plateOf(id, '2026-11-20')
  expect(await revokePlate(keeper, { plateId: stolen, version: 1, reason: '被盗' }, at)).toMatchObject({
    error: { code: 'CONFLICT' },
  })
  must(await revokePlate(keeper, { plateId: stolen, version: 2, reason: '被盗' }, at))
  expect(await resolvePlate(await codeOf(stolen))).toEqual({ state: 'REVOKED', districtId: d.districtId })
  expect(await find(id)).toMatchObject({ stand: 'REVOKED', unsigned: false, postedOn: null, may: { plates: true } })
  expect(await pointFigures(keeper, TODAY)).toMatchObject({ NONE: 0, REVOKED: 1 })
  const listed = async (plate: string) => (await listPoints(keeper, pointFilter.parse({ plate }), TODAY)).total
  expect([await listed('NONE'), await listed('REVOKED')]).toEqual([0, 1])
  const next = await plateOf(id, '2026-11-23')
  expect(await find(id)).toMatchObject({ stand: 'POSTED' })
  expect([await listed('REVOKED'), await listed('POSTED')]).toEqual([0, 1])
  must(await edit(id, 1, { closedOn: '2026-11-23', closedReason: '园区搬迁' }))
  expect(await find(id)).toMatchObject({ state: 'CLOSED', plates: [{ state: 'CLOSED' }, { state: 'REVOKED' }] })
  expect(await resolvePlate(await codeOf(next))).toMatchObject({ state: 'REVOKED' })
  expect(await issuePlate(keeper, { pointId: id, reason: '' }, at)).toMatchObject({ error: { code: 'POINT_SHUT' } })
})

test('a code means its point and nothing else: forged, moved, of another key or no code at all, it means nothing', async () => {
  const [id, other] = [await create(), await create({ name: '另一个点' })]
  const plate = await plateOf(id, '2026-11-20')
  const code = await codeOf(plate)
  expect(await resolvePlate(plateCodeText(code).toLowerCase())).toMatchObject({ state: 'GOOD', pointId: id })
  const forged = code.slice(0, 9) + (code.endsWith('0') ? '1' : '0')
  expect(await resolvePlate(forged)).toBe(null)
  expect(await resolvePlate(newPlateCode({ districtId: d.districtId, pointId: id }))).toBe(null)
  expect(await resolvePlate('../../../etc')).toBe(null)
  // Somebody with the database alone hangs a plate of one point at another.
  await db.codePlate.update({ where: { id: plate }, data: { pointId: other } })
  expect(await resolvePlate(code)).toBe(null)
  await db.codePlate.update({ where: { id: plate }, data: { pointId: id } })
  process.env.PLATE_SECRET = 'another key, as long as it has to be'
  expect(await resolvePlate(code)).toBe(null)
  expect((await find(id)).plates).toMatchObject([{ signed: false }])
  expect(await loadPosters(keeper, plate, TODAY)).toEqual([])
  process.env.PLATE_SECRET = ''
  expect(await resolvePlate(code)).toMatchObject({ state: 'GOOD' })
})

test('resolving a code leaves no trace', async () => {
  const code = await codeOf(await plateOf(await create(), '2026-11-20'))
  const rows = () => Promise.all([db.auditEntry.count(), db.codePlate.findUniqueOrThrow({ where: { code } })])
  const before = await rows()
  for (let i = 0; i < 20; i += 1) await resolvePlate(code)
  expect(await rows()).toEqual(before)
})

test('posters are the commission’s: those that wait, or one that is good', async () => {
  const [first, second] = [await create(), await create({ name: '另一个点' })]
  const waiting = await plateOf(first)
  const posted = await plateOf(second, '2026-11-20')
  expect(await loadPosters(keeper, undefined, TODAY)).toMatchObject([{ plateId: waiting, number: 1, of: 2 }])
  expect(await loadPosters(keeper, posted, TODAY)).toMatchObject([{ plateId: posted, name: '另一个点' }])
  expect(await loadPosters(d.office, undefined, TODAY)).toEqual([])
  must(await revokePlate(keeper, { plateId: posted, version: 2, reason: '贴错地方' }, at))
  expect(await loadPosters(keeper, posted, TODAY)).toEqual([])
})

test('the database itself lets one plate hang at a point, and one wait', async () => {
  const id = await create()
  await plateOf(id, '2026-11-20')
  await plateOf(id, undefined, '破损')
  const more = (postedOn: Date | null) =>
    db.codePlate.create({
      data: {
        pointId: id,
        code: `X${postedOn ? 1 : 0}`,
        issuedOn: new Date('2026-11-01'),
        issuedById: keeper.userId,
        postedOn,
      },
    })
  await expect(more(new Date('2026-11-02'))).rejects.toThrow()
  await expect(more(null)).rejects.toThrow()
})
