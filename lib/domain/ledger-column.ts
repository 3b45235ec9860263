import { squeeze } from './ledger-text'

/** What a ledger column holds; columns with no field are read by nobody. */
export const LEDGER_FIELDS = [
  'id',
  'number',
  'code',
  'name',
  'team',
  'street',
  'enterprise',
  'nature',
  'content',
  'span',
  'start',
  'startActual',
  'completion',
  'production',
  'signing',
  'enrolment',
  'total',
  'plan',
  'week',
  'done',
  'stage',
  'progress',
  'problem',
  'request',
  'next',
  'leader',
  'leadUnit',
  'steward',
  'stewardPhone',
  'contact',
  'contactPhone',
  'phone',
  'note',
  'version',
  'export',
  'ignored',
] as const
export type LedgerField = (typeof LEDGER_FIELDS)[number]

/** Fields a person is named in; a telephone column with no name of its own belongs to the nearest of them on its left. */
export const PERSON_FIELDS: readonly LedgerField[] = ['leader', 'steward', 'contact']

/**
 * Headers as offices write them, the first that fits wins, so the narrower ones come first.
 *
 * @source formats.md §2 (familiar headers) and §6 (synonyms)
 */
const HEADERS: readonly (readonly [LedgerField, RegExp])[] = [
  ['id', /^系统(?:编号|id)$/i],
  ['number', /^(?:项目)?库内编号$/],
  [
    'code',
    /^(?:(?:投资)?项目(?:统一|赋|立项|备案)?代?码|项目(?:统一)?代码|(?:投资)?(?:在线)?(?:审批监管)?平台(?:项目)?代码|在线平台(?:项目)?代码|统一(?:项目)?代码|项目编码|赋码|(?:立项|项目)?备案(?:证|文)?(?:号|编号|代码)|立项(?:代码|文号))$/,
  ],
  ['ignored', /^(?:序号|编号|项目编号|顺序号|no\.?|#|序)$/i],
  [
    'ignored',
    /占.*(?:计划|比|投资)|完成(?:率|比例|百分比|占比)|序时|时间进度|超.?欠|百分[点比]|偏差|投资进度|完成进度/,
  ],
  ['ignored', /手续(?:办理)?(?:情况|进展|进度)|手续办理$|^四色|亮灯|预警|^颜色|^变化|较上周|^排名|^填报/],
  // Columns our own export adds because they stand on screen.
  ['ignored', /^(?:计划节点|责任方|上次核对|四色原因)$|^时限尺/],
  // What an import wrote beside the rows it could not take, in a copy of the office's own file.
  ['ignored', /^错误说明$/],
  ['version', /^版本$/],
  ['export', /^导出编号$/],
  ['ignored', /(?:开工以来|自开工|建设以来|历年|以前年度|往年|上年|截至(?:去年|上年|\d{4}年底)).*投资/],
  ['name', /^(?:项目名称?|名称|项目|工程名称|重点项目(?:名称)?|产业项目(?:名称)?|建设项目(?:名称)?|项目名称及代码)$/],
  [
    'team',
    /^(?:所属|牵头|服务|推进|责任|负责|归口)?(?:产业)?专班(?:名称)?$|^(?:所属)?产业(?:类别|类型|分类|门类)$|^项目类别$/,
  ],
  [
    'street',
    /^(?:所[在属]|属地)?(?:板块|街道|乡镇|镇街|镇办|乡镇办|街道办|办事处|街道办事处)(?:\(?[/、]?(?:街道|乡镇|板块|办事处|镇办)\)?)*$|^(?:项目)?(?:所在地|属地|所属地|属地单位|所属区域|所在区域|落地板块|落地街道|辖区)$/,
  ],
  [
    'enterprise',
    /^(?:建设|项目|业主|投资|实施|申报)(?:单位|主体|业主|企业|方|法人)(?:名称)?$|^(?:业主|企业|企业名称|公司名称|单位名称|投资企业|法人单位|项目法人|项目公司)$/,
  ],
  ['nature', /^(?:项目)?建设性质$|^(?:项目)?性质$|^新建?.?续建|^新建(?:.?(?:改扩建|改建|扩建|改造|技改))+$|^建设类型$/],
  [
    'content',
    /^(?:项目)?(?:主要)?建设(?:规模|内容)(?:及|和|与)?(?:主要)?(?:建设)?(?:规模|内容)?$|^项目(?:概况|简介|基本情况|内容|建设内容|建设内容及规模)$|^基本情况$/,
  ],
  ['startActual', /^实际(?:开工|开建|动工)(?:时间|日期|年月)?$|^已?开工(?:时间|日期)\(?实际\)?$/],
  [
    'start',
    /^(?:计划|拟|预计|预期|规划)?(?:开工|动工|开建|建设开始|起始|建设起始|开始)(?:建设)?(?:时间|日期|年月|年份|月份|节点)$|^(?:计划|拟|预计)(?:开工|动工)$/,
  ],
  [
    'completion',
    /^(?:计划|拟|预计|预期|规划)?(?:竣工|完工|建成|建设结束|结束|完成建设|竣工验收)(?:时间|日期|年月|年份|月份|节点)$|^(?:计划|拟|预计)(?:竣工|完工|建成)$/,
  ],
  [
    'production',
    /^(?:计划|拟|预计|预期)?(?:投产|投用|运营|投入运营|开业)(?:时间|日期|年月|月份|节点)$|^(?:计划|拟|预计)(?:投产|运营|投用)$/,
  ],
  ['signing', /^(?:正式)?签约(?:时间|日期)$/],
  ['enrolment', /^(?:入库|纳统|入统|升规入库)(?:纳统)?(?:时间|日期)$/],
  [
    'span',
    /^(?:项目)?建设?(?:起止|周期|年限|工期|期限?|时间|起讫)(?:年限|时间|年月|日期|周期)?$|^起止(?:年限|时间|年月|日期)$|^(?:项目)?工期$|^计划工期$|^(?:计划)?开(?:工|、|工、|工及)?竣工(?:时间|日期|年月)$/,
  ],
  ['week', /^(?:本|上)?(?:周|期|旬)(?:新增|完成)(?:完成)?(?:投资)?(?:额|金额)?$|^(?:本周|本期)投资(?:额)?$/],
  [
    'done',
    /累计(?:已?完成)?(?:的)?(?:投资)?(?:额|金额)?$|^累计.*投资|^(?:\d{4}年|年度|本年度?|今年|当年)?(?:\d{1,2}[-—–~至]\d{1,2}月|1月至\d{1,2}月|截至目前|截止目前|至今|以来|今年以来|年初以来|目前|截[至止]\d{1,2}月(?:底|末|份)?)?(?:累计|已|实际)?(?:已)?完成(?:固定资产)?(?:投资)?(?:额|情况|金额)?$/,
  ],
  [
    'plan',
    /^(?:\d{4}年度?|年度?|本年度?|今年|当年|全年)(?:的)?(?:计划|目标|拟)?(?:完成)?投资(?:计划|目标|任务|额|金额)*$|^(?:\d{4}年度?|年度?|本年度?|全年|今年|当年)(?:目标|任务|投资|计划)(?:计划|任务|目标)?$|^(?:计划|目标)(?:年度|当年|本年)投资$/,
  ],
  [
    'total',
    /^(?:项目)?(?:计划|概算|估算|预计)?总?投资(?:总额|额|规模|金额|总规模)?$|^(?:项目)?投资(?:总额|规模|额)$|^总额$/,
  ],
  ['stage', /^(?:项目)?(?:当前|目前|所处|推进|建设|进展)?(?:阶段|状态)$/],
  [
    'problem',
    /^(?:目前)?(?:存在|主要|面临)(?:的)?(?:主要)?(?:问题|困难)(?:[和及与、]?(?:困难|问题|诉求|原因|建议|意见|对策|(?:解决|应对)?(?:措施|办法)))*$|^(?:困难|问题)(?:[和及与、]?(?:困难|问题|诉求|建议))*$|^(?:难点堵点|堵点难点)$|^卡点/,
  ],
  ['request', /协调(?:解决)?(?:的)?(?:事项|问题|内容)?|^(?:企业|项目)?诉求(?:事项)?$/],
  [
    'next',
    /^下(?:一?步|周|周期|阶段|期|月)(?:的)?(?:工作|推进)?(?:计划|打算|安排|工作|措施|目标|举措)?(?:计划|安排)?$/,
  ],
  [
    'progress',
    /^(?:截[至止]目前|形象|目前|当前|最新|本周|工作|推进|工程|建设|项目)*(?:进展|进度|推进)(?:情况)?$|^(?:本周)?(?:工作)?(?:完成|推进)情况$|^项目现状$/,
  ],
  [
    'leader',
    /^(?:分包|包联|包保|责任|牵头|联系|挂包|区级|县级|分管|包抓)(?:的)?(?:区|县|市)?(?:级)?领导(?:干部|同志)?$|^(?:区|县)领导$|^领导$/,
  ],
  ['leadUnit', /^(?:责任|牵头|主管|负责|行业主管|主责|责任牵头)(?:单位|部门|局委)$/],
  [
    'stewardPhone',
    /^(?:项目)?(?:管家|服务专员|首席服务官|专员)(?:的)?(?:联系)?(?:电话|方式|手机|手机号|联系方式|联系电话)$/,
  ],
  [
    'steward',
    /^(?:项目服务|项目|服务|首席)?(?:管家|服务专员|首席服务官|服务官|首席服务员|专员)(?:姓名)?(?:[及和与、/]?(?:联系)?(?:电话|方式|手机|手机号|联系方式))?$/,
  ],
  ['contactPhone', /^(?:项目单位|企业|单位|项目)?(?:联系人|负责人)(?:的)?(?:联系)?(?:电话|方式|手机|手机号|联系方式)$/],
  [
    'contact',
    /^(?:项目单位|建设单位|企业|单位|业主|项目)?(?:联系人|负责人|联络员)(?:姓名)?(?:[及和与、/](?:联系)?(?:电话|方式|手机|手机号|联系方式|联系电话))?$/,
  ],
  ['phone', /^(?:联系)?(?:电话|方式|手机|手机号|手机号码|联系电话|联系方式|电话号码)$/],
  ['note', /^(?:备注|说明|备注说明|其他)$/],
]

const strip = (label: string): string => label.replace(/[*★☆※:：]/g, '')
const UNITS =
  /[/,、:;-]?(?:单位:?)?(?:(?:亿|千万|百万|万)?(?:美元|欧元|港元|港币|日元)|亿元|百万元|千万元|万元|千元)$|(?:[/,、:;-]|单位:?)(?:亿|千万|百万|万|元)$/
/** A header without what stands in its brackets and without its unit, whichever sign sets that apart. */
export const withoutUnit = (label: string): string => label.replace(/[(([【][^))\]】]*[))\]】]/g, '').replace(UNITS, '')

/**
 * The field a header names; null when it is nobody's.
 *
 * Tried as written, without what stands in brackets, and with the bracket's words joined on.
 *
 * @example fieldOf('形象进度(本周进展)') // 'progress'
 */
export function fieldOf(header: string): LedgerField | null {
  const label = strip(squeeze(header))
  if (label === '' || label.length > 40) return null
  const forms = [label, withoutUnit(label), withoutUnit(label.replace(/[()]/g, ''))]
  for (const form of forms) {
    const hit = HEADERS.find(([, pattern]) => pattern.test(form))
    if (hit) return hit[0]
  }
  return null
}
