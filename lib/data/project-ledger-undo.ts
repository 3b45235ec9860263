import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { LEDGER_MODELS, type LedgerModel, type RowValues } from '@/lib/domain/ledger-snapshot'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ImportBatch, ImportChange } from '@/prisma/generated/client'
import type { Tx } from './db'
import { chunksOf, delegateOf, fromColumn, updateRows } from './ledger-rows'
import { refreshProjects } from './levels'

type Row = Record<string, unknown>
type Change = Readonly<{
  model: LedgerModel
  rowId: string
  before: RowValues | null
  after: RowValues
  now: Row | undefined
}>

async function loadChanges(tx: Tx, stored: readonly ImportChange[]): Promise<Change[]> {
  const now = new Map<string, Row>()
  for (const model of LEDGER_MODELS) {
    const ids = stored.filter((change) => change.model === model).map((change) => change.rowId)
    for (const chunk of chunksOf(ids))
      for (const row of await delegateOf(tx, model).findMany({ where: { id: { in: chunk } } }))
        now.set(`${model} ${row.id}`, row)
  }
  return stored.map(({ model, rowId, before, after }) => ({
    model: model as LedgerModel,
    rowId,
    before: before as RowValues | null,
    after: after as RowValues,
    now: now.get(`${model} ${rowId}`),
  }))
}

/** Versions only grow, also when a later batch was taken back: the values decide. */
const says = (values: RowValues, now: Row): boolean =>
  Object.entries(values).every(
    ([column, value]) => column === 'version' || JSON.stringify(fromColumn(now[column])) === JSON.stringify(value),
  )

/** Whether the row still is what the batch made of it. */
const untouched = ({ after, now }: Change): boolean => now !== undefined && says(after, now)

/** Whether an earlier undo of the same batch has put the row back already. */
const isBack = ({ before, now }: Change): boolean =>
  before ? now !== undefined && says(before, now) : now === undefined

const projectOf = ({ model, rowId, now, after }: Change): string | null =>
  model === 'project' ? rowId : String(now?.projectId ?? after.projectId ?? '') || null

/** Projects the batch made that carry something of somebody else's by now; they stay. */
async function grownProjects(tx: Tx, ids: string[], own: ReadonlySet<string>): Promise<Set<string>> {
  const where = { projectId: { in: ids } }
  const select = { id: true, projectId: true }
  const found = await Promise.all([
    tx.procedure.findMany({ where, select }),
    tx.handover.findMany({ where, select }),
    tx.stewardAssignment.findMany({ where, select }),
    tx.weeklyUpdate.findMany({ where, select }),
    tx.investmentEntry.findMany({ where, select }),
    tx.yearPlan.findMany({ where, select }),
    tx.milestone.findMany({ where, select }),
    tx.planChange.findMany({ where, select }),
    tx.stageChange.findMany({ where, select }),
    tx.issue.findMany({ where, select }),
    tx.projectAgency.findMany({ where, select: { orgId: true, projectId: true } }),
    // A week that is frozen, and what a meeting spoke of, keep the project they are about.
    tx.weekProject.findMany({ where, select: { snapshotId: true, projectId: true } }),
    tx.agendaItem.findMany({ where, select }),
    tx.task.findMany({ where, select }),
    tx.factorNeed.findMany({ where, select }),
    tx.waiver.findMany({ where, select }),
    tx.promotion.findMany({ where, select }),
    tx.upgradeProject.findMany({ where, select }),
    tx.approval.findMany({ where, select }),
    // What was complained of, and what the commission follows up, keeps what it is about.
    tx.complaint.findMany({ where, select }),
    tx.supervisionSlip.findMany({ where, select }),
  ])
  const foreign = found.flat().filter((row) => !('id' in row) || !own.has(row.id))
  const mergedInto = await tx.project.findMany({ where: { mergedIntoId: { in: ids } }, select: { mergedIntoId: true } })
  return new Set([
    ...foreign.flatMap((row) => row.projectId ?? []),
    ...mergedInto.flatMap((row) => row.mergedIntoId ?? []),
  ])
}

/** Projects with a problem the batch made that the commission follows up with a slip: it stays, and so do they. */
async function followedProjects(tx: Tx, changes: readonly Change[]): Promise<(string | null)[]> {
  const made = changes.filter(({ model, before }) => model === 'issue' && !before)
  const slips = await tx.supervisionSlip.findMany({
    where: { issueId: { in: made.map(({ rowId }) => rowId) } },
    select: { issueId: true },
  })
  const followed = new Set(slips.map(({ issueId }) => issueId))
  return made.filter(({ rowId }) => followed.has(rowId)).map(projectOf)
}

/** Puts rows back, the last written first. A version only grows, so that nobody's old page overwrites what came back. */
async function putBack(tx: Tx, changes: readonly Change[]) {
  for (const model of [...LEDGER_MODELS].reverse()) {
    const own = changes.filter((change) => change.model === model)
    const made = own.filter((change) => !change.before).map((change) => change.rowId)
    for (const chunk of chunksOf(made)) await delegateOf(tx, model).deleteMany({ where: { id: { in: chunk } } })
    const back = own.flatMap(({ rowId, before, now }) => {
      const version: RowValues = before && 'version' in before ? { version: Number(now?.version) + 1 } : {}
      return before ? [{ id: rowId, values: { ...before, ...version } }] : []
    })
    await updateRows(tx, model, back)
  }
}

/** People, enterprises and units a batch made go when nothing refers to them any more. */
export async function removeUnused(
  tx: Tx,
  changes: readonly Readonly<{ model: string; rowId: string; before: unknown }>[],
) {
  const ids = (model: LedgerModel) => ({
    in: changes.flatMap((change) => (change.model === model && change.before === null ? [change.rowId] : [])),
  })
  const none = { none: {} }
  await tx.person.deleteMany({
    where: {
      id: ids('person'),
      user: null,
      stewardships: none,
      ledProjects: none,
      contactOf: none,
      handledProcedures: none,
      agencyContacts: none,
      absences: none,
      deputizations: none,
      handoversFrom: none,
      handoversTo: none,
      issuesOwned: none,
      issuesRaised: none,
      pointsSupervised: none,
      pointsLookedAfter: none,
      supervisionsIssued: none,
    },
  })
  await tx.enterprise.deleteMany({
    where: {
      id: ids('enterprise'),
      people: none,
      users: none,
      projects: none,
      issues: none,
      visitPlans: none,
      intendedCredits: none,
      upgrades: none,
      monitorPoints: none,
      complaints: none,
    },
  })
  const helping = await tx.issue.findMany({
    where: { supportIds: { hasSome: ids('org').in } },
    select: { supportIds: true },
  })
  await tx.org.deleteMany({
    where: {
      id: ids('org'),
      NOT: { id: { in: helping.flatMap(({ supportIds }) => supportIds) } },
      people: none,
      users: none,
      projectsAsTaskforce: none,
      projectsAsStreet: none,
      projectsAsLeadUnit: none,
      procedures: none,
      extraProjects: none,
      catalogItems: none,
      issuesLed: none,
      factorsLed: none,
      visitPlans: none,
      intendedCredits: none,
      complaintsAgainst: none,
      complaintsLed: none,
      supervisionSlips: none,
    },
  })
}

const MASTER_DATA: readonly LedgerModel[] = ['org', 'enterprise', 'person']

/** How much an undo put back, what of it the batch had made and so is gone, and what it had to leave; ids of projects. */
export type Undone = Readonly<{ restored: number; removed: number; kept: readonly string[] }>

/**
 * Takes a ledger of projects back: what the batch made goes, what it changed is as before.
 *
 * A project somebody has worked on since stays whole, as it is; half a project is nobody's truth. Nothing is touched where
 * all of them have to stay.
 */
export async function undoProjects(
  tx: Tx,
  actor: Actor,
  batch: ImportBatch & { changes: readonly ImportChange[] },
  today: PlainDate,
): Promise<Undone> {
  const projectIds = batch.changes.flatMap((change) => (change.model === 'project' ? [change.rowId] : [])).sort()
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${projectIds}::uuid[]) ORDER BY id FOR UPDATE`
  const changes = await loadChanges(tx, batch.changes)
  const all = changes.filter(({ model }) => !MASTER_DATA.includes(model) && model !== 'nameMapping')
  const open = new Set(all.filter((change) => !isBack(change)).map(projectOf))
  const ofProjects = all.filter((change) => open.has(projectOf(change)))
  const created = ofProjects.filter(({ model, before }) => model === 'project' && !before).map(({ rowId }) => rowId)
  const kept = await grownProjects(tx, created, new Set(batch.changes.map((change) => change.rowId)))
  for (const change of ofProjects) if (!untouched(change)) kept.add(projectOf(change) ?? '')
  for (const id of await followedProjects(tx, ofProjects)) kept.add(id ?? '')
  kept.delete('')
  const restorable = ofProjects.filter((change) => !kept.has(projectOf(change) ?? ''))
  const restored = [...new Set(restorable.flatMap((change) => projectOf(change) ?? []))]
  if (restored.length === 0 && kept.size > 0) return { restored: 0, removed: 0, kept: [...kept] }

  // History goes with the record it belongs to; the trigger lets it, in this transaction only.
  await tx.$executeRaw`SELECT set_config('app.undo_import', ${batch.id}, true)`
  const gone = new Set(created.filter((id) => !kept.has(id)))
  for (const chunk of chunksOf([...gone])) {
    await tx.levelChange.deleteMany({ where: { projectId: { in: chunk } } })
    await tx.monthLevel.deleteMany({ where: { projectId: { in: chunk } } })
  }
  const words = changes.filter((change) => change.model === 'nameMapping' && untouched(change))
  await putBack(tx, [...restorable, ...words])
  await removeUnused(
    tx,
    changes.filter(({ model }) => MASTER_DATA.includes(model)),
  )
  const stay = restored.filter((id) => !gone.has(id))
  await refreshProjects(tx, stay, today, 'IMPORT', actor.userId)
  return { restored: restored.length, removed: gone.size, kept: [...kept] }
}
