import { dayOrNull, dbDayOrNull, fromDb, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { updateRows } from '@/lib/data/ledger-rows'
import { issueSearchText } from '@/lib/data/search-text'
import type { IssueState } from '@/lib/domain/issue/issue'
import { proposeKind } from '@/lib/domain/issue/kind'
import type { IssueTier } from '@/lib/domain/issue/tier'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { insertRows } from './insert-rows'
import { type Hand, type IssueStory, tellIssue } from './issue-story'
import { randomOf } from './random'
import { REAL_NAMES } from './real-names'
import { instantOn, lastWorkday } from './timeline'

/** Working days a unit has to settle a problem. */
const TERM = 10

/** Problems enterprises told somebody who came by, besides those of projects. */
const LOOSE: readonly (readonly [text: string, agency: string, state: IssueState, tier: IssueTier])[] = [
  ['企业反映职工子女入学政策不清楚', '区政府办', 'EXPLAINED', 'DEPARTMENT'],
  ['申请设备更新贷款，银行要求追加抵押', '工信局', 'IN_PROGRESS', 'TASKFORCE'],
  ['厂区门口公交站点太远，职工上下班不便', '城管局', 'IN_HAND', 'DEPARTMENT'],
  ['营业执照变更跑了两趟，材料清单不一致', '市场监管局', 'SOLVED', 'DEPARTMENT'],
  ['货车白天进城通行证难办', '城管局', 'TO_CONFIRM', 'DEPARTMENT'],
  ['与前施工单位的工程款有纠纷', '住建局', 'OUTSIDE', 'DEPARTMENT'],
  ['希望组织本地产品对接会', '商务局', 'SOLVED', 'DEPARTMENT'],
  ['数控技工一直招不满', '工信局', 'IN_HAND', 'TASKFORCE'],
  ['厂房外墙悬挂招牌要求不明确', '城管局', 'SOLVED', 'DEPARTMENT'],
  ['想用隔壁闲置地块做临时停车场', '自规局', 'UNSOLVABLE', 'DISTRICT'],
  ['燃气报装费用与合同不一致', '燃气热力', 'TO_ASSIGN', 'DEPARTMENT'],
  ['希望提前兑现技改奖补', '工信局', 'EXPLAINED', 'DEPARTMENT'],
  ['厂区排水口被临时围挡堵住', '城管局', 'SOLVED', 'DEPARTMENT'],
  ['高温时段供电电压不稳', '供电', 'TO_CONFIRM', 'DEPARTMENT'],
  ['消防验收前想先做一次指导', '消防大队', 'SOLVED', 'DEPARTMENT'],
  ['办公楼宽带入户施工受阻', '住建局', 'WITHDRAWN', 'DEPARTMENT'],
]

const columns = {
  id: true,
  number: true,
  text: true,
  source: true,
  tier: true,
  state: true,
  leadOrgId: true,
  enterpriseId: true,
  raisedOn: true,
  dueOn: true,
  closedOn: true,
  project: {
    select: {
      contactId: true,
      taskforceId: true,
      streetId: true,
      procedures: { where: { agencyId: { not: null } }, select: { agencyId: true }, orderBy: { code: 'asc' }, take: 6 },
      stewards: { where: { toOn: null }, select: { personId: true } },
    },
  },
} satisfies Prisma.IssueSelect
type Row = Prisma.IssueGetPayload<{ select: typeof columns }>

/** Where a problem of the demo stands today. What is settled this month may still wait for the enterprise, or to be struck off. */
function stateOf(row: Row, today: PlainDate): Readonly<{ state: IssueState; closedOn: PlainDate | null }> {
  const closedOn = dayOrNull(row.closedOn)
  if (!closedOn) {
    if (row.state !== 'IN_HAND') return { state: row.state, closedOn: null }
    // What was just raised is on its way; what is late lies with its unit.
    const fresh = row.dueOn !== null && fromDb(row.dueOn) > today && row.project !== null
    const kind = fresh ? row.number % 4 : 2
    return { state: kind === 0 ? 'TO_ASSIGN' : kind === 1 ? 'IN_PROGRESS' : 'IN_HAND', closedOn: null }
  }
  const recent =
    monthOf(closedOn) === monthOf(today) && row.dueOn !== null && monthOf(fromDb(row.dueOn)) >= monthOf(today)
  if (recent && row.number % 3 === 0) return { state: 'TO_CONFIRM', closedOn: null }
  if (recent && row.number % 3 === 1) return { state: row.state, closedOn: null }
  return { state: row.state, closedOn }
}

const columnsOf = (row: Row, story: IssueStory, raisedById: string | null) => ({
  kind: proposeKind(row.text),
  raisedById,
  state: story.state,
  leadOrgId: story.leadId,
  heldSince: story.heldSince,
  tierSince: story.tierSince,
  passed: story.passed,
  plannedOn: story.plannedOn,
  outcome: story.outcome,
  result: story.result,
  satisfied: story.satisfied,
  understood: story.understood,
  closedOn: story.closedOn,
  searchText: issueSearchText(row),
})

/** When a line of a history was written: within office hours, and those of one day in the order they were written. */
export const momentOf = (on: PlainDate, line: number, number: number): Date =>
  instantOn(on, line * 1_500 + (number % 900))

/** Accounts and units behind the hands of the demo's problems. */
export async function issuePeople(tx: Tx, districtId: string) {
  const users = await tx.user.findMany({
    where: { districtId },
    select: { id: true, personId: true, orgId: true, role: true },
    orderBy: { id: 'asc' },
  })
  const people = await tx.person.findMany({
    where: { districtId, orgId: { not: null } },
    select: { id: true, orgId: true },
    orderBy: { id: 'asc' },
  })
  return {
    userOf: new Map(users.map(({ id, personId }) => [personId, id])),
    accountAt: (orgId: string | null) => users.find((user) => orgId !== null && user.orgId === orgId)?.id ?? null,
    personAt: (orgId: string | null) => people.find((person) => orgId !== null && person.orgId === orgId)?.id ?? null,
    bizenv: users.find(({ role }) => role === 'BIZENV') ?? null,
  }
}

/**
 * Gives every problem of the demo that has none its history: hands it went through, answers, ratings. What a colour rests on is
 * not touched but for problems that were just raised, and those that were settled.
 */
export async function writeIssueMoves(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, calendar } = shop
  const rows = await tx.issue.findMany({
    where: { districtId, moves: { none: {} } },
    select: columns,
    orderBy: { number: 'asc' },
  })
  const people = await issuePeople(tx, districtId)
  const updates: { id: string; values: Record<string, unknown> }[] = []
  const moves: Prisma.IssueMoveCreateManyInput[] = []
  for (const row of rows) {
    const r = randomOf(`issue ${row.number}`)
    const { state, closedOn } = stateOf(row, today)
    const raisedOn = fromDb(row.raisedOn)
    const settledOn = dayOrNull(row.closedOn)
    const others = row.project?.procedures.flatMap(({ agencyId }) =>
      agencyId && agencyId !== row.leadOrgId ? [agencyId] : [],
    )
    const story = tellIssue(r, {
      text: row.text,
      tier: row.tier,
      leadId: row.leadOrgId,
      otherId: r.chance(0.6) ? (others?.[0] ?? null) : null,
      raisedOn,
      state,
      answeredOn: settledOn ? settledOn : state === 'IN_PROGRESS' ? lastWorkday(calendar, today) : null,
      closedOn,
      today: lastWorkday(calendar, today),
      calendar,
    })
    const raisedById = raiserOf(row, people, shop)
    const accountOf = (hand: Hand, unitId: string | null): string | null => {
      if (hand === 'OFFICE') return shop.officeUserId
      if (hand === 'TASKFORCE') return people.accountAt(row.project?.taskforceId ?? null) ?? shop.officeUserId
      if (hand === 'UNIT') return people.accountAt(unitId) ?? shop.officeUserId
      const person = hand === 'CONTACT' ? (row.project?.contactId ?? null) : raisedById
      // What an enterprise without an account said, its steward wrote down; without a project whoever heard it did.
      const wrote = row.project ? row.project.stewards[0]?.personId : people.bizenv?.personId
      const own = people.userOf.get(person ?? '')
      return own ?? (row.source === 'LEDGER' && hand === 'RAISER' ? null : (people.userOf.get(wrote ?? '') ?? null))
    }
    updates.push({ id: row.id, values: columnsOf(row, story, raisedById) })
    story.steps.forEach(({ by, on, unitId, plannedOn, ...step }, i) => {
      const before = story.steps[i - 1]?.unitId ?? null
      moves.push({
        id: shop.newId(),
        issueId: row.id,
        ...step,
        unitId,
        plannedOn: dbDayOrNull(plannedOn) ?? undefined,
        on: toDb(on),
        at: momentOf(on, i, row.number),
        actorId: accountOf(by, step.kind === 'RETURN' ? before : unitId),
      })
    })
  }
  await updateRows(tx, 'issue', updates)
  await insertRows(tx, 'IssueMove', moves)
}

function raiserOf(row: Row, people: Awaited<ReturnType<typeof issuePeople>>, shop: Workshop): string | null {
  switch (row.source) {
    case 'LEDGER':
      return null
    case 'CONTACT':
      return row.project?.contactId ?? null
    case 'STREET':
      return people.personAt(row.project?.streetId ?? null)
    case 'STEWARD':
      return row.project?.stewards[0]?.personId ?? null
    case 'MEETING':
      return shop.officePersonId
    default:
      return people.bizenv?.personId ?? null
  }
}

/** Problems of enterprises without a project in the library; none of a firm that really exists. */
export async function writeLooseIssues(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, calendar } = shop
  const real = new Set(REAL_NAMES.map(({ name }) => name))
  const projects = await tx.project.findMany({
    where: { districtId, enterpriseId: { not: null } },
    select: { name: true, enterpriseId: true },
    orderBy: { number: 'desc' },
  })
  const enterprises = projects.flatMap(({ name, enterpriseId }) =>
    real.has(name) || !enterpriseId ? [] : [enterpriseId],
  )
  const { _max } = await tx.issue.aggregate({ where: { districtId }, _max: { number: true } })
  const last = lastWorkday(calendar, shop.today)
  const rows = LOOSE.map(([text, agency, state, tier], i) => {
    const settled = state !== 'IN_HAND' && state !== 'TO_ASSIGN' && state !== 'IN_PROGRESS'
    const raisedOn = addWorkdays(calendar, last, settled ? -18 - i : -2 - (i % 5))
    const settledOn = settled ? addWorkdays(calendar, raisedOn, 4 + (i % 6)) : null
    const number = (_max.number ?? 0) + i + 1
    return {
      id: shop.newId(),
      districtId,
      number,
      // The ledgers of the services count exactly what the district reports of them: build-service-issues.ts.
      source: 'MONITOR_POINT' as const,
      text,
      enterpriseId: enterprises[i * 3],
      tier,
      leadOrgId: shop.orgIds.get(agency) ?? null,
      state,
      raisedOn: toDb(raisedOn),
      heldSince: toDb(raisedOn),
      tierSince: toDb(raisedOn),
      dueOn: toDb(addWorkdays(calendar, raisedOn, TERM)),
      closedOn: settledOn && toDb(settledOn),
      searchText: issueSearchText({ text, number }),
      createdAt: instantOn(raisedOn, 15_000 + i),
    }
  })
  await insertRows(tx, 'Issue', rows)
}
