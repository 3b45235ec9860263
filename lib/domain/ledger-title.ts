/** A word of a ledger taken apart: a name and its title, or, when `unnamed`, words that name nobody. */
export type TitledName = Readonly<{ name: string; title: string | null; unnamed: boolean }>

const DOUBLE_SURNAME =
  '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|端木|南宫|长孙|宇文|轩辕|西门|闻人|申屠|太史|钟离|呼延|赫连|澹台|公冶|宗政|濮阳|淳于|单于|鲜于|闾丘'
// Surnames that nearly everybody bears. Whoever has a rarer one with a title glued on is asked for, never made up.
const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆燕郎冀谈姬屠连郜晏栾郁蒙计喻揭窦迟宇敖鄢冷卓花仇艾蓝都巩井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠桑荆谌银扬明沙岑习保蔺水云昌凤皮门蒲海雍干买巴和哈么亓]'
const HAN = '[\\u4e00-\\u9fff]'
const RANK =
  '(?:书记|区长|县长|市长|主任|局长|主席|部长|常委|科长|处长|经理|总监|董事长|队长|所长|站长|镇长|乡长|科员|调研员|专员|秘书长|会长|院长|校长|厂长)'
const TITLE = `(?:[区县市](?:委|政府|人大|政协)|政协|街道|党工委|党组|党委)*(?:常务|第一|专职|执行)?(?:副|总)*${RANK}`
const POLITE = /(?:先生|女士|同志)$/

const ENDS_AS_TITLE = new RegExp(`(?:${RANK}|先生|女士|同志)$`)
const UNIT =
  /^.{2,}(?:局|办|办公室|中心|公司|集团|街道|管委会|政府|指挥部|项目部|专班)$|发改委$|^.{3,}委$|^[区县市](?:委|人大|政协)$/
const TITLE_ALONE = new RegExp(`^(?:${DOUBLE_SURNAME}|${HAN})?(?:${TITLE}|副?(?:总工|[总局处厅工]))$`)
const TITLE_BEFORE = new RegExp(`^(${HAN}*${RANK})(${HAN}{2,4})$`)
const TITLE_BEHIND = new RegExp(`^((?:${DOUBLE_SURNAME})${HAN}{1,2}|${HAN}{2,4}?)(${TITLE})$`)
const NAME = new RegExp(`^(?:(?:${DOUBLE_SURNAME})${HAN}{1,2}|${SURNAME}${HAN}{1,3})$`)
/** Words that begin like a name and end like one, and stand before 经理, 队长 or 主任. */
const TRADE = /^(?:项目|安全|常务|商务|时尚|文旅|金融|全程)$|[局委办处]|街道|公司|社区|支部/

const isName = (word: string) => NAME.test(word) && !TRADE.test(word)

/** Whether a word standing by itself says what somebody is or where he works, not who he is. */
export const isAside = (word: string): boolean => ENDS_AS_TITLE.test(word) || UNIT.test(word)

/** Whether a word ends as a title does. */
export const isTitle = (word: string): boolean => ENDS_AS_TITLE.test(word)

/**
 * Takes the title off a name it is glued to, in front or behind 职务.
 *
 * A title is never part of a name: where nothing is left that is one (“李局长”, “招商经理”), nobody is named.
 *
 * @example splitTitle('副区长孙明') // { name: '孙明', title: '副区长', unnamed: false }
 */
export function splitTitle(word: string): TitledName {
  const polite = POLITE.exec(word)?.[0] ?? null
  const said = word.replace(POLITE, '')
  const nobody = { name: word, title: null, unnamed: true }
  if (said.length < 2 || TITLE_ALONE.test(said)) return nobody
  if (!isAside(said)) {
    const [, title = null, name = said] = TITLE_BEFORE.exec(said) ?? []
    return title === null
      ? { name, title: polite, unnamed: false }
      : isName(name)
        ? { name, title, unnamed: false }
        : nobody
  }
  const [, name = '', title = ''] = TITLE_BEHIND.exec(said) ?? []
  return isName(name) ? { name, title, unnamed: false } : nobody
}
