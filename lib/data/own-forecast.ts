import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import type { PlainDate } from '@/lib/domain/plain-date'
import { countedDay } from '@/lib/domain/provisional'
import { err } from '@/lib/domain/result'
import { reachOf, tryOut } from '@/lib/domain/try-out'
import { cutShort } from '@/lib/domain/what-if'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { ForecastQuery, OwnForecast, OwnForecastLine } from '@/lib/schemas/forecast'
import { changesOf, isTrialMissing, loadForecastBasis, refusedTrial } from './forecast-basis'
import { opensProcedure } from './visible'

/**
 * What the permits of the reader's own unit decide about a project 本单位手续决定什么: which of them hold up its start, how far
 * each may slip, and what a trial of one of them would do to the start in days.
 *
 * Who sees it: whoever sees of the project its card and the procedures of his unit. When the project means to begin and what
 * others do stays out of it.
 *
 * @returns null when it does not exist, is out of sight, or the unit has no procedure in it
 */
export async function findOwnForecast(
  actor: Actor,
  id: string,
  query: ForecastQuery,
  today: PlainDate,
): Promise<OwnForecast | null> {
  const basis = await loadForecastBasis(actor, id, today)
  if (!basis) return null
  const { row, facts, context, items, ground, base, catalogue, factsOf } = basis
  const { calendar, parameters } = context
  const opens = opensProcedure(actor)
  const own = facts.procedures.filter(opens)
  if (own.length === 0) return null
  const open = new Set(items.flatMap(({ code, status }) => (status === 'open' ? [code] : [])))
  const onLine = new Set(base.line)
  const lines = own.flatMap((p): OwnForecastLine[] => {
    const [ahead, known, item] = [
      base.items.find(({ code }) => code === p.code),
      factsOf.get(p.code),
      catalogue.get(p.code),
    ]
    if (!ahead || !known || !item || !open.has(p.code)) return []
    const { level } = evaluateProcedureProvisionally(known, today, calendar, parameters)
    const latest = ahead.finish && ahead.slack !== null ? addWorkdays(calendar, ahead.finish, ahead.slack) : null
    return [
      {
        code: p.code,
        nameZh: item.nameZh,
        nameEn: item.nameEn,
        id: p.id,
        level: row.status === 'ACTIVE' ? level : 'GREY',
        holds: onLine.has(p.code),
        slack: ahead.slack,
        finish: ahead.finish && countedDay(calendar, today, ahead.finish),
        latest: latest && countedDay(calendar, today, latest),
        reach: onLine.has(p.code) ? reachOf(items, p.code, ground) : null,
      },
    ]
  })
  // Another unit's permit is not for this reader to try, nor whether one is needed at all.
  const mayTry = query.what !== 'ABSENT' && lines.some(({ code }) => code === query.item)
  const changes = mayTry ? changesOf(query) : []
  const refused = refusedTrial(changes, facts, today, calendar)
  const tried = refused ? err(refused) : tryOut(items, [], changes, ground)
  const to = base.constructionStart ? 'START' : 'PRODUCTION'
  const moved =
    changes.length > 0 && tried.ok ? (to === 'START' ? tried.value.construction : tried.value.production) : null
  return {
    project: { id: row.id, name: row.name },
    to,
    lines: lines.toSorted((a, b) => Number(b.holds) - Number(a.holds) || (a.slack ?? 999) - (b.slack ?? 999)),
    finished: own.length - lines.length,
    trial: {
      asked: changes.length > 0,
      missing: isTrialMissing(query, changes),
      refusal: tried.ok ? null : tried.error,
      cut: cutShort(items, changes),
      days: moved ? moved.days : 0,
    },
  }
}
