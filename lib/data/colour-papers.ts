import 'server-only'
import { type Actor, isAgency, relationFor } from '@/lib/domain/access'
import { colourPaperNumber, colourPaperState, mayClose, mayCopy } from '@/lib/domain/colour-paper'
import {
  owedBy,
  type PaperChecked,
  type PaperOwner,
  type PaperStepKind,
  paperStanding,
  paperSteps,
} from '@/lib/domain/colour-reply'
import { type DraftKind, RED_KINDS } from '@/lib/domain/escalation-draft'
import { compareLevel, type Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { countedDay } from '@/lib/domain/provisional'
import { ownerOf } from '@/lib/domain/reason'
import type {
  ColourPaperDay,
  ColourPaperLine,
  ColourPaperPage,
  ColourPaperSaid,
  ColourPaperStepLine,
} from '@/lib/schemas/colour-paper'
import { type SlipFilter, type SlipState, TASK_PAGE, type TaskChoices } from '@/lib/schemas/task'
import type { Prisma } from '@/prisma/generated/client'
import { whyOf } from './colour-paper-why'
import { dayOrNull, fromDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { itemNames } from './live-reasons'
import { visibleProjects } from './visible'

/** What of the filter of slips a paper of a colour can be asked by. */
type ColourFilter = Readonly<Partial<Pick<SlipFilter, 'state' | 'q' | 'unit' | 'mine'>>>

/**
 * Whom of a paper's project an actor has to do with: an agency the papers that went to it, the project unit those that went
 * to it, the others all papers of their projects.
 */
function addressedTo({ role, orgId }: Actor): Prisma.ColourPaperWhereInput {
  if (role === 'CONTACT') return { toOwner: 'ENTERPRISE' }
  if (!isAgency(role)) return {}
  return orgId ? { toOrgId: orgId } : { id: { in: [] } }
}

/**
 * The papers of colours an actor sees: those of what he sees, an agency and a project unit those that went to them; what
 * nobody has issued is the office's alone.
 */
const visibleColourPapers = (actor: Actor): Prisma.ColourPaperWhereInput => ({
  districtId: actor.districtId,
  project: visibleProjects(actor),
  AND: [addressedTo(actor)],
  ...(actor.role === 'OFFICE' ? {} : { issuedOn: { not: null } }),
})

const signsIn = { where: { disabledAt: null }, select: { id: true }, take: 1 } as const

/** What of its item a paper is read with. */
export const paperColumns = {
  project: {
    select: {
      name: true,
      level: true,
      levelOwner: true,
      enterpriseId: true,
      enterprise: {
        select: { name: true, users: { where: { disabledAt: null, role: 'CONTACT' }, select: { id: true }, take: 1 } },
      },
      stewards: {
        where: { toOn: null },
        select: { personId: true, person: { select: { name: true, user: { select: { disabledAt: true } } } } },
      },
    },
  },
  procedure: {
    select: { code: true, level: true, levelOwner: true, agencyId: true, agency: { select: { shortName: true } } },
  },
  issuedBy: { select: { name: true } },
  toOrg: { select: { shortName: true, users: signsIn } },
  steps: { orderBy: { at: 'asc' }, include: { person: { select: { name: true } } } },
} satisfies Prisma.ColourPaperInclude
export type ColourPaperRecord = Prisma.ColourPaperGetPayload<{ include: typeof paperColumns }>

/** A paper as it stands in the database, with what its state hangs on. */
export const findColourPaper = (tx: Tx, actor: Actor, id: string) =>
  tx.colourPaper.findFirst({ where: { AND: [visibleColourPapers(actor), { id }] }, include: paperColumns })

/** The unit a paper goes to: whoever has to move, the agency of the procedure else. */
export function unitOf({ procedure, project }: ColourPaperRecord): string | null {
  const owner = procedure ? procedure.levelOwner : project.levelOwner
  if (owner === 'ENTERPRISE') return project.enterprise?.name ?? null
  if (owner && owner !== 'AGENCY' && owner !== 'STEWARD') return owner
  return procedure?.agency?.shortName ?? null
}

/** Whom a paper is addressed to when it is issued now 责任方; a unit that is not in the system has no id. */
export async function addresseeOf(
  tx: Tx,
  paper: ColourPaperRecord,
): Promise<Readonly<{ toOwner: PaperOwner; toOrgId: string | null }>> {
  const owner = paper.procedure ? paper.procedure.levelOwner : paper.project.levelOwner
  if (owner === 'ENTERPRISE') return { toOwner: 'ENTERPRISE', toOrgId: null }
  const unit = owner === 'STEWARD' ? null : unitOf(paper)
  if (unit === null) return { toOwner: 'STEWARD', toOrgId: null }
  if (unit === paper.procedure?.agency?.shortName) return { toOwner: 'UNIT', toOrgId: paper.procedure.agencyId }
  const org = await tx.org.findFirst({
    where: { districtId: paper.districtId, shortName: unit, dissolvedOn: null },
    select: { id: true },
  })
  return { toOwner: 'UNIT', toOrgId: org?.id ?? null }
}

/** Whether an issued paper went to the actor; the office takes the place of whoever cannot sign in. */
export function isReceiver(actor: Actor, { toOwner, toOrgId, toOrg, project }: ColourPaperRecord): boolean {
  const { enterprise, enterpriseId, stewards } = project
  const works =
    toOwner === 'UNIT'
      ? (toOrg?.users.length ?? 0) > 0
      : toOwner === 'ENTERPRISE'
        ? (enterprise?.users.length ?? 0) > 0
        : stewards.some(({ person }) => person.user?.disabledAt === null)
  if (actor.role === 'OFFICE') return toOwner !== null && !works
  if (toOwner === 'UNIT') return toOrgId !== null && actor.orgId === toOrgId && actor.role !== 'STEWARD'
  if (toOwner === 'ENTERPRISE')
    return actor.role === 'CONTACT' && enterpriseId !== null && actor.enterpriseId === enterpriseId
  return toOwner === 'STEWARD' && stewards.some(({ personId }) => actor.standsInFor.includes(personId))
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
  const calm = await tx.$queryRaw<{ id: string; on: Date }[]>`
    SELECT coalesce("procedureId", "projectId") AS id, max("on") AS "on" FROM "LevelChange"
    WHERE "projectId" = ANY(${[...new Set(papers.map(({ projectId }) => projectId))]}::uuid[])
      AND coalesce("procedureId", "projectId") = ANY(${papers.map((paper) => paper.itemId)}::uuid[])
      AND "to" IN ('GREY', 'GREEN')
    GROUP BY 1`
  const calmOn = new Map(calm.map(({ id, on }) => [id, on]))
  const live = papers.filter(({ itemId: id, since }) => (calmOn.get(id) ?? since) <= since)
  return { answers, live: new Set(live.map(({ itemId: id, since }) => keyOf(id, since))) }
}

/** What was answered to a paper since it was issued, oldest first. */
const answersTo = (paper: ColourPaperRecord, { answers }: Around) =>
  answers.filter(
    ({ itemId, since, on }) =>
      itemId === paper.itemId &&
      since >= paper.since &&
      paper.issuedOn !== null &&
      on >= paper.issuedOn &&
      (paper.closedOn === null || on <= paper.closedOn),
  )

/** Everything that was done with a paper, oldest first: its steps, and the explanations its warning got meanwhile. */
function stepsOf(paper: ColourPaperRecord, around: Around): ColourPaperStepLine[] {
  const taken = paper.steps.map(({ kind, about, text, dueOn, on, at, person }) => ({
    at,
    kind: kind as PaperStepKind,
    about: about as PaperChecked | null,
    text,
    dueOn: dayOrNull(dueOn),
    on: fromDb(on),
    by: person.name,
  }))
  const said = answersTo(paper, around).map(({ reason, newOn, on, at, person }) => ({
    at,
    kind: 'EXPLAIN' as const,
    about: null,
    text: reason,
    dueOn: fromDb(newOn),
    on: fromDb(on),
    by: person.name,
  }))
  return [...taken, ...said].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at: _at, ...step }) => step)
}

const isAgencys = (owner: string | null): boolean => {
  const kind = owner === null ? null : ownerOf(owner).kind
  return kind === 'AGENCY' || kind === 'NAMED'
}

const isWarning = (level: Level): boolean => compareLevel(level, 'GREEN') > 0

/** What decides what may be done with a paper. */
export const paperFacts = (paper: ColourPaperRecord, around: Around) => ({
  kind: paper.kind as DraftKind,
  issued: paper.issuedOn !== null,
  refused: paper.refused !== null,
  closed: paper.closedOn !== null,
  answered: stepsOf(paper, around).findLast(({ kind, about }) => (about ?? kind) === 'EXPLAIN')?.kind === 'EXPLAIN',
  steps: stepsOf(paper, around),
  live: around.live.has(keyOf(paper.itemId, paper.since)) && isWarning((paper.procedure ?? paper.project).level),
  level: (paper.procedure ?? paper.project).level,
  copied: paper.copiedOn !== null,
  ofAgency: isAgencys((paper.procedure ?? paper.project).levelOwner),
})

async function linesOf(
  actor: Actor,
  papers: readonly ColourPaperRecord[],
  today: PlainDate,
): Promise<ColourPaperLine[]> {
  const [{ calendar }, around, why, names] = await Promise.all([
    loadLevelContext(db, actor.districtId, today),
    aroundPapers(db, papers),
    whyOf(
      db,
      actor.districtId,
      papers.filter(({ issuedOn, closedOn }) => issuedOn === null && closedOn === null),
      today,
    ),
    itemNames(actor.districtId, [...new Set(papers.flatMap((paper) => paper.procedure?.code ?? []))]),
  ])
  return papers.map((paper) => {
    const facts = paperFacts(paper, around)
    const answer = answersTo(paper, around).at(-1)
    const standing = paperStanding(facts.kind, facts.steps)
    const plannedOn = facts.steps.findLast(({ kind }) => kind === 'PLAN')?.dueOn ?? null
    const owed =
      facts.issued && !facts.closed
        ? owedBy(standing, { answerBy: dayOrNull(paper.answerBy), planBy: dayOrNull(paper.planBy), plannedOn })
        : null
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
      why: said ? (said.why ?? null) : (why.get(paper.itemId) ?? null),
      steps: facts.steps,
      standing,
      owedBy: owed,
      owedProvisional:
        owed !== null &&
        owed !== plannedOn &&
        paper.issuedOn !== null &&
        countedDay(calendar, fromDb(paper.issuedOn), owed).provisional,
      late: owed !== null && owed < today,
      signedOn: facts.steps[0]?.on ?? null,
      maySteps: isReceiver(actor, paper) ? paperSteps(facts, 'RECEIVER') : [],
      mayCheck: actor.role === 'OFFICE' ? paperSteps(facts, 'OFFICE') : [],
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
const waiting = (actor: Actor): Prisma.ColourPaperWhereInput => ({
  AND: [
    visibleColourPapers(actor),
    { issuedOn: null, refused: null },
    {
      OR: [ofLevel(['RED']), { AND: [ofLevel(['YELLOW']), { kind: { notIn: [...RED_KINDS] } }] }],
    },
  ],
})

/** What papers of colours can be filtered by: the units those in sight went to. */
export async function colourChoices(actor: Actor): Promise<TaskChoices> {
  const orgs = await db.org.findMany({
    where: { districtId: actor.districtId, colourPapersTo: { some: visibleColourPapers(actor) } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
  })
  return { units: orgs.map(({ id, shortName }) => ({ id, name: shortName })), meetings: [] }
}

/** How many drafts of colours wait for the office. */
export const countColourDrafts = async (actor: Actor): Promise<number> =>
  actor.role === 'OFFICE' ? db.colourPaper.count({ where: waiting(actor) }) : 0

/** Papers in a state a list can ask for; drafts are those that wait to be issued. */
function papersWhere(actor: Actor, { state, q, unit, mine }: ColourFilter): Prisma.ColourPaperWhereInput {
  if (state === 'draft') return waiting(actor)
  const issued = { issuedOn: { not: null } }
  const inState: Readonly<Record<Exclude<SlipState, 'draft'>, Prisma.ColourPaperWhereInput>> = {
    issued,
    unanswered: { ...issued, closedOn: null, steps: { none: { kind: { in: ['PLAN', 'REPORT'] } } } },
    answered: { ...issued, closedOn: null, steps: { some: { kind: { in: ['PLAN', 'REPORT'] } } } },
    closed: { closedOn: { not: null } },
    withdrawn: { id: { in: [] } },
    refused: { refused: { not: null } },
  }
  const text = { contains: q, mode: 'insensitive' as const }
  return {
    AND: [
      visibleColourPapers(actor),
      ...(state ? [inState[state]] : []),
      ...(q
        ? [
            {
              OR: [
                { project: { name: text } },
                { procedure: { item: { nameZh: text } } },
                { toOrg: { shortName: text } },
              ],
            },
          ]
        : []),
      ...(unit ? [{ toOrgId: unit }] : []),
      ...(mine ? [receivedBy(actor)] : []),
    ],
  }
}

/** Papers that went to an actor, the office those of whoever cannot sign in: as `isReceiver`, for a list. */
function receivedBy({ role, orgId, enterpriseId, standsInFor }: Actor): Prisma.ColourPaperWhereInput {
  const issued = { issuedOn: { not: null } }
  const active = { disabledAt: null }
  if (role === 'OFFICE')
    return {
      ...issued,
      OR: [
        { toOwner: 'UNIT', OR: [{ toOrgId: null }, { toOrg: { users: { none: active } } }] },
        { toOwner: 'ENTERPRISE', project: { enterprise: { users: { none: { ...active, role: 'CONTACT' } } } } },
        { toOwner: 'ENTERPRISE', project: { enterpriseId: null } },
        { toOwner: 'STEWARD', project: { stewards: { none: { toOn: null, person: { user: active } } } } },
      ],
    }
  if (role === 'CONTACT')
    return enterpriseId ? { ...issued, toOwner: 'ENTERPRISE', project: { enterpriseId } } : { id: { in: [] } }
  const own: Prisma.ColourPaperWhereInput[] = [
    { toOwner: 'STEWARD', project: { stewards: { some: { toOn: null, personId: { in: [...standsInFor] } } } } },
    ...(orgId && role !== 'STEWARD' ? [{ toOrgId: orgId }] : []),
  ]
  return { ...issued, OR: own }
}

/** Nothing issued, refused or closed stands first, then what is in hand. */
const inHandFirst: Prisma.ColourPaperOrderByWithRelationInput[] = [
  { closedOn: { sort: 'asc', nulls: 'first' } },
  { refused: { sort: 'asc', nulls: 'first' } },
  { issuedOn: { sort: 'desc', nulls: 'first' } },
  { draftedOn: 'desc' },
  { id: 'asc' },
]

/**
 * One page of the papers colours called for 督办台账: what waits to be issued first, then the latest.
 *
 * Who sees what: `visibleColourPapers`.
 */
export async function listColourPapers(
  actor: Actor,
  filter: ColourFilter & Readonly<{ page: number }>,
  today: PlainDate,
): Promise<ColourPaperPage> {
  const where = papersWhere(actor, filter)
  const [papers, total, toIssue] = await Promise.all([
    db.colourPaper.findMany({
      where,
      include: paperColumns,
      orderBy: inHandFirst,
      skip: (filter.page - 1) * TASK_PAGE,
      take: TASK_PAGE,
    }),
    db.colourPaper.count({ where }),
    countColourDrafts(actor),
  ])
  return { rows: await linesOf(actor, papers, today), total, drafts: toIssue }
}

/** Every paper of a filter, for paper and workbooks; none when there are more than `most`. */
export async function listAllColourPapers(actor: Actor, filter: ColourFilter, today: PlainDate, most: number) {
  const where = papersWhere(actor, filter)
  const total = await db.colourPaper.count({ where })
  const papers =
    total > most ? [] : await db.colourPaper.findMany({ where, include: paperColumns, orderBy: inHandFirst })
  return { total, rows: await linesOf(actor, papers, today) }
}

/** A paper the actor sees, with what may be done with it; null when there is none. */
export async function findColourPaperLine(actor: Actor, id: string, today: PlainDate): Promise<ColourPaperLine | null> {
  const paper = await findColourPaper(db, actor, id)
  return paper ? ((await linesOf(actor, [paper], today))[0] ?? null) : null
}

/** Open papers of one first page, and of one project or procedure, at most. */
const DAY_READ = 200
const ON_ITEM = 6

/** What papers of colours want of somebody today: to sign for, answer and report; of the office to look at, and to close. */
export async function loadColourDay(actor: Actor, today: PlainDate): Promise<ColourPaperDay> {
  const read = async (where: Prisma.ColourPaperWhereInput) =>
    linesOf(
      actor,
      await db.colourPaper.findMany({
        where: { AND: [visibleColourPapers(actor), { issuedOn: { not: null }, closedOn: null }, where] },
        include: paperColumns,
        orderBy: [{ answerBy: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        take: DAY_READ,
      }),
      today,
    )
  const office = actor.role === 'OFFICE'
  const [own, handed] = await Promise.all([
    relationFor(actor.role, 'colourPaper.sign') ? read(receivedBy(actor)) : [],
    office ? read({ steps: { some: { kind: { in: ['PLAN', 'REPORT'] } } } }) : [],
  ])
  return {
    own: own.filter(({ standing }) => standing.wants !== null),
    check: handed.filter(({ standing }) => standing.toCheck !== null),
  }
}

/** The issued papers of a project, or of one of its procedures, that are not closed, latest first. */
export async function papersOn(
  actor: Actor,
  { projectId, procedureId }: Readonly<{ projectId: string; procedureId?: string }>,
  today: PlainDate,
): Promise<ColourPaperLine[]> {
  const papers = await db.colourPaper.findMany({
    where: {
      AND: [
        visibleColourPapers(actor),
        { projectId, issuedOn: { not: null }, closedOn: null, ...(procedureId ? { procedureId } : {}) },
      ],
    },
    include: paperColumns,
    orderBy: [{ issuedOn: 'desc' }, { nth: 'desc' }],
    take: ON_ITEM,
  })
  return linesOf(actor, papers, today)
}
