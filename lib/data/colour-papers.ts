import 'server-only'
import { type Actor, isAgency } from '@/lib/domain/access'
import { colourPaperNumber, colourPaperState, mayClose, mayCopy } from '@/lib/domain/colour-paper'
import { type DraftKind, RED_KINDS } from '@/lib/domain/escalation-draft'
import type { Level } from '@/lib/domain/level-scale'
import { ownerOf } from '@/lib/domain/reason'
import type { ColourPaperLine, ColourPaperPage, ColourPaperSaid } from '@/lib/schemas/colour-paper'
import { TASK_PAGE } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db, type Tx } from './db'
import { itemNames } from './live-reasons'
import { visibleProcedures, visibleProjects } from './visible'

/** Papers of a project itself an actor sees: an agency those that went to it, the others those of their projects. */
async function ofProjects(tx: Tx, { role, orgId }: Actor): Promise<Prisma.ColourPaperWhereInput> {
  if (!isAgency(role)) return { procedureId: null }
  const org = orgId ? await tx.org.findUnique({ where: { id: orgId }, select: { shortName: true } }) : null
  return org ? { procedureId: null, said: { path: ['unit'], equals: org.shortName } } : { id: { in: [] } }
}

/**
 * The papers of colours an actor sees: those of what he sees, an agency those of its own procedures and those that went to it;
 * what nobody has issued is the office's alone.
 */
const visibleColourPapers = async (tx: Tx, actor: Actor): Promise<Prisma.ColourPaperWhereInput> => ({
  districtId: actor.districtId,
  project: visibleProjects(actor),
  OR: [await ofProjects(tx, actor), { procedure: visibleProcedures(actor) }],
  ...(actor.role === 'OFFICE' ? {} : { issuedOn: { not: null } }),
})

/** What of its item a paper is read with. */
export const paperColumns = {
  project: { select: { name: true, level: true, enterprise: { select: { name: true } }, levelOwner: true } },
  procedure: { select: { code: true, level: true, levelOwner: true, agency: { select: { shortName: true } } } },
  issuedBy: { select: { name: true } },
} satisfies Prisma.ColourPaperInclude
export type ColourPaperRecord = Prisma.ColourPaperGetPayload<{ include: typeof paperColumns }>

/** A paper as it stands in the database, with what its state hangs on. */
export const findColourPaper = async (tx: Tx, actor: Actor, id: string) =>
  tx.colourPaper.findFirst({ where: { AND: [await visibleColourPapers(tx, actor), { id }] }, include: paperColumns })

/** The unit a paper goes to: whoever has to move, the agency of the procedure else. */
export function unitOf({ procedure, project }: ColourPaperRecord): string | null {
  const owner = procedure ? procedure.levelOwner : project.levelOwner
  if (owner === 'ENTERPRISE') return project.enterprise?.name ?? null
  if (owner && owner !== 'AGENCY' && owner !== 'STEWARD') return owner
  return procedure?.agency?.shortName ?? null
}

type Around = Readonly<{
  answers: readonly Prisma.NoticeAnswerGetPayload<{ include: { person: { select: { name: true } } } }>[]
  live: ReadonlySet<string>
}>

const keyOf = (itemId: string, since: Date) => `${itemId} ${fromDb(since)}`

/** What was answered to some papers' warnings, and which of these go on. */
export async function aroundPapers(tx: Tx, papers: readonly ColourPaperRecord[]): Promise<Around> {
  const itemId = { in: papers.map((paper) => paper.itemId) }
  const answers = await tx.noticeAnswer.findMany({
    where: { itemId },
    include: { person: { select: { name: true } } },
    orderBy: { at: 'asc' },
  })
  const told = await tx.notice.findMany({
    where: { itemId, endedOn: null },
    distinct: ['itemId', 'since'],
    select: { itemId: true, since: true },
  })
  return { answers, live: new Set(told.map(({ itemId: id, since }) => keyOf(id, since))) }
}

/** What was answered to a paper since it was issued. */
export const answerTo = (paper: ColourPaperRecord, { answers }: Around) =>
  answers.findLast(
    ({ itemId, since, on }) =>
      paper.issuedOn !== null && on >= paper.issuedOn && keyOf(itemId, since) === keyOf(paper.itemId, paper.since),
  )

const isAgencys = (owner: string | null): boolean => {
  const kind = owner === null ? null : ownerOf(owner).kind
  return kind === 'AGENCY' || kind === 'NAMED'
}

/** What decides what may be done with a paper. */
export const paperFacts = (paper: ColourPaperRecord, around: Around) => ({
  kind: paper.kind as DraftKind,
  issued: paper.issuedOn !== null,
  refused: paper.refused !== null,
  closed: paper.closedOn !== null,
  answered: answerTo(paper, around) !== undefined,
  live: around.live.has(keyOf(paper.itemId, paper.since)),
  level: (paper.procedure ?? paper.project).level,
  copied: paper.copiedOn !== null,
  ofAgency: isAgencys((paper.procedure ?? paper.project).levelOwner),
})

async function linesOf(actor: Actor, papers: readonly ColourPaperRecord[]): Promise<ColourPaperLine[]> {
  const [around, names] = await Promise.all([
    aroundPapers(db, papers),
    itemNames(actor.districtId, [...new Set(papers.flatMap((paper) => paper.procedure?.code ?? []))]),
  ])
  return papers.map((paper) => {
    const facts = paperFacts(paper, around)
    const answer = answerTo(paper, around)
    const said = paper.said as unknown as ColourPaperSaid | null
    return {
      id: paper.id,
      version: paper.version,
      kind: facts.kind,
      no: paper.year !== null && paper.nth !== null ? colourPaperNumber({ year: paper.year, nth: paper.nth }) : null,
      state: colourPaperState(facts),
      projectId: paper.projectId,
      project: said?.project ?? paper.project.name,
      procedureId: paper.procedureId,
      item: said ? said.item : (names.get(paper.procedure?.code ?? '') ?? null),
      unit: said ? said.unit : unitOf(paper),
      level: facts.level,
      since: fromDb(paper.since),
      draftedOn: fromDb(paper.draftedOn),
      issuedOn: dayOrNull(paper.issuedOn),
      issuedBy: paper.issuedBy?.name ?? null,
      answerBy: dayOrNull(paper.answerBy),
      planBy: dayOrNull(paper.planBy),
      refused: paper.refused,
      closedOn: dayOrNull(paper.closedOn),
      answer: answer
        ? { by: answer.person.name, on: fromDb(answer.on), reason: answer.reason, newOn: fromDb(answer.newOn) }
        : null,
      copiedOn: dayOrNull(paper.copiedOn),
      mayCopy: actor.role === 'OFFICE' && mayCopy(facts).ok,
      mayDecide: actor.role === 'OFFICE' && colourPaperState(facts) === 'DRAFT',
      mayClose: actor.role === 'OFFICE' && actor.standsInFor.includes(paper.issuedById ?? '') && mayClose(facts).ok,
    }
  })
}

/** Papers of items that have one of some colours. */
const ofLevel = (levels: Level[]): Prisma.ColourPaperWhereInput => ({
  OR: [{ procedure: { level: { in: levels } } }, { procedureId: null, project: { level: { in: levels } } }],
})

/** Drafts whose warning goes on, and with it the colour that called for them. */
const waiting = async (actor: Actor): Promise<Prisma.ColourPaperWhereInput> => ({
  AND: [
    await visibleColourPapers(db, actor),
    { issuedOn: null, refused: null },
    {
      OR: [ofLevel(['RED']), { AND: [ofLevel(['YELLOW']), { kind: { notIn: [...RED_KINDS] } }] }],
    },
  ],
})

/** How many drafts of colours wait for the office. */
export const countColourDrafts = async (actor: Actor): Promise<number> =>
  actor.role === 'OFFICE' ? db.colourPaper.count({ where: await waiting(actor) }) : 0

/**
 * One page of the papers colours called for 督办台账: what waits to be issued first, then the latest.
 *
 * Who sees what: `visibleColourPapers`.
 *
 * @param drafts only those that wait to be issued
 */
export async function listColourPapers(actor: Actor, page: number, drafts = false): Promise<ColourPaperPage> {
  const where = drafts ? await waiting(actor) : await visibleColourPapers(db, actor)
  const [papers, total, toIssue] = await Promise.all([
    db.colourPaper.findMany({
      where,
      include: paperColumns,
      // Nothing issued, refused or closed stands first, then what is in hand.
      orderBy: [
        { closedOn: { sort: 'asc', nulls: 'first' } },
        { refused: { sort: 'asc', nulls: 'first' } },
        { issuedOn: { sort: 'desc', nulls: 'first' } },
        { draftedOn: 'desc' },
        { id: 'asc' },
      ],
      skip: (page - 1) * TASK_PAGE,
      take: TASK_PAGE,
    }),
    db.colourPaper.count({ where }),
    countColourDrafts(actor),
  ])
  return { rows: await linesOf(actor, papers), total, drafts: toIssue }
}

/** A paper the actor sees, to be printed; null when there is none. */
export async function findColourPaperLine(actor: Actor, id: string): Promise<ColourPaperLine | null> {
  const paper = await findColourPaper(db, actor, id)
  return paper ? ((await linesOf(actor, [paper]))[0] ?? null) : null
}
