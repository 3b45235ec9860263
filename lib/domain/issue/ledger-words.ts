import { squeeze } from '../ledger-text'
import type { IssueSource, IssueState } from './issue'
import type { IssueKind } from './kind'
import type { IssueTier } from './tier'

type Words<T> = readonly (readonly [T, RegExp])[]

const find = <T>(words: Words<T>, text: string): T | null => {
  const said = squeeze(text)
  return words.find(([, pattern]) => pattern.test(said))?.[0] ?? null
}

const SOURCES: Words<IssueSource> = [
  ['ASSISTANCE', /万人助(?:万企|企)|助企/],
  ['WALKTHROUGH', /走流程/],
  ['MONITOR_POINT', /监测点/],
  ['MEETING', /例会|会议|调度会|议定/],
  ['STEWARD', /管家|服务专员/],
  ['CONTACT', /^(?:项目单位|项目联系人|企业(?:提出|反映|上报|诉求)?)$|项目单位/],
  ['STREET', /街道|板块|乡镇|办事处/],
  ['LEDGER', /台账/],
]
/** The ledger a source of an office is kept in; null where it is none of ours. */
export const sourceSaid = (text: string): IssueSource | null => find(SOURCES, text)

const TIERS: Words<IssueTier> = [
  ['DEPARTMENT', /^(?:部门|单位|局委)级?$/],
  ['TASKFORCE', /^(?:专班|工作专班)级?$/],
  ['DISTRICT', /^(?:区|县|区县|县区)(?:委|里)?级?$/],
  ['CITY', /^市(?:里)?级?$/],
]
/** The tier a word means; null where it is none. */
export const tierSaid = (text: string): IssueTier | null => find(TIERS, text)

const KINDS: Words<IssueKind> = [
  ['FINANCE', /融资|金融|贷款|资金/],
  ['LABOUR', /用工|招工|人才|社保/],
  ['INFRASTRUCTURE', /基础设施|道路|配套|管网/],
  ['FACTOR', /要素|用地|土地|用电|用水|用气|水电|能耗/],
  ['POLICY', /政策|奖补|兑现/],
  ['APPROVAL', /审批|手续|证照|验收|许可/],
  ['MARKET', /市场|订单|销售/],
  ['LAW', /法律|法务|诉讼|纠纷|涉法/],
  ['OTHER', /^其[他它]/],
]
/** What a problem is about, by an office’s word; null where it says something else. */
export const kindSaid = (text: string): IssueKind | null => find(KINDS, text)

/** What a ledger says became of a problem; `asked`: it was answered and whoever raised it has not said so yet. */
export type SaidState = Readonly<{ state: IssueState; asked: boolean }>

const STATES: Words<IssueState> = [
  ['UNSOLVABLE', /无法|不能解决|解决不了|难以解决/],
  ['OUTSIDE', /不属(?:于)?政府|非政府职责|不属职责/],
  ['WITHDRAWN', /撤诉|撤回|撤销/],
  ['EXPLAINED', /解释|说明/],
  ['IN_PROGRESS', /推进|持续跟踪|持续办理|长期/],
  ['TO_ASSIGN', /待(?:分办|交办|办理|办)|未(?:交办|分办)|^未办理?$/],
  ['IN_HAND', /^(?:未(?:解决|办结|完成|销号)|否)$|办理中|正在办|在办|处理中/],
  ['SOLVED', /解决|办结|完成|销号|^是$/],
]
const ASKED = /待(?:企业)?确认|待评价|待回访/

/**
 * What 办理结果 says; null where nobody knows.
 *
 * @example stateSaid('已解决(待确认)') // { state: 'SOLVED', asked: true }
 */
export function stateSaid(text: string): SaidState | null {
  const said = squeeze(text)
  const asked = ASKED.test(said)
  const state = find(STATES, said.replace(ASKED, '').replace(/[()]/g, ''))
  return state && { state, asked: asked && (state === 'SOLVED' || state === 'EXPLAINED' || state === 'UNSOLVABLE') }
}

/** What an enterprise said of it: satisfied or not, and whether it understands an explanation 理解. */
export type SaidRating = Readonly<{ satisfied: boolean | null; understood: boolean }>

/**
 * What 企业是否满意 says; null where nobody knows.
 *
 * @example ratingSaid('满意(理解)') // { satisfied: true, understood: true }
 */
export function ratingSaid(text: string): SaidRating | null {
  const said = squeeze(text)
  const understood = /理解/.test(said) && !/不理解/.test(said)
  if (/不(?:太)?满意|^否$|不理解/.test(said)) return { satisfied: false, understood: false }
  if (/满意|^是$/.test(said)) return { satisfied: true, understood }
  return understood ? { satisfied: null, understood } : null
}

/** What 是否销号 says: yes, no, or nothing anybody knows. */
export function struckSaid(text: string): boolean | null {
  const said = squeeze(text)
  if (/^(?:否|未销号|未销|没有|不)$/.test(said)) return false
  return /^(?:是|已?销号|已销|√|✓)$/.test(said) ? true : null
}
