import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { ATTACHMENT_BUDGET } from '@/lib/domain/attachment'
import { openAttachment, readAttachment, removeAttachment } from './attachments'
import { toDb } from './date'
import { db } from './db'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { addFindingPhoto, listFindingPhotos, removeFindingPhoto } from './finding-photos'
import { findWalk } from './walk-detail'

let d: TestDistrict
let bureau: Actor
let findingId: string
let walkId: string
const options = { today: START }
const code = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'done' : answer.error?.code)

const photo = (text: string = randomUUID()) => {
  const bytes = new Uint8Array(Buffer.from(`jpeg ${text}`))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { findingId, name: '窗口.jpg', type: 'jpeg', bytes, sha256 }
}
async function added(actor: Actor, file = photo()) {
  const answer = await addFindingPhoto(actor, file, options)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.attachmentId
}

beforeEach(async () => {
  d = await makeDistrict()
  const org = await db.org.create({
    data: { districtId: d.districtId, kind: 'SERVICE_BUREAU', name: '营商办', shortName: '营商办' },
  })
  bureau = await addUser(d.districtId, 'BIZENV', '马科', org.id)
  const unitId = d.head.orgId ?? ''
  const finding = await db.walkFinding.create({
    data: {
      district: { connect: { id: d.districtId } },
      owner: { connect: { id: unitId } },
      kind: 'DIFFICULTY',
      text: '窗口还要复印件',
      raisedOn: toDb(START),
      dueOn: toDb(START),
      walk: {
        create: {
          districtId: d.districtId,
          number: 1,
          unitId,
          leader: '郑局',
          code: 'GH01',
          item: '用地预审',
          mode: 'SELF',
          place: 'HALL',
          on: toDb(START),
          walkerId: d.head.personId,
        },
      },
    },
  })
  findingId = finding.id
  walkId = finding.walkId
})

test('whoever walks and whoever mends put photos there; whoever sees the finding takes them along', async () => {
  const file = photo()
  const id = await added(d.head, file)
  await added(d.agency)
  await added(bureau)
  expect(code(await addFindingPhoto(bureau, file, options))).toBe('FILE_TWICE')
  expect(await listFindingPhotos(d.office, findingId)).toMatchObject({ mayAdd: false, lines: [{}, {}, { id }] })
  expect((await findWalk(d.head, walkId, START))?.found).toMatchObject([{ photos: 3 }])
  expect(await openAttachment(d.office, { attachmentId: id }, options)).toMatchObject({ ok: true })
  expect(Buffer.from((await readAttachment(d.agency, id)) ?? [])).toEqual(Buffer.from(file.bytes))
  const seen = { action: 'attachment.read', subject: id, ok: true } as const
  expect(await db.auditEntry.count({ where: seen })).toBe(1)
})

test('nobody out of its sight sees one, and nobody else adds one', async () => {
  const id = await added(d.head)
  const org = await db.org.create({
    data: { districtId: d.districtId, kind: 'AGENCY', name: '人防办', shortName: '人防办' },
  })
  const stranger = { ...d.agency, orgId: org.id } as Actor
  const other = await makeDistrict()
  for (const actor of [stranger, other.office, d.steward]) {
    expect(code(await openAttachment(actor, { attachmentId: id }, options))).not.toBe('done')
    expect(await readAttachment(actor, id)).toBeNull()
    expect(await listFindingPhotos(actor, findingId)).toEqual({ lines: [], mayAdd: false })
  }
  expect(code(await addFindingPhoto(stranger, photo(), options))).toBe('NOT_FOUND')
  expect(code(await addFindingPhoto(d.office, photo(), options))).toBe('FORBIDDEN')
  expect(code(await removeFindingPhoto(stranger, { attachmentId: id, version: 1, reason: '甲' }, options))).toBe(
    'NOT_FOUND',
  )
})

test('one is taken away by whoever put it there or records the walk; its line stays', async () => {
  const [walked, mended] = [await added(d.head), await added(d.agency)]
  const away = (actor: Actor, attachmentId: string) =>
    removeFindingPhoto(actor, { attachmentId, version: 1, reason: '拍到了人脸' }, options)
  expect(code(await away(d.agency, walked))).toBe('NOT_YOUR_FILE')
  // Not by the door of papers beside projects either.
  expect(code(await removeAttachment(d.office, { attachmentId: walked, version: 1, reason: '甲' }, options))).toBe(
    'NOT_FOUND',
  )
  expect(code(await away(d.head, mended))).toBe('done')
  expect(code(await away(d.head, mended))).toBe('CONFLICT')
  expect(await readAttachment(d.head, mended)).toBeNull()
  const { lines } = await listFindingPhotos(d.head, findingId)
  expect(lines.map(({ removed }) => removed?.reason ?? null)).toEqual(['拍到了人脸', null])
})

test('a dozen is enough, and what is struck off keeps what it has', async () => {
  for (let n = 0; n < ATTACHMENT_BUDGET.perFinding; n++) await added(d.head)
  expect(code(await addFindingPhoto(d.head, photo(), options))).toBe('FILES_FINDING_FULL')
  const second = await db.walk.create({
    data: {
      districtId: d.districtId,
      number: 2,
      unitId: d.head.orgId ?? '',
      leader: '马科',
      code: 'GH01',
      item: '用地预审',
      mode: 'SELF',
      place: 'HALL',
      on: toDb(START),
      walkerId: bureau.personId,
    },
  })
  await db.walkFinding.update({
    where: { id: findingId },
    data: {
      state: 'CLOSED',
      closedOn: toDb(START),
      submittedOn: toDb(START),
      result: '不再收',
      verifiedById: second.id,
    },
  })
  expect(code(await addFindingPhoto(d.head, photo(), options))).toBe('FINDING_MOVE_ILLEGAL')
  expect(await listFindingPhotos(d.head, findingId)).toMatchObject({ mayAdd: false, lines: { length: 12 } })
})
