import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { Level } from '@/lib/domain/level-scale'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import type { Reason } from '@/lib/domain/reason'
import { err, ok } from '@/lib/domain/result'
import { draftOf, keptParameters, type TrialCounts, thresholdChanges } from '@/lib/domain/rules-trial'
import type {
  RulesTrialPage,
  RulesTryInput,
  TrialAddress,
  TrialLine,
  TrialRowsOf,
  TrialState,
} from '@/lib/schemas/rules-trial'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { visibleProcedures, visibleProjects } from './visible'
import { write } from './write'

/** Rows of a page of the list. */
const PAGE_ROWS = 50
/** A trial that has not moved for so long has nobody who counts it any more. */
const CUT_MS = 60_000

/**
 * Begins a trial of other thresholds 试算: the draft is checked and kept; `runTrial` counts it. What the same person tried
 * before and did not propose is forgotten.
 *
 * The draft is tried for tomorrow, the first day it could hold, against the rules that hold then otherwise.
 *
 * @returns err THRESHOLD_INVALID, THRESHOLD_ORDER at the field of the threshold, NO_CHANGE
 */
export const startTrial = write('rules.try', async (tx, actor, input: RulesTryInput, today) => {
  const { districtId, personId } = actor
  const day = addDays(today, 1)
  const { parameters: before } = await loadLevelContext(tx, districtId, day)
  const draft = draftOf(before, input.params)
  if (!draft.ok) return draft
  await tx.rulesTrial.deleteMany({ where: { districtId, personId, proposal: null } })
  const { id } = await tx.rulesTrial.create({
    data: {
      districtId,
      personId,
      params: draft.value,
      before,
      on: toDb(day),
      total: await tx.project.count({ where: { districtId } }),
    },
    select: { id: true },
  })
  const changed = thresholdChanges(before, draft.value).map(({ name, from, to }) => `${name} ${from} → ${to}`)
  return ok({ value: { trialId: id }, subject: id, detail: { changed } })
})

/** Who may look at a trial: whoever may try or decide. All of them see every project of the district. */
const seesTrials = (actor: Actor): boolean => relationFor(actor.role, 'rules.try') !== null

const stateOf = ({ state, beatAt }: { state: TrialState; beatAt: Date }, now: Date): TrialState =>
  state === 'RUNNING' && now.getTime() - beatAt.getTime() > CUT_MS ? 'CUT' : state

async function linesOf(
  actor: Actor,
  trialId: string,
  of: TrialRowsOf,
  { from, to, page }: TrialAddress,
): Promise<{ lines: TrialLine[]; count: number; pages: number }> {
  const where: Prisma.RulesTrialLineWhereInput = {
    trialId,
    procedureId: of === 'projects' ? null : { not: null },
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
  const count = await db.rulesTrialLine.count({ where })
  const pages = Math.max(1, Math.ceil(count / PAGE_ROWS))
  const rows = await db.rulesTrialLine.findMany({
    where,
    orderBy: { nth: 'asc' },
    skip: (Math.min(page, pages) - 1) * PAGE_ROWS,
    take: PAGE_ROWS,
  })
  const [projects, procedures] = await Promise.all([
    db.project.findMany({
      where: { AND: [visibleProjects(actor), { id: { in: rows.map(({ projectId }) => projectId) } }] },
      select: { id: true, name: true },
    }),
    db.procedure.findMany({
      where: { AND: [visibleProcedures(actor), { id: { in: rows.flatMap(({ procedureId }) => procedureId ?? []) } }] },
      select: { id: true, code: true, item: { select: { nameZh: true, nameEn: true } } },
    }),
  ])
  const names = new Map(projects.map(({ id, name }) => [id, name]))
  const items = new Map(procedures.map(({ id, code, item }) => [id, { code, ...item }]))
  const lines = rows.map(
    ({ nth, projectId, procedureId, from: was, to: becomes, reason }): TrialLine => ({
      nth,
      name: names.get(projectId) ?? '',
      item: procedureId ? (items.get(procedureId) ?? null) : null,
      href: procedureId ? `/procedures/${procedureId}` : `/projects/${projectId}`,
      from: was as Level,
      to: becomes as Level,
      reason: reason as unknown as Pick<Reason, 'code' | 'params'> | null,
    }),
  )
  return { lines, count, pages }
}

/** Why a trial cannot be proposed now; null: it can. The write asks the same. */
export async function proposeTrouble(
  tx: Tx,
  trial: Readonly<{ id: string; districtId: string; on: Date; state: TrialState; before: Prisma.JsonValue }>,
  today: PlainDate,
): Promise<string | null> {
  if (trial.state !== 'DONE') return 'TRIAL_UNFINISHED'
  // What is approved holds from tomorrow: a trial for another day, or against other rules, says nothing of it.
  const day = addDays(today, 1)
  if (fromDb(trial.on) !== day) return 'TRIAL_STALE'
  const { parameters } = await loadLevelContext(tx, trial.districtId, day)
  if (thresholdChanges(keptParameters(trial.before), parameters).length > 0) return 'TRIAL_STALE'
  if (await tx.rulesProposal.findUnique({ where: { trialId: trial.id }, select: { id: true } })) return 'TRIAL_PROPOSED'
  const waiting = { districtId: trial.districtId, state: 'PROPOSED' } as const
  return (await tx.rulesProposal.findFirst({ where: waiting, select: { id: true } })) ? 'RULES_PENDING' : null
}

/**
 * A trial with the rows that would turn, fifty at a time: how far it is, what it changes, how many rows of each colour there
 * are and would be.
 *
 * Who sees what: the office and the head of the district; both see every project.
 *
 * @param now says whether it still moves
 * @returns null when there is none for him
 */
export async function findTrial(
  actor: Actor,
  trialId: string,
  query: TrialAddress,
  today: PlainDate,
  now: Date,
): Promise<RulesTrialPage | null> {
  if (!seesTrials(actor)) return null
  const trial = await db.rulesTrial.findFirst({
    where: { id: trialId, districtId: actor.districtId },
    include: { person: { select: { name: true } } },
  })
  if (!trial) return null
  const state = stateOf(trial, now)
  const counts = trial.counts as unknown as TrialCounts | null
  const of = query.of ?? (counts?.projects.turned === 0 ? 'procedures' : 'projects')
  const listed = state === 'DONE' ? await linesOf(actor, trialId, of, query) : { lines: [], count: 0, pages: 1 }
  const parameters = keptParameters(trial.params)
  return {
    id: trial.id,
    state,
    total: trial.total,
    done: trial.done,
    on: fromDb(trial.on),
    by: trial.person.name,
    at: trial.startedAt.toISOString(),
    parameters,
    changes: thresholdChanges(keptParameters(trial.before), parameters),
    counts,
    of,
    ...listed,
    page: Math.min(query.page, listed.pages),
    may: {
      propose: relationFor(actor.role, 'rules.propose') ? await proposeTrouble(db, trial, today) : 'FORBIDDEN',
    },
  }
}

/** The parameters a draft begins with: those of a trial, or those that hold tomorrow. Null for whoever may not try. */
export async function draftParameters(actor: Actor, today: PlainDate, trialId: string | undefined) {
  if (!seesTrials(actor)) return null
  const day = addDays(today, 1)
  const { parameters: current } = await loadLevelContext(db, actor.districtId, day)
  const trial = trialId
    ? await db.rulesTrial.findFirst({ where: { id: trialId, districtId: actor.districtId }, select: { params: true } })
    : null
  return { current, draft: trial ? keptParameters(trial.params) : current, day }
}

/** A trial a proposal is made of, locked. @returns err NOT_FOUND */
export async function lockTrial(tx: Tx, districtId: string, trialId: string) {
  await tx.$queryRaw`SELECT 1 FROM "RulesTrial" WHERE id = ${trialId}::uuid FOR UPDATE`
  const trial = await tx.rulesTrial.findFirst({ where: { id: trialId, districtId } })
  return trial ? ok(trial) : err({ code: 'NOT_FOUND' })
}
