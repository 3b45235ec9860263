import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { forecast } from '@/lib/domain/forecast'
import { clockDays, type Standing } from '@/lib/domain/meeting/clock-days'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureFacts } from '@/lib/domain/procedure'
import { STAGES } from '@/lib/domain/project'
import { evaluateProjectProvisionally } from '@/lib/domain/project-level'
import { clockOf } from '@/lib/domain/ruler'
import { workdaysBetween } from '@/lib/domain/work-calendar'
import type { Agenda, AgendaLine } from '@/lib/schemas/meeting'
import type { RoomTopic, TopicClock } from '@/lib/schemas/sitting'
import { dayOrNull } from './date'
import { db } from './db'
import { tierOf } from './decision-facts'
import { FORECAST_TARGET, forecastItems } from './forecast-items'
import { type LevelContext, loadLevelContext } from './level-context'
import { itemNames } from './live-reasons'
import { lastDecisions, tasksOfAgenda } from './meeting-decisions'
import { findAgenda } from './meetings'
import { cachedTurn } from './next-turn'
import { agencyOf, type FactsRow, loadFactsRows, projectFactsOf } from './project-facts'

/** Topics that stand before the meeting, in its order. */
const BEFORE_IT: ReadonlySet<string> = new Set(['OPEN', 'NEXT_TIME', 'WITHDRAWN', 'DECIDED'])

/** Days the clock line has room for. */
const DAYS_MAX = 60

type Names = Awaited<ReturnType<typeof itemNames>>

/** Pauses of the agency's clock; a clock of the applicant, or of a special procedure, never stands still. */
const pausesOf = (facts: ProcedureFacts, whose: 'AGENCY' | 'ENTERPRISE' | 'SPECIAL'): readonly Standing[] =>
  whose === 'AGENCY' ? facts.pauses : []

/** The procedure the colour of a project speaks of, with its clock in days. */
function aboutOf(row: FactsRow, names: Names, proposedOn: PlainDate | null, today: PlainDate, context: LevelContext) {
  const { calendar, parameters } = context
  const facts = projectFactsOf(row, today, calendar, parameters)
  const [reason] = evaluateProjectProvisionally(facts, today, calendar, parameters).reasons
  const subject = reason?.dimension === 'D1' ? facts.procedures.find((p) => p.id === reason.subjectId) : undefined
  const found = subject && row.procedures.find((p) => p.id === subject.id)
  if (!reason || !subject || !found) return { about: null, clock: null }
  const item = names.get(subject.code) ?? { nameZh: subject.code, nameEn: subject.code }
  const clock = clockOf(subject.facts, reason.level, today, calendar, parameters)
  const end = clock ? Math.min(DAYS_MAX, Math.max(clock.used, clock.promised ?? 0, clock.statutory ?? 0)) : 0
  const line: TopicClock | null = clock && {
    clock,
    item,
    proposedOn,
    days: clockDays(clock.used, end, pausesOf(subject.facts, clock.whose), today, calendar),
  }
  return { about: { item, agency: agencyOf(found), owner: reason.owner }, clock: line }
}

/** What the procedures allow of the planned start of construction 影响. */
function startOf(row: FactsRow, today: PlainDate, context: LevelContext): RoomTopic['start'] {
  const [start] = row.milestones
  const plannedOn = start ? dayOrNull(start.plannedOn) : null
  if (!start || !plannedOn) return null
  const begun = start.actualOn !== null || STAGES.indexOf(row.stage) >= STAGES.indexOf('CONSTRUCTION')
  if (begun) return { plannedOn, foreseenOn: null, lateWd: 0, begun }
  const { edges, items } = forecastItems(row, today, context)
  const conditions = row.template?.startConditions ?? []
  const predicted = forecast(today, edges, items, conditions, FORECAST_TARGET, context.calendar)
  const foreseenOn = predicted.ok ? predicted.value.constructionStart : null
  const late = foreseenOn !== null && foreseenOn > plannedOn
  return { plannedOn, foreseenOn, lateWd: late ? workdaysBetween(context.calendar, plannedOn, foreseenOn) : 0, begun }
}

/** Of a project that left the library 出库, or that nobody may look up. */
const noFacts = { about: null, clock: null, start: null, turn: null } as const

/**
 * Everything the room shows of each topic of a week's meeting 会议模式, in its order; one reading for all of them, so that
 * the next topic is there before anybody asks for it.
 *
 * Who sees what: as `findAgenda`; the room itself is for roles that see all topics.
 *
 * @returns null when there is no agenda the actor may see
 */
export async function findRoom(
  actor: Actor,
  weekOf: PlainDate,
  today: PlainDate,
): Promise<Readonly<{ agenda: Agenda; topics: readonly RoomTopic[] }> | null> {
  const agenda = await findAgenda(actor, weekOf, today)
  if (!agenda) return null
  const held = agenda.state === 'HELD' || agenda.state === 'SIGNED'
  const lines = agenda.lines
    // After closing what was taken back is no topic any more, here as on the agenda and its sheets.
    .filter((line) => BEFORE_IT.has(line.state) && !(held && line.state === 'WITHDRAWN'))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const ids = lines.flatMap((line) => (line.open && line.projectId ? [line.projectId] : []))
  const [rows, context, last, unfinished, texts] = await Promise.all([
    loadFactsRows(db, ids, today),
    loadLevelContext(db, actor.districtId, today),
    lastDecisions(actor, ids, weekOf, today),
    tasksOfAgenda(actor, lines, weekOf, today),
    db.project.findMany({ where: { id: { in: ids } }, select: { id: true, progressText: true } }),
  ])
  const names = await itemNames(actor.districtId, [...new Set(rows.flatMap((r) => r.procedures.map((p) => p.code)))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const progress = new Map(texts.map((row) => [row.id, row.progressText]))
  const topicOf = (line: AgendaLine): RoomTopic => {
    const row = byId.get(line.projectId ?? '')
    const turn = row && cachedTurn(row)
    const level = line.now?.level ?? line.level
    return {
      line,
      level,
      ...(row && !line.gone
        ? {
            ...aboutOf(row, names, line.proposal?.dueOn ?? null, today, context),
            start: startOf(row, today, context),
            // Another owner under the same colour is no change the wall speaks of.
            turn:
              turn?.nextLevelOn && turn.nextLevel && turn.nextLevel !== level && turn.nextLevelOn > today
                ? { on: turn.nextLevelOn, to: turn.nextLevel }
                : null,
          }
        : noFacts),
      progress: progress.get(line.projectId ?? '') ?? null,
      last: last.get(line.projectId ?? '') ?? null,
      unfinished: unfinished.get(line.id) ?? null,
      tier: tierOf({ proposal: line.proposal as never }),
    }
  }
  return { agenda, topics: lines.map(topicOf) }
}
