// Ledgers as offices keep them when nobody has told them how: other headers, several sheets, titles, merged cells, a CSV of a
// Chinese PC, figures as text, days in every form, names and numbers in one cell. Each says what it must be read as.
import { writeXlsx } from 'hucre/xlsx'

type Cell = string | number | Date | null
type Sheet = Readonly<{
  name: string
  rows: readonly (readonly Cell[])[]
  merges?: readonly (readonly [top: number, left: number, bottom: number, right: number])[]
}>
/** What one row must say; fields that are not named are not looked at. */
export type OddRow = Readonly<{
  name: string
  team?: string | null
  totalWan?: number | null
  planWan?: number | null
  doneWan?: number | null
  span?: string | null
  stage?: string | null
  steward?: string | null
  contact?: string | null
  leader?: string | null
  days?: Readonly<Record<string, string>>
  problem?: string | null
  enterprise?: string | null
  notes?: readonly string[]
}>
export type OddLedger = Readonly<{
  file: string
  bytes: Uint8Array
  /** Rows in all, and some of them. */
  rows: number
  expected: readonly OddRow[]
  skipped?: readonly string[]
  unknownColumns?: readonly string[]
}>

const workbook = async (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, rows, merges = [] }) => ({
      name,
      rows: rows.map((row) => [...row]),
      merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
    })),
  })

let table: Map<string, readonly number[]> | null = null
/** Bytes of a text as a Chinese PC writes them; the platform only decodes them. */
export function gb18030(text: string): Uint8Array {
  if (!table) {
    table = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++)
        if (low !== 0x7f) {
          const sign = decoder.decode(Uint8Array.of(high, low))
          if (sign.length === 1 && sign !== '\ufffd') table.set(sign, [high, low])
        }
  }
  return Uint8Array.from([...text].flatMap((sign) => table?.get(sign) ?? [sign.charCodeAt(0)]))
}

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Other words for every column, three 专班 on three sheets, a sheet that is none. */
async function otherHeaders(): Promise<OddLedger> {
  const head = [
    '序号',
    '工程名称',
    '业主单位',
    '项目投资额（亿元）',
    '2026年投资目标（亿元）',
    '1-10月完成投资（亿元）',
    '建设周期',
    '目前状态',
    '最新进展',
    '需区里协调的事项',
    '包联领导',
    '首席服务官',
    '联系电话',
    '项目负责人及联系方式',
  ]
  const row = (n: number, name: string, ...more: Cell[]): Cell[] => [n, name, ...more]
  const sheet = (name: string, rows: Cell[][]): Sheet => ({
    name,
    rows: [[`二七区2026年重点项目推进情况（${name}）`], ['截至2026年11月20日'], head, ...rows],
    merges: [[0, 0, 0, 13]],
  })
  return {
    file: '奇怪台账1-换了表头三张表.xlsx',
    bytes: await workbook([
      sheet('现代商贸专班', [
        row(
          1,
          '万象商业综合体',
          '郑州万象置业有限公司',
          12.5,
          3,
          2.45,
          '2024.8-2027.6',
          '在建',
          '主体封顶',
          '无',
          '高振宇',
          '王建军',
          '13700001111',
          '赵敏 13800002222',
        ),
        row(
          2,
          '老街改造提升',
          '郑州老街文旅有限公司',
          0.8,
          '5000万',
          '/',
          '2025年3月至年底',
          '前期',
          '征迁中',
          '请协调电力迁改',
          '高振宇',
          '王建军',
          '13700001111',
          '赵敏（13800002222）',
        ),
      ]),
      sheet('健康服务业专班', [
        row(
          1,
          '康养中心二期',
          '郑州康养有限公司',
          2,
          1,
          0.6,
          '2025.3-12',
          '竣工',
          '验收',
          '—',
          '李红',
          '孙丽',
          '13700003333',
          '钱多13900004444',
        ),
      ]),
      sheet('低碳科技型工业专班', [
        row(
          1,
          '储能电池产业园',
          '郑州储能有限公司',
          30,
          8,
          5.25,
          '2026年2月底~2027年8月底',
          '签约',
          '选址',
          '',
          '李红',
          '孙丽',
          '13700003333',
          '周全　0371-66668888',
        ),
      ]),
      { name: '填表说明', rows: [['请各专班每周五前填报'], ['联系人：小王']] },
    ]),
    rows: 4,
    expected: [
      {
        name: '万象商业综合体',
        team: '现代商贸专班',
        totalWan: 125_000,
        planWan: 30_000,
        doneWan: 24_500,
        span: '2024-08~2027-06',
        stage: 'CONSTRUCTION',
        steward: '王建军 13700001111',
        contact: '赵敏 13800002222',
        leader: '高振宇',
        problem: null,
      },
      { name: '老街改造提升', totalWan: 8_000, planWan: 5_000, doneWan: null, span: '2025-03~2025-12' },
      { name: '康养中心二期', team: '健康服务业专班', span: '2025-03~2025-12', contact: '钱多 13900004444' },
      { name: '储能电池产业园', totalWan: 300_000, contact: '周全 0371-66668888', stage: 'SIGNED' },
    ],
    skipped: ['填表说明'],
    unknownColumns: [],
  }
}

/** A header of two rows, sections, subtotals, a 专班 merged down over its projects, a note at the end. */
async function mergedCells(): Promise<OddLedger> {
  const rows: Cell[][] = [
    ['二七区“双轮驱动”产业项目台账', ...Array<null>(9).fill(null)],
    ['单位：万元', null, null, null, null, null, null, null, '填报日期：2026年11月23日', null],
    ['序号', '专班', '项目名称', '投资情况', null, null, '时间节点', null, '项目管家', '备注'],
    [null, null, null, '总投资', '年度计划投资', '累计完成投资', '计划开工', '计划竣工', null, null],
    ['一、现代商贸（特色商业）专班（2个）', ...Array<null>(9).fill(null)],
    [1, '现代商贸（特色商业）专班', '合并商场甲', 1000, 400, 350.5, '2026年5月', '2027年10月', '刘备\n13600001111', ''],
    [2, null, '合并商场乙', 2000, 800, null, '2026.3.5', '2027/3', '刘备', '缓建'],
    ['小计', null, null, 3000, 1200, 350.5, null, null, null, null],
    ['二、低碳科技型工业专班（1个）', ...Array<null>(9).fill(null)],
    [
      1,
      '低碳科技型工业专班',
      '合并厂房丙',
      '1.2亿元',
      '3000万元',
      '1,500',
      day('2026-06-15'),
      '6月底',
      '关羽/13600002222',
      null,
    ],
    ['合计', null, null, 15_000, 4200, 1850.5, null, null, null, null],
    ['填表人：小王', null, null, null, '审核：老张', null, null, null, null, null],
  ]
  return {
    file: '奇怪台账2-合并单元格两行表头.xlsx',
    bytes: await workbook([
      {
        name: 'Sheet1',
        rows,
        merges: [
          [0, 0, 0, 9],
          [2, 0, 3, 0],
          [2, 1, 3, 1],
          [2, 2, 3, 2],
          [2, 3, 2, 5],
          [2, 6, 2, 7],
          [2, 8, 3, 8],
          [2, 9, 3, 9],
          [4, 0, 4, 9],
          [5, 1, 6, 1],
          [8, 0, 8, 9],
        ],
      },
    ]),
    rows: 3,
    expected: [
      {
        name: '合并商场甲',
        team: '现代商贸（特色商业）专班',
        totalWan: 1000,
        planWan: 400,
        doneWan: 350.5,
        steward: '刘备 13600001111',
        days: { START: '2026-05-31', COMPLETION: '2027-10-31' },
      },
      {
        name: '合并商场乙',
        team: '现代商贸（特色商业）专班',
        totalWan: 2000,
        steward: '刘备',
        days: { START: '2026-03-05', COMPLETION: '2027-03-31' },
      },
      {
        name: '合并厂房丙',
        team: '低碳科技型工业专班',
        totalWan: 12_000,
        planWan: 3000,
        doneWan: 1500,
        steward: '关羽 13600002222',
        days: { START: '2026-06-15', COMPLETION: '2026-06-30' },
      },
    ],
  }
}

/** As WPS saves CSV on a Chinese PC: GB18030, a title first, commas and line breaks within quotes, blank lines at the end. */
function chineseCsv(): OddLedger {
  const text = [
    '二七区周调度台账（第47周，截至2026年11月22日）,,,,,,',
    '项目名称,所属专班,总投资（万元）,年度计划投资,建设单位,形象进度,存在问题,项目管家及电话',
    '"冷链物流园","低碳科技型工业专班","12,000.50","4,000","郑州冷链有限公司","1号库封顶，2号库出±0","1.供水未通；\n2.临电容量不足",张飞13500001111',
    '镕创孵化器,健康服务业专班,８００,３００,郑州镕创有限公司,装修,暂无,赵云(0371-62345678)',
    ',,,,,,,',
    ',,,,,,,',
    '',
  ].join('\r\n')
  return {
    file: '奇怪台账3-GB18030.csv',
    bytes: gb18030(text),
    rows: 2,
    expected: [
      {
        name: '冷链物流园',
        team: '低碳科技型工业专班',
        totalWan: 12_000.5,
        planWan: 4000,
        problem: '1.供水未通；\n2.临电容量不足',
        steward: '张飞 13500001111',
      },
      { name: '镕创孵化器', totalWan: 800, planWan: 300, problem: null, steward: '赵云 0371-62345678' },
    ],
  }
}

/** Days in every form a cell can have, some of them impossible. */
async function daysAndFigures(): Promise<OddLedger> {
  const head = [
    '项目名称',
    '总投资（万元）',
    '2026年计划投资（万元）',
    '签约时间',
    '计划开工时间',
    '实际开工时间',
    '计划竣工时间',
    '计划投产时间',
  ]
  const rows: Cell[][] = [
    ['日期甲', '12000', ' 3,000 ', day('2025-08-08'), '2026.3.5', '3月5日', '2027/3', '2027年底'],
    ['日期乙', '1.5亿', '2000万元', '2025年8月8日', '2026-03', 46_086, '2027年3月', '2028年一季度'],
    ['日期丙', '￥3,000', '1000.00', '20250808', '2026年3月上旬', '2026年3月5日上午', '明年6月', '后年'],
    ['日期丁', '约5000', '1000', '2026年13月', '2026.2.30', '', '—', '待定'],
    ['日期戊', '五千', '１０００', '2025/8/8', '2026/3/5 0:00:00', '2026.03.05', '27年3月', '2027.12'],
  ]
  return {
    file: '奇怪台账4-日期和数字.xlsx',
    bytes: await workbook([{ name: '台账', rows: [head, ...rows] }]),
    rows: 5,
    expected: [
      {
        name: '日期甲',
        totalWan: 12_000,
        planWan: 3000,
        days: {
          SIGNING: '2025-08-08',
          START: '2026-03-05',
          COMPLETION: '2027-03-31',
          PRODUCTION: '2027-12-31',
        },
      },
      {
        name: '日期乙',
        totalWan: 15_000,
        planWan: 2000,
        days: { SIGNING: '2025-08-08', COMPLETION: '2027-03-31', PRODUCTION: '2028-03-31' },
      },
      { name: '日期丙', totalWan: 3000, planWan: 1000, days: { SIGNING: '2025-08-08', COMPLETION: '2027-06-30' } },
      // What nobody can read is said, never guessed.
      { name: '日期丁', totalWan: null, notes: ['AMOUNT_UNREADABLE', 'MONTH_INVALID', 'MONTH_INVALID'] },
      {
        name: '日期戊',
        totalWan: null,
        planWan: 1000,
        days: { SIGNING: '2025-08-08', START: '2026-03-05', COMPLETION: '2027-03-31', PRODUCTION: '2027-12-31' },
        notes: ['AMOUNT_UNREADABLE'],
      },
    ],
  }
}

/** Names and numbers in one cell, in every order and with every sign; text that a spreadsheet would take for a formula. */
async function namesInOneCell(): Promise<OddLedger> {
  const head = [
    '项目名称',
    '建设单位',
    '总投资（万元）',
    '阶段',
    '管家及电话',
    '项目单位联系人及电话',
    '分包领导',
    '存在的问题',
  ]
  const rows: Cell[][] = [
    ['姓名甲', '甲公司', 100, '在建', '诸葛亮（13411112222）', '13411113333 马超', '区委常委、副区长 黄忠', '=1+1'],
    ['姓名乙', '乙公司', 100, '在建', '诸葛亮:134-1111-2222', '马超、魏延 13411113333', '高振宇 区政协主席', '+增容'],
    ['姓名丙', '丙公司', 100, '在建', '诸葛亮\n(+86 13411112222)', '马 超 0371-6666 7777', '李局长', '@电力公司'],
    ['姓名丁', '丁公司', 100, '在建', '电话：13411112222 姓名：诸葛亮', '13411113333', '高振宇', '-未交地'],
    ['姓名戊', '戊公司', 100, '在建', '诸葛亮 1341111222', '马超13411113333/13411114444', '', '\t水管'],
  ]
  return {
    file: '奇怪台账5-姓名电话同格.xlsx',
    bytes: await workbook([{ name: '台账', rows: [['二七区项目台账'], head, ...rows] }]),
    rows: 5,
    expected: [
      { name: '姓名甲', steward: '诸葛亮 13411112222', contact: '马超 13411113333', leader: '黄忠', problem: '=1+1' },
      {
        name: '姓名乙',
        steward: '诸葛亮 13411112222',
        contact: '马超 13411113333',
        leader: '高振宇',
        problem: '+增容',
      },
      {
        name: '姓名丙',
        steward: '诸葛亮 13411112222',
        contact: '马超 0371-66667777',
        leader: '李局长',
        problem: '@电力公司',
      },
      { name: '姓名丁', steward: '诸葛亮 13411112222', contact: null, problem: '-未交地' },
      { name: '姓名戊', steward: '诸葛亮', contact: '马超 13411113333', leader: null, problem: '水管' },
    ],
  }
}

/** Five hundred rows on three sheets, in yuan, each page with its header printed again and a sum below. */
async function fiveHundred(): Promise<OddLedger> {
  const head = [
    '序号',
    '项目',
    '责任专班',
    '属地',
    '计划总投资（元）',
    '全年目标（元）',
    '累计完成（元）',
    '所处阶段',
    '项目专员',
    '专员电话',
  ]
  const teams = ['现代商贸专班', '健康服务业专班', '低碳科技型工业专班']
  const sheet = (team: string, at: number, size: number): Sheet => {
    const rows: Cell[][] = []
    for (let i = 0; i < size; i++) {
      if (i > 0 && i % 60 === 0) rows.push([...head])
      const n = at + i
      rows.push([
        i + 1,
        `批量项目${n}号`,
        team,
        '马寨镇',
        10_000_000 + n * 10_000,
        '3,000,000',
        1_250_000.5,
        '在建',
        `管家${n % 9}`,
        13_500_000_000 + (n % 9),
      ])
    }
    rows.push(['合计', null, null, null, 1, 1, 1, null, null, null])
    return { name: team.slice(0, 4), rows: [[`${team}项目一览表`], ['2026年11月20日'], head, ...rows] }
  }
  return {
    file: '奇怪台账6-五百行三张表.xlsx',
    bytes: await workbook([
      sheet(teams[0] as string, 0, 200),
      sheet(teams[1] as string, 200, 200),
      sheet(teams[2] as string, 400, 100),
    ]),
    rows: 500,
    expected: [
      {
        name: '批量项目0号',
        team: '现代商贸专班',
        totalWan: 1000,
        planWan: 300,
        doneWan: 125.00005,
        stage: 'CONSTRUCTION',
        steward: '管家0 13500000000',
      },
      { name: '批量项目499号', team: '低碳科技型工业专班', totalWan: 1499, steward: '管家4 13500000004' },
    ],
  }
}

/** All of them. */
export const oddLedgers = async (): Promise<OddLedger[]> => [
  await otherHeaders(),
  await mergedCells(),
  chineseCsv(),
  await daysAndFigures(),
  await namesInOneCell(),
  await fiveHundred(),
]
