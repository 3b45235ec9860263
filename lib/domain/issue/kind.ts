/** What a problem is about 问题类别. */
export const ISSUE_KINDS = [
  'POLICY', // 政策
  'APPROVAL', // 审批
  'FACTOR', // 要素
  'FINANCE', // 融资
  'LABOUR', // 用工
  'MARKET', // 市场
  'LAW', // 法律
  'INFRASTRUCTURE', // 基础设施
  'OTHER', // 其他
] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

/** Words that give a kind away; the first that is found decides. */
const WORDS: readonly (readonly [IssueKind, RegExp])[] = [
  ['LABOUR', /用工|招工|招聘|技工|工人|人才/],
  ['FINANCE', /贷款|融资|授信|银行|资金|担保/],
  ['INFRASTRUCTURE', /道路|管网|管线|路灯|排水|雨污|围挡|公交|桥/],
  ['FACTOR', /用地|土地|供地|征迁|拆迁|用电|供电|电力|千伏|用水|供水|燃气|用气|供热|能耗|环境容量|场地/],
  ['APPROVAL', /审批|手续|许可|批复|证|备案|审查|验收|受理|图审|规划条件/],
  ['POLICY', /政策|补贴|奖补|税|减免|兑现/],
  ['LAW', /合同|纠纷|诉讼|法律|欠款|产权/],
  ['MARKET', /订单|市场|销售|采购|展会/],
]

/**
 * What a problem seems to be about, read from its words 类别建议: whoever raises it is not asked, whoever gives it out may say otherwise.
 *
 * @example proposeKind('施工临时用电容量不足') // 'FACTOR'
 */
export const proposeKind = (text: string): IssueKind => WORDS.find(([, words]) => words.test(text))?.[0] ?? 'OTHER'

/** Longest heading. */
const TITLE_MAX = 30

/**
 * The heading of a problem: its first clause, so that nobody is asked for a title beside the text.
 *
 * @example issueTitle('施工临时用电容量不足，现场只有80千伏安。') // '施工临时用电容量不足'
 */
export function issueTitle(text: string): string {
  const first =
    text
      .trim()
      .split(/[\n，。；！？,;!?]/, 1)[0]
      ?.trim() || text.trim()
  return first.length > TITLE_MAX ? `${first.slice(0, TITLE_MAX)}…` : first
}
