import { compareFractions, whole } from '../decimal'
import { sectionNumber } from '../meeting/paper'
import { dayOfMonth, monthNumberOf, type PlainDate } from '../plain-date'
import { type Bulletin, type BulletinPart, type BulletinRun, type BulletinTable, counted, said } from './bulletin'
import { type BulletinFacts, figure } from './bulletin-facts'
import { agencyTable, moneyTable, projectTable, scoreTable } from './bulletin-tables'
import { WHO } from './indicator-names'
import { moneyOf, percentOf, yiOf } from './month-money'
import { keptText, type Pooled, pooled, shareOf } from './pooled'
import type { RankingRow } from './row'

const shortDay = (day: PlainDate): string => `${monthNumberOf(day)}月${dayOfMonth(day)}日`
const shareText = (of: Pooled): string => percentOf(shareOf(of) ?? 0)

function progressRuns({ projects, content }: BulletinFacts): BulletinRun[] {
  const { yearShare } = content.overall
  const money = moneyOf(projects, yearShare)
  const red = projects.filter(({ colourDays }) => colourDays.RED > 0)
  const redDays = red.reduce((sum, { colourDays }) => sum + colourDays.RED, 0)
  const runs = [
    said(`截至${shortDay(content.dataLineOn)}，全区在库产业项目`),
    counted(`${money.projects}个`, figure.projects),
    said('，总投资'),
    counted(`${yiOf(money.totalFen)}亿元`, figure.money('total')),
    said('。'),
  ]
  if (money.share !== null && money.ahead !== null) {
    runs.push(
      said('年度计划投资'),
      counted(`${yiOf(money.planFen)}亿元`, figure.money('plan')),
      said('，累计完成'),
      counted(`${yiOf(money.doneFen)}亿元`, figure.money('done')),
      said('，完成年度计划的'),
      counted(`${percentOf(money.share)}%`, figure.money('share')),
      said(
        `，时间进度${percentOf(yearShare)}%，${money.ahead < 0 ? '欠' : '超'}时间进度${percentOf(Math.abs(money.ahead))}个百分点；本月新增`,
      ),
      counted(`${yiOf(money.newFen)}亿元`, figure.money('new')),
      said('。'),
    )
  }
  if (red.length === 0) runs.push(said('本月没有出现红色预警的项目。'))
  else runs.push(said('本月出现过红色预警的项目'), counted(`${red.length}个`, figure.red), said(`，共${redDays}天。`))
  return runs
}

function serviceRuns({ rows, objections }: BulletinFacts): BulletinRun[] {
  const [due, issues] = [pooled(rows.AGENCY, 'A'), pooled(rows.AGENCY, 'C')]
  const overdue = rows.AGENCY.reduce((sum, { deduction }) => sum + deduction.events, 0)
  const runs: BulletinRun[] = []
  if (due.n === 0) runs.push(said('本月没有到期的手续。'))
  else
    runs.push(
      said('各部门应办手续'),
      counted(`${due.due}件`, figure.items('AGENCY', null, 'A')),
      said('，承诺时限内办结'),
      compareFractions(due.kept, whole(0)) > 0
        ? counted(`${keptText(due)}件`, figure.kept('AGENCY', null, 'A'))
        : said('0件'),
      said('，按期率'),
      counted(`${shareText(due)}%`, figure.rate('AGENCY', null, 'A')),
      said('；法定超期'),
      overdue > 0 ? counted(`${overdue}件`, figure.deducted('AGENCY', null)) : said('0件'),
      said('。'),
    )
  if (issues.n > 0)
    runs.push(
      said('牵头问题到期'),
      counted(`${issues.due}件`, figure.items('AGENCY', null, 'C')),
      said('，按期办结'),
      compareFractions(issues.kept, whole(0)) > 0
        ? counted(`${keptText(issues)}件`, figure.kept('AGENCY', null, 'C'))
        : said('0件'),
      said('，按期率'),
      counted(`${shareText(issues)}%`, figure.rate('AGENCY', null, 'C')),
      said('。'),
    )
  runs.push(
    said(
      objections.heard === 0
        ? '异议期内没有收到异议。'
        : `异议期内收到异议${objections.heard}件，采纳${objections.accepted}件。`,
    ),
  )
  return runs
}

/** Tables that are praised and reminded in public; stewards never. */
const HONOURED = ['AREA', 'TASKFORCE', 'AGENCY'] as const

/** The red of a unit itself, as months were read in which its reds were not listed yet. */
const OPEN_DEDUCTION = '本单位负责的红色事项（部门法定超期没有办结，专班、板块督办单逾期没有回复）'
const OWN_RED = '本单位负责的红色事项'

/** Whether a month lists the reds of those who are ranked; one that was counted before is corrected as it was counted. */
const listsReds = ({ rows }: BulletinFacts): boolean =>
  HONOURED.every((table) => rows[table].every(({ reds }) => reds !== undefined))

/** `板块：甲（91.0分）、乙（90.2分）`, a part for each table that has somebody. */
function namedOf({ rows }: BulletinFacts, among: (row: RankingRow) => boolean): string {
  const parts = HONOURED.flatMap((table) => {
    const names = rows[table].filter(among).map(({ name, score }) => `${name}（${score}分）`)
    return names.length > 0 ? [`${WHO[table]}：${names.join('、')}`] : []
  })
  return parts.join('；')
}

/** Why those who are praised are, why nobody is, or that it is too early. */
function praiseText(facts: BulletinFacts): string {
  if (facts.draft) return '底稿不列表扬名单，发布时再定。'
  const praise = namedOf(facts, ({ praised }) => praised)
  if (praise) return `表扬得分前${facts.content.parameters.praise}名的单位，在提醒之列的除外。${praise}。`
  return HONOURED.some((table) => facts.rows[table].some(({ rank }) => rank !== null))
    ? '参加排名的单位得分相同，或者都在提醒之列，本月不作表扬。'
    : '本月没有可以排名的单位，不作表扬。'
}

/** `部门：住建局（58.8分，本单位负责的红色事项3件）`: the reds open their rows. */
function remindedRuns({ rows }: BulletinFacts): BulletinRun[] {
  const tables = HONOURED.flatMap((table) => {
    const reminded = rows[table].filter((row) => row.reminded.length > 0)
    return reminded.length > 0 ? [{ table, reminded }] : []
  })
  return tables.flatMap(({ table, reminded }, i) => [
    said(`${i > 0 ? '；' : ''}${WHO[table]}：`),
    ...reminded.flatMap(({ subjectId, name, score, reds }, j) => [
      said(`${j > 0 ? '、' : ''}${name}（${score}分`),
      ...(reds ? [said(`，${OWN_RED}`), counted(`${reds}件`, figure.reds(table, subjectId))] : []),
      said('）'),
    ]),
  ])
}

function honours(facts: BulletinFacts): BulletinPart[] {
  const { remindBelow } = facts.content.parameters
  const lists = listsReds(facts)
  const red = lists ? OWN_RED : OPEN_DEDUCTION
  const remind = remindedRuns(facts)
  const text = (key: string, ...runs: BulletinRun[]): BulletinPart => ({ kind: 'TEXT', key, runs })
  return [
    text('praise', said(praiseText(facts))),
    remind.length > 0
      ? text('remind', said(`提醒得分低于${remindBelow}分，或者月末还有${red}的单位。`), ...remind, said('。'))
      : text('remind', said(`没有得分低于${remindBelow}分的单位，也没有月末还有${red}的单位，本月不作提醒。`)),
    ...(facts.projects.some(({ colourDays }) => colourDays.RED > 0)
      ? [
          text(
            'red-owner',
            said(
              lists
                ? '红色事项只算本单位自己负责的：经办的手续，牵头的问题、要素和任务，没有回复的督办单；项目的红由下一步该办的一方负责，不因为项目在本板块、本专班就算。有正当理由停着的不算。'
                : '项目的红色预警由下一步该办的一方负责：部门按法定超期计，管家按责任红灯计，不直接计入专班和板块。',
            ),
          ),
        ]
      : []),
  ]
}

const table = (made: BulletinTable): BulletinPart[] =>
  made.rows.length > 0 ? [{ kind: 'TABLE', key: made.key, table: made }] : []

/**
 * Writes the bulletin of a month 月通报: overall, tables of progress and scores, how agencies kept their limits, praise and
 * reminders, what a version corrects, and the projects.
 *
 * Stewards stand in it only where the district publishes their names. The same facts always give the same bulletin.
 *
 * @source formats.md §5; meetings-and-ranking B2 (what is published)
 */
export function bulletinOf(facts: BulletinFacts): Bulletin {
  const { district, office, nth, on, note, projects, rows, content } = facts
  const { month, parameters, overall } = content
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  let section = 0
  const heading = (key: string, text: string): BulletinPart => ({
    kind: 'HEADING',
    key,
    text: `${sectionNumber(++section)}、${text}`,
  })
  return {
    head: {
      mark: `${district}项目月通报`,
      number: `〔${year}〕${number}号${nth > 1 ? `（第${nth}版）` : ''}`,
      unit: office,
      on,
    },
    title: `关于${year}年${number}月产业项目推进情况的通报`,
    parts: [
      heading('overall', '总体情况'),
      { kind: 'TEXT', key: 'progress', runs: progressRuns(facts) },
      { kind: 'TEXT', key: 'service', runs: serviceRuns(facts) },
      heading('ranking', '排名情况'),
      ...table(moneyTable(projects, 'area', overall.yearShare)),
      ...table(scoreTable('AREA', rows.AREA)),
      ...table(moneyTable(projects, 'taskforce', overall.yearShare)),
      ...table(scoreTable('TASKFORCE', rows.TASKFORCE)),
      ...(parameters.publishStewardNames ? table(scoreTable('STEWARD', rows.STEWARD)) : []),
      ...(projects.length > 0 && (rows.AREA.length > 0 || rows.TASKFORCE.length > 0)
        ? [
            {
              kind: 'TEXT',
              key: 'two-orders',
              runs: [
                said(
                  '投资进度表只看年度计划投资完成多少，从低到高排；得分表按五项成效折算后加总，从高到低排。两张表口径不同，先后可以不一致。',
                ),
              ],
            } as const,
          ]
        : []),
      heading('agencies', '部门办理时效'),
      ...table(agencyTable(rows.AGENCY)),
      heading('honours', '表扬和提醒'),
      ...honours(facts),
      ...(note === null
        ? []
        : [heading('note', '更正说明'), { kind: 'TEXT', key: 'note-text', runs: [said(note)] } as const]),
      { kind: 'HEADING', key: 'projects', text: '附表' },
      ...table(projectTable(projects)),
    ],
  }
}
