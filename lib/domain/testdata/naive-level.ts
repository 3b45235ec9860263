// A second reading of §11 of the colour rules: slow, day by day, sharing no arithmetic with the rules it checks.
import type { Level } from '../level-scale'
import type { ProcedureFacts } from '../procedure'
import { PUBLISHED_YEARS } from '../published-years'
import type { RuleParameters } from '../rule-parameters'

type Line = [level: Level, owner: string | null, text: string]
export type NaiveAnswer = { level: Level; owner: string | null; used: number | null; lines: Line[] }

const MS = 86_400_000
const days: string[] = []
const at = new Map<string, number>()
const works: boolean[] = []
for (let ms = Date.UTC(2022, 0, 1); ms < Date.UTC(2030, 0, 1); ms += MS) {
  const text = new Date(ms).toISOString().slice(0, 10)
  const year = PUBLISHED_YEARS.find((y) => String(y.year) === text.slice(0, 4))
  const weekday = new Date(ms).getUTCDay()
  at.set(text, days.length)
  days.push(text)
  works.push(year && text in year.work ? true : !(year && text in year.off) && weekday >= 1 && weekday <= 5)
}
const index = (day: string): number => {
  const found = at.get(day)
  if (found === undefined) throw new Error(`outside the naive calendar: ${day}`)
  return found
}

/** Working days in (a, b], by walking. */
function wd(a: string, b: string, counts: (day: string) => boolean = () => true): number {
  let n = 0
  for (let i = index(a) + 1; i <= index(b); i++) if (works[i] && counts(days[i] ?? '')) n++
  return n
}
const late = (x: string, today: string) => (today >= x ? wd(x, today) : -wd(today, x))

const ORDER: readonly Level[] = ['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY']

export function naiveEvaluation(f: ProcedureFacts, today: string, p: RuleParameters): NaiveAnswer {
  const lines: Line[] = []
  let base: Level = 'GREY'
  let used: number | null = null
  const S = f.statutoryWd === null ? Number.POSITIVE_INFINITY : f.statutoryWd + f.extensionWd
  const P = f.promisedWd
  const sleeping = f.state === 'SUPPLEMENT' ? f.supplementSince : f.state === 'SPECIAL' ? f.specialSince : null
  const isPaused = (day: string) =>
    f.pauses.some(({ from, to }) => day > from && (to === null || day <= to)) || (sleeping !== null && day > sleeping)
  const clock = (from: string, until: string) => wd(from, until, (day) => !isPaused(day))
  const planColour = (x: string): Level => {
    const n = late(x, today)
    return n >= p.plan_red_wd ? 'RED' : n >= 1 ? 'YELLOW' : -n <= p.plan_blue_wd ? 'BLUE' : 'GREEN'
  }
  const limitColour = (over: number, blue: number, red: number): Level =>
    over >= red ? 'RED' : over >= 1 ? 'YELLOW' : -over <= blue ? 'BLUE' : 'GREEN'
  const add = (level: Level, owner: string | null, text: string) => {
    if (level !== 'GREEN') lines.push([level, owner, text])
  }
  const sided = (what: string, over: number, left: string, past: string) =>
    `${what}${over >= 1 ? past : left}${Math.abs(over)}工作日`
  const plan = (owner: string) => {
    if (f.planFinishOn)
      add(planColour(f.planFinishOn), owner, sided('计划', late(f.planFinishOn, today), '剩余', '逾期'))
  }
  const limit = (what: string, over: number, blue: number, red: number, owner: string) =>
    add(limitColour(over, blue, red), owner, sided(what, over, '剩余', '逾期'))
  const running = (from: string | null) => {
    base = 'GREEN'
    let owner = '管家'
    if (from) {
      const u = clock(from, today)
      used = u
      const window = Math.min(Math.max(Math.ceil(Number((p.warn_ratio * P).toFixed(6))), p.warn_min_wd), p.warn_max_wd)
      if (u > S) add('RED', '部门', `法定超期${u - S}工作日`)
      else if (u - P >= p.promise_red_wd) add('RED', '部门', `承诺超期${u - P}工作日`)
      else if (u > P) add('YELLOW', '部门', `承诺超期${u - P}工作日`)
      else if (P - u <= window) add('BLUE', '部门', `承诺剩余${P - u}工作日`)
      if (u > P) owner = '部门'
    }
    plan(owner)
  }
  const done = () => {
    base = 'GREEN'
    const end = f.finishedOn ?? today
    used = f.acceptedOn ? clock(f.acceptedOn, end) : null
    const a = Math.max(0, (used ?? 0) - P)
    const b = Math.max(0, (used ?? 0) - S)
    const c = f.planFinishOn ? wd(f.planFinishOn, end) : 0
    if (a + b + c === 0) lines.push(['GREEN', null, '按期办结'])
    else
      lines.push([
        end.slice(0, 7) === today.slice(0, 7) ? 'YELLOW' : 'GREEN',
        null,
        `逾期办结(承诺+${a},法定+${b},计划+${c})`,
      ])
  }
  const standing = () => {
    used = f.acceptedOn ? clock(f.acceptedOn, today) : null
    lines.push(['GREY', '部门', `审批计时暂停(已用${used ?? 0})`])
  }

  if (!['DONE', 'DONE_TOL', 'WITHDRAWN', 'NA'].includes(f.state) && !f.planFinishOn && f.enteredOn) {
    const n = wd(f.enteredOn, today)
    if (n >= p.noplan_blue_wd) add(n >= p.noplan_yellow_wd ? 'YELLOW' : 'BLUE', '管家', `缺计划日期${n}工作日`)
  }
  switch (f.state) {
    case 'NA':
      lines.push(['GREY', null, '不适用'])
      break
    case 'NOT_STARTED': {
      const n = f.planFinishOn ? late(f.planFinishOn, today) : 0
      if (f.planFinishOn && n >= 1)
        add(
          planColour(f.planFinishOn),
          f.blockedBy?.owner ?? '项目单位',
          `计划逾期${n}工作日${f.blockedBy ? `(被${f.blockedBy.code}阻塞)` : ''}`,
        )
      break
    }
    case 'READY':
    case 'WITHDRAWN': {
      let submit: string | null = f.planSubmitOn
      if (!submit && f.planFinishOn) {
        let i = index(f.planFinishOn)
        let n = works[i] ? 1 : 0
        while (n < P) if (works[--i]) n++
        submit = days[i - 1] ?? null
      }
      if (submit && planColour(submit) === 'GREEN') base = 'GREEN'
      if (submit) add(planColour(submit), '项目单位', sided('应申报:计划', late(submit, today), '剩余', '逾期'))
      break
    }
    case 'RECEIVED': {
      const over = f.receivedOn ? wd(f.receivedOn, today) - p.accept_wd : Number.NEGATIVE_INFINITY
      if (over >= 1) {
        add('BLUE', '部门', `视为受理(${p.accept_wd}工作日内未受理也未一次告知)`)
        running(f.receivedOn)
      } else {
        base = 'GREEN'
        if (-over <= 1) add('BLUE', '部门', `受理剩余${-over}工作日`)
        plan('部门')
      }
      break
    }
    case 'ACCEPTED':
      running(f.acceptedOn)
      break
    case 'SUPPLEMENT':
      if (f.supplementSince)
        limit(
          '补正',
          wd(f.supplementSince, today) - (f.supplementLimitWd ?? p.supp_limit_wd),
          p.supp_blue_wd,
          p.supp_red_wd,
          '项目单位',
        )
      plan('项目单位')
      standing()
      break
    case 'SPECIAL':
      if (f.specialSince && f.specialLimitWd !== null)
        limit('特别程序', wd(f.specialSince, today) - f.specialLimitWd, 2, p.special_red_wd, '部门')
      plan('管家')
      standing()
      break
    case 'DONE_TOL':
      if (f.toleranceDueOn) limit('容缺材料', late(f.toleranceDueOn, today), p.tol_blue_wd, p.tol_red_wd, '项目单位')
      done()
      break
    case 'DONE':
      done()
      break
    case 'REJECTED': {
      base = 'YELLOW'
      const n = (f.rejectedOn ?? f.finishedOn) ? wd((f.rejectedOn ?? f.finishedOn) as string, today) : 0
      add(n >= p.reject_red_wd ? 'RED' : 'YELLOW', '项目单位', `不予许可后${n}工作日未重报`)
      used = f.acceptedOn ? clock(f.acceptedOn, f.finishedOn ?? f.rejectedOn ?? today) : null
    }
  }
  const sorted = ORDER.flatMap((level) => lines.filter((line) => line[0] === level))
  const level = ORDER.find((l) => l === base || lines.some((line) => line[0] === l)) ?? base
  return { level, owner: sorted.find((line) => line[0] === level)?.[1] ?? null, used, lines: sorted }
}
