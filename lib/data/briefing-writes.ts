import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { checkTemplate } from '@/lib/domain/briefing/check'
import type { BriefingBody } from '@/lib/domain/briefing/paper'
import { checkPeriod } from '@/lib/domain/briefing/period'
import { excerptFor, READS_BRIEFING_DRAFTS } from '@/lib/domain/briefing/sight'
import { STANDARD_SECTIONS } from '@/lib/domain/briefing/standard'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { err, gathered, ok, type Result } from '@/lib/domain/result'
import type {
  BriefingCorrectInput,
  BriefingCreateInput,
  BriefingEditInput,
  BriefingPublishInput,
} from '@/lib/schemas/briefing'
import type { BriefingEdition } from '@/prisma/generated/client'
import {
  bodyOf,
  type Composed,
  checksumOf,
  composeBriefing,
  countBriefing,
  draftMoment,
  fingerprintOf,
  json,
  periodOf,
  textsOf,
} from './briefing-compose'
import { cleanTemplate, knownNames } from './briefing-texts'
import { visibleBriefings } from './briefings'
import { toDb } from './date'
import type { Tx } from './db'
import { write } from './write'

/** A briefing with its id, locked, and its latest edition. */
type Locked = Readonly<{ briefing: Composed & Readonly<{ id: string }>; edition: BriefingEdition }>

/** A briefing the actor may know, locked: its editions are written one after the other. @returns err NOT_FOUND */
async function lockBriefing(tx: Tx, actor: Actor, id: string): Promise<Result<Locked>> {
  const found = await tx.briefing.findFirst({ where: { AND: [{ id }, visibleBriefings(actor)] }, select: { id: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE id = ${id}::uuid FOR UPDATE`
  const briefing = await tx.briefing.findUniqueOrThrow({
    where: { id },
    include: { taskforce: { select: { shortName: true } } },
  })
  const edition = await tx.briefingEdition.findFirstOrThrow({ where: { briefingId: id }, orderBy: { nth: 'desc' } })
  return ok({ briefing, edition })
}

/**
 * Begins the report of a period, of the district or a task force: a draft in the standard text.
 *
 * @returns err NOT_FOUND for a task force there is not, what `checkPeriod` refuses, BRIEFING_EXISTS with the one of the same
 *          days about the same projects
 */
export const createBriefing = write('briefing.create', async (tx, actor, input: BriefingCreateInput, today) => {
  const { districtId } = actor
  const period = checkPeriod({ from: input.fromOn, to: input.toOn }, today)
  if (!period.ok) {
    const field = period.error.field === 'to' ? 'toOn' : 'fromOn'
    return err({ ...period.error, field })
  }
  const taskforceId = input.taskforceId ?? null
  if (taskforceId !== null) {
    const team = await tx.org.findFirst({
      where: { id: taskforceId, districtId, kind: 'TASKFORCE' },
      select: { id: true },
    })
    if (!team) return err({ code: 'NOT_FOUND' })
  }
  // Numbers of a year are given out one after the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`briefing ${districtId}`}, 0))::text`
  const days = { fromOn: toDb(input.fromOn), toOn: toDb(input.toOn) }
  const same = await tx.briefing.findFirst({
    where: { districtId, taskforceId, ...days },
    select: { year: true, number: true },
  })
  if (same) return err({ code: 'BRIEFING_EXISTS', year: String(same.year), number: same.number, field: 'toOn' })
  const year = yearOf(input.toOn)
  const last = await tx.briefing.aggregate({ where: { districtId, year }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  const briefing = await tx.briefing.create({
    data: {
      districtId,
      taskforceId,
      ...days,
      year,
      number,
      createdById: actor.personId,
      createdOn: toDb(today),
      editions: { create: { nth: 1 } },
    },
  })
  return ok({
    value: { briefingId: briefing.id },
    subject: briefing.id,
    detail: { fromOn: input.fromOn, toOn: input.toOn, serial: number },
  })
})

type Texts = Readonly<Record<string, string>>

/** What a form changed of the words of a paper, and whether somebody else changed the same meanwhile. */
function changedTexts(current: Texts, input: BriefingEditInput): Result<Texts> {
  const changes: Record<string, string> = {}
  const refused = []
  for (const [key, typed] of Object.entries(input.text)) {
    const now = current[key]
    if (now === undefined) continue
    const [text, began] = [cleanTemplate(typed), cleanTemplate(input.base.text[key] ?? now)]
    if (text === began || text === now) continue
    if (began !== now) refused.push({ code: 'BRIEFING_PARAGRAPH_MOVED', text: now, field: `text.${key}` })
    else changes[key] = text
  }
  const clash = gathered(...refused)
  return clash ? err(clash) : ok(changes)
}

/**
 * The office words the paragraphs of one paper; an empty one is left out. The standard text stays as it is.
 *
 * @returns err NOT_FOUND, BRIEFING_PUBLISHED, BRIEFING_PARAGRAPH_MOVED at a paragraph somebody else changed meanwhile, and at
 *          its paragraph what `checkTemplate` refuses
 */
export const editBriefing = write('briefing.edit', async (tx, actor, input: BriefingEditInput, today) => {
  const locked = await lockBriefing(tx, actor, input.briefingId)
  if (!locked.ok) return locked
  const { briefing, edition } = locked.value
  if (edition.publishedAt) return err({ code: 'BRIEFING_PUBLISHED' })
  const { figures, templates } = await countBriefing(tx, actor, briefing, today)
  const standard: Texts = Object.fromEntries(
    STANDARD_SECTIONS.flatMap(({ paragraphs }) => paragraphs.map(({ key, text }) => [key, templates.get(key) ?? text])),
  )
  const own = textsOf(edition)
  const changed = changedTexts({ ...standard, ...own }, input)
  if (!changed.ok) return changed
  const known = knownNames(figures)
  const refused = Object.entries(changed.value).map(([key, text]) => {
    const checked = checkTemplate(text, known)
    return checked.ok ? null : { ...checked.error, field: `text.${key}` }
  })
  const wrong = gathered(...refused)
  if (wrong) return err(wrong)
  // What is the standard's again follows the standard.
  const texts = Object.fromEntries(
    Object.entries({ ...own, ...changed.value }).filter(([key, text]) => text !== standard[key]),
  )
  await tx.briefingEdition.update({ where: { id: edition.id }, data: { texts, version: { increment: 1 } } })
  return ok({ value: { briefingId: briefing.id }, subject: briefing.id, detail: { after: changed.value } })
})

/**
 * Freezes a draft as it is counted now 发布: its texts, figures, time and rules, with a checksum.
 *
 * @param seen what the publisher had before him; null for the seed of the demo
 * @returns err BRIEFING_PUBLISHED, BRIEFING_EMPTY, BRIEFING_MOVED when it says something else by now
 */
export async function sealBriefing(
  tx: Tx,
  actor: Actor,
  { briefing, edition }: Locked,
  { seen, at, today }: Readonly<{ seen: string | null; at: Date; today: PlainDate }>,
): Promise<Result<{ checksum: string }>> {
  if (edition.publishedAt) return err({ code: 'BRIEFING_PUBLISHED' })
  const counted = await countBriefing(tx, actor, briefing, today)
  const { body, rulesVersion } = await composeBriefing(tx, briefing, edition, counted, today)
  if (body.sections.length === 0) return err({ code: 'BRIEFING_EMPTY' })
  if (seen !== null && seen !== fingerprintOf(body)) return err({ code: 'BRIEFING_MOVED' })
  const { nth, note } = edition
  const checksum = checksumOf({ nth, note, asOf: at.toISOString(), rulesVersion, body })
  await tx.briefingEdition.update({
    where: { id: edition.id },
    data: {
      body: json(body),
      asOf: at,
      rulesVersion,
      publishedById: actor.personId,
      publishedAt: at,
      checksum,
      version: { increment: 1 },
    },
  })
  return ok({ checksum })
}

/** The office publishes a draft as it saw it. @returns err NOT_FOUND, and what `sealBriefing` refuses */
export const publishBriefing = write('briefing.publish', async (tx, actor, input: BriefingPublishInput, today) => {
  const locked = await lockBriefing(tx, actor, input.briefingId)
  if (!locked.ok) return locked
  const sealed = await sealBriefing(tx, actor, locked.value, { seen: input.seen, at: new Date(), today })
  if (!sealed.ok) return sealed
  const { briefing, edition } = locked.value
  return ok({
    value: { briefingId: briefing.id },
    subject: briefing.id,
    detail: { nth: edition.nth, checksum: sealed.value.checksum },
  })
})

/**
 * Begins the next version of a published briefing, with what it corrects 更正; the published one stays readable.
 *
 * @returns err NOT_FOUND, BRIEFING_NOT_PUBLISHED when there is a draft already
 */
export const correctBriefing = write('briefing.correct', async (tx, actor, input: BriefingCorrectInput, _today) => {
  const locked = await lockBriefing(tx, actor, input.briefingId)
  if (!locked.ok) return locked
  const { briefing, edition } = locked.value
  if (!edition.publishedAt) return err({ code: 'BRIEFING_NOT_PUBLISHED' })
  const nth = edition.nth + 1
  await tx.briefingEdition.create({
    data: { briefingId: briefing.id, nth, texts: textsOf(edition), note: input.note, supersedesId: edition.id },
  })
  return ok({ value: { briefingId: briefing.id }, subject: briefing.id, detail: { nth, note: input.note } })
})

/** An edition as it is taken along. */
export type TakenBriefing = Readonly<{
  body: BriefingBody
  note: string | null
  nth: number
  asOf: string
  rulesVersion: number
  published: Readonly<{ at: string; by: string; checksum: string }> | null
  from: PlainDate
  to: PlainDate
}>

/**
 * Somebody takes a briefing along as a document; the log says who.
 *
 * @param nth version; the latest he may know where none is named
 * @returns err NOT_FOUND when it is absent, or a draft he may not read
 */
export const takeBriefing = write(
  'briefing.take',
  async (tx, actor, input: Readonly<{ briefingId: string; nth?: number | undefined }>, today) => {
    const briefing = await tx.briefing.findFirst({
      where: { AND: [{ id: input.briefingId }, visibleBriefings(actor)] },
      include: {
        taskforce: { select: { shortName: true } },
        editions: {
          where: {
            ...(input.nth !== undefined && { nth: input.nth }),
            ...(READS_BRIEFING_DRAFTS.has(actor.role) ? {} : { publishedAt: { not: null } }),
          },
          orderBy: { nth: 'desc' },
          take: 1,
          include: { publishedBy: { select: { name: true } } },
        },
      },
    })
    const [edition] = briefing?.editions ?? []
    if (!briefing || !edition) return err({ code: 'NOT_FOUND' })
    const { nth, note, asOf, rulesVersion, publishedAt, publishedBy, checksum } = edition
    const whole =
      asOf && rulesVersion !== null
        ? { body: bodyOf(edition), asOf, rulesVersion }
        : {
            asOf: draftMoment(today),
            ...(await composeBriefing(tx, briefing, edition, await countBriefing(tx, actor, briefing, today), today)),
          }
    const { from, to } = periodOf(briefing)
    const value: TakenBriefing = {
      body: excerptFor(actor.role, whole.body).body,
      note,
      nth,
      asOf: whole.asOf.toISOString(),
      rulesVersion: whole.rulesVersion,
      published:
        publishedAt && publishedBy && checksum
          ? { at: publishedAt.toISOString(), by: publishedBy.name, checksum }
          : null,
      from,
      to,
    }
    return ok({ value, subject: briefing.id, detail: { nth, checksum } })
  },
)
