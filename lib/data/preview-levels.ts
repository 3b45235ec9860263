import 'server-only'
import type { LedgerPlan, PlannedRow } from '@/lib/domain/ledger-plan'
import { rowKey } from '@/lib/domain/ledger-report'
import type { LedgerWrite } from '@/lib/domain/ledger-snapshot'
import type { Level } from '@/lib/domain/level-scale'
import { basisPoints } from '@/lib/domain/money'
import { mondayOf, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { evaluateProjectProvisionally } from '@/lib/domain/project-level'
import type { PreviewLevels, RowLevel } from '@/lib/schemas/import'
import { toDb } from './date'
import type { Tx } from './db'
import { chunksOf } from './ledger-rows'
import { type LevelContext, loadLevelContext } from './level-context'
import { itemNames } from './live-reasons'
import { type FactsIssue, type FactsRow, loadFactsRows, projectFactsOf } from './project-facts'

/** What of a project its colour depends on. */
type Measured = Parameters<typeof projectFactsOf>[0]
/** Money of the year behind the progress of a project, in 分. */
type YearMoney = Readonly<{ planned: bigint; opening: bigint; entered: bigint }>

const NO_MONEY: YearMoney = { planned: 0n, opening: 0n, entered: 0n }
const day = (value: unknown): Date | null => (typeof value === 'string' ? toDb(value as PlainDate) : null)
const fen = (value: unknown): bigint => BigInt(String(value ?? 0))

/** A project the ledger makes, before the row says anything of it. */
const unborn = (today: PlainDate): Measured => ({
  status: 'ACTIVE',
  stage: 'PLANNING',
  enteredOn: toDb(today),
  enrolledOn: null,
  lastVerifiedOn: null,
  lastChangedOn: null,
  template: null,
  milestones: [],
  procedures: [],
  issues: [],
  factorNeeds: [],
  waivers: [],
  progress: null,
  monthLevels: {},
  meetingsOf: () => 0,
})

const DAYS = ['enteredOn', 'enrolledOn', 'lastVerifiedOn', 'lastChangedOn'] as const

/** Money of a year once the writes of a row are in, as the database keeps it. */
function moneyAfter(before: YearMoney, writes: readonly LedgerWrite[], row: PlannedRow, year: number): YearMoney {
  let { planned, opening, entered } = before
  for (const { model, before: was, after } of writes) {
    if (model === 'yearPlan' && row.row.planYear === year) {
      planned = fen(after.plannedFen)
      opening = fen(after.openingFen)
    }
    if (model === 'investmentEntry' && yearOf(mondayOf(row.row.asOf)) === year)
      entered += fen(after.amountFen) - fen(was?.amountFen)
  }
  return { planned, opening, entered }
}

/** What is measured of a project once the writes of its row are in: the same facts `refreshProjects` will read then. */
function factsAfter(
  before: Measured,
  writes: readonly LedgerWrite[],
  money: YearMoney,
  names: LedgerPlan['names'],
): Measured {
  const actual = money.planned > 0n ? basisPoints(money.opening + money.entered, money.planned) : null
  const after = {
    ...before,
    milestones: [...before.milestones],
    issues: [...before.issues],
    progress: actual === null ? null : { actual, fromOn: before.progress?.fromOn ?? null },
  }
  for (const write of writes) {
    const said = write.after
    if (write.model === 'project') {
      if (said.stage) after.stage = said.stage as Measured['stage']
      for (const column of DAYS) if (said[column]) after[column] = day(said[column]) as Date
    }
    const ofStart = said.kind === 'START' || before.milestones.some(({ id }) => id === write.id)
    if (write.model === 'milestone' && ofStart)
      after.milestones = [{ id: write.id, plannedOn: day(said.plannedOn), actualOn: day(said.actualOn) }]
    if (write.model === 'issue') {
      const unit = names.get(String(said.leadOrgId ?? ''))
      after.issues.push({
        id: write.id,
        districtId: String(said.districtId),
        state: said.state as FactsIssue['state'],
        tier: said.tier as FactsIssue['tier'],
        tierSince: day(said.tierSince) as Date,
        dueOn: null,
        plannedOn: null,
        outcome: null,
        closedOn: null,
        leadOrg: unit ? { shortName: unit } : null,
        owner: null,
      })
    }
  }
  return after
}

/** Money of a year of some projects. */
async function loadMoney(tx: Tx, ids: readonly string[], year: number): Promise<ReadonlyMap<string, YearMoney>> {
  const projectId = { in: [...ids] }
  const plans = await tx.yearPlan.findMany({ where: { projectId, year } })
  const entered = await tx.investmentEntry.groupBy({
    by: ['projectId'],
    where: { projectId, weekOf: { gte: toDb(ymd(year, 1, 1)), lte: toDb(ymd(year, 12, 31)) } },
    _sum: { amountFen: true },
  })
  const sums = new Map(entered.map((one) => [one.projectId, one._sum.amountFen ?? 0n]))
  const found = new Map<string, YearMoney>([...sums].map(([id, sum]) => [id, { ...NO_MONEY, entered: sum }]))
  for (const plan of plans)
    found.set(plan.projectId, {
      planned: plan.plannedFen,
      opening: plan.openingFen,
      entered: sums.get(plan.projectId) ?? 0n,
    })
  return found
}

/** Colours by name, none yet. */
export const noColours = (): Record<Level, number> => ({ RED: 0, YELLOW: 0, BLUE: 0, GREEN: 0, GREY: 0 })

/** The colour of a project with what speaks for it, by the rules alone. */
export function colourOf(
  facts: Measured,
  was: Level | null,
  today: PlainDate,
  { calendar, parameters }: LevelContext,
): RowLevel & Readonly<{ codes: ReadonlyMap<string, string> }> {
  const measured = projectFactsOf(facts, today, calendar, parameters)
  const { level, reasons } = evaluateProjectProvisionally(measured, today, calendar, parameters)
  const [reason] = reasons
  return {
    level,
    was,
    reason: reason ? { ...reason, item: null } : null,
    codes: new Map(measured.procedures.map(({ id, code }) => [id, code])),
  }
}

/**
 * The colours the projects of a ledger will have once it is in, with the reason of each 写入后的四色: the rules of every
 * evaluation, asked of the facts as the import would leave them. Rows that stay out have none.
 */
export async function levelsOfLedger(
  tx: Tx,
  districtId: string,
  plan: LedgerPlan,
  today: PlainDate,
): Promise<PreviewLevels> {
  const context = await loadLevelContext(tx, districtId, today)
  const year = yearOf(today)
  const byProject = new Map<string, LedgerWrite[]>()
  for (const write of plan.writes) {
    const own = byProject.get(write.projectId ?? '')
    if (own) own.push(write)
    else if (write.projectId) byProject.set(write.projectId, [write])
  }
  const rows = plan.rows.filter(({ verdict }) => verdict !== 'error' && verdict !== 'unknown')
  const counts = noColours()
  const levels = new Map<string, RowLevel>()
  const spoken = new Map<string, string>()
  for (const chunk of chunksOf(rows, 200)) {
    const ids = chunk.flatMap(({ verdict, projectId }) => (verdict === 'new' || !projectId ? [] : [projectId]))
    const known = new Map((await loadFactsRows(tx, ids, today)).map((row): [string, FactsRow] => [row.id, row]))
    const money = await loadMoney(tx, ids, year)
    for (const row of chunk) {
      const id = row.projectId ?? ''
      const [before, writes] = [known.get(id), byProject.get(id) ?? []]
      const after = moneyAfter(money.get(id) ?? NO_MONEY, writes, row, year)
      const facts = factsAfter(before ?? unborn(today), writes, after, plan.names)
      const { codes, ...colour } = colourOf(facts, before?.level ?? null, today, context)
      counts[colour.level] += 1
      const key = rowKey(row.row)
      levels.set(key, colour)
      const code = colour.reason?.dimension === 'D1' ? codes.get(colour.reason.subjectId ?? '') : undefined
      if (code) spoken.set(key, code)
    }
  }
  const names = await itemNames(districtId, [...new Set(spoken.values())])
  for (const [key, code] of spoken) {
    const colour = levels.get(key)
    if (colour?.reason) levels.set(key, { ...colour, reason: { ...colour.reason, item: names.get(code) ?? null } })
  }
  return { counts, rows: levels }
}
