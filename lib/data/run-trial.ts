import 'server-only'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Reason } from '@/lib/domain/reason'
import type { RuleParameters } from '@/lib/domain/rule-parameters'
import { keptParameters, levelsUnder, type TriedLevel, tallyLevels } from '@/lib/domain/rules-trial'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { db } from './db'
import { type LevelContext, loadLevelContext } from './level-context'
import { graphMoves } from './levels'
import { type FactsRow, loadFactsRows, projectFactsOf } from './project-facts'
import { projectPages } from './project-pages'

/** Pages of projects between two notes of how far it is. */
const NOTED_EVERY = 4
const GREY: TriedLevel = { level: 'GREY', reason: null }

type Line = Readonly<{
  nth: number
  projectId: string
  procedureId: string | null
  from: Level
  to: Level
  reason: Pick<Reason, 'code' | 'params'> | null
}>

const spoken = ({ reason }: TriedLevel): Line['reason'] => reason && { code: reason.code, params: reason.params }

/** A row after the moves the graph makes by itself when a day is evaluated. */
function moved(row: FactsRow): FactsRow {
  const states = new Map(graphMoves(row).map(({ id, to }) => [id, to]))
  if (states.size === 0) return row
  return { ...row, procedures: row.procedures.map((p) => ({ ...p, state: states.get(p.id) ?? p.state })) }
}

/** A row under both rules. What is measured of it is the same under both, unless the limit of acceptance is another one. */
function tried(
  row: FactsRow,
  day: PlainDate,
  { calendar }: LevelContext,
  before: RuleParameters,
  after: RuleParameters,
) {
  const facts = projectFactsOf(row, day, calendar, before)
  const then = before.accept_wd === after.accept_wd ? facts : projectFactsOf(row, day, calendar, after)
  return [levelsUnder(facts, day, calendar, before), levelsUnder(then, day, calendar, after)] as const
}

async function insertLines(trialId: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  await db.$executeRaw`
    INSERT INTO "RulesTrialLine" ("trialId", nth, "projectId", "procedureId", "from", "to", reason)
    SELECT ${trialId}::uuid, nth, "projectId", "procedureId", "from", "to", reason
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS r(nth int, "projectId" uuid, "procedureId" uuid, "from" "Level", "to" "Level", reason jsonb)`
}

async function count(trialId: string): Promise<void> {
  const trial = await db.rulesTrial.findUniqueOrThrow({ where: { id: trialId } })
  const { districtId } = trial
  const [day, after, before] = [fromDb(trial.on), keptParameters(trial.params), keptParameters(trial.before)]
  const context = await loadLevelContext(db, districtId, day)
  const [projects, procedures] = [tallyLevels(), tallyLevels()]
  let [nth, done, page] = [0, 0, 0]
  for await (const ids of projectPages(districtId)) {
    const lines: Line[] = []
    const compare = (projectId: string, procedureId: string | null, was: TriedLevel, becomes: TriedLevel) => {
      const tally = procedureId === null ? projects : procedures
      tally.add(was.level, becomes.level)
      if (was.level === becomes.level) return
      nth += 1
      lines.push({ nth, projectId, procedureId, from: was.level, to: becomes.level, reason: spoken(becomes) })
    }
    for (const loaded of await loadFactsRows(db, ids, day)) {
      const row = moved(loaded)
      const [was, becomes] = tried(row, day, context, before, after)
      compare(row.id, null, was.project, becomes.project)
      for (const { id } of row.procedures)
        compare(row.id, id, was.procedures.get(id) ?? GREY, becomes.procedures.get(id) ?? GREY)
    }
    await insertLines(trialId, lines)
    done += ids.length
    page += 1
    if (page % NOTED_EVERY > 0) continue
    const { count: kept } = await db.rulesTrial.updateMany({
      where: { id: trialId },
      data: { done, beatAt: new Date() },
    })
    // Its author tried something else meanwhile.
    if (kept === 0) return
  }
  const counts = { projects: projects.tally(), procedures: procedures.tally() }
  await db.rulesTrial.updateMany({
    where: { id: trialId },
    data: { state: 'DONE', done, beatAt: new Date(), counts: counts as unknown as Prisma.InputJsonValue },
  })
}

/**
 * Counts a trial: every project and procedure of the district decided twice for its day, as the day's evaluation decides
 * them, in pages; nothing but the trial is written.
 *
 * Never throws: what went wrong is kept as the state of the trial, and told to the caller.
 *
 * @returns null when it is done, otherwise what was thrown
 */
export async function runTrial(trialId: string): Promise<unknown> {
  try {
    await count(trialId)
    return null
  } catch (error) {
    await db.rulesTrial.updateMany({ where: { id: trialId, state: 'RUNNING' }, data: { state: 'FAILED' } })
    return error
  }
}
