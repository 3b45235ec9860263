import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { BriefingBody } from '@/lib/domain/briefing/paper'
import { renderParagraph } from '@/lib/domain/briefing/render'
import { excerptFor, READS_BRIEFING_DRAFTS, READS_BRIEFINGS } from '@/lib/domain/briefing/sight'
import { STANDARD_SECTIONS } from '@/lib/domain/briefing/standard'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  BRIEFING_PAGE,
  BRIEFING_TABS,
  type BriefingDraft,
  type BriefingFilter,
  type BriefingPage,
  type BriefingPaper,
  type EditedParagraph,
} from '@/lib/schemas/briefing'
import type { Prisma } from '@/prisma/generated/client'
import {
  bodyOf,
  checksumOf,
  composeBriefing,
  countBriefing,
  draftMoment,
  fingerprintOf,
  periodOf,
  textsOf,
} from './briefing-compose'
import { db } from './db'

const PUBLISHED = { publishedAt: { not: null } } satisfies Prisma.BriefingEditionWhereInput

/**
 * The briefings an actor may know: all of the district, or those about his own task force; drafts are the office's and the
 * heads'.
 *
 * @source domain roles.md §1; issue 7, point 8
 */
export function visibleBriefings(actor: Actor): Prisma.BriefingWhereInput {
  const { role, orgId } = actor
  if (!READS_BRIEFINGS.has(role) || (role === 'TASKFORCE' && orgId === null)) return { id: { in: [] } }
  return {
    districtId: actor.districtId,
    ...(role === 'TASKFORCE' ? { taskforceId: orgId } : {}),
    ...(READS_BRIEFING_DRAFTS.has(role) ? {} : { editions: { some: PUBLISHED } }),
  }
}

const editionsFor = (actor: Actor): Prisma.BriefingEditionWhereInput =>
  READS_BRIEFING_DRAFTS.has(actor.role) ? {} : PUBLISHED

const inTab = (tab: BriefingFilter['state']): Prisma.BriefingWhereInput =>
  tab === 'all' ? {} : { editions: { [tab === 'draft' ? 'some' : 'none']: { publishedAt: null } } }

/** One page of the briefings, those of the latest days first, with how many each tab holds. */
export async function listBriefings(actor: Actor, filter: BriefingFilter): Promise<BriefingPage> {
  const asked = visibleBriefings(actor)
  const [rows, ...counts] = await Promise.all([
    db.briefing.findMany({
      where: { AND: [asked, inTab(filter.state)] },
      orderBy: [{ toOn: 'desc' }, { id: 'desc' }],
      skip: (filter.page - 1) * BRIEFING_PAGE,
      take: BRIEFING_PAGE,
      include: {
        taskforce: { select: { shortName: true } },
        editions: {
          where: editionsFor(actor),
          orderBy: { nth: 'desc' },
          take: 1,
          select: { nth: true, asOf: true, publishedAt: true, publishedBy: { select: { name: true } } },
        },
      },
    }),
    ...BRIEFING_TABS.map((tab) => db.briefing.count({ where: { AND: [asked, inTab(tab)] } })),
  ])
  const [all = 0, draft = 0, published = 0] = counts
  return {
    rows: rows.flatMap(({ id, year, number, taskforceId, taskforce: team, editions: [edition], ...row }) =>
      edition
        ? [
            {
              id,
              year,
              number,
              period: periodOf(row),
              scope: { id: taskforceId, name: team?.shortName ?? null },
              nth: edition.nth,
              asOf: edition.asOf?.toISOString() ?? null,
              published:
                edition.publishedAt && edition.publishedBy
                  ? { by: edition.publishedBy.name, at: edition.publishedAt.toISOString() }
                  : null,
            },
          ]
        : [],
    ),
    total: { all, draft, published }[filter.state],
    counts: { all, draft, published },
  }
}

/** What a briefing can be about, for whoever begins one: the task forces of the district. */
export async function briefingScopes(actor: Actor) {
  const teams = await db.org.findMany({
    where: { districtId: actor.districtId, kind: 'TASKFORCE', dissolvedOn: null },
    select: { id: true, shortName: true },
    orderBy: { id: 'asc' },
  })
  return teams.map(({ id, shortName }) => ({ id, name: shortName }))
}

/** What the last published briefing of the same scope said before a day. */
async function saidBefore(actor: Actor, { taskforceId, toOn }: Readonly<{ taskforceId: string | null; toOn: Date }>) {
  const found = await db.briefing.findFirst({
    where: { AND: [visibleBriefings(actor), { taskforceId, toOn: { lt: toOn }, editions: { some: PUBLISHED } }] },
    orderBy: [{ toOn: 'desc' }, { id: 'desc' }],
    include: { editions: { where: PUBLISHED, orderBy: { nth: 'desc' }, take: 1 } },
  })
  const [edition] = found?.editions ?? []
  if (!found || !edition) return null
  const { figures } = excerptFor(actor.role, bodyOf(edition)).body
  return { id: found.id, period: periodOf(found), figures }
}

/**
 * An edition of a briefing: the latest the reader may see, or the one he asks for. What is published stands as it was
 * published; a draft is counted anew each time.
 *
 * Who sees what: `visibleBriefings`, `excerptFor`.
 *
 * @returns null when there is none for him
 */
export async function findBriefing(
  actor: Actor,
  id: string,
  today: PlainDate,
  nth?: number,
): Promise<BriefingPaper | null> {
  const briefing = await db.briefing.findFirst({
    where: { AND: [{ id }, visibleBriefings(actor)] },
    include: {
      taskforce: { select: { shortName: true } },
      editions: {
        where: editionsFor(actor),
        orderBy: { nth: 'desc' },
        include: { publishedBy: { select: { name: true } } },
      },
    },
  })
  if (!briefing) return null
  const { editions } = briefing
  const edition = nth === undefined ? editions[0] : editions.find((one) => one.nth === nth)
  if (!edition) return null
  const { publishedAt, publishedBy, checksum, asOf, rulesVersion } = edition
  const before = await saidBefore(actor, briefing)
  const whole =
    publishedAt && asOf && rulesVersion !== null
      ? { body: bodyOf(edition), asOf, rulesVersion }
      : {
          asOf: draftMoment(today),
          ...(await composeBriefing(db, briefing, edition, await countBriefing(db, actor, briefing, today), today)),
        }
  return {
    id,
    year: briefing.year,
    number: briefing.number,
    period: periodOf(briefing),
    scope: { id: briefing.taskforceId, name: briefing.taskforce?.shortName ?? null },
    nth: edition.nth,
    ...excerptFor(actor.role, whole.body),
    note: edition.note,
    asOf: whole.asOf.toISOString(),
    rulesVersion: whole.rulesVersion,
    published:
      publishedAt && publishedBy && checksum ? { by: publishedBy.name, at: publishedAt.toISOString(), checksum } : null,
    seen: fingerprintOf(whole.body),
    versions: editions.map((one) => ({ nth: one.nth, publishedAt: one.publishedAt?.toISOString() ?? null })),
    before,
  }
}

/** A draft in its paragraphs, with everything it can state; null where there is no draft for the actor. */
export async function findBriefingDraft(actor: Actor, id: string, today: PlainDate): Promise<BriefingDraft | null> {
  const briefing = await db.briefing.findFirst({
    where: { AND: [{ id }, visibleBriefings(actor)] },
    include: {
      taskforce: { select: { shortName: true } },
      editions: { where: { AND: [editionsFor(actor), { publishedAt: null }] } },
    },
  })
  const [edition] = briefing?.editions ?? []
  if (!briefing || !edition) return null
  const { figures, templates, words } = await countBriefing(db, actor, briefing, today)
  const values = { figures: new Map(figures.map(({ name, value }) => [name, value])), words }
  const own = textsOf(edition)
  return {
    id,
    period: periodOf(briefing),
    scope: { id: briefing.taskforceId, name: briefing.taskforce?.shortName ?? null },
    note: edition.note,
    figures,
    paragraphs: STANDARD_SECTIONS.flatMap(({ heading, paragraphs }) =>
      paragraphs.map(({ key, text: shipped }, i): EditedParagraph => {
        const standard = templates.get(key) ?? shipped
        const text = own[key] ?? standard
        const runs = text === '' ? [] : renderParagraph(text, values)
        return {
          key,
          section: heading,
          nth: i + 1,
          text,
          standard,
          said: runs === null ? null : runs.map((run) => run.text).join(''),
        }
      }),
    ),
  }
}

/** How many drafts there are, and the last one published, for the first page of the office and the heads. */
export async function briefingStand(actor: Actor) {
  const where = visibleBriefings(actor)
  const [drafts, last] = await Promise.all([
    db.briefing.count({ where: { AND: [where, inTab('draft')] } }),
    db.briefing.findFirst({
      where: { AND: [where, { editions: { some: PUBLISHED } }] },
      orderBy: [{ toOn: 'desc' }, { id: 'desc' }],
      select: { id: true, fromOn: true, toOn: true },
    }),
  ])
  return { drafts, last: last && { id: last.id, period: periodOf(last) } }
}

/** Published editions whose checksum is not that of their text, or whose versions have a gap; the doctor asks. */
export async function* brokenBriefings(): AsyncGenerator<{ subject: string; found: string }> {
  const editions = await db.briefingEdition.findMany({ orderBy: [{ briefingId: 'asc' }, { nth: 'asc' }] })
  let expected: Readonly<{ of: string; nth: number; id: string | null }> = { of: '', nth: 1, id: null }
  for (const edition of editions) {
    if (edition.briefingId !== expected.of) expected = { of: edition.briefingId, nth: 1, id: null }
    const subject = `briefing edition ${edition.id}`
    if (edition.nth !== expected.nth || edition.supersedesId !== expected.id)
      yield { subject, found: `version ${edition.nth} where ${expected.nth} comes next` }
    const { asOf, rulesVersion } = edition
    if (asOf && rulesVersion !== null) {
      const body: BriefingBody = bodyOf(edition)
      if (edition.checksum !== checksumOf({ ...edition, asOf: asOf.toISOString(), rulesVersion, body }))
        yield { subject, found: 'its text has another checksum than the one it was published with' }
    }
    expected = { of: edition.briefingId, nth: edition.nth + 1, id: edition.id }
  }
}
