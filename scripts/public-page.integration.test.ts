import sodium from 'libsodium-wrappers-sumo'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import * as cases from '@/app/r/[code]/case/route'
import * as reports from '@/app/r/[code]/report/route'
import * as doors from '@/app/r/[code]/route'
import { issueToken } from '@/lib/auth/form-token'
import { db } from '@/lib/data/db'
import { addUser, makeDistrict } from '@/lib/data/district.fixture'
import { newPlateCode } from '@/lib/data/plates'
import { makeReportKey } from '@/lib/data/report-keys'
import type { Door } from '@/lib/domain/public-door'
import { PUBLIC_FORM } from '@/lib/domain/public-form'

// The public page as somebody at a point meets it: its handlers, on a database. APP_TODAY is what the clock says.
const DAY = new Date('2026-11-02')
const ADDRESS = '203.0.113.9'
const AGENT = 'MicroMessenger of somebody'
type Plate = Readonly<{
  code: string
  districtId: string
  pointId: string
  discipline: Awaited<ReturnType<typeof addUser>>
}>

async function hangUp(name: string): Promise<Plate> {
  const { districtId } = await makeDistrict()
  const discipline = await addUser(districtId, 'DISCIPLINE', '严监督', null)
  const { personId, userId } = discipline
  const point = await db.monitorPoint.create({
    data: {
      districtId,
      number: 7,
      name,
      kind: 'PARK',
      address: '马寨镇',
      supervisorId: personId,
      contactId: personId,
      registeredOn: DAY,
      openedOn: DAY,
    },
  })
  const code = newPlateCode({ districtId, pointId: point.id })
  await db.codePlate.create({
    data: { pointId: point.id, code, issuedOn: DAY, issuedById: userId, postedOn: DAY },
  })
  return { code, districtId, pointId: point.id, discipline }
}

type Handler = (request: Request, context: { params: Promise<{ code: string }> }) => Promise<Response>
async function ask(handler: Handler, code: string, form?: Readonly<Record<string, string | File | readonly File[]>>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) body.append(name, one)
  const request = new Request(`http://localhost/r/${code}`, {
    headers: { 'x-client-address': ADDRESS, 'user-agent': AGENT },
    ...(form && { method: 'POST', body }),
  })
  const answer = await handler(request, { params: Promise.resolve({ code }) })
  expect(answer.headers.get('set-cookie')).toBeNull()
  return { status: answer.status, text: await answer.text() }
}
const token = (door: Door, code: string) => issueToken(door, code, Date.now() - 60_000)
const lookupCode = (text: string) => /class="code"[^>]*>([^<]+)</.exec(text)?.[1] ?? ''

let plate: Plate
beforeEach(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a-secret-of-the-tests-that-is-long-enough'
  const memory = globalThis as { visitorRate?: unknown }
  memory.visitorRate = undefined
  plate = await hangUp('马寨产业园服务站')
})

const complaint = () => ({
  token: token('complaint', plate.code),
  text: '窗口每次要的材料都不一样',
  place: '马寨',
  kind: 'DELAY',
})

test('from the scan to a case of its own: the point, the day and the hour, and nothing of whoever wrote', async () => {
  const scanned = await ask(doors.GET, plate.code)
  expect(scanned.text).toContain('您在第7监测点：马寨产业园服务站')
  const form = complaint()
  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const photos = new File([new Uint8Array(picture)], '张三.jpg', { type: 'image/jpeg' })
  const [first, second] = await Promise.all([
    ask(doors.POST, plate.code, { ...form, photos }),
    ask(doors.POST, plate.code, { ...form, photos }),
  ])
  const code = lookupCode(first.text)
  expect(code).not.toBe('')
  // Pressed twice is one case with one code.
  expect(lookupCode(second.text)).toBe(code)
  const kept = await db.complaint.findMany({ where: { districtId: plate.districtId }, include: { photos: true } })
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatchObject({ pointId: plate.pointId, kind: 'DELAY', contact: null, photos: [{ nth: 1 }] })
  const all = JSON.stringify(
    [kept, await db.auditEntry.findMany({ where: { action: { startsWith: 'complaint' } } })],
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  )
  for (const word of [code, ADDRESS, AGENT, '张三']) expect(all).not.toContain(word)

  const { filedOn } = kept[0] ?? { filedOn: DAY }
  const found = await ask(cases.POST, plate.code, { code: code.toLowerCase() })
  expect(found.text).toContain('收到，等核对')
  const added = { code, do: 'add', text: '今天又去了一次', token: token('case', plate.code) }
  expect((await ask(cases.POST, plate.code, added)).text).toContain('补上了。')
  expect((await ask(cases.POST, plate.code, added)).text).toContain('补上了。')
  expect(await db.complaintMove.count({ where: { kind: 'ADD', complaint: { districtId: plate.districtId } } })).toBe(1)
  await db.complaint.updateMany({
    where: { districtId: plate.districtId },
    data: { state: 'ANSWERED', receivedOn: filedOn, answeredOn: filedOn, answer: '清单贴在窗口了', clockOn: null },
  })
  const rate = { code, do: 'rate', token: token('case', plate.code) }
  expect((await ask(cases.POST, plate.code, rate)).text).toContain('请选一个评价')
  expect((await ask(cases.POST, plate.code, { ...rate, rating: '2' })).text).toContain('您评的是：不满意')
  expect((await ask(cases.POST, plate.code, { code: '0000-000-000' })).text).toContain('没有这个查询码')
})

test('as many photos as the form offers are kept', async () => {
  const one = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const photos = Array.from({ length: PUBLIC_FORM.photos }, () => new File([new Uint8Array(one)], 'a.jpg'))
  expect(lookupCode((await ask(doors.POST, plate.code, { ...complaint(), photos })).text)).not.toBe('')
  const where = { complaint: { districtId: plate.districtId } }
  expect(await db.complaintPhoto.count({ where })).toBe(PUBLIC_FORM.photos)
})

test('a plate that is no longer in use says so, and what is to be said is taken without a place', async () => {
  await db.codePlate.updateMany({ where: { pointId: plate.pointId }, data: { endedOn: DAY, end: 'REVOKED' } })
  const scanned = await ask(doors.GET, plate.code)
  expect(scanned.text).toContain('这块码牌停用了')
  expect(scanned.text).not.toContain('马寨')
  expect(lookupCode((await ask(doors.POST, plate.code, complaint())).text)).not.toBe('')
  expect(await db.complaint.findMany({ where: { districtId: plate.districtId }, select: { pointId: true } })).toEqual([
    { pointId: null },
  ])
})

test('the plate of another district opens that district alone, and its token is worth nothing here', async () => {
  const other = await hangUp('别区服务站')
  const foreign = await ask(doors.POST, plate.code, { ...complaint(), token: token('complaint', other.code) })
  expect(foreign.text).toContain('页面打开超过两小时了')
  expect(foreign.text).toContain('窗口每次要的材料都不一样')
  const code = lookupCode((await ask(doors.POST, plate.code, complaint())).text)
  expect((await ask(cases.POST, other.code, { code })).text).toContain('没有这个查询码')
  // One letter changed: no place, no name.
  const forged = `${plate.code.slice(0, -1)}${plate.code.endsWith('0') ? '1' : '0'}`
  const unknown = await ask(doors.POST, forged, complaint())
  expect(unknown.status).toBe(404)
  expect(unknown.text).toContain('这个码认不出来')
  expect(unknown.text).not.toMatch(/马寨|监测点：/)
})

const report = () => ({
  token: token('report', plate.code),
  who: 'here',
  about: '区某局窗口科长',
  text: '办证时暗示要请客',
})
const sealed = () => db.sealedReport.count({ where: { districtId: plate.districtId } })

test('without a key of the commission nothing is stored, and the words come back', async () => {
  const answer = await ask(reports.POST, plate.code, report())
  expect([answer.status, await sealed()]).toEqual([503, 0])
  expect(answer.text).toContain('钥匙还没有设好')
  expect(answer.text).toContain('办证时暗示要请客')
})

test('what belongs higher is stopped, by choice or by its words, and only a guess can be overruled', async () => {
  await sodium.ready
  const { publicKey } = sodium.crypto_box_keypair()
  const wrapping = { wrapped: new Uint8Array(72), salt: new Uint8Array(16), ops: 3, memory: 64 * 2 ** 20 }
  await makeReportKey(
    plate.discipline,
    { publicKey: Uint8Array.from(publicKey), before: undefined, after: 0, ...wrapping },
    { today: '2026-11-23' as never },
  )
  const chosen = await ask(reports.POST, plate.code, { ...report(), who: 'higher', sure: '1' })
  const guessed = await ask(reports.POST, plate.code, { ...report(), about: '区纪委某干部' })
  for (const { text } of [chosen, guessed]) {
    expect(text).toContain('这件事要直接交给上一级')
    expect(text).toContain('办证时暗示要请客')
  }
  expect([chosen.text.includes('name="sure"'), guessed.text.includes('name="sure"'), await sealed()]).toEqual([
    false,
    true,
    0,
  ])
  const sent = await ask(reports.POST, plate.code, { ...report(), about: '区纪委某干部', sure: '1' })
  const code = lookupCode(sent.text)
  expect([code === '', await sealed()]).toEqual([false, 1])
  const state = await ask(cases.POST, plate.code, { code })
  expect(state.text).toContain('收到，还没登记')
  expect(state.text).not.toContain('请客')
})
