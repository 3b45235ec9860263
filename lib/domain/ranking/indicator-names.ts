import type { Indicator, ScoreTable } from '../score'

/** What the indicators of a table are called in the head of a paper. */
export const INDICATOR_NAMES: Readonly<Record<ScoreTable, Readonly<Record<Indicator, string>>>> = {
  STEWARD: { A: '手续按期', B: '进度达成', C: '问题闭环', D: '单位评价', E: '数据质量' },
  AGENCY: { A: '承诺期内办结', B: '提速', C: '牵头问题', D: '一次告知', E: '企业评价' },
  TASKFORCE: { A: '签约转开工', B: '进度达成', C: '问题闭环', D: '开工兑现', E: '要素到位' },
  AREA: { A: '开工兑现', B: '进度达成', C: '问题闭环', D: '入库及时', E: '施工环境' },
}

/** Whom a table ranks, on paper. */
export const WHO: Readonly<Record<ScoreTable, string>> = {
  STEWARD: '项目管家',
  AGENCY: '部门',
  TASKFORCE: '专班',
  AREA: '板块',
}
