import 'server-only'
import type { Role } from '@/lib/domain/access'
import type { LadderItem, PersonFunction, Recipient, Step, Told } from '@/lib/domain/escalation-ladder'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ownerOf } from '@/lib/domain/reason'
import { fromDb } from './date'
import type { Tx } from './db'

/** An item that can be told of, with what its messages are kept under. */
export type OpenItem = LadderItem &
  Readonly<{ projectId: string; procedureId: string | null; since: PlainDate; level: Level; agencyId: string | null }>

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
  stewardId: string | null
  liaisonId: string | null
  waived: boolean
  turns: readonly Readonly<{ on: PlainDate; from: Level | null; to: Level; minute: number | null }>[]
  answers: readonly PlainDate[]
}>

/**
 * The items that are blue, yellow or red, each with its changes since it was last in order.
 *
 * A project whose colour is that of one of its procedures is told by the procedure: nobody hears of one thing twice.
 */
const openRows = (tx: Tx, districtId: string) => tx.$queryRaw<ItemRow[]>`
  WITH open AS (
    SELECT c.id, c."projectId", c.id AS "procedureId", c.level, c."levelOwner" AS owner, c."agencyId", c."handlerId"
    FROM "Procedure" c JOIN "Project" p ON p.id = c."projectId"
    WHERE c."districtId" = ${districtId}::uuid AND c.level IN ('BLUE', 'YELLOW', 'RED') AND p.status = 'ACTIVE'
    UNION ALL
    SELECT p.id, p.id, NULL, p.level, p."levelOwner", o.id, NULL
    FROM "Project" p
    LEFT JOIN "Org" o ON o."districtId" = p."districtId" AND o."shortName" = p."levelOwner" AND o."dissolvedOn" IS NULL
    WHERE p."districtId" = ${districtId}::uuid AND p.level IN ('BLUE', 'YELLOW', 'RED') AND p.status = 'ACTIVE'
      AND NOT EXISTS (
        SELECT 1 FROM "Procedure" c
        WHERE c."projectId" = p.id AND c.level >= p.level
          AND p."levelReasons" #>> '{reasons,0,dimension}' = 'D1'
          AND c.id::text = p."levelReasons" #>> '{reasons,0,subjectId}')),
  changes AS (
    SELECT o.id, l.id AS nth, l.at, l."on", l."from", l."to",
      CASE WHEN l.cause = 'FACT' AND (l.at AT TIME ZONE 'Asia/Shanghai')::date = l."on"
        THEN (extract(hour FROM l.at AT TIME ZONE 'Asia/Shanghai') * 60
          + extract(minute FROM l.at AT TIME ZONE 'Asia/Shanghai'))::int END AS minute,
      max(l.at) FILTER (WHERE l."to" IN ('GREY', 'GREEN')) OVER (PARTITION BY o.id) AS calm
    FROM open o JOIN "LevelChange" l
      ON l."projectId" = o."projectId" AND l."procedureId" IS NOT DISTINCT FROM o."procedureId"),
  turns AS (
    SELECT id, jsonb_agg(jsonb_build_object('on', "on", 'from', "from", 'to', "to", 'minute', minute) ORDER BY at, nth) AS turns
    FROM changes WHERE calm IS NULL OR at > calm GROUP BY id),
  answers AS (
    SELECT a."itemId" AS id, jsonb_agg(DISTINCT a."on") AS answers
    FROM "NoticeAnswer" a JOIN open o ON o.id = a."itemId" GROUP BY a."itemId")
  SELECT o.*, p."leaderId", p."contactId", p."taskforceId", s."personId" AS "stewardId", e."personId" AS "liaisonId",
    false AS waived, t.turns, coalesce(a.answers, '[]') AS answers
  FROM open o
  JOIN "Project" p ON p.id = o."projectId"
  JOIN turns t ON t.id = o.id
  LEFT JOIN answers a ON a.id = o.id
  LEFT JOIN "StewardAssignment" s ON s."projectId" = o."projectId" AND s."toOn" IS NULL
  LEFT JOIN "ProjectAgency" e ON e."projectId" = o."projectId" AND e."orgId" = o."agencyId"
  ORDER BY o.id`

type Account = Readonly<{ personId: string; role: Role; orgId: string | null }>

/** People of a role, of a unit or of the district; somebody without an account is in none of these lists. */
function directory(accounts: readonly Account[]) {
  const byRole = new Map<string, string[]>()
  for (const { personId, role, orgId } of accounts)
    for (const key of [role, `${role} ${orgId}`]) byRole.set(key, [...(byRole.get(key) ?? []), personId])
  const known = new Set(accounts.map(({ personId }) => personId))
  const reached = (ids: readonly string[]): readonly Recipient[] =>
    ids.map((personId) => ({ personId, account: known.has(personId) }))
  return {
    one: (id: string | null) => reached(id ? [id] : []),
    all: (role: Role) => reached(byRole.get(role) ?? []),
    of: (role: Role, orgId: string | null) => reached((orgId && byRole.get(`${role} ${orgId}`)) || []),
  }
}

/** Who is what to an item 告知对象. A deputy head nobody keeps in the system is stood in for by the head. */
function peopleOf(row: ItemRow, { one, all, of }: ReturnType<typeof directory>): LadderItem['people'] {
  const people: Record<PersonFunction, readonly Recipient[]> = {
    HANDLER: one(row.handlerId),
    CONTACT: one(row.contactId),
    STEWARD: one(row.stewardId),
    LIAISON: row.liaisonId ? one(row.liaisonId) : of('AGENCY', row.agencyId),
    TASKFORCE: of('TASKFORCE', row.taskforceId),
    DEPUTY: [],
    AGENCY_HEAD: of('AGENCY_HEAD', row.agencyId),
    LEADER: one(row.leaderId),
    OFFICE: all('OFFICE'),
    HEAD: all('HEAD'),
    DISCIPLINE: all('DISCIPLINE'),
  }
  return people
}

/**
 * Everything of a district that somebody is to be told of, as the ladder asks for it: its warning, its answers, its people.
 *
 * Bound to no actor: the job and the doctor ask. Three questions, however many items are open.
 */
export async function loadOpenItems(tx: Tx, districtId: string): Promise<OpenItem[]> {
  const rows = await openRows(tx, districtId)
  const accounts = await tx.user.findMany({
    where: { districtId, disabledAt: null },
    select: { personId: true, role: true, orgId: true },
    orderBy: { username: 'asc' },
  })
  const known = directory(accounts)
  return rows.flatMap((row) => {
    const [first] = row.turns
    if (!first) return []
    return {
      id: row.id,
      projectId: row.projectId,
      procedureId: row.procedureId,
      agencyId: row.agencyId,
      since: first.on,
      level: row.level,
      owner: row.owner === null ? null : ownerOf(row.owner),
      turns: row.turns.map(({ minute, ...turn }) => (minute === null ? turn : { ...turn, minute })),
      answeredOn: row.answers,
      waived: row.waived,
      disciplineApproved: false,
      people: peopleOf(row, known),
    }
  })
}

/** Every message of the items so far. */
export async function loadTold(tx: Tx, items: readonly OpenItem[]): Promise<Told[]> {
  const rows = await tx.$queryRaw<{ itemId: string; since: Date; step: Step; personId: string; on: Date }[]>`
    SELECT "itemId", "since", "step", "personId", "on" FROM "Notice"
    WHERE "itemId" = ANY(${items.map(({ id }) => id)}::uuid[])`
  return rows.map(({ on, since, ...row }) => ({ ...row, since: fromDb(since), at: { day: fromDb(on), minute: 0 } }))
}
