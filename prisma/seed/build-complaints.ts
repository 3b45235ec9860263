import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { complaintSearchText } from '@/lib/data/search-text'
import { type ComplaintCase, FRESH_COMPLAINT } from '@/lib/domain/complaint/complaint'
import { type ComplaintMove, type ComplaintPart, moveComplaint } from '@/lib/domain/complaint/move'
import { limitOf } from '@/lib/domain/complaint/term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { tieComplaints } from './build-complaint-issues'
import { serviceYear } from './build-service-issues'
import { ABOUT_BUREAU, COMPLAINT_PLOTS, type ComplaintPlot, REFUSED_PLOTS } from './complaint-plots'
import type { Workshop } from './draft'
import { randomOf } from './random'
import { lastWorkday } from './timeline'
import { DEMO_AGENCY } from './units'

/** Complaints that are done with, spread over the year. */
const DONE = 96
/** Points at which nobody has said anything so far: no bad sign, and no good one. */
const SILENT = [5, 14] as const
const PARTS: ReadonlySet<ComplaintPart> = new Set(['STEER', 'HANDLE', 'SUPERVISE', 'FILER'])

/** How far a complaint has come, and how it went: working days from the day it came in. */
type Course = Readonly<{
  receive?: number
  pass?: number
  answer?: number
  rating?: number | null
  redo?: boolean
  ask?: boolean
  urge?: boolean
  report?: boolean
  close?: boolean
  refuse?: string
}>

type Point = Readonly<{ id: string; number: number; supervisorUnitId: string | null }>
type Hands = Readonly<{ bureau: string; discipline: string; ofUnit: ReadonlyMap<string, string> }>

const fresh = (filedOn: PlainDate, reachable: boolean): ComplaintCase => ({
  ...FRESH_COMPLAINT,
  filedOn,
  againstId: null,
  reachable,
})

type Rows = Readonly<{ complaints: Prisma.ComplaintCreateManyInput[]; moves: Prisma.ComplaintMoveCreateManyInput[] }>

/** Writes down complaints one after the other, each by the very rules people move them by. */
function storyteller(shop: Workshop, rows: Rows, points: readonly Point[], hands: Hands, bureauId: string) {
  const { calendar, newId, orgIds, districtId, today } = shop
  const last = lastWorkday(calendar, today)
  return (plot: ComplaintPlot, filedOn: PlainDate, course: Course, repeatOfId: string | null = null): string => {
    const number = rows.complaints.length + 1
    const id = newId()
    const leadId = orgIds.get(plot.lead) ?? bureauId
    const againstId = (plot.against && orgIds.get(plot.against)) ?? null
    const open = points.filter((point) => point.supervisorUnitId !== leadId)
    const point = open.length > 0 ? open[(number * 5) % open.length] : undefined
    const leads = againstId === bureauId ? hands.discipline : hands.bureau
    const handler = hands.ofUnit.get(leadId) ?? leads
    let complaint = fresh(filedOn, false)
    let nth = 1
    const moves: Prisma.ComplaintMoveCreateManyInput[] = [
      { id: newId(), complaintId: id, nth, kind: 'FILE', to: 'FILED', on: toDb(filedOn) },
    ]
    const after = (n: number): PlainDate => addWorkdays(calendar, filedOn, n)
    /** Does a thing on a day that has come, if the rules let it. */
    const act = (kind: ComplaintMove['kind'], n: number, actorId: string | null, more: Partial<ComplaintMove> = {}) => {
      const on = after(n)
      if (on > last) return
      const moved = moveComplaint(complaint, { kind, on, ...more }, { today: on, calendar, parts: PARTS })
      if (!moved.ok) throw new Error(`complaint ${number}: ${kind} ${moved.error.code}`)
      const from = complaint.state
      complaint = { ...complaint, ...moved.value }
      nth += 1
      moves.push({
        id: newId(),
        complaintId: id,
        nth,
        kind,
        from,
        to: complaint.state,
        unitId: complaint.leadId,
        text: more.text ?? null,
        dueOn: complaint.dueOn && toDb(complaint.dueOn),
        rating: more.rating ?? null,
        good: more.good ?? null,
        on: toDb(on),
        actorId,
      })
    }
    const { receive, pass, answer, rating, refuse } = course
    if (refuse) act('REFUSE', 1, leads, { text: refuse })
    if (receive !== undefined) act('RECEIVE', receive, leads, { againstId })
    if (pass !== undefined)
      act('PASS', pass, leads, { unitId: leadId, supervisorUnitId: point?.supervisorUnitId ?? null })
    if (course.urge) act('URGE', (pass ?? 0) + 3, null)
    if (course.report) act('REPORT', (pass ?? 0) + 4, handler, { text: '已到现场看过，正在和有关科室定办法。' })
    if (course.ask) act('ASK_MORE', (pass ?? 0) + 9, handler, { text: '要等月底的联审会，预计还要两周。' })
    if (answer !== undefined) {
      act('ANSWER', answer, handler, { text: plot.answer })
      const heard = answer + 2
      if (course.redo) {
        act('RATE', heard, null, { rating: 2, text: '说办了，去看还是老样子。' })
        act('REDO', heard + 1, leads, { text: '现场没有解决，重新办理。' })
        act('ANSWER', heard + 7, handler, { text: `${plot.answer}已带人当面办完。` })
        act('RATE', heard + 9, null, { rating: 4 })
        act('CLOSE', heard + 10, leads)
      } else {
        if (rating) act('RATE', heard, null, { rating })
        if (rating && rating < 3)
          act('REVISIT', heard + 3, leads, { text: '电话没有留，到店里问过，已经补办。', good: true })
        if (course.close) act('CLOSE', rating ? heard + 4 : answer + 11, leads)
      }
    }
    rows.moves.push(...moves)
    const { leadId: handledBy, againstId: about, reachable: _reachable, ...columns } = complaint
    const days = Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [
        name,
        /On$|Since$/.test(name) && value ? toDb(value as PlainDate) : value,
      ]),
    ) as unknown as Prisma.ComplaintCreateManyInput
    const clockOn = limitOf(complaint, calendar)?.dueOn
    const { kind, text, place } = plot
    rows.complaints.push({
      ...days,
      id,
      districtId,
      pointId: point?.id ?? null,
      number,
      kind,
      text,
      place,
      leadOrgId: handledBy,
      againstOrgId: about,
      filedHour: 9 + (number % 9),
      clockOn: clockOn ? toDb(clockOn) : null,
      repeatOfId,
      searchText: complaintSearchText({ text, place, number }),
    })
    return id
  }
}

async function handsIn(tx: Tx, { districtId }: Workshop): Promise<(Hands & Readonly<{ bureauId: string }>) | null> {
  const users = await tx.user.findMany({
    where: { districtId, role: { in: ['BIZENV', 'DISCIPLINE', 'AGENCY'] }, disabledAt: null },
    orderBy: { username: 'asc' },
    select: { id: true, orgId: true, role: true },
  })
  const bureau = users.find(({ role }) => role === 'BIZENV')
  const discipline = users.find(({ role }) => role === 'DISCIPLINE')
  if (!bureau?.orgId || !discipline) return null
  const ofUnit = new Map(users.flatMap(({ id, orgId, role }) => (role === 'AGENCY' && orgId ? [[orgId, id]] : [])))
  return { bureau: bureau.id, discipline: discipline.id, ofUnit, bureauId: bureau.orgId }
}

const RATINGS = [5, 4, null, 5, 3, 4, null, 2] as const

/**
 * The year's requests and complaints 诉求投诉: at sixteen points of eighteen somebody said something, most was answered in time and
 * pleased, some was late, said twice or done anew, and some waits today.
 */
export async function writeComplaints(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, calendar, today } = shop
  const hands = await handsIn(tx, shop)
  if (!hands) return
  const found = await tx.monitorPoint.findMany({
    where: { districtId, openedOn: { not: null }, number: { notIn: [...SILENT] } },
    select: { id: true, number: true, supervisor: { select: { orgId: true } } },
    orderBy: { number: 'asc' },
  })
  const points = found.map(({ id, number, supervisor }) => ({ id, number, supervisorUnitId: supervisor.orgId }))
  const rows: Rows = { complaints: [], moves: [] }
  const tell = storyteller(shop, rows, points, hands, hands.bureauId)
  const r = randomOf('complaints')
  const { first, span } = serviceYear(today, calendar)
  const last = lastWorkday(calendar, today)
  const plotOf = (i: number): ComplaintPlot => COMPLAINT_PLOTS[i % COMPLAINT_PLOTS.length] ?? ABOUT_BUREAU
  const ago = (n: number) => addWorkdays(calendar, last, -n)
  let earlier: string | null = null
  for (let i = 0; i < DONE; i++) {
    const filedOn = addWorkdays(calendar, first, Math.floor((i * Math.max(1, span - 42)) / DONE))
    const refused = i % 32 === 17 ? REFUSED_PLOTS[Math.floor(i / 32)] : undefined
    if (refused) {
      const { text, place, why } = refused
      tell({ kind: 'APPEAL', text, place, lead: DEMO_AGENCY, answer: '' }, filedOn, { refuse: why })
      continue
    }
    const again = i % 12 === 9 ? earlier : null
    earlier = tell(
      plotOf(i),
      filedOn,
      {
        receive: 1,
        pass: r.int(2, 3),
        answer: i % 11 === 6 ? 27 : r.int(6, 17),
        rating: RATINGS[i % RATINGS.length] ?? null,
        redo: i % 24 === 13,
        urge: i % 15 === 4,
        report: i % 5 === 2,
        close: true,
      },
      again,
    )
  }
  // What waits today. The unit of the demo accounts has two in time; what is late is others'.
  const ours = { lead: DEMO_AGENCY, answer: '' } as const
  tell(plotOf(6), ago(28), { receive: 1, pass: 3 })
  tell(plotOf(11), ago(24), { receive: 1, pass: 2, urge: true })
  tell(plotOf(9), ago(16), { receive: 1, pass: 2, ask: true, report: true })
  tell(
    { ...ours, kind: 'APPEAL', text: '竣工验收的资料清单前后两次说得不一样，想要一份盖章的清单。', place: '金水源' },
    ago(8),
    { receive: 1, pass: 2, report: true },
  )
  tell(
    { ...ours, kind: 'APPEAL', text: '工地大门口的临时道路谁来批，施工许可的窗口说不归他们。', place: '马寨产业园' },
    ago(4),
    { receive: 1, pass: 2 },
  )
  tell(plotOf(3), ago(12), { receive: 1, pass: 2, answer: 9 })
  tell(plotOf(8), ago(10), { receive: 1, pass: 2, answer: 7, rating: 2 })
  tell(plotOf(4), ago(9), { receive: 1, pass: 2, answer: 6, rating: 5 })
  tell(ABOUT_BUREAU, ago(6), { receive: 1, pass: 3 })
  tell(plotOf(0), ago(2), { receive: 1 })
  tell(plotOf(14), ago(7), { receive: 1 })
  tell(plotOf(2), ago(1), {})
  tell(plotOf(13), ago(0), {})
  await tieComplaints(tx, shop, rows, hands.bureau)
  await tx.complaint.createMany({ data: rows.complaints })
  await tx.complaintMove.createMany({ data: rows.moves })
}
