/**
 * Agencies that do the same work under the names districts give them 职能相近的部门: a reform merges or splits them, and ledgers
 * go on with the older or the neighbour’s name. Enough to propose one for the other, never to take it for the other.
 *
 * @source procedures.md R10 for 建设和交通局; the other families are our design
 */
const FAMILIES: readonly RegExp[] = [
  /^(?:住房(?:保障)?(?:和|与)?城乡建设|住房和建设|住建|城乡建设|建设(?:和|与)?交通(?:运输)?|建交|城建)(?:局|委|委员会)$/,
  /^(?:自然资源(?:和|与)?规划|自然资源|自规|资源规划|国土资源|城乡规划|规划)(?:局|分局)$/,
  /^(?:发展(?:和|与)?改革(?:和统计)?|发改|发改统计|发展改革)(?:局|委|委员会)$/,
  /^(?:城市管理|城管|综合行政执法|城市管理(?:和|与)?综合(?:行政)?执法|城市综合执法)(?:局|委员会)$/,
  /^(?:市场监督管理|市场监管|工商(?:和|与)?市场监督管理|工商|工商行政管理)局$/,
  /^(?:工业(?:和|与)?信息化|工信|科技(?:和|与)?工业信息化|科工信|科技工信)(?:局|委)$/,
  /^(?:行政审批|行政审批服务|行政审批(?:和|与)?政务信息管理|政务服务|政务服务(?:和|与)?大数据管理)局$/,
  /^(?:市)?(?:生态环境|环境保护|环保)(?:局|分局)$/,
  /^(?:国防动员|国动|人民防空|人防)(?:办|办公室)$/,
  /^(?:农业农村(?:和|与)?水利|农业农村|农水|水利|农林水利|农业农村工作)(?:局|委员会)$/,
  /^(?:林业(?:和|与)?园林|林业园林|园林|园林绿化|林业)(?:局|中心)$/,
  /^(?:文化(?:广电)?(?:和)?旅游体育|文化(?:广电)?(?:和)?旅游|文旅体?|文广旅体|文物)局$/,
  /^(?:商务|商务(?:和|与)?投资促进|投资促进|招商|商务和粮食)局$/,
  /^消防(?:救援)?(?:大队|支队)$/,
]

/**
 * The family an agency’s name belongs to; null for one of none.
 *
 * @param core the name without its district and brackets
 * @example familyOf('建设和交通局') === familyOf('住建局') // true
 */
export function familyOf(core: string): number | null {
  const found = FAMILIES.findIndex((family) => family.test(core))
  return found < 0 ? null : found
}

/** Names of agencies and how offices shorten them: the very same agency, under its short name. */
const SHORT: readonly (readonly [name: RegExp, short: readonly string[]])[] = [
  [/住房(?:保障)?(?:和|与)?城乡建设(?=局$|委员会$)/, ['住建局', '住建委']],
  [/自然资源(?:和|与)?规划局$/, ['自规局', '资规局', '自然资源局']],
  [/发展(?:和|与)?改革(?=局$|委员会$)/, ['发改委', '发改局']],
  [/城市管理局$/, ['城管局']],
  [/市场监督管理局$/, ['市场监管局', '市监局']],
  [/工业(?:和|与)?信息化局$/, ['工信局']],
  [/行政审批(?:服务)?局$/, ['审批局']],
  [/政务服务(?:和|与)?大数据管理局$/, ['政数局', '大数据局', '政务服务局']],
  [/生态环境局(?:.{1,6}分局)?$/, ['生态环境局', '环境局', '环保局']],
  [/国防动员办公室$/, ['国动办', '人防办']],
  [/农业农村(?:和|与)?(?:水利)?局$/, ['农业农村局', '农业局']],
  [/林业(?:和|与)?园林局$/, ['林业局', '园林局']],
  [/文化(?:广电)?(?:和)?旅游(?:体育)?局$/, ['文旅局', '文旅体局']],
  [/人力资源(?:和|与)?社会保障局$/, ['人社局']],
  [/卫生健康(?=局$|委员会$)/, ['卫健委']],
  [/交通运输局$/, ['交通局']],
  [/应急管理局$/, ['应急局']],
  [/科学技术局$/, ['科技局']],
  [/教育体育局$/, ['教体局']],
  [/退役军人事务局$/, ['退役军人局']],
  [/(?:金融工作局|金融工作办公室)$/, ['金融局', '金融办']],
  [/消防救援大队$/, ['消防大队', '消防队']],
  [/人民政府办公室$/, ['政府办', '区政府办']],
]

/**
 * How people call an agency besides its full name 简称; where two agencies are called the same, both have it.
 *
 * @example shortNamesOf('二七区自然资源和规划局') // ['自规局', '资规局', '自然资源局']
 */
export const shortNamesOf = (name: string): readonly string[] =>
  SHORT.flatMap(([full, short]) => (full.test(name.replace(/[（(].*$/u, '')) ? short : []))
