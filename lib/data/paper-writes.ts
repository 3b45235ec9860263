import 'server-only'
import { createHash } from 'node:crypto'
import { briefOf } from '@/lib/domain/meeting/brief'
import { minutesOf } from '@/lib/domain/meeting/minutes'
import {
  checkFigures,
  type PaperBody,
  type PaperKind,
  type PaperParagraph,
  renewPaper,
  sealedText,
} from '@/lib/domain/meeting/paper'
import { type Answer, mergeFields } from '@/lib/domain/merge-fields'
import { isoWeekOf } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { SEES_DRAFT_AGENDA } from '@/lib/domain/sight'
import type { PaperCorrectInput, PaperDraftInput, PaperEditInput, PaperSignInput } from '@/lib/schemas/meeting-paper'
import type { Meeting, MeetingPaper, Prisma } from '@/prisma/generated/client'
import { loadBriefFacts, type SayReason } from './brief-facts'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { conflictOf } from './edit-conflict'
import { loadMinutesFacts } from './minutes-facts'
import { instantOf } from './week-picture'
import { write } from './write'

const HELD: ReadonlySet<Meeting['state']> = new Set(['HELD', 'SIGNED'])

/** The body of a paper as it is kept. */
export const bodyOf = ({ body }: Pick<MeetingPaper, 'body'>): PaperBody => body as unknown as PaperBody
const json = (body: PaperBody) => body as unknown as Prisma.InputJsonValue

/** Fingerprint of what a reader of a paper sees. */
export const checksumOf = (paper: Pick<MeetingPaper, 'kind' | 'nth' | 'note' | 'asOf' | 'body'>): string =>
  createHash('sha256')
    .update(sealedText({ ...paper, asOf: paper.asOf.toISOString(), body: bodyOf(paper) }))
    .digest('hex')

/** Locks the meeting of a paper: its papers are written one after the other. */
async function lockMeeting(tx: Tx, id: string): Promise<Meeting> {
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.meeting.findUniqueOrThrow({ where: { id } })
}

/** A paper of the actor's district, its meeting locked. */
async function lockPaper(
  tx: Tx,
  districtId: string,
  paperId: string,
): Promise<Result<{ paper: MeetingPaper; meeting: Meeting }>> {
  const found = await tx.meetingPaper.findFirst({ where: { id: paperId, districtId }, select: { meetingId: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  const meeting = await lockMeeting(tx, found.meetingId)
  return ok({ paper: await tx.meetingPaper.findUniqueOrThrow({ where: { id: paperId } }), meeting })
}

/** What the rules write now, and what was known for it. @returns err MEETING_NOT_HELD, BRIEF_NOT_FROZEN */
export async function writePaper(
  tx: Tx,
  meeting: Meeting,
  kind: PaperKind,
  say: SayReason,
  at = new Date(),
): Promise<Result<{ body: PaperBody; asOf: Date }>> {
  if (kind === 'MINUTES') {
    if (!HELD.has(meeting.state)) return err({ code: 'MEETING_NOT_HELD' })
    return ok({ body: minutesOf(await loadMinutesFacts(tx, meeting.id)), asOf: at })
  }
  const facts = await loadBriefFacts(tx, meeting.districtId, fromDb(meeting.weekOf), say)
  return facts ? ok({ body: briefOf(facts), asOf: instantOf(facts.line) }) : err({ code: 'BRIEF_NOT_FROZEN' })
}

const done = (paper: MeetingPaper, meeting: Meeting, detail: Prisma.InputJsonObject) =>
  ok({
    value: { paperId: paper.id, kind: paper.kind, weekOf: fromDb(meeting.weekOf) },
    subject: meeting.id,
    detail: { paper: paper.kind, nth: paper.nth, ...detail },
  })

/**
 * Writes the draft of a paper, or writes it again: edited paragraphs stay as they were edited 重新生成.
 *
 * @param of id and time of the new row; the demo district has its own
 * @returns err MEETING_NOT_HELD, BRIEF_NOT_FROZEN, PAPER_SIGNED when there is a signed one and nothing to correct it with
 */
export async function draftPaperOf(
  tx: Tx,
  meeting: Meeting,
  kind: PaperKind,
  say: SayReason,
  of: Readonly<{ id?: string; at?: Date }> = {},
): Promise<Result<{ paper: MeetingPaper; changes: number }>> {
  const last = await tx.meetingPaper.findFirst({ where: { meetingId: meeting.id, kind }, orderBy: { nth: 'desc' } })
  if (last?.signedAt) return err({ code: 'PAPER_SIGNED' })
  const written = await writePaper(tx, meeting, kind, say, of.at)
  if (!written.ok) return written
  const { body, asOf } = written.value
  if (!last) {
    const data = { districtId: meeting.districtId, meetingId: meeting.id, kind, nth: 1, body: json(body), asOf }
    return ok({
      paper: await tx.meetingPaper.create({ data: { ...data, ...(of.id ? { id: of.id } : {}) } }),
      changes: 0,
    })
  }
  const renewed = renewPaper(bodyOf(last).paragraphs, body.paragraphs)
  const paper = await tx.meetingPaper.update({
    where: { id: last.id },
    data: { body: json({ head: body.head, paragraphs: renewed.paragraphs }), asOf, version: { increment: 1 } },
  })
  return ok({ paper, changes: renewed.changes.length })
}

/** As `draftPaperOf`, by the office. @returns err NOT_FOUND, MEETING_NOT_HELD, BRIEF_NOT_FROZEN, PAPER_SIGNED */
export const draftPaper = write(
  'paper.draft',
  async (tx, actor, input: PaperDraftInput & Readonly<{ say: SayReason }>, _today) => {
    const where = { districtId_weekOf: { districtId: actor.districtId, weekOf: toDb(input.weekOf) } }
    const found = await tx.meeting.findUnique({ where, select: { id: true } })
    if (!found) return err({ code: 'NOT_FOUND' })
    const meeting = await lockMeeting(tx, found.id)
    const drafted = await draftPaperOf(tx, meeting, input.kind, input.say)
    if (!drafted.ok) return drafted
    return done(drafted.value.paper, meeting, { changes: drafted.value.changes })
  },
)

/** Answers of a form about paragraphs two people changed. */
const answersOf = ({ pick, seen }: PaperEditInput): Record<string, Answer> =>
  Object.fromEntries(Object.entries(pick.text).map(([key, side]) => [key, { pick: side, seen: seen.text[key] ?? '' }]))

type Texts = Readonly<Record<string, string>>

/** Line ends and outer space are the browser's, not the writer's. */
const clean = (text: string): string => text.replace(/\r\n?/gu, '\n').trim()
const cleaned = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, clean(text)]))

type Edited = Readonly<{ paragraphs: PaperParagraph[]; before: Texts; after: Texts }>

function applyTexts(paragraphs: readonly PaperParagraph[], values: Texts): Result<Edited> {
  const changed = paragraphs.filter(({ key, text }) => (values[key] ?? text) !== text)
  for (const { key, figures } of changed) {
    const checked = checkFigures(values[key] ?? '', figures)
    if (!checked.ok) return err({ ...checked.error, field: `text.${key}` })
  }
  return ok({
    paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, text: values[paragraph.key] ?? paragraph.text })),
    before: Object.fromEntries(changed.map(({ key, text }) => [key, text])),
    after: Object.fromEntries(changed.map(({ key }) => [key, values[key] ?? ''])),
  })
}

/**
 * The office words a draft, paragraph by paragraph; two who do it at once are brought together.
 *
 * @returns err NOT_FOUND, PAPER_SIGNED, PAPER_REWRITTEN, CONFLICT with the paragraphs both changed, FIGURE_CHANGED at its
 *          paragraph
 */
export const editPaper = write('paper.edit', async (tx, actor, input: PaperEditInput, _today) => {
  const locked = await lockPaper(tx, actor.districtId, input.paperId)
  if (!locked.ok) return locked
  const { paper, meeting } = locked.value
  if (paper.signedAt) return err({ code: 'PAPER_SIGNED' })
  const body = bodyOf(paper)
  const theirs = Object.fromEntries(body.paragraphs.map(({ key, text }) => [key, text]))
  const keys = Object.keys(theirs)
  const began = cleaned(input.base.text)
  const mine = cleaned(input.text)
  // Written again meanwhile without a paragraph somebody was just wording: he is told, and his words stay in his form.
  if (Object.keys(mine).some((key) => !(key in theirs) && mine[key] !== began[key]))
    return err({ code: 'PAPER_REWRITTEN' })
  const merge = mergeFields(keys, { ...theirs, ...began }, theirs, mine, answersOf(input))
  if (Object.keys(merge.clashes).length > 0) {
    const conflict = await conflictOf(tx, meeting.id, merge)
    const named = <T>(record: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [`text.${key}`, value]))
    return err({ code: 'CONFLICT', ...conflict, clashes: named(conflict.clashes), taken: named(conflict.taken) })
  }
  const edited = applyTexts(body.paragraphs, merge.values)
  if (!edited.ok) return edited
  const { paragraphs, before, after } = edited.value
  if (Object.keys(after).length > 0)
    await tx.meetingPaper.update({
      where: { id: paper.id },
      data: { body: json({ ...body, paragraphs }), version: { increment: 1 } },
    })
  return done(paper, meeting, { before, after })
})

/** Signs a draft as it stands 签发: from here on it never changes; minutes sign their meeting. */
export async function sealPaper(
  tx: Tx,
  paper: MeetingPaper,
  signedById: string,
  signedAt: Date,
): Promise<MeetingPaper> {
  const sealed = await tx.meetingPaper.update({
    where: { id: paper.id },
    data: { signedById, signedAt, checksum: checksumOf(paper), version: { increment: 1 } },
  })
  if (paper.kind === 'MINUTES')
    await tx.meeting.updateMany({
      where: { id: paper.meetingId, state: 'HELD' },
      data: { state: 'SIGNED', version: { increment: 1 } },
    })
  return sealed
}

/**
 * The office signs a paper as it saw it.
 *
 * @returns err NOT_FOUND, PAPER_SIGNED, CONFLICT when somebody changed it meanwhile, PAPER_EMPTY, ATTENDANCE_OPEN of minutes
 *          while nobody has said of some who were called whether they were there
 */
export const signPaper = write('paper.sign', async (tx, actor, input: PaperSignInput, _today) => {
  const locked = await lockPaper(tx, actor.districtId, input.paperId)
  if (!locked.ok) return locked
  const { paper, meeting } = locked.value
  if (paper.signedAt) return err({ code: 'PAPER_SIGNED' })
  if (paper.version !== input.version) return err({ code: 'CONFLICT', version: paper.version })
  if (bodyOf(paper).paragraphs.every(({ text }) => text === '')) return err({ code: 'PAPER_EMPTY' })
  if (paper.kind === 'MINUTES' && meeting.state === 'HELD') {
    const n = await tx.attendance.count({ where: { meetingId: meeting.id, state: 'INVITED' } })
    if (n > 0) return err({ code: 'ATTENDANCE_OPEN', n })
  }
  const sealed = await sealPaper(tx, paper, actor.personId, new Date())
  return done(sealed, meeting, { checksum: sealed.checksum })
})

/**
 * Begins the next version of a signed paper, with what it corrects 更正; the signed one stays readable.
 *
 * @returns err NOT_FOUND, PAPER_NOT_SIGNED, CORRECTION_BEGUN when there is a later version already
 */
export const correctPaper = write('paper.correct', async (tx, actor, input: PaperCorrectInput, _today) => {
  const locked = await lockPaper(tx, actor.districtId, input.paperId)
  if (!locked.ok) return locked
  const { paper, meeting } = locked.value
  if (!paper.signedAt) return err({ code: 'PAPER_NOT_SIGNED' })
  const later = await tx.meetingPaper.findFirst({ where: { supersedesId: paper.id }, select: { id: true } })
  if (later) return err({ code: 'CORRECTION_BEGUN' })
  const next = await tx.meetingPaper.create({
    data: {
      districtId: paper.districtId,
      meetingId: paper.meetingId,
      kind: paper.kind,
      nth: paper.nth + 1,
      body: json(bodyOf(paper)),
      note: input.note,
      asOf: paper.asOf,
      supersedesId: paper.id,
    },
  })
  return done(next, meeting, { note: input.note })
})

/**
 * Somebody takes a paper along as a document; the log says who.
 *
 * @returns err NOT_FOUND when it is absent, or a draft he may not read
 */
export const takePaper = write('paper.take', async (tx, actor, input: Readonly<{ paperId: string }>) => {
  const paper = await tx.meetingPaper.findFirst({
    where: {
      id: input.paperId,
      districtId: actor.districtId,
      ...(SEES_DRAFT_AGENDA.has(actor.role) ? {} : { signedAt: { not: null } }),
    },
    include: { meeting: true },
  })
  if (!paper) return err({ code: 'NOT_FOUND' })
  const { meeting, ...row } = paper
  const { week } = isoWeekOf(fromDb(meeting.weekOf))
  return ok({
    value: {
      kind: row.kind,
      nth: row.nth,
      week,
      year: meeting.year,
      body: JSON.parse(JSON.stringify(row.body)) as PaperBody,
      note: row.note,
      signedAt: row.signedAt?.toISOString() ?? null,
      checksum: row.checksum,
    },
    subject: meeting.id,
    detail: { paper: row.kind, nth: row.nth, checksum: row.checksum },
  })
})
