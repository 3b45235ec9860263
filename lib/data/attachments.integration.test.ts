import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { ATTACHMENT_BUDGET } from '@/lib/domain/attachment'
import {
  addAttachment,
  listAttachments,
  listIssueAttachments,
  openAttachment,
  readAttachment,
  removeAttachment,
} from './attachments'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { checkInvariants } from './invariants'
import { REMOVED_DAYS, sweep } from './sweep'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

const options = { today: START }
const paper = (text: string = randomUUID(), procedureId = d.first.id) => {
  const bytes = new Uint8Array(Buffer.from(`%PDF-1.7 ${text}`))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { procedureId, name: '批文.pdf', type: 'pdf', bytes, sha256 }
}
async function add(actor: Actor = d.steward, file = paper()) {
  const added = await addAttachment(actor, file, options)
  if (!added.ok) throw new Error(added.error.code)
  return added.value.attachmentId
}
const code = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'done' : answer.error?.code)
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000)

test('a paper is found again byte for byte, and whoever takes it along is remembered', async () => {
  const file = paper()
  const id = await add(d.steward, file)
  expect(await listAttachments(d.agency, d.first.id)).toMatchObject({
    mayAdd: true,
    lines: [{ id, name: '批文.pdf', size: file.bytes.length, by: '王管家', removed: null, mayRemove: false }],
  })
  const opened = await openAttachment(d.agency, { attachmentId: id }, options)
  expect(opened).toMatchObject({ ok: true, value: { sha256: file.sha256, type: 'pdf' } })
  expect(Buffer.from((await readAttachment(d.agency, id)) ?? [])).toEqual(Buffer.from(file.bytes))
  expect(await db.auditEntry.count({ where: { action: 'attachment.read', subject: id, ok: true } })).toBe(1)
})

test('the same bytes are kept once, and not twice beside one procedure', async () => {
  const file = paper()
  await add(d.steward, file)
  expect(code(await addAttachment(d.agency, file, options))).toBe('FILE_TWICE')
  await add(d.office, { ...file, procedureId: d.second.id, name: '另一个名字.pdf' })
  expect(await db.storedFile.count({ where: { sha256: file.sha256 } })).toBe(1)
})

test('a double click adds one', async () => {
  const file = paper()
  const keyed = { ...options, formKey: randomUUID(), bodyHash: file.sha256 }
  const [one, two] = [await addAttachment(d.steward, file, keyed), await addAttachment(d.steward, file, keyed)]
  expect(one).toEqual(two)
  expect(await db.attachment.count({ where: { procedureId: d.first.id } })).toBe(1)
})

describe('who may not', () => {
  test('another agency, another steward, another district, a role without papers', async () => {
    const id = await add()
    const org = await db.org.create({
      data: { districtId: d.districtId, kind: 'AGENCY', name: '人防办', shortName: '人防办' },
    })
    const otherAgency = { ...d.agency, orgId: org.id } as Actor
    const other = await makeDistrict()
    for (const stranger of [otherAgency, d.successor, other.office, other.steward]) {
      expect(code(await openAttachment(stranger, { attachmentId: id }, options))).toBe('NOT_FOUND')
      expect(await readAttachment(stranger, id)).toBeNull()
      expect(await listAttachments(stranger, d.first.id)).toEqual({ lines: [], mayAdd: false })
      expect(code(await addAttachment(stranger, paper(), options))).toBe('NOT_FOUND')
      expect(code(await removeAttachment(stranger, { attachmentId: id, version: 1, reason: '甲' }, options))).toBe(
        'NOT_FOUND',
      )
    }
    expect(code(await openAttachment(d.auditor, { attachmentId: id }, options))).toBe('FORBIDDEN')
    const discipline = { ...d.office, role: 'DISCIPLINE' } as Actor
    expect(code(await openAttachment(discipline, { attachmentId: id }, options))).toBe('done')
    expect(code(await addAttachment(discipline, paper(), options))).toBe('FORBIDDEN')
    expect(
      await db.auditEntry.count({ where: { action: 'attachment.read', ok: false, actorId: d.successor.userId } }),
    ).toBe(1)
  })
})

describe('taking away', () => {
  test('needs a reason, leaves its line, and nobody opens it any more', async () => {
    const id = await add(d.agency)
    expect(code(await removeAttachment(d.head, { attachmentId: id, version: 1, reason: '传错' }, options))).toBe(
      'NOT_YOUR_FILE',
    )
    expect(code(await removeAttachment(d.agency, { attachmentId: id, version: 1, reason: '传错了' }, options))).toBe(
      'done',
    )
    expect(code(await removeAttachment(d.steward, { attachmentId: id, version: 1, reason: '再来' }, options))).toBe(
      'CONFLICT',
    )
    expect(code(await openAttachment(d.steward, { attachmentId: id }, options))).toBe('NOT_FOUND')
    expect(await readAttachment(d.steward, id)).toBeNull()
    expect((await listAttachments(d.steward, d.first.id)).lines).toMatchObject([
      { id, removed: { by: '吴经办', reason: '传错了' }, mayRemove: false },
    ])
  })

  test('the steward takes any paper of his project away', async () => {
    const id = await add(d.agency)
    expect(code(await removeAttachment(d.steward, { attachmentId: id, version: 1, reason: '重复' }, options))).toBe(
      'done',
    )
  })

  test('its bytes go after a while, unless the same paper lies somewhere else', async () => {
    const [file, shared] = [paper(), paper()]
    const [id, twin] = [await add(d.steward, file), await add(d.steward, shared)]
    await add(d.steward, { ...shared, procedureId: d.second.id })
    for (const attachmentId of [id, twin])
      await removeAttachment(d.steward, { attachmentId, version: 1, reason: '传错' }, options)
    const kept = (sha256: string) => db.storedFile.count({ where: { sha256 } })
    await sweep(inDays(REMOVED_DAYS - 1))
    expect(await kept(file.sha256)).toBe(1)
    await sweep(inDays(REMOVED_DAYS + 1))
    expect([await kept(file.sha256), await kept(shared.sha256)]).toEqual([0, 1])
    expect((await listAttachments(d.steward, d.first.id)).lines).toMatchObject([{ size: null }, { size: null }])
  })
})

test('a procedure has an end', async () => {
  const { projectId } = d
  const { sha256 } = await db.storedFile.create({ data: stored(randomUUID()) })
  await db.attachment.createMany({
    data: Array.from({ length: ATTACHMENT_BUDGET.perProcedure }, () => ({
      districtId: d.districtId,
      projectId,
      procedureId: d.first.id,
      name: 'a.pdf',
      type: 'pdf',
      fileHash: sha256,
      addedById: d.steward.personId,
    })),
  })
  expect(code(await addAttachment(d.steward, paper(), options))).toBe('FILES_PROCEDURE_FULL')
  expect(code(await addAttachment(d.steward, paper(undefined, d.second.id), options))).toBe('done')
})

test('the doctor finds changed bytes and files nothing refers to', async () => {
  const [good, bad, orphan] = [paper(), paper(), stored(randomUUID())]
  await add(d.steward, good)
  await add(d.steward, bad)
  await db.$executeRaw`UPDATE "StoredFile" SET bytes = set_byte(bytes, 9, 0) WHERE sha256 = ${bad.sha256}`
  await db.storedFile.create({ data: { ...orphan, createdAt: inDays(-5) } })
  const found = []
  for await (const finding of checkInvariants(START, new Date()))
    if (finding.invariant === 'FILES') found.push(finding.subject)
  expect(found).toContain(`file ${bad.sha256}`)
  expect(found).toContain(`file ${orphan.sha256}`)
  expect(found).not.toContain(`file ${good.sha256}`)
  await sweep(new Date())
  expect(await db.storedFile.count({ where: { sha256: orphan.sha256 } })).toBe(0)
})

function stored(text: string) {
  const { sha256, bytes } = paper(text, randomUUID())
  return { sha256, bytes, size: bytes.length }
}

test('a paper lies beside a problem as well: whoever sees the problem takes it along, nobody else', async () => {
  const orgId = d.agency.orgId ?? ''
  const made = await db.issue.create({
    data: {
      districtId: d.districtId,
      projectId: d.projectId,
      number: 1,
      source: 'STEWARD',
      text: '临时用电不够',
      state: 'IN_HAND',
      leadOrgId: orgId,
      raisedOn: toDb(START),
      heldSince: toDb(START),
      tierSince: toDb(START),
    },
  })
  const { procedureId: _beside, ...file } = paper()
  const place = { ...file, issueId: made.id }
  expect(code(await addAttachment(d.agency, place, options))).toBe('done')
  expect(await listIssueAttachments(d.steward, made.id)).toMatchObject({ mayAdd: true, lines: [{ mayRemove: true }] })
  const [line] = (await listIssueAttachments(d.agency, made.id)).lines
  expect(code(await openAttachment(d.successor, { attachmentId: line?.id ?? '' }, options))).toBe('NOT_FOUND')
  expect(await readAttachment(d.steward, line?.id ?? '')).not.toBeNull()
  await db.issue.update({ where: { id: made.id }, data: { projectId: null } })
  expect(code(await addAttachment(d.office, { ...place, sha256: '0'.repeat(64) }, options))).toBe('FILES_NO_PROJECT')
})
