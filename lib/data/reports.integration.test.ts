import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Actor, ROLES } from '@/lib/domain/access'
import { addDays, addMonths, on, type PlainDate } from '@/lib/domain/plain-date'
import type { Visitor } from '@/lib/domain/visitor'
import { addWorkdays } from '@/lib/domain/work-calendar'
import { LETTER_BLOCK, NOTE_BLOCK, PHOTO_BLOCK, reportFilter } from '@/lib/schemas/sealed-report'
import { fromDb } from './date'
import { db } from './db'
import { addUser, START } from './district.fixture'
import { checkInvariants } from './invariants'
import { loadLevelContext } from './level-context'
import { findReport, findReportFile } from './report-detail'
import { fileReport, reportStateByCode } from './report-filing'
import { changePassphrase, loadReportKeys, makeReportKey } from './report-keys'
import { listReports, reportFigures } from './report-list'
import { mixReports } from './report-night'
import { moveReport, recordReport } from './report-writes'

const wrapping = {
  wrapped: new Uint8Array(72).fill(1),
  salt: new Uint8Array(16).fill(2),
  ops: 3,
  memory: 64 * 2 ** 20,
}
const visitorOf = (districtId: string) => ({ districtId, pointId: null }) as unknown as Visitor
const all = reportFilter.parse({ view: 'all' })

let nonce = 0
const filing = (change: Partial<Parameters<typeof fileReport>[1]> = {}) => ({
  text: '索要好处',
  about: '某窗口',
  realName: null,
  photos: [],
  today: START,
  hour: 9,
  tokenNonce: `nonce ${nonce++}`,
  ...change,
})

let districts = 0
async function district() {
  const { id: districtId } = await db.district.create({
    data: { code: `R${++districts}`, name: '检举区', brand: '检举区' },
  })
  return { districtId, office: await addUser(districtId, 'OFFICE', '王办', null) }
}

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests')
  await sodium.ready
})
afterAll(() => vi.unstubAllEnvs())

async function commission() {
  const { districtId, office } = await district()
  const discipline = await addUser(districtId, 'DISCIPLINE', '严监督', null)
  const pair = sodium.crypto_box_keypair()
  const made = await makeReportKey(
    discipline,
    { publicKey: Uint8Array.from(pair.publicKey), before: undefined, after: 0, ...wrapping },
    { today: START },
  )
  if (!made.ok) throw new Error(made.error.code)
  return { districtId, office, discipline, pair, keyId: made.value.keyId }
}
type Commission = Awaited<ReturnType<typeof commission>>

async function filed(c: Commission, change: Parameters<typeof filing>[0] = {}) {
  const before = new Set((await db.sealedReport.findMany({ select: { id: true } })).map(({ id }) => id))
  const result = await fileReport(visitorOf(c.districtId), filing(change))
  if (!result.ok) throw new Error(result.error.code)
  const rows = await db.sealedReport.findMany({ select: { id: true } })
  const id = rows.find((row) => !before.has(row.id))?.id ?? ''
  return { id, code: result.value.lookupCode }
}

const opened = (c: Commission, sealed: Uint8Array, block: number) =>
  sodium.unpad(sodium.crypto_box_seal_open(sealed, c.pair.publicKey, c.pair.privateKey), block)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const sealedNote = (text: string, publicKey: Uint8Array) =>
  Uint8Array.from(sodium.crypto_box_seal(sodium.pad(new TextEncoder().encode(text), NOTE_BLOCK), publicKey))

/** A note of the file, for moves that have to have one. */
const noted = (c: Commission) => ({ note: sealedNote('见附页', c.pair.publicKey), keyId: c.keyId })

type Move = Parameters<typeof moveReport>[1]
async function move(
  c: Commission,
  reportId: string,
  change: Partial<Move> & Pick<Move, 'kind'>,
  today: PlainDate = START,
) {
  const { version } = await db.sealedReport.findUniqueOrThrow({ where: { id: reportId } })
  return moveReport(
    c.discipline,
    { reportId, version, realName: undefined, note: undefined, keyId: undefined, word: undefined, ...change },
    { today },
  )
}

/** Every row of every table as text, by table. */
async function dump(): Promise<Map<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT to_jsonb(t)::text AS text FROM "${name}" t ORDER BY 1`,
    )
    found.set(name, rows.map(({ text }) => text).join('\n'))
  }
  return found
}

/** The ways a text could lie about: plain, as a database prints bytes, as a form carries them. */
const traces = (text: string): Buffer[] => {
  const bytes = Buffer.from(text)
  return [
    bytes,
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('base64').replace(/=*$/, '').slice(0, -1)),
  ]
}

const journalNow = async (): Promise<string> => {
  const [row] = await db.$queryRaw<[{ file: string }]>`SELECT pg_walfile_name(pg_current_wal_lsn()) AS file`
  return row.file
}

/** Files of the database server that this database, and its journal since some moment, are in. */
async function serverFiles(journalFrom: string): Promise<string[]> {
  await db.$executeRaw`CHECKPOINT`
  const journalTo = await journalNow()
  const [{ data_directory: dir }] = await db.$queryRaw<[{ data_directory: string }]>`SHOW data_directory`
  const [{ oid }] = await db.$queryRaw<[{ oid: number }]>`
    SELECT oid::int FROM pg_database WHERE datname = current_database()`
  const within = async (folder: string) =>
    (await readdir(path.join(dir, folder), { withFileTypes: true })).filter((entry) => entry.isFile())
  const journal = (await within('pg_wal')).filter(({ name }) => name >= journalFrom && name <= journalTo)
  return [...(await within(`base/${oid}`)), ...journal].map((file) => path.join(file.parentPath, file.name))
}

describe('after a hundred reports', () => {
  let c: Commission
  let before: Map<string, string>
  const codes: string[] = []
  let journal: string
  /** What each of them has in common with the others, beside its own number. */
  const marks = ['内容甲乙丙丁', '对象子丑寅卯', '姓名天地玄黄', '联系宇宙洪荒', '照片日月盈昃', 'IMG_PHONE']
  const secrets = (i: number) => marks.map((mark) => `${mark}${i}`)
  beforeAll(async () => {
    c = await commission()
    before = await dump()
    journal = await journalNow()
    for (let i = 0; i < 100; i++) {
      const [text = '', about = '', name = '', contact = '', photo = '', file = ''] = secrets(i)
      const bytes = Uint8Array.from(Buffer.from(photo.repeat(50)))
      const { code } = await filed(c, {
        text,
        about,
        realName: i % 3 === 0 ? { name, contact } : null,
        photos: i % 10 === 0 ? [{ name: file, mime: 'image/jpeg', bytes }] : [],
        hour: 8 + (i % 10),
      })
      codes.push(code)
    }
  })

  test('no readable word of them is in the database, its files or its journal', async () => {
    const wanted = [...marks.flatMap(traces), ...codes.slice(0, 3).map((code) => Buffer.from(code))]
    const control = Buffer.from('严监督')
    const rows = Buffer.from([...(await dump()).values()].join('\n'))
    expect(rows.includes(control)).toBe(true)
    expect([...wanted, ...codes.map((code) => Buffer.from(code))].filter((each) => rows.includes(each))).toEqual([])
    let controls = 0
    for (const file of await serverFiles(journal)) {
      const bytes = await readFile(file)
      if (bytes.includes(control)) controls++
      expect(wanted.filter((each) => bytes.includes(each)).map((each) => `${file} ${each}`)).toEqual([])
    }
    // The search finds what is there: a name nobody hides.
    expect(controls).toBeGreaterThan(0)
  })

  test('and nothing else has changed by them: no log, no notice, no count anywhere', async () => {
    const after = await dump()
    const changed = [...after].filter(([table, rows]) => rows !== before.get(table)).map(([table]) => table)
    expect(changed.sort()).toEqual(['SealedReport', 'SealedReportFile'])
  })

  test('a row knows the day and the hour and no instant, no point, no account, no order', async () => {
    const columns = await db.$queryRaw<{ name: string; type: string }[]>`
      SELECT column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name IN ('SealedReport', 'SealedReportFile')`
    expect(columns.filter(({ type }) => /timestamp|time|inet/.test(type))).toEqual([])
    expect(columns.filter(({ name }) => /point|actor|user|person|address|agent|session/i.test(name))).toEqual([])
    const ids = (await db.sealedReport.findMany({ select: { id: true } })).map(({ id }) => id)
    expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(id))).toEqual([])
    const lengths = await db.$queryRaw<{ n: number }[]>`SELECT DISTINCT length(sealed)::int AS n FROM "SealedReport"`
    expect(lengths).toEqual([{ n: LETTER_BLOCK + 48 }])
  })

  test('the night leaves neither the order nor the age of a row, and forgets which forms were sent', async () => {
    await mixReports(START)
    expect(await db.sealedReport.count({ where: { mixed: true } })).toBe(0)
    await mixReports(addDays(START, 1))
    const rows = await db.$queryRaw<{ id: string; age: string; once: unknown }[]>`
      SELECT id, xmin::text AS age, once FROM "SealedReport" ORDER BY ctid`
    expect(new Set(rows.map(({ age }) => age)).size).toBe(1)
    expect(rows.filter(({ once }) => once !== null)).toEqual([])
    const dead = await db.$queryRaw<[{ n: bigint }]>`SELECT count(*) AS n FROM "SealedReport"`
    expect(dead[0].n).toBe(100n)
  })

  test('the commission reads every one of them', async () => {
    const rows = await db.sealedReport.findMany({ select: { sealed: true, files: true } })
    const texts = rows.map(({ sealed }) => JSON.parse(textOf(opened(c, sealed, LETTER_BLOCK))).text as string)
    expect(texts.sort()).toEqual(Array.from({ length: 100 }, (_, i) => secrets(i)[0]).sort())
    const photo = rows.flatMap(({ files }) => files)[0]
    if (!photo) throw new Error('no photo')
    expect(textOf(opened(c, photo.sealed, PHOTO_BLOCK))).toMatch(/^image\/jpeg\n照片日月盈昃\d+/)
  })
})

test('without a key nothing is stored; the same form twice is one report', async () => {
  const { districtId } = await district()
  const stored = await db.sealedReport.count()
  expect(await fileReport(visitorOf(districtId), filing())).toEqual({ ok: false, error: { code: 'NO_KEY' } })
  expect(await db.sealedReport.count()).toBe(stored)
  const c = await commission()
  const same = filing()
  const [first, second] = await Promise.all([
    fileReport(visitorOf(c.districtId), same),
    fileReport(visitorOf(c.districtId), same),
  ])
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1)
  expect([first, second].find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'FORM_USED' } })
  expect(await db.sealedReport.count({ where: { districtId: c.districtId } })).toBe(1)
})

test('whoever is not of the commission sees none, whatever his role; nor does the commission of another district', async () => {
  const [home, away] = [await commission(), await commission()]
  const { id } = await filed(home, {
    photos: [{ name: 'a.png', mime: 'image/png', bytes: Uint8Array.of(1) }],
  })
  const file = await db.sealedReportFile.findFirstOrThrow({ where: { reportId: id } })
  const others: Actor[] = [
    ...ROLES.filter((role) => role !== 'DISCIPLINE').map((role) => ({ ...home.office, role }) as Actor),
    away.discipline,
  ]
  for (const actor of others) {
    const page = await listReports(actor, all, START)
    expect([actor.role, page.total, page.late, page.counts.all, page.counts.open]).toEqual([actor.role, 0, 0, 0, 0])
    expect(await findReport(actor, id, START)).toBeNull()
    expect(await reportFigures(actor, START)).toEqual({ open: 0, unregistered: 0, late: 0 })
    expect(await findReportFile(actor, file.id)).toBeNull()
    if (actor.role !== 'DISCIPLINE') expect(await loadReportKeys(actor)).toEqual([])
  }
  expect((await listReports(home.discipline, all, START)).total).toBe(1)
  expect(await reportFigures(home.discipline, START)).toEqual({ open: 1, unregistered: 1, late: 0 })
  expect(await findReportFile(home.discipline, file.id)).not.toBeNull()
})

test('登记, 分流, 告知, 处置, 反馈: the author reads by his code what was written to him, and nobody else does', async () => {
  const c = await commission()
  const { id, code } = await filed(c, { realName: { name: '张三', contact: '138' } })
  const entries = await db.auditEntry.count()
  expect(await move(c, id, { kind: 'ACCEPT' })).toMatchObject({ error: { code: 'REPORT_MOVE_ILLEGAL' } })
  expect(await move(c, id, { kind: 'REGISTER' })).toMatchObject({ error: { code: 'REPORT_NAME_UNSAID' } })
  const note = sealedNote('已电话核实', c.pair.publicKey)
  expect(await move(c, id, { kind: 'REGISTER', realName: '1', note, keyId: c.keyId })).toMatchObject({ ok: true })
  expect(await move(c, id, { kind: 'ACCEPT' })).toMatchObject({ ok: true })
  const { replyKey } = await db.sealedReport.findUniqueOrThrow({ where: { id } })
  const word = (text: string) => sealedNote(text, replyKey ?? new Uint8Array())
  expect(await move(c, id, { kind: 'TELL', word: word('已受理') })).toMatchObject({ ok: true })
  expect(await move(c, id, { kind: 'TELL' })).toMatchObject({ error: { code: 'REPORT_MOVE_ILLEGAL' } })
  expect(await move(c, id, { kind: 'CLOSE' }, addDays(START, 7))).toMatchObject({
    error: { code: 'REPORT_WORDS_MISSING' },
  })
  expect(await move(c, id, { kind: 'CLOSE', ...noted(c) }, addDays(START, 7))).toMatchObject({ ok: true })
  expect(await move(c, id, { kind: 'ANSWER', word: word('情况属实') }, addDays(START, 8))).toMatchObject({ ok: true })
  expect(await reportStateByCode(c.districtId, code.toLowerCase().replaceAll('-', ' '))).toEqual({
    state: 'CLOSED',
    filedOn: START,
    registeredOn: START,
    toldOn: START,
    closedOn: addDays(START, 7),
    answeredOn: addDays(START, 8),
    told: '已受理',
    answer: '情况属实',
  })
  const other = await commission()
  expect(await reportStateByCode(other.districtId, code)).toBeNull()
  for (const wrong of ['', 'AAAA-AAAA-AAAA-AAAA', `${code}0`, 'x'.repeat(10_000), '无此码'])
    expect(await reportStateByCode(c.districtId, wrong)).toBeNull()
  const detail = await findReport(c.discipline, id, addDays(START, 8))
  expect(detail?.register).toEqual({ year: 2026, number: 1 })
  expect(detail?.steps.map(({ kind }) => kind)).toEqual(['ANSWER', 'CLOSE', 'TELL', 'ACCEPT', 'REGISTER'])
  const kept = Buffer.from(detail?.steps.at(-1)?.sealed ?? '', 'base64')
  expect(textOf(opened(c, Uint8Array.from(kept), NOTE_BLOCK))).toBe('已电话核实')
  // Others read the log: it tells of none of this.
  expect(await db.auditEntry.count()).toBe(entries + (other ? 1 : 0))
  expect(await move(c, id, { kind: 'VERIFY' }, addDays(START, 9))).toMatchObject({ ok: true })
  expect(await db.sealedReport.findUnique({ where: { id } })).toMatchObject({
    answer: null,
    answeredOn: null,
    closedOn: null,
  })
})

test('two of the commission at one report: the second is told; a note under a foreign key is not taken', async () => {
  const [c, away] = [await commission(), await commission()]
  const { id } = await filed(c)
  const base = { reportId: id, version: 1, kind: 'REGISTER' as const, realName: '0' as const }
  const none = { note: undefined, keyId: undefined, word: undefined }
  const note = sealedNote('记录', away.pair.publicKey)
  expect(await moveReport(c.discipline, { ...base, ...none, note, keyId: away.keyId }, { today: START })).toMatchObject(
    {
      error: { code: 'SEAL_BROKEN' },
    },
  )
  expect(await moveReport(c.discipline, { ...base, ...none }, { today: START })).toMatchObject({ ok: true })
  expect(await moveReport(c.discipline, { ...base, ...none }, { today: START })).toMatchObject({
    error: { code: 'CONFLICT', version: 2 },
  })
})

test('what came by letter has no code, so nothing can be written to its author here', async () => {
  const c = await commission()
  const letter = Uint8Array.from(sodium.crypto_box_seal(new Uint8Array(LETTER_BLOCK), c.pair.publicKey))
  const input = { keyId: c.keyId, letter, filedOn: START }
  expect(await recordReport(c.discipline, { ...input, filedOn: addDays(START, 1) }, { today: START })).toMatchObject({
    error: { code: 'FUTURE_DATE' },
  })
  const made = await recordReport(c.discipline, input, { today: START })
  const id = made.ok ? made.value.reportId : ''
  await move(c, id, { kind: 'REGISTER', realName: '1' })
  await move(c, id, { kind: 'ACCEPT' })
  const word = sealedNote('已受理', c.pair.publicKey)
  expect(await move(c, id, { kind: 'TELL', word })).toMatchObject({ error: { code: 'REPORT_NO_READER' } })
  expect(await move(c, id, { kind: 'TELL', ...noted(c) })).toMatchObject({ ok: true })
})

test('what is late by the rules is late by the list, on every day around its limits', async () => {
  const c = await commission()
  const { calendar } = await loadLevelContext(db, c.districtId, START)
  const [unregistered, told] = [await filed(c), await filed(c)]
  const anonymous = await filed(c)
  await move(c, anonymous.id, { kind: 'REGISTER', realName: '0' })
  await move(c, told.id, { kind: 'REGISTER', realName: '1' })
  await move(c, told.id, { kind: 'ACCEPT' })
  await move(c, told.id, { kind: 'TELL', ...noted(c) })
  await move(c, told.id, { kind: 'CLOSE', ...noted(c) }, addDays(START, 3))
  for (let days = 12; days < 32; days++) {
    const today = addDays(START, days)
    const page = await listReports(c.discipline, all, today)
    const late = page.rows.filter(({ limit }) => limit !== null && limit.left < 0)
    expect([today, page.late]).toEqual([today, late.length])
    expect((await listReports(c.discipline, { ...all, late: '1' }, today)).rows.map(({ id }) => id).sort()).toEqual(
      late.map(({ id }) => id).sort(),
    )
  }
  const far = await listReports(c.discipline, { ...all, view: 'open' }, addWorkdays(calendar, START, 40))
  expect(far.rows.map(({ id }) => id).sort()).toEqual([unregistered.id, told.id, anonymous.id].sort())
})

test('a key follows another, one at a time; a passphrase is changed by whoever saw the latest', async () => {
  const c = await commission()
  const next = { publicKey: new Uint8Array(32).fill(9), before: new Uint8Array(80), ...wrapping }
  expect(await makeReportKey(c.discipline, { ...next, after: 0 }, { today: START })).toMatchObject({
    error: { code: 'REPORT_KEY_NEWER' },
  })
  const made = await makeReportKey(c.discipline, { ...next, after: 1 }, { today: START })
  expect(made.ok).toBe(true)
  const { id } = await filed(c)
  expect(
    (await loadReportKeys(c.discipline)).map(({ number, reports, retiredOn }) => [number, reports, retiredOn]),
  ).toEqual([
    [2, 1, null],
    [1, 0, START],
  ])
  expect((await findReport(c.discipline, id, START))?.keyId).toBe(made.ok ? made.value.keyId : '')
  const change = { keyId: c.keyId, version: 2, ...wrapping, salt: new Uint8Array(16).fill(5) }
  expect(await changePassphrase(c.discipline, change, { today: START })).toMatchObject({ ok: true })
  expect(await changePassphrase(c.discipline, change, { today: START })).toMatchObject({ error: { code: 'CONFLICT' } })
  // Keys are no secret: that one was made, and its passphrase changed, is in the log.
  const told = await db.auditEntry.findMany({
    where: { districtId: c.districtId, action: { startsWith: 'reportKey.' } },
  })
  expect(told.map(({ action }) => action).sort()).toEqual(['reportKey.change', 'reportKey.make', 'reportKey.make'])
})

test('nobody takes a report away, rewrites it or dates it anew; photos go 36 months after it was settled', async () => {
  const c = await commission()
  const photos = [{ name: 'a.png', mime: 'image/png', bytes: Uint8Array.of(1) }]
  const [{ id }, { id: other }] = [await filed(c, { photos }), await filed(c, { photos })]
  await move(c, id, { kind: 'REGISTER', realName: '0' })
  await move(c, id, { kind: 'RETURN', ...noted(c) })
  await expect(db.sealedReport.delete({ where: { id } })).rejects.toThrow()
  for (const data of [
    { filedOn: new Date('2026-01-01') },
    { sealed: new Uint8Array(8) },
    { filedHour: 1 },
    { registeredOn: new Date('2026-12-01') },
    { number: 77 },
  ])
    await expect(db.sealedReport.update({ where: { id }, data })).rejects.toThrow()
  await expect(db.sealedReportMove.deleteMany({ where: { reportId: id } })).rejects.toThrow()
  await expect(db.sealedReportMove.updateMany({ where: { reportId: id }, data: { kind: 'NOTE' } })).rejects.toThrow()
  await mixReports(addMonths(START, 36))
  expect(await db.sealedReportFile.count({ where: { reportId: id } })).toBe(1)
  await mixReports(addDays(addMonths(START, 36), 1))
  expect(await db.sealedReportFile.count({ where: { reportId: id } })).toBe(0)
  expect(await db.sealedReportFile.count({ where: { reportId: other } })).toBe(1)
  const row = await db.sealedReport.findUniqueOrThrow({ where: { id } })
  expect(fromDb(row.filedOn)).toBe(START)
})

test('the doctor finds nothing to say of all these reports', async () => {
  const found = []
  for await (const finding of checkInvariants(on('2027-01-04'), new Date()))
    if (finding.invariant === 'REPORTS' || finding.invariant === 'IDEMPOTENCY') found.push(finding)
  expect(found).toEqual([])
})
