import 'server-only'
import type { Role } from '@/lib/domain/access'
import {
  type LadderItem,
  type PersonFunction,
  type Recipient,
  type Step,
  type Told,
  warnedSince,
} from '@/lib/domain/escalation-ladder'
import { compareLevel, type Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ownerOf } from '@/lib/domain/reason'
import type { Matter } from '@/lib/schemas/notice'
import { fromDb } from './date'
import type { Tx } from './db'
import { type MatterRow, mattersInWarning } from './ladder-matters'
import { OFFER_WHOM, offersInWarning } from './ladder-offers'
import { loadLevelContext } from './level-context'
import { waivedOn } from './waivers'

/** An item that can be told of, with what its messages are kept under. */
export type OpenItem = LadderItem &
  Readonly<{
    /** Null of a problem or a task that is about no project, and of a complaint. */
    projectId: string | null
    procedureId: string | null
    /** A problem, a need, a task, a complaint or what a bank owes; null of procedures and projects. */
    matter: Matter['kind'] | null
    /** The financing need of what a bank owes. */
    financingId?: string
    since: PlainDate
    level: Level
    agencyId: string | null
  }>

type ItemRow = Readonly<{
  id: string
  projectId: string
  procedureId: string | null
  level: Level
  owner: string | null
  agencyId: string | null
  handlerId: string | null
  leaderId: string | null
  contactId: string | null
  taskforceId: string | null
  /** What the colour of a project is that of, where it is no procedure's. */
  of: string | null
}>

/**
 * The items that are blue, yellow or red.
 *
 * A project whose colour is that of one of its procedures is told by the procedure: nobody hears of one thing twice. What was
 * finished late (P16) stays yellow for its month, but nobody has to move about it: it is told to nobody.
 */
const openRows = (tx: Tx, districtId: string) => tx.$queryRaw<ItemRow[]>`
  SELECT c.id, c."projectId", c.id AS "procedureId", c.level, c."levelOwner" AS owner, c."agencyId", c."handlerId",
    p."leaderId", p."contactId", p."taskforceId", NULL AS "of"
  FROM "Procedure" c JOIN "Project" p ON p.id = c."projectId"
  WHERE c."districtId" = ${districtId}::uuid AND c.level IN ('BLUE', 'YELLOW', 'RED') AND p.status = 'ACTIVE'
    AND c."levelOwner" IS NOT NULL
  UNION ALL
  SELECT p.id, p.id, NULL, p.level, p."levelOwner", o.id, NULL, p."leaderId", p."contactId", p."taskforceId",
    CASE WHEN p."levelReasons" #>> '{reasons,0,dimension}' IN ('D5', 'D6') THEN p."levelReasons" #>> '{reasons,0,subjectId}' END
  FROM "Project" p
  LEFT JOIN "Org" o ON o."districtId" = p."districtId" AND o."shortName" = p."levelOwner" AND o."dissolvedOn" IS NULL
  WHERE p."districtId" = ${districtId}::uuid AND p.level IN ('BLUE', 'YELLOW', 'RED') AND p.status = 'ACTIVE'
    AND NOT EXISTS (
      SELECT 1 FROM "Procedure" c
      WHERE c."projectId" = p.id AND c.level >= p.level
        AND p."levelReasons" #>> '{reasons,0,dimension}' = 'D1'
        AND c.id::text = p."levelReasons" #>> '{reasons,0,subjectId}')
  ORDER BY 1`

type TurnRow = Readonly<{ id: string; on: Date; from: Level | null; to: Level; minute: number | null }>

/** The changes of the items since each was last in order, oldest first. */
const turnRows = (tx: Tx, rows: readonly ItemRow[]) => tx.$queryRaw<TurnRow[]>`
  SELECT id, "on", "from", "to", minute FROM (
    SELECT coalesce("procedureId", "projectId") AS id, id AS nth, at, "on", "from", "to",
      CASE WHEN cause = 'FACT' AND (at AT TIME ZONE 'Asia/Shanghai')::date = "on"
        THEN (extract(hour FROM at AT TIME ZONE 'Asia/Shanghai') * 60
          + extract(minute FROM at AT TIME ZONE 'Asia/Shanghai'))::int END AS minute,
      max(at) FILTER (WHERE "to" IN ('GREY', 'GREEN')) OVER (PARTITION BY coalesce("procedureId", "projectId")) AS calm
    FROM "LevelChange"
    WHERE "projectId" = ANY(${[...new Set(rows.map(({ projectId }) => projectId))]}::uuid[])
      AND coalesce("procedureId", "projectId") = ANY(${rows.map(({ id }) => id)}::uuid[])) changes
  WHERE calm IS NULL OR at > calm
  ORDER BY at, nth`

const grouped = <T, V>(rows: readonly T[], key: (row: T) => string, value: (row: T) => V): ReadonlyMap<string, V[]> => {
  const groups = new Map<string, V[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(value(row))
    else groups.set(key(row), [value(row)])
  }
  return groups
}

/** What ties people to an item. */
type Tied = Omit<
  Pick<ItemRow, 'projectId' | 'agencyId' | 'handlerId' | 'leaderId' | 'contactId' | 'taskforceId'>,
  'projectId'
> &
  Readonly<{ projectId: string | null }>

/** Who keeps a project, and who of an agency is named for it. */
async function loadTies(tx: Tx, rows: readonly Tied[]) {
  const projectId = { in: [...new Set(rows.flatMap((row) => row.projectId ?? []))] }
  const stewards = await tx.stewardAssignment.findMany({
    where: { projectId, toOn: null },
    select: { projectId: true, personId: true },
  })
  const liaisons = await tx.projectAgency.findMany({
    where: { projectId, personId: { not: null } },
    select: { projectId: true, orgId: true, personId: true },
  })
  const stewardOf = new Map(stewards.map((one) => [one.projectId, one.personId]))
  const liaisonOf = new Map(liaisons.map((one) => [`${one.projectId} ${one.orgId}`, one.personId]))
  return {
    steward: (row: Tied) => stewardOf.get(row.projectId ?? '') ?? null,
    liaison: (row: Tied) => liaisonOf.get(`${row.projectId} ${row.agencyId}`) ?? null,
  }
}
type Ties = Awaited<ReturnType<typeof loadTies>>

type Account = Readonly<{
  personId: string
  role: Role
  orgId: string | null
  person: Readonly<{ title: string | null }>
}>

/** A deputy head by his title 副局长、分管领导; whoever else has the role is the head. */
const isDeputy = ({ role, person }: Account): boolean => role === 'AGENCY_HEAD' && /副|分管/u.test(person.title ?? '')

/** People of a role, of a unit or of the district; somebody without an account is in none of these lists. */
function directory(accounts: readonly Account[]) {
  const byRole = new Map<string, string[]>()
  for (const account of accounts) {
    const { personId, role, orgId } = account
    const as = isDeputy(account) ? 'DEPUTY' : role
    for (const key of [as, `${as} ${orgId}`]) byRole.set(key, [...(byRole.get(key) ?? []), personId])
  }
  const known = new Set(accounts.map(({ personId }) => personId))
  const reached = (ids: readonly string[]): readonly Recipient[] =>
    ids.map((personId) => ({ personId, account: known.has(personId) }))
  return {
    one: (id: string | null) => reached(id ? [id] : []),
    all: (role: Role) => reached(byRole.get(role) ?? []),
    of: (role: Role | 'DEPUTY', orgId: string | null) => reached((orgId && byRole.get(`${role} ${orgId}`)) || []),
  }
}

/** Who is what to an item 告知对象. A deputy head who has no account is stood in for by the head. */
function peopleOf(row: Tied, ties: Ties, { one, all, of }: ReturnType<typeof directory>): LadderItem['people'] {
  const liaison = ties.liaison(row)
  const people: Record<PersonFunction, readonly Recipient[]> = {
    HANDLER: one(row.handlerId),
    CONTACT: one(row.contactId),
    STEWARD: one(ties.steward(row)),
    LIAISON: liaison ? one(liaison) : of('AGENCY', row.agencyId),
    TASKFORCE: of('TASKFORCE', row.taskforceId),
    DEPUTY: of('DEPUTY', row.agencyId),
    AGENCY_HEAD: of('AGENCY_HEAD', row.agencyId),
    LEADER: one(row.leaderId),
    OFFICE: all('OFFICE'),
    HEAD: all('HEAD'),
    DISCIPLINE: all('DISCIPLINE'),
  }
  return people
}

/** Roles people of a unit can have that is given a problem or a task; agencies' own are liaisons. */
const OF_UNITS = ['TASKFORCE', 'STREET', 'BIZENV', 'STEWARD'] as const satisfies readonly Role[]

/** A problem, a need or a task as the ladder asks for it; what nobody has yet is whoever's who gives it out. */
function matterItem(row: MatterRow, ties: Ties, known: ReturnType<typeof directory>): LadderItem['people'] {
  const { kind, toGiveOut, unitId, project } = row
  const people = peopleOf(tiedOf(row), ties, known)
  if (toGiveOut === 'TASKFORCE') return { ...people, HANDLER: known.of('TASKFORCE', project?.taskforceId ?? null) }
  if (toGiveOut === 'OFFICE') return { ...people, HANDLER: known.all('OFFICE') }
  // The office of the leading group has totals of complaints and no more: the bureau that leads them stands in its place.
  if (toGiveOut) return { ...people, HANDLER: known.all(toGiveOut), OFFICE: known.all('BIZENV') }
  const handler = people.HANDLER ?? []
  const others = OF_UNITS.flatMap((role) => known.of(role, unitId))
  const led = kind === 'COMPLAINT' ? { ...people, OFFICE: known.all('BIZENV') } : people
  return handler.length > 0 ? led : { ...led, HANDLER: others }
}

const tiedOf = ({ projectId, unitId, handlerId, project }: MatterRow): Tied => ({
  projectId,
  agencyId: unitId,
  handlerId,
  leaderId: project?.leaderId ?? null,
  contactId: project?.contactId ?? null,
  taskforceId: project?.taskforceId ?? null,
})

/** Dimension whose waiver silences a matter; tasks and complaints have none. */
const DIMENSION = { ISSUE: 'D5', FACTOR: 'D6', TASK: null, COMPLAINT: null } as const

/**
 * Everything of a district that somebody is to be told of, as the ladder asks for it: its warning, its answers, its people.
 *
 * Bound to no actor: the job and the doctor ask. A handful of questions, however many items are open; the
 * database plans each by what is in its tables, not by a guess of another's answer.
 * A procedure of a project whose procedures are waived (D1) is told to nobody; a project's own colour leaves out what is waived.
 */
export async function loadOpenItems(tx: Tx, districtId: string, day: PlainDate): Promise<OpenItem[]> {
  const rows = await openRows(tx, districtId)
  const context = await loadLevelContext(tx, districtId, day)
  const matters = await mattersInWarning(tx, districtId, day, context)
  const offers = await offersInWarning(tx, districtId, day, context)
  const turns = grouped(
    await turnRows(tx, rows),
    ({ id }) => id,
    ({ on, from, to, minute }) => ({ on: fromDb(on), from, to, ...(minute === null ? {} : { minute }) }),
  )
  const answers = grouped(
    await tx.noticeAnswer.findMany({
      where: { itemId: { in: rows.map(({ id }) => id) } },
      select: { itemId: true, on: true },
    }),
    ({ itemId }) => itemId,
    ({ on }) => fromDb(on),
  )
  const copies = await tx.colourPaper.findMany({
    where: { districtId, copiedOn: { not: null }, closedOn: null },
    select: { itemId: true, since: true },
  })
  const waived = await waivedOn(tx, districtId, day, context.calendar)
  const copied = (id: string, from: PlainDate) =>
    copies.some(({ itemId, since }) => itemId === id && fromDb(since) >= from)
  const ties = await loadTies(tx, [...rows, ...matters.map(tiedOf)])
  const accounts = await tx.user.findMany({
    where: { districtId, disabledAt: null },
    select: { personId: true, role: true, orgId: true, person: { select: { title: true } } },
    orderBy: { username: 'asc' },
  })
  const known = directory(accounts)
  const levelOf = new Map(matters.map(({ id, turns: own }) => [id, own.at(-1)?.to ?? 'GREEN'] as const))
  const items = rows.flatMap((row): OpenItem[] => {
    const own = turns.get(row.id) ?? []
    const since = warnedSince(own, day)
    if (!since) return []
    const spoken = levelOf.get(row.of ?? '')
    return [
      {
        id: row.id,
        projectId: row.projectId,
        procedureId: row.procedureId,
        agencyId: row.agencyId,
        matter: null,
        // Its own problem or need is told of: nobody hears of one thing twice.
        quiet: spoken !== undefined && compareLevel(spoken, row.level) >= 0,
        since,
        level: row.level,
        owner: row.owner === null ? null : ownerOf(row.owner),
        turns: own,
        answeredOn: answers.get(row.id) ?? [],
        waived: row.procedureId !== null && (waived.get(row.projectId)?.includes('D1') ?? false),
        disciplineApproved: copied(row.id, own[0]?.on ?? since),
        people: peopleOf(row, ties, known),
      },
    ]
  })
  const told = matters.flatMap((row): OpenItem[] => {
    const since = warnedSince(row.turns, day)
    if (!since) return []
    const dimension = DIMENSION[row.kind]
    return [
      {
        id: row.id,
        projectId: row.projectId,
        procedureId: null,
        matter: row.kind,
        agencyId: row.unitId,
        since,
        level: levelOf.get(row.id) ?? 'GREEN',
        // Whoever has it is told as the agency of a procedure is, and his head after him.
        owner: { kind: 'AGENCY' },
        turns: row.turns,
        answeredOn: row.answeredOn,
        waived: dimension !== null && (waived.get(row.projectId ?? '')?.includes(dimension) ?? false),
        // The commission reads complaints as they come; nobody has to let it.
        disciplineApproved: row.kind === 'COMPLAINT',
        people: matterItem(row, ties, known),
      },
    ]
  })
  const owed = offers.flatMap(({ id, needId, bankId, turns: own }): OpenItem[] => {
    const since = warnedSince(own, day)
    if (!since) return []
    return [
      {
        id,
        projectId: null,
        procedureId: null,
        matter: 'OFFER',
        financingId: needId,
        agencyId: bankId,
        since,
        level: own.at(-1)?.to ?? 'GREEN',
        owner: { kind: 'AGENCY' },
        turns: own,
        answeredOn: [],
        waived: false,
        disciplineApproved: false,
        whom: OFFER_WHOM,
        people: { HANDLER: known.of('BANK', bankId), OFFICE: known.all('OFFICE') },
      },
    ]
  })
  return [...items, ...told, ...owed].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Every message of the items so far. */
export async function loadTold(tx: Tx, items: readonly OpenItem[]): Promise<Told[]> {
  const rows = await tx.$queryRaw<{ itemId: string; since: Date; step: Step; personId: string; on: Date }[]>`
    SELECT "itemId", "since", "step", "personId", "on" FROM "Notice"
    WHERE "itemId" = ANY(${items.map(({ id }) => id)}::uuid[])`
  return rows.map(({ on, since, ...row }) => ({ ...row, since: fromDb(since), at: { day: fromDb(on), minute: 0 } }))
}
