import { dbDayOrNull, fromDb, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { updateRows } from '@/lib/data/ledger-rows'
import { walkSearchText } from '@/lib/data/search-text'
import { latest, type PlainDate } from '@/lib/domain/plain-date'
import { costAt, type FindingState, type WalkedWay } from '@/lib/domain/walk'
import { addWorkdays, workdaysBetween } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { serviceYear, writeServiceIssues } from './build-service-issues'
import type { Workshop } from './draft'
import { insertRows } from './insert-rows'
import { randomOf } from './random'
import { instantOn, lastWorkday } from './timeline'
import { DEMO_AGENCY } from './units'
import { FINDING_PLOTS, type FindingPlot, STEP_PLOTS, TOLD_PLOTS } from './walk-plots'

/** Problems solved for enterprises on walks in the year (other-mechanisms §1, row 14). */
const SOLVED = 286
/** Walks of heads in the year, second walks not counted. */
const WALKS = 42
/** Working days a unit has to mend what was found. */
const MEND_WD = 10
/** Working days from what was mended to the second walk. */
const AGAIN_WD = 4

const MODES = ['SELF', 'SELF', 'ACCOMPANY', 'CROSS', 'RECEIVE', 'ONLINE'] as const

type Head = Readonly<{ unitId: string; unit: string; personId: string; name: string; userId: string | null }>

/** Units whose head walks, with who he is. */
async function headsOf(tx: Tx, { districtId }: Workshop): Promise<Head[]> {
  const people = await tx.person.findMany({
    where: { districtId, title: '主要负责人', org: { kind: { in: ['AGENCY', 'UTILITY'] } } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, org: { select: { id: true, shortName: true } }, user: { select: { id: true } } },
  })
  return people.flatMap(({ id, name, org, user }) =>
    org ? [{ unitId: org.id, unit: org.shortName, personId: id, name, userId: user?.id ?? null }] : [],
  )
}

type Rows = Readonly<{
  walks: Prisma.WalkCreateManyInput[]
  steps: Prisma.WalkStepCreateManyInput[]
  findings: Prisma.WalkFindingCreateManyInput[]
  moves: Prisma.WalkFindingMoveCreateManyInput[]
}>

type Way = WalkedWay & Readonly<{ id: string; on: PlainDate }>

/** What a finding came to by today: how far it is depends on how long ago it was found. */
function stateOf(ago: number, nth: number): FindingState {
  if (ago >= MEND_WD + AGAIN_WD + 6) return 'CLOSED'
  if (ago >= MEND_WD) return nth % 3 === 0 ? 'MENDING' : 'TO_VERIFY'
  return nth % 2 === 0 ? 'TO_MEND' : 'MENDING'
}

/**
 * The year's walks 走流程: heads of units go the way of applicants, what they found is mended and walked again, and what
 * enterprises told them on the way is a ledger of problems of its own.
 */
export async function writeWalks(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, calendar, today, newId, catalogue } = shop
  const r = randomOf('walks')
  const heads = await headsOf(tx, shop)
  const bureau = await tx.user.findFirst({
    where: { districtId, role: 'BIZENV' },
    select: { id: true, orgId: true, person: { select: { id: true, name: true } } },
  })
  if (!bureau?.orgId || heads.length === 0) return
  const rows: Rows = { walks: [], steps: [], findings: [], moves: [] }
  const units = new Map<string, string>()
  const last = lastWorkday(calendar, today)
  const { first, span } = serviceYear(today, calendar)
  const items = [...catalogue.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))

  const walk = (
    head: Readonly<{ unitId: string; unit: string; personId: string; name: string }>,
    on: PlainDate,
    { code, nameZh: item }: Readonly<{ code: string; nameZh: string }>,
    more: Readonly<{ days: number; mended: ReadonlySet<string> }>,
  ): Way => {
    const id = newId()
    const number = rows.walks.length + 1
    const steps = STEP_PLOTS.map(({ less, ...plot }, i) => {
      const [papers, trips] = more.mended.has(plot.name) ? less : [0, 0]
      return {
        ...plot,
        minutes: plot.minutes + ((number * 7 + i * 5) % 16),
        papers: plot.papers - papers,
        trips: plot.trips - trips,
      }
    })
    rows.walks.push({
      id,
      districtId,
      number,
      unitId: head.unitId,
      leader: head.name,
      code,
      item,
      mode: r.pick(MODES),
      place: r.chance(0.75) ? 'HALL' : r.pick(['SITE', 'ONLINE']),
      on: toDb(on),
      days: more.days,
      state: 'DONE',
      walkerId: head.personId,
      searchText: '',
      createdAt: instantOn(on, number),
    })
    units.set(id, head.unit)
    steps.forEach((step, i) => {
      rows.steps.push({ id: newId(), walkId: id, position: i + 1, ...step })
    })
    return { id, on, days: more.days, steps }
  }

  const find = (head: Head, way: Way, plot: FindingPlot, earlier: readonly (string | null)[], nth: number) => {
    const id = newId()
    const ago = workdaysBetween(calendar, way.on, last)
    const state = stateOf(ago, nth)
    const dueOn = addWorkdays(calendar, way.on, MEND_WD)
    const startedOn = addWorkdays(calendar, way.on, 2)
    const submittedOn = addWorkdays(calendar, way.on, Math.min(MEND_WD - 1, Math.max(3, ago)))
    const done = state === 'TO_VERIFY' || state === 'CLOSED'
    const before = costAt(way, plot.step, earlier)
    const finding = {
      id,
      districtId,
      walkId: way.id,
      step: plot.step,
      kind: plot.kind,
      text: plot.text,
      measure: state === 'TO_MEND' ? null : plot.measure,
      ownerId: head.unitId,
      raisedOn: toDb(way.on),
      dueOn: toDb(dueOn),
      state,
      result: done ? plot.result : null,
      submittedOn: dbDayOrNull(done ? submittedOn : null),
      beforeDays: before.days,
      beforePapers: before.papers,
      beforeTrips: before.trips,
      createdAt: instantOn(way.on, nth),
    } satisfies Prisma.WalkFindingCreateManyInput
    const move = (
      kind: string,
      from: FindingState | null,
      to: FindingState,
      on: PlainDate,
      more: Partial<Prisma.WalkFindingMoveCreateManyInput> = {},
    ) => {
      rows.moves.push({
        id: newId(),
        findingId: id,
        kind,
        from,
        to,
        on: toDb(on),
        at: instantOn(on, 600 * rows.moves.length),
        actorId: head.userId ?? shop.officeUserId,
        ...more,
      })
    }
    move('RAISE', null, 'TO_MEND', way.on, {
      text: plot.text,
      ownerId: head.unitId,
      dueOn: toDb(dueOn),
      actorId: head.userId ?? bureau.id,
    })
    if (state !== 'TO_MEND') move('START', 'TO_MEND', 'MENDING', startedOn)
    if (done) move('SUBMIT', 'MENDING', 'TO_VERIFY', submittedOn, { text: plot.result })
    return { finding, submittedOn, move }
  }

  for (let n = 0; n < WALKS; n++) {
    const head = heads[n % heads.length] as Head
    // The last of them a few days ago: what was found then is still in hand.
    const on = addWorkdays(calendar, first, Math.floor(((n + 1) * (span - 4)) / WALKS))
    const own = items.filter(({ agencyId }) => agencyId === head.unitId)
    const item = r.pick(own.length > 0 ? own : items)
    const way = walk(head, on, item, { days: r.int(9, 14), mended: new Set() })
    // One thing at each step: what was measured is measured once.
    const shuffled = r.shuffle(FINDING_PLOTS)
    const plots = shuffled
      .filter(({ step }, i) => shuffled.findIndex((other) => other.step === step) === i)
      .slice(0, r.int(2, 3))
    const found: ReturnType<typeof find>[] = []
    const earlier: (string | null)[] = []
    for (const plot of plots) {
      found.push(find(head, way, plot, [...earlier], rows.findings.length + found.length))
      earlier.push(plot.step)
    }
    if (found.some(({ finding }) => finding.state === 'CLOSED')) {
      const mended = new Set(plots.map(({ step }) => step ?? ''))
      const submitted = found.map(({ submittedOn }) => submittedOn).reduce((a, b) => latest(a, b))
      const againOn = addWorkdays(calendar, submitted, AGAIN_WD)
      const second = walk(
        { unitId: bureau.orgId, unit: '营商环境办', personId: bureau.person.id, name: bureau.person.name },
        againOn,
        item,
        { days: Math.max(3, (way.days ?? 9) - (plots.some(({ step }) => step === null) ? r.int(3, 5) : 0)), mended },
      )
      found.forEach(({ finding, move }, i) => {
        const after = costAt(second, finding.step, earlier.slice(0, i))
        rows.findings.push({
          ...finding,
          afterDays: finding.beforeDays === null ? null : after.days,
          afterPapers: finding.beforePapers === null ? null : after.papers,
          afterTrips: finding.beforeTrips === null ? null : after.trips,
          verifiedById: second.id,
          closedOn: toDb(againOn),
        })
        move('CLOSE', 'TO_VERIFY', 'CLOSED', againOn, { walkId: second.id, actorId: bureau.id })
      })
    } else for (const { finding } of found) rows.findings.push(finding)
  }
  // The demo's own head walked last week, and has something to mend.
  const head = heads.find(({ unit }) => unit === DEMO_AGENCY)
  const item = items.find(({ agencyId }) => agencyId === head?.unitId)
  if (head && item) {
    const way = walk(head, addWorkdays(calendar, last, -13), item, { days: 11, mended: new Set() })
    const earlier: (string | null)[] = []
    for (const [i, plot] of FINDING_PLOTS.slice(0, 3).entries()) {
      rows.findings.push(find(head, way, plot, [...earlier], i).finding)
      earlier.push(plot.step)
    }
  }
  // Numbers go up with the days, as they do where each walk is entered when it is walked.
  const numbered = rows.walks
    .toSorted((a, b) => Number(a.on) - Number(b.on))
    .map((row, i) => {
      const { id, item, code, leader } = row
      const unit = units.get(id ?? '') ?? ''
      return { ...row, number: i + 1, searchText: walkSearchText({ number: i + 1, item, code, leader, unit }) }
    })
  await insertRows(tx, 'Walk', numbered)
  await insertRows(tx, 'WalkStep', rows.steps)
  await insertRows(tx, 'WalkFinding', rows.findings)
  await insertRows(tx, 'WalkFindingMove', rows.moves)
  await tx.$executeRaw`
    UPDATE "Walk" w SET "verifiesId" = f.id
    FROM (SELECT DISTINCT ON ("verifiedById") "verifiedById", id FROM "WalkFinding" ORDER BY "verifiedById", id) f
    WHERE f."verifiedById" = w.id`
  await writeTold(tx, shop, rows.walks)
}

/** What enterprises told on walks, each on the last walk before it was written down. */
async function writeTold(tx: Tx, shop: Workshop, walks: Rows['walks']): Promise<void> {
  const told = await writeServiceIssues(tx, shop, {
    source: 'WALKTHROUGH',
    plots: TOLD_PLOTS,
    endings: [
      { state: 'SOLVED', n: SOLVED },
      { state: 'EXPLAINED', n: 2, ago: 40, plots: [['希望大厅增设午间窗口', '区政府办']] },
      { state: 'IN_PROGRESS', n: 1, ago: 9, plots: [['企业开办和刻章希望一次办完', '市场监管局']] },
      { state: 'IN_HAND', n: 1, ago: 3, plots: [['排水接驳图要跑两个部门核对', '城管局']] },
    ],
  })
  const days = walks.map(({ id, on }) => ({ id, on: fromDb(on as Date) }))
  days.sort((a, b) => (a.on < b.on ? -1 : 1))
  await updateRows(
    tx,
    'issue',
    told.flatMap(({ id, raisedOn }) => {
      const walk = days.findLast(({ on }) => on <= raisedOn)
      return walk ? [{ id, values: { walkId: walk.id } }] : []
    }),
  )
}
