import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { projectsOf } from '@/lib/domain/meeting/brief'
import { type PaperBody, type PaperKind, renewPaper } from '@/lib/domain/meeting/paper'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_ALL_TOPICS, SEES_DRAFT_AGENDA } from '@/lib/domain/sight'
import type { FigureRows, Paper, Renewal, WeekPapers } from '@/lib/schemas/meeting-paper'
import type { MeetingPaper, Prisma } from '@/prisma/generated/client'
import { loadBriefFacts, type SayReason } from './brief-facts'
import { toDb } from './date'
import { db } from './db'
import { decisionsWhere, visibleTasks } from './meeting-decisions'
import { visibleTopics } from './meetings'
import { bodyOf, checksumOf, writePaper } from './paper-writes'
import { visibleProcedures, visibleProjects } from './visible'

/** Versions a reader may know: drafts are the office's and the leaders', a brief is about every project. */
function visiblePapers(actor: Actor): Prisma.MeetingPaperWhereInput {
  return {
    districtId: actor.districtId,
    ...(SEES_DRAFT_AGENDA.has(actor.role) ? {} : { signedAt: { not: null } }),
    ...(SEES_ALL_TOPICS.has(actor.role) ? {} : { kind: 'MINUTES' }),
  }
}

/** Paragraphs about topics and decisions, and the headings they stand under. */
const OF_TOPICS = /^(?:topic:|others|next|settled)/
const SECTIONS = ['others', 'next', 'settled'] as const

/**
 * What of some minutes a reader sees 摘录: all of them, or the paragraphs about topics and decisions that concern him, with
 * what stands around them.
 */
async function excerptOf(actor: Actor, paper: MeetingPaper): Promise<{ body: PaperBody; hidden: number } | null> {
  const body = bodyOf(paper)
  if (SEES_ALL_TOPICS.has(actor.role)) return { body, hidden: 0 }
  const { meetingId } = paper
  const [topics, tasks] = await Promise.all([
    db.agendaItem.findMany({ where: { AND: [{ meetingId }, visibleTopics(actor)] }, select: { id: true } }),
    db.task.findMany({ where: { AND: [{ meetingId }, visibleTasks(actor)] }, select: { id: true, itemId: true } }),
  ])
  const about = [...topics.map(({ id }) => id), ...tasks.flatMap(({ itemId }) => itemId ?? [])]
  const own = new Set([
    ...about.flatMap((id) => [`topic:${id}`, `topic:${id}:head`, `next:${id}`, `settled:${id}`]),
    ...tasks.map(({ id }) => `others:${id}`),
  ])
  for (const section of SECTIONS)
    if (body.paragraphs.some(({ key }) => own.has(key) && key.startsWith(`${section}:`))) own.add(`${section}:head`)
  const seen = body.paragraphs.filter(({ key }) => !OF_TOPICS.test(key) || own.has(key))
  if (!seen.some(({ key }) => own.has(key))) return null
  // Decisions that belong to no topic are one section, however many.
  const told = (paragraphs: PaperBody['paragraphs']) =>
    paragraphs.filter(({ key, role }) =>
      role === 'HEADING' ? key === 'others:head' : OF_TOPICS.test(key) && !key.startsWith('others:'),
    ).length
  return { body: { ...body, paragraphs: seen }, hidden: told(body.paragraphs) - told(seen) }
}

/**
 * A version of a week's minutes or brief; the latest the reader may see, or the one he asks for.
 *
 * Who sees what: `visiblePapers`; minutes are cut to the topics that concern whoever does not see all of them.
 *
 * @returns null when there is none for him
 */
export async function findPaper(actor: Actor, weekOf: PlainDate, kind: PaperKind, nth?: number): Promise<Paper | null> {
  const all = await db.meetingPaper.findMany({
    where: { AND: [visiblePapers(actor), { kind, meeting: { weekOf: toDb(weekOf) } }] },
    orderBy: { nth: 'desc' },
    include: { signedBy: { select: { name: true } }, meeting: { select: { year: true, week: true } } },
  })
  const row = nth === undefined ? all[0] : all.find((one) => one.nth === nth)
  if (!row) return null
  const excerpt = await excerptOf(actor, row)
  if (!excerpt) return null
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    nth: row.nth,
    weekOf,
    ...row.meeting,
    ...excerpt,
    note: row.note,
    asOf: row.asOf.toISOString(),
    signed:
      row.signedAt && row.signedBy && row.checksum
        ? { by: row.signedBy.name, at: row.signedAt.toISOString(), checksum: row.checksum }
        : null,
    versions: all.map((one) => ({ nth: one.nth, signedAt: one.signedAt?.toISOString() ?? null, note: one.note })),
  }
}

/** What papers of a week there are for a reader, and how far they are. */
export async function weekPapers(actor: Actor, weekOf: PlainDate): Promise<WeekPapers> {
  const where = { districtId: actor.districtId, weekOf: toDb(weekOf) }
  const [meeting, snapshot, rows] = await Promise.all([
    db.meeting.findFirst({ where, select: { state: true } }),
    db.weekSnapshot.findFirst({ where, select: { id: true } }),
    db.meetingPaper.findMany({
      where: { AND: [visiblePapers(actor), { meeting: { weekOf: toDb(weekOf) } }] },
      orderBy: { nth: 'asc' },
      select: { id: true, kind: true, signedAt: true },
    }),
  ])
  const latest = (kind: PaperKind) => {
    const last = rows.findLast((row) => row.kind === kind)
    return last ? { id: last.id, signed: last.signedAt !== null } : null
  }
  return {
    meeting: meeting?.state ?? null,
    frozen: snapshot !== null,
    minutes: latest('MINUTES'),
    brief: latest('BRIEF'),
  }
}

/** A draft, and what writing it again would change; null when there is no draft. */
export async function findRenewal(
  actor: Actor,
  weekOf: PlainDate,
  kind: PaperKind,
  say: SayReason,
): Promise<Renewal | null> {
  const paper = await findPaper(actor, weekOf, kind)
  if (!paper || paper.signed) return null
  // A correction starts from what was signed: the rules do not write over it.
  if (paper.nth > 1) return { paper, changes: [] }
  const where = { districtId_weekOf: { districtId: actor.districtId, weekOf: toDb(weekOf) } }
  const meeting = await db.meeting.findUniqueOrThrow({ where })
  const written = await writePaper(db, meeting, kind, say)
  return { paper, changes: written.ok ? renewPaper(paper.body.paragraphs, written.value.body.paragraphs).changes : [] }
}

/**
 * The rows a figure of a paper counts, as many as it says 反查.
 *
 * Projects are those of the frozen week; tasks and topics those the figure names. A row the reader may not open is named
 * all the same, since the figure counts it, but leads nowhere.
 *
 * @returns null when the paper has no such figure
 */
export async function loadFigure(
  actor: Actor,
  paper: Paper,
  figureId: string,
  say: SayReason,
  today: PlainDate,
): Promise<FigureRows | null> {
  const figure = paper.body.paragraphs.flatMap(({ figures }) => figures).find(({ id }) => id === figureId)
  if (!figure) return null
  const { rows, text } = figure
  const found = { text, rows, asOf: paper.asOf, projects: [], tasks: [], topics: [], procedures: [] }
  if (rows.of === 'PROJECTS') {
    const facts = await loadBriefFacts(db, actor.districtId, paper.weekOf, say)
    if (!facts) return found
    const listed = projectsOf(facts, rows.group)
    const open = await db.project.findMany({
      where: { AND: [visibleProjects(actor), { id: { in: listed.map(({ id }) => id) } }] },
      select: { id: true },
    })
    const may = new Set(open.map(({ id }) => id))
    const reasons = new Map(facts.projects.map(({ id, reason }) => [id, reason]))
    return {
      ...found,
      projects: listed.map(({ id, name, level }) => ({
        id,
        name,
        level,
        reason: reasons.get(id) ?? null,
        open: may.has(id),
      })),
    }
  }
  const ids = [...rows.ids]
  if (rows.of === 'TASKS') return { ...found, tasks: await decisionsWhere(actor, { id: { in: ids } }, today) }
  if (rows.of === 'PROCEDURES') {
    const procedures = await db.procedure.findMany({
      where: { AND: [{ id: { in: ids } }, visibleProcedures(actor)] },
      orderBy: [{ project: { number: 'asc' } }, { code: 'asc' }],
      select: { id: true, item: { select: { nameZh: true } }, project: { select: { name: true } } },
    })
    return {
      ...found,
      procedures: procedures.map(({ id, item, project }) => ({ id, item: item.nameZh, project: project.name })),
    }
  }
  const items = await db.agendaItem.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTopics(actor)] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, project: { select: { id: true, name: true } } },
  })
  return {
    ...found,
    topics: items.map(({ id, title, project }) => ({
      id,
      name: project?.name ?? title ?? '',
      projectId: project?.id ?? null,
    })),
  }
}

/** Signed papers whose checksum is not that of their text, or whose versions have a gap; the doctor asks. */
export async function* brokenPapers(): AsyncGenerator<{ subject: string; found: string }> {
  const papers = await db.meetingPaper.findMany({ orderBy: [{ meetingId: 'asc' }, { kind: 'asc' }, { nth: 'asc' }] })
  let expected: Readonly<{ of: string; nth: number; id: string | null }> = { of: '', nth: 1, id: null }
  for (const paper of papers) {
    const of = `${paper.meetingId} ${paper.kind}`
    if (of !== expected.of) expected = { of, nth: 1, id: null }
    const subject = `paper ${paper.id}`
    if (paper.nth !== expected.nth || paper.supersedesId !== expected.id)
      yield { subject, found: `version ${paper.nth} where ${expected.nth} comes next` }
    if (paper.signedAt && paper.checksum !== checksumOf(paper))
      yield { subject, found: 'its text has another checksum than the one it was signed with' }
    expected = { of, nth: paper.nth + 1, id: paper.id }
  }
}
