import 'server-only'
import type { Action } from '@/lib/domain/access'
import { blockerOwner, waitsFor } from '@/lib/domain/blocking'
import type { ClearingAction, ClearingDay, ClearingItem } from '@/lib/domain/clearing-action'
import type { Level } from '@/lib/domain/level-scale'
import { outlookOn } from '@/lib/domain/outlook'
import type { PlainDate } from '@/lib/domain/plain-date'
import { movesFrom } from '@/lib/domain/procedure-move'
import type { ProjectFacts } from '@/lib/domain/project-level'
import { ENTERPRISE, ownerOf, STEWARD } from '@/lib/domain/reason'
import { type Clearing, whatClears } from '@/lib/domain/what-clears'
import { type KnownItems, type ProjectAction, whatClearsProject } from '@/lib/domain/what-clears-project'
import type { ClearingLine, ClearingPart, ClearingWay, ClearingWays } from '@/lib/schemas/clearing'
import type { ItemName } from '@/lib/schemas/project-row'
import { agencyOf, type FactsProcedure } from './project-facts'

/** What a clearing is told with: names, ways, and what the reader may do. */
export type ClearingReader = Readonly<{
  projectId: string
  /** Procedures of the project by code, and what else is known of each. */
  byCode: ReadonlyMap<string, FactsProcedure>
  may: (action: Action) => boolean
  opens: (procedure: FactsProcedure) => boolean
  /** The problems and needs of the project the reader sees, by id. */
  parts: ReadonlyMap<string, ClearingPart>
  /** Permits construction needs and does not have: what “meet the conditions” asks for by name. */
  conditions: readonly FactsProcedure[]
  steward: string | null
  contact: string | null
  /** Of a reader of the card only what is his own is listed; how much more there is, is said. */
  card?: boolean
}>

type Known = Readonly<{
  planMoves: number
  statutoryDays: number | null
  statutoryUnit: string | null
}>

/** What is known of a procedure besides its facts. */
function knownOf(p: FactsProcedure, known: Known, byCode: ClearingReader['byCode']) {
  const { planMoves, statutoryDays: days, statutoryUnit } = known
  return {
    planMoves,
    statutory: days === null ? null : { days, unit: statutoryUnit === 'CD' ? ('CD' as const) : ('WD' as const) },
    predecessors:
      p.state === 'NOT_STARTED'
        ? chainOf(p, byCode).map((one) => ({
            code: one.code,
            owner: blockerOwner(one.state, agencyOf(one), 'ENTERPRISE'),
          }))
        : [],
  } satisfies Omit<ClearingItem, 'facts' | 'earliestOn'>
}

/** Everything unfinished a procedure waits for, near or far, the head of the chain first. */
function chainOf(p: FactsProcedure, byCode: ClearingReader['byCode']): readonly FactsProcedure[] {
  const found = new Map<string, FactsProcedure>()
  const climb = (one: FactsProcedure) => {
    for (const before of waitsFor(one, byCode)) {
      if (before.code === p.code || found.has(before.code)) continue
      climb(before)
      found.set(before.code, before)
    }
  }
  climb(p)
  return [...found.values()]
}

const nameOf = ({ code, item: { nameZh, nameEn } }: FactsProcedure): ItemName => ({ code, nameZh, nameEn })

/** Where a reader does something about a project itself. */
const PROJECT_PAGE: Readonly<Partial<Record<ClearingAction['code'], string>>> = {
  RECORD_PROGRESS: 'update',
  VERIFY: 'update',
  TALK: 'update',
  START: 'manage',
  ENROL: 'manage',
}

/** Where a problem or a need is settled: a page of its own, whoever does it. */
const PART_PAGE: Readonly<Partial<Record<ClearingAction['code'], string>>> = {
  SOLVE_ISSUE: '/issues',
  STRIKE_ISSUE: '/issues',
  MEET_NEED: '/factors',
}

/** The address at which the reader does an action now; null where it is not his, or not possible yet. */
function addressOf(
  action: ClearingAction,
  subject: FactsProcedure | undefined,
  { projectId, byCode, may, opens, parts }: ClearingReader,
  partId: string | null,
): string | null {
  const part = PART_PAGE[action.code]
  if (part && partId) return parts.has(partId) ? `${part}/${partId}` : null
  // What is missing of them stands on the page of the start.
  if (action.code === 'MEET_CONDITIONS') return `/projects/${projectId}/forecast`
  if (!action.may) return null
  const page = PROJECT_PAGE[action.code]
  if (page) return may(action.may) ? `/projects/${projectId}/${page}` : null
  const before = action.code === 'PREDECESSOR' ? byCode.get(String(action.params.by)) : undefined
  if (before) return opens(before) && may('procedure.FINISH') ? `/procedures/${before.id}` : null
  if (!subject || !opens(subject) || !may(action.may)) return null
  if (action.code === 'SET_PLAN' || action.code === 'REPLAN') return `/procedures/${subject.id}#plan`
  const move = movesFrom(subject.state).find((kind) => kind === action.code)
  return move ? `/procedures/${subject.id}/${move.toLowerCase()}` : null
}

/** Who can do an action, by name where the reader may know it. */
function doerOf({ owner }: ClearingAction, subject: FactsProcedure | undefined, reader: ClearingReader): string | null {
  switch (owner.kind) {
    case ENTERPRISE.kind:
      return reader.contact
    case STEWARD.kind:
      return reader.steward
    case 'AGENCY':
      return subject ? agencyOf(subject) : null
    default:
      return owner.name ?? null
  }
}

type AnyAction = ClearingAction & Partial<ProjectAction>

/** What an action asks for by name: the start of construction by each permit it lacks, whose move each is. */
const named = (action: AnyAction, { conditions }: ClearingReader): readonly AnyAction[] =>
  action.code === 'MEET_CONDITIONS' && conditions.length > 0
    ? conditions.map((one) => ({
        ...action,
        code: 'PREDECESSOR',
        params: { by: one.code },
        owner: ownerOf(blockerOwner(one.state, agencyOf(one), 'ENTERPRISE')),
        may: 'procedure.FINISH',
      }))
    : [action]

function wayOf(
  way: Readonly<{ actions: readonly AnyAction[]; level: Level }> | null,
  on: PlainDate,
  subjectOf: (action: Partial<ProjectAction>) => FactsProcedure | undefined,
  items: boolean,
  reader: ClearingReader,
): ClearingWay | null {
  if (!way) return null
  const begun = new Set<string>()
  const { card = false, opens, parts } = reader
  const all = way.actions.flatMap((action) => named(action, reader))
  const lines = all.flatMap((action, i): ClearingLine[] => {
    const subject = subjectOf(action)
    const about = subject?.id ?? `${action.dimension}`
    // The second thing to do about a procedure waits for the first.
    const next = !begun.has(about) || action.code === 'PREDECESSOR'
    begun.add(about)
    const before = action.code === 'PREDECESSOR' ? reader.byCode.get(String(action.params.by)) : undefined
    const own = subject ? opens(subject) : before ? opens(before) : parts.has(action.subjectId ?? '')
    if (card && !own) return []
    return [
      {
        key: `${i}`,
        code: action.code,
        params: action.params,
        item: items && subject ? nameOf(subject) : null,
        part: reader.parts.get(action.subjectId ?? '') ?? null,
        before: before ? nameOf(before) : null,
        owner: action.owner,
        name: doerOf(action, subject, reader),
        href: next ? addressOf(action, subject, reader, action.subjectId ?? null) : null,
      },
    ]
  })
  if (card && lines.length === 0) return null
  return { lines, level: way.level, on, others: all.length - lines.length }
}

/** Both ways; of a reader of the card nothing where nothing is his. */
const waysOf = (
  deeds: ClearingWay | null,
  relief: ClearingWay | null,
  { card }: ClearingReader,
): ClearingWays | null => (card && !deeds && !relief ? null : { deeds, relief })

/** Levels from which nothing need be cleared. */
const FINE: ReadonlySet<Level> = new Set(['GREEN', 'GREY'])

/**
 * The shortest ways out of the colour of a procedure, with a way to each for the reader who may; null where it is green or
 * grey. Asks the rules and nothing else: it is for the page of one procedure.
 */
export function procedureClearing(
  level: Level,
  p: FactsProcedure,
  known: Known,
  facts: ProjectFacts,
  day: ClearingDay,
  reader: ClearingReader,
): ClearingWays | null {
  const own = facts.procedures.find(({ id }) => id === p.id)
  if (FINE.has(level) || !own) return null
  const item: ClearingItem = {
    facts: own.facts,
    ...knownOf(p, known, reader.byCode),
    earliestOn: own.outlook && outlookOn(own.outlook, day.today, day.calendar),
  }
  const { deeds, relief }: Clearing = whatClears(item, day)
  const told = (way: Clearing['deeds']) => wayOf(way, way?.on ?? day.today, () => p, false, reader)
  return waysOf(told(deeds), told(relief), reader)
}

/** As `procedureClearing`, of a project: everything that stands between it and green. */
export function projectClearing(
  level: Level,
  facts: ProjectFacts,
  known: ReadonlyMap<string, Known>,
  day: ClearingDay,
  reader: ClearingReader,
): ClearingWays | null {
  if (FINE.has(level)) return null
  const byId = new Map([...reader.byCode.values()].map((p) => [p.id, p]))
  const items: KnownItems = new Map(
    [...byId.values()].flatMap((p) => {
      const own = known.get(p.id)
      return own ? [[p.id, knownOf(p, own, reader.byCode)] as const] : []
    }),
  )
  const { deeds, relief } = whatClearsProject(facts, items, day)
  const told = (way: typeof deeds) =>
    wayOf(
      way,
      day.today,
      ({ dimension, subjectId }) => (dimension === 'D1' ? byId.get(subjectId ?? '') : undefined),
      true,
      reader,
    )
  return waysOf(told(deeds), told(relief), reader)
}
