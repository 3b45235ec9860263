import { on, type PlainDate } from './plain-date'

/** What a rule rests on 依据: a law's article, a notice, or another place's published scheme. */
export type Source = Readonly<{
  title: string
  /** Article, when it is one of a law. */
  article: string | null
  url: string
  /** Day from which this text is in force, or on which the notice was published; null when the page does not say. */
  from: PlainDate | null
}>

const LAWS = 'https://github.com/LawRefBook/Laws/blob/2f4c5c23716267af9dbebbbbd6cbbf732b101981'

const law = (title: string, article: string, path: string, from: string): Source => ({
  title,
  article,
  url: encodeURI(`${LAWS}/${path}`),
  from: on(from),
})
const civilCode = (article: string) => law('中华人民共和国民法典', article, '民法典/总则.md', '2021-01-01')
const licensing = (article: string) =>
  law('中华人民共和国行政许可法', article, '行政法/行政许可法(2019-04-23).md', '2019-04-23')
const henanBusiness = (article: string) =>
  law(
    '河南省优化营商环境条例',
    article,
    'DLC/河南地方法规/地方性法规/河南/河南省优化营商环境条例(2020-11-28).md',
    '2021-01-01',
  )
const notice = (year: number, url: string): Source => ({
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  article: null,
  url,
  from: null,
})
const scheme = (title: string, url: string): Source => ({ title, article: null, url, from: null })

/**
 * Sources of the rules, by the key their comments cite. Rules decided for this product cite the section of the rule book
 * instead.
 */
export const SOURCES = {
  '民法典-201': civilCode('第二百零一条'),
  '民法典-202': civilCode('第二百零二条'),
  '民法典-203': civilCode('第二百零三条'),
  '行政许可法-32': licensing('第三十二条'),
  '行政许可法-42': licensing('第四十二条'),
  '行政许可法-45': licensing('第四十五条'),
  '行政许可法-82': licensing('第八十二条'),
  '建筑法-9': law('中华人民共和国建筑法', '第九条', '经济法/建筑法(2019-04-23).md', '2019-04-23'),
  '核准备案条例-10': law(
    '企业投资项目核准和备案管理条例',
    '第十条',
    '行政法规/企业投资项目核准和备案管理条例(2016-11-30).md',
    '2017-02-01',
  ),
  '市场主体登记管理条例-19': law(
    '中华人民共和国市场主体登记管理条例',
    '第十九条',
    '行政法规/市场主体登记管理条例(2021-07-27).md',
    '2022-03-01',
  ),
  '河南省优化营商环境条例-34': henanBusiness('第三十四条'),
  '河南省优化营商环境条例-35': henanBusiness('第三十五条'),
  '河南省优化营商环境条例-41': henanBusiness('第四十一条'),
  '河南省优化营商环境条例-43': henanBusiness('第四十三条'),
  '河南省优化营商环境条例-78': henanBusiness('第七十八条'),
  '消防设计审查验收规定-24': {
    title: '建设工程消防设计审查验收管理暂行规定',
    article: '第二十四条',
    url: 'http://m.handmsg.com/page/2020/0104/14136779.shtml',
    from: on('2020-06-01'),
  },
  'holiday-notice-2024': notice(2024, 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
  'holiday-notice-2025': notice(2025, 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
  'holiday-notice-2026': notice(2026, 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
  S01: scheme('银川市重点项目预警 2025', 'https://m.qlbk.net/news/3Ww4l7bw75.html'),
  S04: scheme('海口市重大产业项目预警 2020', 'http://m.zgzxcmw.com/haikou/202007/164022.html'),
  S05: scheme('海口江东新区项目预警 2020', 'http://educationandenergy.com/news/system/2020/03/17/032303031.shtml'),
  S13: scheme('邯郸经开区在谈项目动态管理 2024', 'https://handan.hebnews.cn/2024-03/18/content_9152984.htm'),
} as const satisfies Readonly<Record<string, Source>>
export type SourceId = keyof typeof SOURCES
