import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { IssuePlan } from '@/lib/domain/issue/ledger-plan'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayOrNull } from './date'
import type { Tx } from './db'
import { nextIssueNumber } from './issue-entry'
import type { PlannedIssue } from './issue-ledger-decide'
import type { MeantIssue } from './issue-ledger-rows'
import { newId } from './ledger-id'
import { insertRows, type JsonRow, updateRows } from './ledger-rows'
import { issueSearchText } from './search-text'

/** A problem a ledger has written: what it was, null where it was made, and its new lines of history. */
export type WrittenIssue = Readonly<{
  id: string
  projectId: string | null
  before: JsonRow | null
  moveIds: readonly string[]
}>

/** The columns a ledger can change, as they are after a row. */
function columnsOf(
  { facts, words, moves, raisedOn }: IssuePlan,
  number: number,
  tierSince: PlainDate,
  today: PlainDate,
) {
  const { leadId, ...rest } = facts
  const answer = moves.findLast(({ move }) => move.kind === 'ANSWER')?.move
  const raised = moves.some(({ from, to }) => from.tier !== to.tier)
  return {
    ...rest,
    leadOrgId: leadId,
    tierSince: raised ? today : tierSince,
    raisedOn,
    text: words.text,
    kind: words.kind,
    supportIds: words.supportIds,
    ownerId: words.ownerId,
    revisit: words.revisit,
    note: words.note,
    searchText: issueSearchText({ text: words.text, number }),
    ...(answer ? { result: answer.text ?? null } : {}),
  } satisfies JsonRow
}

/** The same columns as they were. */
function columnsBefore(issue: MeantIssue): JsonRow {
  const { leadId, ...facts } = issue.known.facts
  return {
    ...facts,
    leadOrgId: leadId,
    tierSince: dayOrNull(issue.tierSince),
    raisedOn: dayOrNull(issue.raisedOn),
    text: issue.text,
    kind: issue.kind,
    supportIds: issue.supportIds,
    ownerId: issue.ownerId,
    revisit: issue.revisit,
    revisitOn: dayOrNull(issue.revisitOn),
    note: issue.note,
    searchText: issue.searchText,
    result: issue.result,
  }
}

/** The lines of history one row writes, in their order. */
function movesOf(one: PlannedIssue, plan: IssuePlan, issueId: string, actor: Actor, today: PlainDate, at: () => Date) {
  const { row, meant } = one
  const line = (values: JsonRow): JsonRow => ({
    id: newId(),
    issueId,
    internal: false,
    at: at(),
    // What a ledger tells of the past nobody here did: its lines are the ledger's.
    actorId: String(values.on) < today ? null : actor.userId,
    ...values,
  })
  const made: JsonRow[] = []
  const still = { from: plan.facts.state, to: plan.facts.state, tier: plan.facts.tier, unitId: plan.facts.leadId }
  if (!meant)
    made.push(
      line({
        kind: 'ENTER',
        from: null,
        to: plan.entered.state,
        tier: plan.entered.tier,
        unitId: null,
        text: plan.words.text,
        dueOn: plan.entered.dueOn,
        on: plan.raisedOn,
      }),
    )
  for (const { move, from, to } of plan.moves)
    made.push(
      line({
        kind: move.kind,
        from: from.state,
        to: to.state,
        tier: to.tier,
        unitId: to.leadId,
        text: move.text ?? null,
        dueOn: move.kind === 'ASSIGN' ? to.dueOn : null,
        plannedOn: move.plannedOn ?? null,
        outcome: move.outcome ?? null,
        satisfied: move.satisfied ?? null,
        on: move.on,
      }),
    )
  const told = plan.moves.some(({ move }) => move.text === row.progress)
  if (row.progress !== null && !told && row.progress !== (meant?.known.progress ?? null))
    made.push(line({ kind: 'NOTE', ...still, text: row.progress, on: today }))
  if (plan.words.revisit !== (meant?.revisit ?? null))
    made.push(line({ kind: 'REVISIT', ...still, text: plan.words.revisit, on: today }))
  return made
}

/**
 * Writes the problems of a ledger with their history, in a fixed number of statements whatever the number of rows.
 *
 * @param rows those that make or change something
 */
export async function writeIssues(
  tx: Tx,
  actor: Actor,
  rows: readonly (PlannedIssue & Readonly<{ plan: IssuePlan }>)[],
  today: PlainDate,
): Promise<WrittenIssue[]> {
  let number = rows.some(({ meant }) => !meant) ? await nextIssueNumber(tx, actor.districtId) : 0
  // A millisecond apart, so that a history reads in the order it happened.
  let moment = Date.now()
  const at = () => new Date(moment++)
  const [made, changed, moves]: [JsonRow[], { id: string; values: JsonRow }[], JsonRow[]] = [[], [], []]
  const written = rows.map((one): WrittenIssue => {
    const { plan, meant, row, project, enterpriseId } = one
    const id = meant?.id ?? newId()
    const own = movesOf(one, plan, id, actor, today, at)
    moves.push(...own)
    const moveIds = own.map((move) => String(move.id))
    const revisited = plan.words.revisit !== (meant?.revisit ?? null) ? { revisitOn: today } : {}
    if (meant) {
      const columns = columnsOf(plan, meant.number, dayOrNull(meant.tierSince) ?? today, today)
      changed.push({ id, values: { ...columns, ...revisited, version: meant.version + 1 } })
      return { id, projectId: meant.projectId, before: columnsBefore(meant), moveIds }
    }
    const mine = number++
    made.push({
      id,
      districtId: actor.districtId,
      number: mine,
      source: row.source ?? 'LEDGER',
      projectId: project?.id ?? null,
      enterpriseId,
      urged: row.urged ?? 0,
      ...columnsOf(plan, mine, plan.raisedOn, today),
      ...revisited,
      version: 1,
    })
    return { id, projectId: project?.id ?? null, before: null, moveIds }
  })
  await insertRows(tx, 'issue', made)
  // Rows that name the same columns go in one statement.
  await updateRows(tx, 'issue', changed)
  await insertRows(tx, 'issueMove', moves)
  return written
}
