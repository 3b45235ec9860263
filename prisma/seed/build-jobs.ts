import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { addDays, daysBetween, latest, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Workshop } from './draft'
import { REAL_ENTERPRISES } from './enterprise-names'
import { insertRows } from './insert-rows'
import { type Random, randomOf } from './random'
import { lastWorkday } from './timeline'

/** Posts of the year, and of these what was taken to events: both 万余个. */
const POSTS = 10_680
const OFFERED = 10_240
const NEEDS = 180
/** Share of the year after which each event was held. */
const HELD = [0.12, 0.26, 0.41, 0.58, 0.77, 1] as const
const THEMES = [
  '春风行动招聘会',
  '园区企业用工对接会',
  '重点企业夏季招聘会',
  '高校毕业生专场对接会',
  '制造业用工对接会',
  '万人助万企用工专场',
] as const

const WORK: Readonly<Record<string, readonly string[]>> = {
  MANUFACTURING: ['焊工', '数控操作工', '装配工', '质检员', '仓储管理员'],
  CATERING: ['服务员', '厨师', '收银员'],
  TRADE: ['导购员', '仓储管理员', '配送员'],
  TRANSPORT: ['货运司机', '分拣员'],
  HEALTH: ['护士', '护理员', '康复治疗师'],
  SOFTWARE: ['测试工程师', '客服专员'],
  CONSTRUCTION: ['钢筋工', '木工', '安全员'],
}
const ANY = ['客服专员', '行政文员', '保洁员', '销售专员'] as const

/** Numbers about as large as the bounds say, that add up to a sum. */
function shares(r: Random, many: number, sum: number, from: number, to: number): number[] {
  const numbers = Array.from({ length: many }, () => r.int(from, to))
  let rest = sum - numbers.reduce((a, b) => a + b, 0)
  for (let i = 0; rest !== 0; i = (i + 1) % many) {
    const step = Math.max(-3, Math.min(3, rest))
    if ((numbers[i] ?? 0) + step < from / 2) continue
    numbers[i] = (numbers[i] ?? 0) + step
    rest -= step
  }
  return numbers
}

/** Needs for people of the year, and the days people met. */
export async function writeJobs(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, today, newId, calendar } = shop
  const r = randomOf('jobs')
  const first = ymd(yearOf(today), 1, 1)
  const last = latest(first, lastWorkday(calendar, today))
  const span = Math.max(0, daysBetween(first, last))
  const enterprises = await tx.enterprise.findMany({
    where: { districtId, state: 'ACTIVE', creditCode: { not: null }, name: { notIn: [...REAL_ENTERPRISES] } },
    select: { id: true, industry: true },
    orderBy: { id: 'asc' },
  })
  const numbers = shares(r, NEEDS, POSTS, 20, 98)
  const needs = numbers.map((number, i) => {
    const raisedOn = addDays(first, Math.floor((span * i) / NEEDS))
    const { id: enterpriseId, industry } = r.pick(enterprises)
    const pay = r.int(32, 80) * 10_000
    const old = daysBetween(raisedOn, today) > 120
    return {
      id: newId(),
      districtId,
      enterpriseId,
      post: r.pick(WORK[industry ?? ''] ?? ANY),
      number,
      payFromFen: pay,
      payToFen: pay + r.int(5, 30) * 10_000,
      state: old && r.chance(0.6) ? ('FILLED' as const) : ('OPEN' as const),
      raisedOn: toDb(raisedOn),
      raised: raisedOn,
      createdAt: toDb(raisedOn),
    }
  })
  await insertRows(
    tx,
    'JobNeed',
    needs.map(({ raised: _raised, ...row }) => row),
  )
  const event = (theme: string, on: PlainDate, state: 'PLANNED' | 'HELD' | 'CANCELLED') => ({
    id: newId(),
    districtId,
    theme,
    on: toDb(on),
    place: '二七区人力资源市场',
    organiserId: shop.orgIds.get('营商环境办') ?? null,
    state,
    createdAt: toDb(first),
    day: on,
  })
  const held = HELD.map((share, i) =>
    event(THEMES[i] ?? '用工对接会', addDays(first, Math.floor(span * share)), 'HELD'),
  )
  const others = [
    event('年末用工对接会', addWorkdays(calendar, today, 12), 'PLANNED'),
    event('露天招聘会', addDays(first, Math.floor(span / 3)), 'CANCELLED'),
  ]
  await insertRows(
    tx,
    'JobEvent',
    [...held, ...others].map(({ day: _day, ...row }) => row),
  )
  await insertRows(tx, 'JobEventPost', postsOf(r, needs, held))
}

/** The posts of the needs at the first event after each, all but the latest of them. */
function postsOf(
  r: Random,
  needs: readonly Readonly<{ id: string; number: number; raised: PlainDate }>[],
  events: readonly Readonly<{ id: string; day: PlainDate }>[],
) {
  let left = OFFERED
  return needs.flatMap(({ id, number, raised }) => {
    const event = events.find(({ day }) => day >= raised)
    const offered = Math.min(number, left)
    if (!event || offered === 0) return []
    left -= offered
    return [{ eventId: event.id, needId: id, offered, intended: Math.floor((offered * r.int(25, 60)) / 100) }]
  })
}
