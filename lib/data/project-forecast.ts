import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { usedDays } from '@/lib/domain/agency-clock'
import { expiringBeforeUse } from '@/lib/domain/expiry-ahead'
import { drivers, type Forecast } from '@/lib/domain/forecast'
import { evaluateProcedureProvisionally, leadingReason } from '@/lib/domain/level'
import { latest, type PlainDate } from '@/lib/domain/plain-date'
import { resolveEdges } from '@/lib/domain/procedure-graph'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import type { MilestoneKind } from '@/lib/domain/project'
import { countedDay } from '@/lib/domain/provisional'
import { isRunning } from '@/lib/domain/remaining'
import { err, type Result } from '@/lib/domain/result'
import { digWait, ROAD_DIG } from '@/lib/domain/road-dig'
import { shorteningKey, shorteningsOf } from '@/lib/domain/shortening'
import { seesCardOnly } from '@/lib/domain/sight'
import { reachOf, type TrialItem, tryOut } from '@/lib/domain/try-out'
import { type UsualItem, withUsual } from '@/lib/domain/usual-forecast'
import { cutShort, type ForecastGround, foresee } from '@/lib/domain/what-if'
import { addWorkdays, workdayFrom, workdaysLate } from '@/lib/domain/work-calendar'
import type { ForecastLine, ForecastMilestone, ForecastQuery, ProjectForecast } from '@/lib/schemas/forecast'
import type { ItemName } from '@/lib/schemas/project-row'
import { dayOrNull } from './date'
import { db } from './db'
import { changesOf, isTrialMissing, loadForecastBasis, refusedTrial } from './forecast-basis'
import { agencyOf } from './project-facts'
import { loadUsual } from './time-table'
import { opensProcedure, visibleProjects } from './visible'

/** Working days a drawing shows at the most, and before today. */
const AXIS = { most: 130, before: 6, after: 3 }

/** What leads to the start, whatever of it is done. */
function beforeStart(conditions: readonly string[], edges: Readonly<Record<string, readonly string[]>>): Set<string> {
  const found = new Set<string>()
  const climb = (code: string) => {
    if (found.has(code)) return
    found.add(code)
    for (const before of edges[code] ?? []) climb(before)
  }
  for (const code of conditions) climb(code)
  return found
}

/**
 * When construction and production can begin, what decides it, and what something else would do 开工预计: the forecast of the
 * project's page, with trials nobody saves.
 *
 * Who sees it: whoever sees the project with its plans; a reader of its card does not.
 *
 * @returns null when it does not exist, is out of the actor's sight, or nothing of it is ahead
 */
export async function findProjectForecast(
  actor: Actor,
  id: string,
  query: ForecastQuery,
  today: PlainDate,
): Promise<ProjectForecast | null> {
  if (seesCardOnly(actor.role)) return null
  const basis = await loadForecastBasis(actor, id, today)
  if (!basis) return null
  const { row, facts, context, items, ground, works, plans, base, catalogue, byCode, factsOf } = basis
  const { calendar, parameters } = context
  const { edges, conditions } = ground
  const mine = await db.project.count({ where: { AND: [{ id }, visibleProjects(actor)] } })
  const changes = changesOf(query)
  const ways = shorteningsOf(items, ground)
  const offered = new Set(ways.ok ? ways.value.map(shorteningKey) : [])
  const taken = query.way.filter((key) => offered.has(key))
  const refused = refusedTrial(changes, facts, today, calendar)
  const tried = refused ? err(refused) : tryOut(items, taken, changes, ground)
  const asked = taken.length > 0 || changes.length > 0
  const then = asked && tried.ok ? tried.value : null
  // Where nothing is left to do, nothing is foreseen.
  const openCodes = items.flatMap(({ code, status }) => (status === 'open' ? [code] : []))
  const over = row.status !== 'ACTIVE' || openCodes.length === 0
  const history = await loadUsual(row.districtId, openCodes)

  const counted = (day: PlainDate) => countedDay(calendar, today, day)
  const nameOf = (code: string): ItemName => {
    const { nameZh = code, nameEn = code } = catalogue.get(code) ?? {}
    return { code, nameZh, nameEn }
  }
  const opens = opensProcedure(actor)
  const afterwards = new Map(then?.after.items.map((one) => [one.code, one]))
  const moves = new Map(then?.items.map((move) => [move.code, move]))
  const lineOf = (code: string): ForecastLine[] => {
    const [p, own, ahead] = [byCode.get(code), factsOf.get(code), base.items.find((one) => one.code === code)]
    if (!p || !own || !ahead) return []
    const later = afterwards.get(code)
    const { level, remaining } = evaluateProcedureProvisionally(own, today, calendar, parameters)
    return [
      {
        ...nameOf(code),
        id: p.id,
        open: opens(p),
        agency: agencyOf(p),
        level: row.status === 'ACTIVE' ? level : 'GREY',
        since: isRunning(p.state) ? (own.receivedOn ?? own.acceptedOn) : null,
        overdue: isRunning(p.state) && (level === 'RED' || level === 'YELLOW') && (remaining ?? 0) < 0,
        start: ahead.start && counted(ahead.start),
        finish: ahead.finish && counted(ahead.finish),
        slack: ahead.slack,
        tried: then
          ? {
              start: later?.start ? counted(later.start) : null,
              finish: later?.finish ? counted(later.finish) : null,
              days: moves.get(code)?.days ?? 0,
            }
          : null,
        plan: own.planFinishOn,
      },
    ]
  }
  const onLine = new Set(base.line)
  const leads = beforeStart(conditions, resolveEdges(edges, [...byCode.keys()]))
  const toStart = base.constructionStart !== null
  const beside = base.items.filter(({ code, slack }) => slack !== null && !onLine.has(code)).map(({ code }) => code)
  const undated = base.items.filter(({ code, slack }) => slack === null && openCodes.includes(code))
  const line = base.line.flatMap(lineOf)
  const slack = beside.filter((code) => !toStart || leads.has(code)).flatMap(lineOf)
  const later = [...beside.filter((code) => toStart && !leads.has(code)), ...undated.map(({ code }) => code)].flatMap(
    lineOf,
  )
  const levelOf = (code: string) => {
    const own = factsOf.get(code)
    return own ? evaluateProcedureProvisionally(own, today, calendar, parameters).level : 'GREY'
  }
  const [head, ...tied] = drivers(base, levelOf)
  const headFacts = head ? factsOf.get(head) : undefined
  const lead = line.find(({ code }) => code === head)
  const milestone = (kind: MilestoneKind) => row.milestones.find((one) => one.kind === kind)
  const lateness = (plannedOn: PlainDate | null, on: PlainDate | null) =>
    plannedOn && on ? workdaysLate(calendar, plannedOn, on) : null
  const outlook = (kind: MilestoneKind, of: (forecast: Forecast) => PlainDate | null): ForecastMilestone => {
    const found = milestone(kind)
    const plannedOn = dayOrNull(found?.plannedOn ?? null)
    const on = found?.actualOn || over ? null : of(base)
    const after = then ? of(then.after) : null
    return {
      plannedOn,
      monthOnly: found?.monthOnly ?? false,
      on: on && counted(on),
      lateWd: lateness(plannedOn, on),
      lateOpen: plannedOn && on ? countedDay(calendar, plannedOn, on).provisional : false,
      tried:
        on && after
          ? {
              from: on,
              to: after,
              days: workdaysLate(calendar, on, after),
              lateWd: lateness(plannedOn, after),
              provisional: counted(after).provisional,
            }
          : null,
    }
  }
  const start = outlook('START', (forecast) => forecast.constructionStart)
  const production = outlook('PRODUCTION', (forecast) => forecast.production)
  const usual = historyOf(items, history, ground, (code) => {
    const [p, own] = [byCode.get(code), factsOf.get(code)]
    const from = own && (own.receivedOn ?? own.acceptedOn)
    return { agency: p ? agencyOf(p) : '', used: own && from ? usedDays(own, from, today, calendar) : 0 }
  })
  const [impossible] = plans
  const dig = base.items.find(({ code, slack: left, finish }) => code === ROAD_DIG && left !== null && finish !== null)
  const wait = dig?.finish ? digWait(workdayFrom(calendar, dig.finish), calendar) : null
  const inSight = [...line, ...slack].flatMap((one) => [
    one.finish && addWorkdays(calendar, one.finish.on, one.slack ?? 0),
    one.tried?.finish?.on ?? null,
  ])
  return {
    project: { id: row.id, name: row.name },
    to: toStart ? 'START' : base.driver ? 'PRODUCTION' : 'END',
    start,
    production,
    lead: lead
      ? {
          ...lead,
          reason: headFacts
            ? leadingReason(evaluateProcedureProvisionally(headFacts, today, calendar, parameters))
            : null,
          reach: reachOf(items, lead.code, ground),
          tied: tied.map(nameOf),
        }
      : null,
    line,
    slack,
    later,
    finished: facts.procedures.filter((p) => FINISHED_STATES.has(p.state) && p.state !== 'NA').length,
    axis: axisOver([start.plannedOn, start.on?.on ?? null, start.tried?.to ?? null, ...inSight], today, calendar),
    usual: {
      ...usual,
      start: usual.start && counted(usual.start),
      production: usual.production && counted(usual.production),
    },
    expiring: expiringBeforeUse(
      facts.procedures
        .filter((p) => p.state !== 'NA')
        .map((p) => ({
          code: p.code,
          expiresOn: FINISHED_STATES.has(p.state) ? dayOrNull(p.expiresOn) : null,
          validityMonths: FINISHED_STATES.has(p.state) ? null : (catalogue.get(p.code)?.validityMonths ?? null),
        })),
      base,
      start.plannedOn,
      calendar,
    ).map((one) => ({ ...one, item: nameOf(one.code), usedItem: one.usedCode ? nameOf(one.usedCode) : null })),
    dig: wait && dig?.finish ? { ...wait, item: nameOf(ROAD_DIG), permitOn: dig.finish } : null,
    impossible: impossible
      ? {
          item: nameOf(impossible.code),
          what: impossible.what,
          plannedOn: impossible.plannedOn,
          earliest: counted(impossible.earliest),
          n: plans.length,
        }
      : null,
    ways: (ways.ok ? ways.value : []).map((way) => ({
      key: shorteningKey(way),
      kind: way.kind,
      items: way.codes.map(nameOf),
      construction: way.construction,
      production: way.production,
      basis: way.basis,
      decides: way.codes
        .slice(0, 1)
        .flatMap((code) => byCode.get(code) ?? [])
        .map(agencyOf)
        .join(''),
      taken: taken.includes(shorteningKey(way)),
    })),
    together: wonBy(items, taken, base, ground),
    trial: {
      asked,
      missing: isTrialMissing(query, changes),
      refusal: tried.ok ? null : tried.error,
      cut: cutShort(items, changes),
      moved: then?.items.length ?? 0,
      early: (then?.early ?? []).map(nameOf),
      drivers: then ? newDrivers(drivers(base, levelOf), drivers(then.after, levelOf), nameOf) : null,
      broken: (then?.broken ?? []).map(nameOf),
    },
    over,
    offered: mine === 0,
    unlisted: row.status === 'ACTIVE' && facts.procedures.length === 0,
    worksUnknown: works.days === null && later.some(({ finish }) => finish === null),
  }
}

/** What a trial makes a forecast hang on, where that is not what it hangs on anyway. */
function newDrivers(
  was: readonly string[],
  then: readonly string[],
  nameOf: (code: string) => ItemName,
): ProjectForecast['trial']['drivers'] {
  const left = then.every((code) => was.includes(code))
  return then.length === 0 || (left && then.length === was.length) ? null : { items: then.map(nameOf), left }
}

/** What some ways win together, without anything else that is tried; null where none is taken. */
function wonBy(
  items: readonly TrialItem[],
  keys: readonly string[],
  base: Forecast,
  ground: ForecastGround,
): ProjectForecast['together'] {
  if (keys.length === 0) return null
  const tried = tryOut(items, keys, [], ground)
  if (!tried.ok) return null
  const { after, construction, production } = tried.value
  // The start is what they are for; where they leave it, what they do for production is told.
  const target = base.constructionStart && (construction?.days ?? 0) < 0 ? 'START' : 'PRODUCTION'
  const [to, move] = target === 'START' ? [after.constructionStart, construction] : [after.production, production]
  return to
    ? {
        n: keys.length,
        target,
        to: countedDay(ground.calendar, ground.today, to),
        days: Math.max(0, 0 - (move?.days ?? 0)),
      }
    : null
}

/** The forecast with what items usually take here; no day where not one open item has a history long enough. */
function historyOf(
  items: readonly TrialItem[],
  history: Awaited<ReturnType<typeof loadUsual>>,
  ground: ForecastGround,
  about: (code: string) => Readonly<{ agency: string; used: number }>,
) {
  const usual = items.flatMap(({ code }): UsualItem[] => {
    const { agency, used } = about(code)
    const found = history.find((pair) => pair.code === code && pair.agency === agency)
    return found ? [{ code, usual: found.usual, used }] : []
  })
  const told = withUsual(items, usual)
  const ahead: Result<Forecast> | null = told.known > 0 ? foresee(told.items, ground) : null
  return {
    known: told.known,
    open: told.open,
    start: ahead?.ok ? ahead.value.constructionStart : null,
    production: ahead?.ok ? ahead.value.production : null,
  }
}

/** Working days from shortly before today to the last of some days, as far as a drawing reaches. */
function axisOver(
  days: readonly (PlainDate | null)[],
  today: PlainDate,
  calendar: ForecastGround['calendar'],
): PlainDate[] {
  const last = addWorkdays(
    calendar,
    days.reduce<PlainDate>((a, b) => (b ? latest(a, b) : a), addWorkdays(calendar, today, 12)),
    AXIS.after,
  )
  const axis: PlainDate[] = []
  let day = workdayFrom(calendar, addWorkdays(calendar, today, -AXIS.before))
  for (; day <= last && axis.length < AXIS.most; day = addWorkdays(calendar, day, 1)) axis.push(day)
  return axis
}
