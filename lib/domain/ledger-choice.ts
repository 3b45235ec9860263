import { squeeze } from './ledger-text'
import type { Nature, Stage } from './project'

type Words<T extends string> = readonly (readonly [T, RegExp])[]

const STAGE_WORDS: Words<Stage> = [
  ['FULL_CAPACITY', /^已?达产(?:达效)?$/],
  ['PRODUCTION', /^(?:已|正式|试)?(?:投产|运营|投入运营|投入使用|投用|开业|试生产|投产运营|竣工投产)$/],
  ['COMPLETED', /^(?:已|全部)?(?:竣工|完工|建成|竣工验收|竣工\(?完工\)?)$/],
  [
    'CONSTRUCTION',
    /^(?:已|正)?(?:开工在建|在建|开工|开工建设|建设中|施工|施工中|在建施工|建设阶段|施工阶段|续建|建设|装修改造)$/,
  ],
  [
    'PERMITTING',
    /^(?:前期手续|前期|前期工作|前期阶段|手续办理|办理手续|手续办理中|办理前期手续|前期手续办理|拟开工|待开工|未开工|已签约未开工|签约未开工)$/,
  ],
  ['SIGNED', /^已?(?:签约|正式签约|签订协议|签约项目|落地)$/],
  ['NEGOTIATING', /^(?:在谈|洽谈|在谈项目|洽谈中|对接洽谈|意向|在洽谈)$/],
  ['PLANNING', /^(?:谋划|策划|储备|谋划储备|谋划入库|谋划项目|储备项目)$/],
]

const NATURE_WORDS: Words<Nature> = [
  ['CONTINUED', /^(?:续建|结转|续建项目)$/],
  ['RENOVATION', /^(?:改造|改建|扩建|改扩建|技改|技术改造|装修改造|改建扩建|更新改造|改造提升|改造项目)$/],
  ['NEW', /^(?:新建|新开工|新建项目|新|迁建|新建\(?迁建\)?)$/],
]

const find = <T extends string>(words: Words<T>, text: string): T | null => {
  const said = squeeze(text)
  const shorter = said.replace(/(?:阶段|状态|项目|中)$/, '')
  return words.find(([, word]) => word.test(said) || word.test(shorter))?.[0] ?? null
}

/**
 * The stage a ledger's word means; null when it is not in the list (the row is refused, or the office answers once).
 *
 * @example stageOf('已开工') // 'CONSTRUCTION'
 */
export const stageOf = (text: string): Stage | null => find(STAGE_WORDS, text)

/** The kind of construction a ledger's word means; null when it is not in the list. */
export const natureOf = (text: string): Nature | null => find(NATURE_WORDS, text)
