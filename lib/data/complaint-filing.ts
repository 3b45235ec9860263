import 'server-only'
import { createHash } from 'node:crypto'
import { type ComplaintKind, FRESH_COMPLAINT } from '@/lib/domain/complaint/complaint'
import {
  type ComplaintMoveKind,
  type ComplaintPart,
  type ComplaintStepKind,
  complaintMoves,
  moveComplaint,
} from '@/lib/domain/complaint/move'
import { limitOf, receiveBy } from '@/lib/domain/complaint/term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { cleanText, PUBLIC_NOTICE } from '@/lib/domain/public-form'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Visitor } from '@/lib/domain/visitor'
import { type WorkCalendar, workdaysLeft } from '@/lib/domain/work-calendar'
import {
  COMPLAINT_CONTACT_MAX,
  COMPLAINT_PHOTOS,
  COMPLAINT_PLACE_MAX,
  COMPLAINT_TEXT_MAX,
  type ComplaintView,
} from '@/lib/schemas/complaint'
import type { Complaint } from '@/prisma/generated/client'
import { accusedIn } from './complaint-people'
import { caseOfComplaint, columnsOfCase, keepMove, lockComplaintRow, nextComplaintNumber } from './complaint-record'
import { dayOrNull, fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { lookupCodeFor, lookupHashOf } from './lookup-code'
import { complaintSearchText } from './search-text'
import { visitorWrite } from './visitor-write'

/** What somebody says at a point, as the public form hands it on: cleaned, its pictures made anew. */
export type ComplaintFiling = Readonly<{
  kind: ComplaintKind
  text: string
  place: string
  contact: string | null
  photos: readonly Readonly<{ name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }>[]
  today: PlainDate
  hour: number
  /** What the form had for itself; used once. */
  tokenNonce: string
}>

/** A complaint as it comes in, whoever says it. */
export type NewComplaint = Readonly<{
  districtId: string
  pointId: string | null
  enterpriseId: string | null
  kind: ComplaintKind
  text: string
  place: string
  contact: string | null
  lookupHash: string | null
  today: PlainDate
  hour: number
  actorId: string | null
}>

/** Writes a complaint with its first move, inside a write that has checked who may. */
export async function addComplaint(
  tx: Tx,
  calendar: WorkCalendar,
  { today, hour, actorId, ...said }: NewComplaint,
): Promise<Readonly<{ id: string; number: number }>> {
  const number = await nextComplaintNumber(tx, said.districtId)
  const againstId = said.kind === 'APPEAL' ? null : await accusedIn(tx, said.districtId, said.text)
  const { id } = await tx.complaint.create({
    data: {
      ...said,
      number,
      againstOrgId: againstId,
      filedOn: toDb(today),
      filedHour: hour,
      clockOn: toDb(receiveBy(today, calendar)),
      searchText: complaintSearchText({ text: said.text, place: said.place, number }),
    },
    select: { id: true },
  })
  const reachable = said.contact !== null || said.enterpriseId !== null
  await keepMove(tx, id, 'FILE', null, { ...FRESH_COMPLAINT, filedOn: today, againstId, reachable }, {}, today, actorId)
  return { id, number }
}

const HASH = 'sha256'

/** Keeps the pictures of a complaint; their bytes carry the day, not the instant. */
async function keepPhotos(tx: Tx, complaintId: string, { photos, today }: ComplaintFiling): Promise<void> {
  for (const [i, { mime, bytes }] of photos.entries()) {
    const sha256 = createHash(HASH).update(bytes).digest('hex')
    await tx.storedFile.upsert({
      where: { sha256 },
      create: { sha256, size: bytes.length, bytes, createdAt: toDb(today) },
      update: {},
      select: { sha256: true },
    })
    await tx.complaintPhoto.create({ data: { complaintId, nth: i + 1, type: mime, fileHash: sha256 } })
  }
}

const cleaned = (text: string) => cleanText(text, true)

/** What is wrong with what was said, as far as the form has not said so already. */
function wrongIn({ text, place, contact, photos }: ComplaintFiling): Result<null> {
  if (cleaned(text) === '') return err({ code: 'COMPLAINT_TEXT_MISSING', field: 'text' })
  if (cleaned(place) === '') return err({ code: 'COMPLAINT_PLACE_MISSING', field: 'place' })
  if (text.length > COMPLAINT_TEXT_MAX) return err({ code: 'TEXT_TOO_LONG', field: 'text' })
  if (place.length > COMPLAINT_PLACE_MAX) return err({ code: 'TEXT_TOO_LONG', field: 'place' })
  if ((contact ?? '').length > COMPLAINT_CONTACT_MAX) return err({ code: 'TEXT_TOO_LONG', field: 'contact' })
  return photos.length > COMPLAINT_PHOTOS ? err({ code: 'COMPLAINT_PHOTOS_MANY', field: 'photos' }) : ok(null)
}

const file = visitorWrite('complaint.file', async (tx, visitor, input: ComplaintFiling & { lookupHash: string }) => {
  const { districtId, pointId } = visitor
  const { calendar } = await loadLevelContext(tx, districtId, input.today)
  const { id, number } = await addComplaint(tx, calendar, {
    districtId,
    pointId,
    enterpriseId: null,
    kind: input.kind,
    text: cleaned(input.text),
    place: cleaned(input.place),
    contact: cleaned(input.contact ?? '') || null,
    lookupHash: input.lookupHash,
    today: input.today,
    hour: input.hour,
    actorId: null,
  })
  await keepPhotos(tx, id, input)
  return ok({ value: id, subject: id, detail: { number, notice: PUBLIC_NOTICE } })
})

/** What an index says of a row that is there already. */
const isTwice = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'P2002'

/**
 * Takes in what somebody says at a point 诉求投诉, without an account.
 *
 * Kept are the point, the day and the hour; nothing that tells who it was, and of the code only its hash. The same form sent
 * twice is one complaint and gets one code.
 *
 * @returns the code to look it up by; err COMPLAINT_TEXT_MISSING, COMPLAINT_PLACE_MISSING, TEXT_TOO_LONG, COMPLAINT_PHOTOS_MANY
 * @source SECURITY.md §3.2
 */
export async function fileComplaint(visitor: Visitor, input: ComplaintFiling): Promise<Result<{ lookupCode: string }>> {
  const wrong = wrongIn(input)
  if (!wrong.ok) return wrong
  const lookupCode = lookupCodeFor(input.tokenNonce)
  const lookupHash = lookupHashOf(lookupCode)
  const there = () => db.complaint.count({ where: { lookupHash } })
  if ((await there()) > 0) return ok({ lookupCode })
  try {
    const filed = await file(visitor, { ...input, lookupHash })
    return filed.ok ? ok({ lookupCode }) : filed
  } catch (error) {
    // Two taps at once: the other one was first.
    if (isTwice(error) && (await there()) > 0) return ok({ lookupCode })
    throw error
  }
}

const FILER: ReadonlySet<ComplaintPart> = new Set(['FILER'])

/** What whoever said it reads of the history; what offices say to each other is not his. */
const SHOWN: ReadonlySet<ComplaintStepKind> = new Set([
  'FILE',
  'RECEIVE',
  'REFUSE',
  'PASS',
  'EXTEND',
  'REPORT',
  'ANSWER',
  'RATE',
  'ADD',
  'URGE',
  'REDO',
  'CLOSE',
])
const WORDS_SHOWN: ReadonlySet<ComplaintStepKind> = new Set(['REFUSE', 'REPORT', 'ANSWER', 'ADD', 'RATE'])

const byCode = (districtId: string, code: string) => ({ districtId, lookupHash: lookupHashOf(code) })

/**
 * The state of a complaint for whoever has its code 查办理情况.
 *
 * Who sees what: what offices told him, never what they said to each other, and no name of a person.
 *
 * @returns null where no complaint of the district has the code
 */
export async function complaintByCode(
  districtId: string,
  code: string,
  today: PlainDate,
): Promise<ComplaintView | null> {
  const row = await db.complaint.findFirst({
    where: byCode(districtId, code),
    include: {
      leadOrg: { select: { shortName: true } },
      repeatOf: { select: { state: true, dueOn: true, leadOrg: { select: { shortName: true } } } },
      moves: { orderBy: { nth: 'asc' } },
    },
  })
  if (!row) return null
  const { repeatOf } = row
  const { calendar } = await loadLevelContext(db, districtId, today)
  const orgs = await db.org.findMany({
    where: { id: { in: row.moves.flatMap(({ unitId }) => unitId ?? []) } },
    select: { id: true, shortName: true },
  })
  const names = new Map(orgs.map(({ id, shortName }) => [id, shortName]))
  const complaint = caseOfComplaint(row)
  const may = complaintMoves(complaint, { today, calendar, parts: FILER })
  const limit = limitOf({ ...complaint, clockOn: dayOrNull(row.clockOn) }, calendar)
  return {
    number: row.number,
    kind: row.kind,
    state: row.state,
    filedOn: complaint.filedOn,
    receivedOn: complaint.receivedOn,
    passedOn: complaint.passedOn,
    unit: row.leadOrg?.shortName ?? null,
    dueOn: complaint.dueOn,
    daysLeft: limit && workdaysLeft(calendar, limit.dueOn, today),
    extended: row.extended,
    answer: row.answer,
    answeredOn: complaint.answeredOn,
    rating: row.rating,
    mayRate: may.includes('RATE'),
    mayAdd: may.includes('ADD'),
    mayUrge: may.includes('URGE'),
    refusal: row.refusal,
    merged:
      row.state === 'REFUSED' && repeatOf
        ? {
            state: repeatOf.state,
            unit: repeatOf.leadOrg?.shortName ?? null,
            dueOn: dayOrNull(repeatOf.dueOn),
          }
        : null,
    closedOn: complaint.closedOn,
    steps: row.moves
      .filter(({ kind }) => SHOWN.has(kind))
      .map(({ kind, on, unitId, text }) => ({
        kind,
        on: fromDb(on),
        unit: kind === 'PASS' || kind === 'REPORT' || kind === 'ANSWER' ? (names.get(unitId ?? '') ?? null) : null,
        text: WORDS_SHOWN.has(kind) ? text : null,
      })),
  }
}

/** How often a day somebody may add to his case or urge it. */
const SAID_A_DAY = 3
const URGED_A_DAY = 1

/** A move whoever has the code makes, as one of his own. */
async function movedByFiler(
  tx: Tx,
  { districtId }: Visitor,
  code: string,
  move: Readonly<{ kind: ComplaintMoveKind; text: string; rating?: number | null }>,
  today: PlainDate,
): Promise<Result<Readonly<{ row: Complaint }>>> {
  const found = await tx.complaint.findFirst({ where: byCode(districtId, code), select: { id: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await lockComplaintRow(tx, found.id)
  const row = await tx.complaint.findUniqueOrThrow({ where: { id: found.id } })
  const { kind, rating = null } = move
  const most = kind === 'URGE' ? URGED_A_DAY : SAID_A_DAY
  const said = await tx.complaintMove.count({ where: { complaintId: row.id, kind, on: toDb(today), actorId: null } })
  if (said >= most) return err({ code: kind === 'URGE' ? 'COMPLAINT_URGED_TODAY' : 'COMPLAINT_SAID_ENOUGH' })
  if (move.text.length > COMPLAINT_TEXT_MAX) return err({ code: 'TEXT_TOO_LONG', field: 'text' })
  const { calendar } = await loadLevelContext(tx, districtId, today)
  const before = caseOfComplaint(row)
  const text = cleaned(move.text)
  const moved = moveComplaint(before, { kind, on: today, text, rating }, { today, calendar, parts: FILER })
  if (!moved.ok) return moved
  const after = { ...before, ...moved.value }
  await tx.complaint.update({
    where: { id: row.id },
    data: { ...columnsOfCase(after, calendar), version: { increment: 1 } },
  })
  await keepMove(tx, row.id, kind, before, after, { text, rating }, today, null)
  return ok({ row })
}

/**
 * Whoever has the code gives stars to the answer, once, with a word if he likes 评价.
 *
 * @returns err NOT_FOUND, COMPLAINT_MOVE_ILLEGAL, COMPLAINT_RATING_MISSING, TEXT_TOO_LONG
 */
export const rateComplaint = visitorWrite(
  'complaint.rate',
  async (
    tx,
    visitor,
    { code, rating, text, today }: { code: string; rating: number; text: string; today: PlainDate },
  ) => {
    const moved = await movedByFiler(tx, visitor, code, { kind: 'RATE', text, rating }, today)
    if (!moved.ok) return moved
    const { id, number } = moved.value.row
    return ok({ value: null, subject: id, detail: { number, rating } })
  },
)

/**
 * Whoever has the code adds a word 补充, or urges 催一次.
 *
 * @returns err NOT_FOUND, COMPLAINT_MOVE_ILLEGAL, COMPLAINT_TEXT_MISSING, TEXT_TOO_LONG, COMPLAINT_SAID_ENOUGH, COMPLAINT_URGED_TODAY
 */
export const addToComplaint = visitorWrite(
  'complaint.add',
  async (tx, visitor, { code, text, urge, today }: { code: string; text: string; urge: boolean; today: PlainDate }) => {
    const moved = await movedByFiler(tx, visitor, code, { kind: urge ? 'URGE' : 'ADD', text }, today)
    if (!moved.ok) return moved
    const { id, number } = moved.value.row
    return ok({ value: null, subject: id, detail: { number } })
  },
)
