import { describe, expect, test } from 'vitest'
import { type Bulletin, type BulletinTable, figuresOf } from './bulletin'
import { contentOf, factsOf, idOf, projectOf, rowOf } from './bulletin.fixture'
import { projectsOfFigure, readFigure } from './bulletin-facts'
import { moneyTable, projectTable } from './bulletin-tables'
import { bulletinOf } from './bulletin-text'
import { DEFAULT_RANKING_PARAMETERS } from './parameters'

const textOf = (bulletin: Bulletin, key: string): string => {
  const part = bulletin.parts.find((each) => each.key === key)
  return part?.kind === 'TEXT' ? part.runs.map(({ text }) => text).join('') : ''
}
const tableIn = (bulletin: Bulletin, key: string): BulletinTable | undefined => {
  const part = bulletin.parts.find((each) => each.key === key)
  return part?.kind === 'TABLE' ? part.table : undefined
}
const wordsOf = (table: BulletinTable | undefined) => table?.rows.map((row) => row.map(({ text }) => text))

describe('the bulletin of a month', () => {
  const bulletin = bulletinOf(factsOf())

  test('says overall, ranking, agencies, praise, and the projects in its annex', () => {
    expect(bulletin.head).toEqual({
      mark: '二七区“双轮驱动”项目月通报',
      number: '〔2026〕10号',
      unit: '区“双轮驱动”领导小组办公室',
      on: '2026-11-09',
    })
    expect(bulletin.parts.flatMap((part) => (part.kind === 'HEADING' ? part.text : []))).toEqual([
      '一、总体情况',
      '二、排名情况',
      '三、部门办理时效',
      '四、表扬和提醒',
      '附表',
    ])
  })

  test('sums money and compares it with the share of the year that is over', () => {
    expect(textOf(bulletin, 'progress')).toBe(
      '截至10月31日，全区在库产业项目2个，总投资20.00亿元。年度计划投资8.00亿元，累计完成4.00亿元，完成年度计划的50.0%，时间进度83.3%，欠时间进度33.3个百分点；本月新增1.00亿元。本月出现过红色预警的项目1个，共4天。',
    )
  })

  test('pools what agencies had to do', () => {
    expect(textOf(bulletin, 'service')).toBe(
      '各部门应办手续53件，承诺时限内办结51件，按期率96.2%；法定超期1件。牵头问题到期17件，按期办结15件，按期率88.2%。异议期内收到异议2件，采纳1件。',
    )
  })

  test('praises the first and reminds only those below the line, never stewards', () => {
    expect(textOf(bulletin, 'praise')).toBe(
      '表扬得分前3名的单位，在提醒之列的除外。专班：商贸专班（90.0分）；部门：政务局（91.0分）。',
    )
    expect(textOf(bulletin, 'remind')).toBe(
      '提醒得分低于60分，或者月末还有本单位负责的红色事项的单位。部门：住建局（58.8分）。',
    )
    expect(textOf(bulletin, 'red-owner')).toContain('不因为项目在本板块、本专班就算')
    expect(JSON.stringify(bulletin)).not.toContain('张管家')
  })

  test('says how many reds of its own a unit is reminded of, and each number opens its rows', () => {
    const reminded = { reds: 2, reminded: ['RED'] as const }
    const rows = {
      ...factsOf().rows,
      AGENCY: [rowOf(601, '政务局', reminded), rowOf(602, '住建局', { ...reminded, reds: 1 })],
      AREA: [rowOf(801, '德化街', { ...reminded, rank: null, unranked: 'FEW_PROJECTS' })],
    }
    const named = bulletinOf(factsOf({ rows }))
    expect(textOf(named, 'remind')).toBe(
      '提醒得分低于60分，或者月末还有本单位负责的红色事项的单位。板块：德化街（90.0分，本单位负责的红色事项2件）；部门：政务局（90.0分，本单位负责的红色事项2件）、住建局（90.0分，本单位负责的红色事项1件）。',
    )
    const figures = figuresOf(named).filter(({ figure }) => figure.startsWith('reds.'))
    expect(figures.map(({ text }) => text)).toEqual(['2件', '2件', '1件'])
    expect(readFigure(figures[1]?.figure ?? '')).toEqual({
      of: 'ITEMS',
      kept: false,
      table: 'AGENCY',
      subjectId: idOf(601),
      indicator: 'RED',
    })
  })

  test('a month that was counted before reds were listed keeps its words when it is corrected', () => {
    const { reds: _listed, ...old } = rowOf(601, '政务局', { reminded: ['RED'] })
    const rows = { ...factsOf().rows, AGENCY: [old] }
    expect(textOf(bulletinOf(factsOf({ rows, nth: 2, note: '更正' })), 'remind')).toBe(
      '提醒得分低于60分，或者月末还有本单位负责的红色事项（部门法定超期没有办结，专班、板块督办单逾期没有回复）的单位。部门：政务局（90.0分）。',
    )
  })

  test('a draft praises nobody', () =>
    expect(textOf(bulletinOf(factsOf({ draft: true })), 'praise')).toBe('底稿不列表扬名单，发布时再定。'))

  test('names stewards where the district switched that on', () => {
    const content = { ...contentOf(), parameters: { ...DEFAULT_RANKING_PARAMETERS, publishStewardNames: true } }
    const open = bulletinOf(factsOf({ content }))
    expect(wordsOf(tableIn(open, 'score-STEWARD'))?.[0]?.[1]).toBe('张管家')
    expect(textOf(open, 'praise')).not.toContain('张管家')
  })

  test('lays agencies out as 12345 bulletins do, with all of them together below', () => {
    const table = tableIn(bulletin, 'agency-time')
    expect(wordsOf(table)?.[1]).toEqual([
      '2',
      '住建局',
      '48',
      '46',
      '95.8',
      '100.0',
      '12',
      '83.3',
      '100.0',
      '100.0',
      '1',
      '58.8',
      '2',
    ])
    expect(table?.total?.map(({ text }) => text).slice(1, 5)).toEqual(['合计', '53', '51', '96.2'])
  })

  test('shows who has too few items without a rank, and says why', () => {
    const table = tableIn(bulletin, 'score-AREA')
    expect(wordsOf(table)?.[0]?.[0]).toBe('—')
    expect(table?.notes).toEqual(['名次为“—”的样本不足，照列不排名。'])
  })

  test('a correction says which version it is and what it corrects', () => {
    const second = bulletinOf(factsOf({ nth: 2, note: '更正住建局1件。' }))
    expect(second.head.number).toBe('〔2026〕10号（第2版）')
    expect(textOf(second, 'note-text')).toBe('更正住建局1件。')
  })

  test('a month in which nothing happened is said in words', () => {
    const rows = { STEWARD: [], AGENCY: [], TASKFORCE: [], AREA: [] }
    const empty = bulletinOf(factsOf({ rows, projects: [], objections: { heard: 0, accepted: 0 } }))
    expect(textOf(empty, 'service')).toBe('本月没有到期的手续。异议期内没有收到异议。')
    expect(textOf(empty, 'praise')).toBe('本月没有可以排名的单位，不作表扬。')
    expect(empty.parts.some(({ kind }) => kind === 'TABLE')).toBe(false)
  })

  test('the same facts give the same bulletin', () =>
    expect(JSON.stringify(bulletinOf(factsOf()))).toBe(JSON.stringify(bulletin)))
})

describe('figures', () => {
  test('every one can be read, and counts the projects it says', () => {
    const facts = factsOf()
    for (const { figure, text } of figuresOf(bulletinOf(facts))) {
      const query = readFigure(figure)
      expect(query, figure).not.toBeNull()
      if (query?.of === 'PROJECTS' && query.group !== 'project' && query.money === null)
        expect(projectsOfFigure(facts.projects, query).length, figure).toBe(Number(text.replace('个', '')))
    }
  })

  test('each says of what it is: no two lines of tables share one, and a rate is not headed by a count', () => {
    const figures = figuresOf(bulletinOf(factsOf())).filter(({ of }) => of.length > 0)
    // The sums of all stand below areas and below teams, and say the same.
    const lines = figures.filter(({ of }) => of[1] !== '合计')
    expect(new Set(lines.map(({ figure }) => figure)).size).toBe(lines.length)
    const rate = figures.find(({ figure }) => figure.startsWith('rate.AGENCY.all.A'))
    expect(rate).toMatchObject({ text: '96.2', of: ['部门办理时效', '合计', '按期率'] })
  })

  test('a sum of money of an area is that of its projects with a plan', () => {
    const facts = factsOf()
    const sums = figuresOf(bulletinOf(facts)).filter(({ figure }) => /^area\..+\.done$/.test(figure))
    expect(sums.length).toBeGreaterThan(0)
    for (const { figure, exact } of sums) {
      const query = readFigure(figure)
      if (query?.of !== 'PROJECTS') throw new Error(figure)
      const fen = projectsOfFigure(facts.projects, query).reduce((sum, { doneFen }) => sum + Number(doneFen), 0)
      expect(Number(exact) * 10_000_000_000).toBe(fen)
    }
  })

  test('what is none is refused', () => {
    for (const id of ['', 'items.AGENCY.all.F', 'items.NOBODY.all.A', 'off.AGENCY', 'project.x y', 'kept.AREA.all'])
      expect(readFigure(id), id).toBeNull()
  })
})

describe('tables of progress', () => {
  test('go from low to high, and name what belongs to no group', () => {
    const south = { areaId: idOf(802), area: '南部' }
    const none = { areaId: null, area: null }
    const table = moneyTable(
      [projectOf(1, { done: 3 }), projectOf(2, { done: 1 }, south), projectOf(3, {}, none)],
      'area',
      8_329,
    )
    expect(wordsOf(table)?.map((row) => [row[1], row[6]])).toEqual([
      ['南部', '25.0'],
      ['德化街', '75.0'],
    ])
    expect(table.total?.[2]?.text).toBe('3')
    expect(table.notes).toEqual(['另有1个项目没有归到板块，只计入合计。'])
  })

  test('a share counts only projects with a plan, on both sides', () => {
    const table = moneyTable([projectOf(1), projectOf(2, {}, { yearPlanFen: null })], 'area', 5_000)
    expect(wordsOf(table)?.[0]?.slice(2)).toEqual(['2', '20.00', '4.00', '4.00', '50.0', '1.00', '0.0'])
  })

  test('a long list says what it leaves out', () => {
    const projects = Array.from({ length: 5 }, (_, i) => projectOf(i + 1, {}, { deviation: i * 100 }))
    const table = projectTable(projects, 3)
    expect(wordsOf(table)?.map((row) => row[1])).toEqual(['项目1', '项目2', '项目3'])
    expect(table.notes).toEqual(['共5个项目，这里列出偏差最大的3个，全部见随附的工作簿。'])
  })

  test('a project without a plan stands last', () => {
    const table = projectTable([projectOf(1, {}, { deviation: null, planned: null }), projectOf(2)])
    expect(wordsOf(table)?.map((row) => [row[1], row[7]])).toEqual([
      ['项目2', '−30.0'],
      ['项目1', '—'],
    ])
  })
})

test('ties stand as the month has them', () => {
  const rows = { ...factsOf().rows, AGENCY: [rowOf(1, '甲'), rowOf(2, '乙'), rowOf(3, '丙', { rank: 3 })] }
  expect(wordsOf(tableIn(bulletinOf(factsOf({ rows })), 'agency-time'))?.map((row) => row.at(-1))).toEqual([
    '1',
    '1',
    '3',
  ])
})
