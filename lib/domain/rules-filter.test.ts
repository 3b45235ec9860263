import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { answer } from '@/scripts/rules/answer'

const ask = (line: Record<string, unknown>) => answer(JSON.stringify({ id: 1, ...line }))
const procedure = {
  promised: 7,
  statutory: 20,
  state: 'ACCEPTED',
  accepted: '2024-04-25',
  plan_finish: '2024-06-28',
  today: '2024-05-14',
}
const refused = (error: string) => ({ id: 1, error, message: expect.stringMatching(/\p{Script=Han}/u) })

describe('a line it cannot answer', () => {
  test.each([
    ['a state that does not exist', { state: 'ACCEPT' }],
    ['no state', { state: undefined }],
    ['a day that does not exist', { accepted: '2024-02-30' }],
    ['a day in another form', { today: '2024-5-14' }],
    ['no day', { today: undefined }],
    ['a promise of nothing', { promised: 0 }],
    ['a negative promise', { promised: -7 }],
    ['half a day', { promised: 7.5 }],
    ['a number in quotes', { promised: '7' }],
    ['a negative statute', { statutory: -1 }],
    ['a negative extension', { ext_wd: -10 }],
    ['a pause that ends before it begins', { pauses: [['2024-05-06', '2024-04-30']] }],
    ['half a pause', { pauses: [['2024-05-06']] }],
    ['a misspelt key', { plan_finsh: '2024-06-28' }],
  ])('%s', (_, changes) =>
    expect(ask({ kind: 'procedure', input: { ...procedure, ...changes } })).toEqual(refused('INPUT_INVALID')),
  )

  test.each([
    ['another kind', { kind: 'colour', input: {} }, 'KIND_UNKNOWN'],
    ['a kind that every object has', { kind: 'constructor', input: {} }, 'KIND_UNKNOWN'],
    ['no kind', { input: procedure }, 'KIND_UNKNOWN'],
    ['no input', { kind: 'procedure' }, 'INPUT_INVALID'],
    ['a parameter nobody knows', { kind: 'procedure', params: { plan_red: 1 }, input: procedure }, 'PARAMETER_UNKNOWN'],
    [
      'parameters out of order',
      { kind: 'procedure', input: { ...procedure, params: { plan_blue_wd: 12 } } },
      'PARAMETER_ORDER',
    ],
    ['parameters that are a list', { kind: 'procedure', input: procedure, params: [1] }, 'INPUT_INVALID'],
    [
      'a year without its holidays',
      { kind: 'procedure', input: { ...procedure, today: '2027-05-14' } },
      'CALENDAR_MISSING',
    ],
    [
      'a limit from such a year',
      { kind: 'dueOn', input: { from: '2023-12-29', days: 5, unit: 'WD' } },
      'CALENDAR_MISSING',
    ],
    ['weeks', { kind: 'dueOn', input: { from: '2024-12-29', days: 5, unit: 'W' } }, 'INPUT_INVALID'],
    ['a colour nobody knows', { kind: 'aggregate', input: { dims: { a: 'ORANGE' } } }, 'INPUT_INVALID'],
    ['a dimension nobody knows', { kind: 'project', input: ['weather', 1, 2] }, 'INPUT_INVALID'],
    ['a table nobody knows', { kind: 'score', input: { table: '街道', obs: {}, mu: {} } }, 'INPUT_INVALID'],
    [
      'a score that is no number',
      { kind: 'rank', input: { rows: [{ id: 'a', score: '一', due: 3 }] } },
      'INPUT_INVALID',
    ],
    [
      'two rows of one name',
      {
        kind: 'rank',
        input: {
          rows: [
            { id: 'a', score: '1', due: 3 },
            { id: 'a', score: '2', due: 3 },
          ],
        },
      },
      'ITEM_REPEATED',
    ],
    [
      'a template nobody knows',
      { kind: 'forecast', input: { today: '2026-03-02', template: 'X', items: [] } },
      'TEMPLATE_UNKNOWN',
    ],
    [
      'an item nobody knows',
      { kind: 'forecast', input: { today: '2026-03-02', template: 'SMALL', items: [{ code: 'XX', state: 'DONE' }] } },
      'ITEM_UNKNOWN',
    ],
    [
      'an answer nobody asked for',
      { kind: 'forecast', input: { today: '2026-03-02', template: 'SMALL', answers: { 天气: true }, items: [] } },
      'ANSWER_UNKNOWN',
    ],
  ])('%s', (_, line, code) => expect(ask(line)).toEqual(refused(code)))

  test.each(['', 'nonsense', '[1]', 'null', '3', '{"id":1'])('%j is no object', (text) =>
    expect(answer(text)).toEqual({ ...refused('JSON_UNREADABLE'), id: null }),
  )
})

describe('what it says of a line it cannot answer', () => {
  const [start, day] = ['2024-03-15', '2024-03-16']
  test.each<[unknown, string]>([
    [{ kind: 'procedure', input: { ...procedure, promised: '7' } }, 'input.promised：应为整数，却是 "7"。'],
    [{ kind: 'procedure', input: { ...procedure, promised: 7.5 } }, 'input.promised：应为整数，却是 7.5。'],
    [{ kind: 'procedure', input: { ...procedure, promised: 0 } }, 'input.promised：应为不小于 1 的数，却是 0。'],
    [
      { kind: 'procedure', input: { ...procedure, today: undefined } },
      'input.today：应为真实存在的一天（写作 2026-11-23），却没有填。',
    ],
    [
      { kind: 'procedure', input: { ...procedure, accepted: '2024-02-30' } },
      'input.accepted：应为真实存在的一天（写作 2026-11-23），却是 "2024-02-30"。',
    ],
    [
      { kind: 'procedure', input: { ...procedure, pauses: [['2024-05-06', '2024-04-30']] } },
      'input.pauses.0：应为先开始、后结束的一段暂停，却是 ["2024-05-06","2024-04-30"]。',
    ],
    [{ kind: 'procedure', input: { ...procedure, pauses: ['x'] } }, 'input.pauses.0：应为一个数组，却是 "x"。'],
    [{ kind: 'procedure', input: { ...procedure, plan_finsh: '2024-06-28' } }, 'input：没有这样的字段 plan_finsh。'],
    [{ kind: 'procedure' }, 'input：应为一个对象，却没有填。'],
    [{ kind: 'dueOn', input: { from: day, days: 5, unit: 'W' } }, 'input.unit：应为其中之一（WD、CD），却是 "W"。'],
    [
      { kind: 'project', input: ['start', start, null, '2024-3-16', true] },
      'input.3：应为真实存在的一天（写作 2026-11-23），却是 "2024-3-16"。',
    ],
    [{ kind: 'project', input: ['stat', start, 1, day] }, 'input.2：应为真假（true 或 false），却是 1。'],
    [{ kind: 'project', input: ['issue', start] }, 'input：应为至少 3 项的数组，却是 ["issue","2024-03-15"]。'],
    [
      { kind: 'rank', input: { rows: [{ id: 'a', score: '一', due: 3 }] } },
      'input.rows.0.score：应为写成文字的小数（如 "0.85"）或整数，却是 "一"。',
    ],
    [
      { kind: 'procedure', input: { ...procedure, params: { plan_red_wd: 2.5 } } },
      '规则参数 plan_red_wd 不能是 2.5：天数和月数应为整数。',
    ],
    [
      { kind: 'procedure', input: { ...procedure, params: { promise_red_wd: 0 } } },
      '规则参数 promise_red_wd 不能是 0：要大于 0，否则没有留给前一色的日子。',
    ],
    [
      { kind: 'procedure', input: { ...procedure, params: { dev_blue_pp: 10 } } },
      '规则参数 dev_blue_pp（10）要小于 dev_yellow_pp（10）：蓝在黄前，黄在红前。',
    ],
  ])('%j', (line, message) => expect(answer(JSON.stringify(line))).toMatchObject({ message }))

  test('is never the wording of a library', () => {
    const values = [undefined, null, 3, -1, 2.5, 1e9, '', 'x', [], [1], {}, { a: 1 }, true]
    const keys = ['state', 'promised', 'accepted', 'pauses', 'blocked_by', 'supp_limit', 'params', 'today']
    const lines = [
      ...keys.flatMap((key) => values.map((value) => ({ kind: 'procedure', input: { ...procedure, [key]: value } }))),
      ...['project', 'aggregate', 'dueOn', 'score', 'rank', 'forecast'].flatMap((kind) =>
        values.map((input) => ({ kind, input })),
      ),
      ...['progress', 'start', 'stat', 'issue', 'fresh', 'expiry'].flatMap((name) =>
        values.map((value) => ({ kind: 'project', input: [name, value, value, value, value] })),
      ),
    ]
    for (const line of lines) {
      const { message } = answer(JSON.stringify(line)) as { message?: string }
      // Only names of fields and codes the contract itself has, and what the line said, are not Chinese.
      if (message)
        expect(message, JSON.stringify(line)).not.toMatch(/Invalid|expected|string|array|undefined|tuple|无效/i)
    }
  })
})

describe('a line it answers', () => {
  test('with other parameters, inside the case or beside it', () => {
    const strict = { promise_red_wd: 6 }
    expect(ask({ kind: 'procedure', input: procedure })).toMatchObject({
      level: 'RED',
      nextLevelOn: null,
      nextLevel: null,
    })
    for (const line of [{ input: { ...procedure, params: strict } }, { input: procedure, params: strict }])
      expect(ask({ kind: 'procedure', ...line })).toMatchObject({
        level: 'YELLOW',
        nextLevelOn: '2024-05-15',
        nextLevel: 'RED',
      })
  })

  test('a change that lies in a year without its holidays is 暂定', () => {
    const late = { ...procedure, accepted: '2026-12-28', plan_finish: null, today: '2026-12-30' }
    expect(ask({ kind: 'procedure', input: late })).toMatchObject({
      level: 'GREEN',
      nextLevelOn: '2027-01-04',
      provisional: true,
    })
    expect(ask({ kind: 'procedure', input: procedure })).not.toHaveProperty('provisional')
  })

  test('a change before such a year that is counted back from it is 暂定 too, a plan far inside it alone is not', () => {
    const plan = (plan_finish: string, today: string) =>
      ask({
        kind: 'procedure',
        input: { promised: 30, statutory: 60, state: 'ACCEPTED', accepted: '2026-12-14', plan_finish, today },
      })
    expect(plan('2027-01-05', '2026-12-22')).toMatchObject({ nextLevelOn: '2026-12-31', provisional: true })
    const sooner = {
      promised: 7,
      state: 'ACCEPTED',
      accepted: '2026-11-20',
      plan_finish: '2027-03-01',
      today: '2026-11-23',
    }
    const answered = ask({ kind: 'procedure', input: sooner })
    expect(answered).toMatchObject({ nextLevelOn: '2026-11-27' })
    expect(answered).not.toHaveProperty('provisional')
  })

  test.each([
    [
      ['start', '2027-01-08', null, '2026-12-28', false],
      { level: 'BLUE', text: '距计划开工9工作日,开工条件未齐', provisional: true },
    ],
    [['start', '2027-01-20', null, '2026-12-28', false], { level: 'GREEN', text: null, provisional: true }],
    [['start', '2027-01-20', null, '2026-11-23', false], { level: 'GREEN', text: null }],
    [['start', '2027-01-08', null, '2026-12-28', true], { level: 'GREEN', text: null }],
    [['issue', '2027-01-04', '2026-12-31'], { level: 'BLUE', text: '问题剩余2工作日', provisional: true }],
    [['issue', '2026-12-31', '2026-12-29'], { level: 'BLUE', text: '问题剩余2工作日' }],
    // Counted in calendar days and months: no holiday moves them.
    [['stat', '2026-11-30', false, '2027-01-04'], { level: 'YELLOW', text: '开工超1个月未入库' }],
    [['expiry', '2027-01-20', '2026-12-29'], { level: 'BLUE', text: '证照22天后到期' }],
  ])('%j is 暂定 only where a year without its holidays can change it', (input, expected) =>
    expect(ask({ kind: 'project', input })).toEqual({ id: 1, ...expected }),
  )

  test('a forecast is 暂定 when a day of it lies in such a year', () => {
    const asked = (today: string) => ask({ kind: 'forecast', input: { today, template: 'SMALL', items: [] } })
    expect(asked('2026-12-21')).toMatchObject({ provisional: true })
    expect(asked('2026-12-01')).not.toHaveProperty('provisional')
  })

  test('whoever blocks is named, by his office where the case gives none', () => {
    const waiting = {
      promised: 7,
      state: 'NOT_STARTED',
      plan_finish: '2024-05-22',
      blocked_by: 'LX09',
      today: '2024-05-28',
    }
    expect(ask({ kind: 'procedure', input: waiting })).toMatchObject({ owner: '前置责任单位' })
    expect(ask({ kind: 'procedure', input: { ...waiting, blocked_by_owner: '区文物局' } })).toMatchObject({
      owner: '区文物局',
    })
  })

  test.each([
    [['progress', 45.1, 40.1], 'BLUE', 5],
    [['progress', 40, 42.5], 'GREEN', -2.5],
    [['progress', 30.3, 0.3], 'YELLOW', 30],
    [['start', null, null, '2024-05-27', false], 'GREY', null],
    [['start', '2024-03-15', '2024-05-01', '2024-06-01', false], 'GREEN', null],
    [['start', '2024-06-07', null, '2024-05-24', false], 'BLUE', '距计划开工10工作日,开工条件未齐'],
    [['start', '2024-06-07', null, '2024-05-23', false], 'GREEN', null],
    [['stat', null, false, '2024-05-27'], 'GREY', null],
    [['stat', '2024-01-31', false, '2024-02-29'], 'GREEN', null],
    [['stat', '2024-01-31', false, '2024-03-01'], 'YELLOW', '开工超1个月未入库'],
    [['issue', '2024-05-30', '2024-05-28'], 'BLUE', '问题剩余2工作日'],
    [['fresh', '2024-05-13', '2024-05-28'], 'YELLOW', '15天未更新'],
    [['expiry', '2024-05-27', '2024-05-28'], 'RED', '证照已过期1天'],
  ])('%j', (input, level, text) => expect(ask({ kind: 'project', input })).toEqual({ id: 1, level, text }))

  test('a forecast of the smallest template takes the 13 working days the catalogue computed', () => {
    const result = ask({ kind: 'forecast', input: { today: '2026-03-02', template: 'SMALL', items: [] } })
    // JG07 ends 13 working days after Monday, 2 March.
    expect(result.items).toContainEqual({
      code: 'JG07',
      start: '2026-03-17',
      finish: '2026-03-19',
      slack: 0,
      critical: true,
    })
    expect(result).toMatchObject({ constructionStart: '2026-03-12', production: '2026-03-18', driver: 'SG04' })
    expect((result.items as unknown[]).length).toBe(9)
  })

  test('a forecast on a day off: today is day 0, the next working day is day 1', () => {
    const result = ask({ kind: 'forecast', input: { today: '2026-03-07', template: 'SMALL', items: [] } })
    const rows = new Map((result.items as { code: string; start: string; finish: string }[]).map((r) => [r.code, r]))
    expect(rows.get('LX01')).toMatchObject({ start: '2026-03-09', finish: '2026-03-09' })
    expect(rows.get('LX09')).toMatchObject({ start: '2026-03-09', finish: '2026-03-10' })
    // As on the Friday before: 13 working days end on the same day.
    const friday = ask({ kind: 'forecast', input: { today: '2026-03-06', template: 'SMALL', items: [] } })
    for (const key of ['constructionStart', 'production']) expect(result[key]).toBe(friday[key])
  })

  test('answers decide conditional items by code or by condition; a listed item is in unless denied', () => {
    const codes = (answers: Record<string, boolean>, items: unknown[] = []) =>
      (
        ask({ kind: 'forecast', input: { today: '2026-03-02', template: 'SMALL', answers, items } }).items as {
          code: string
        }[]
      ).map((item) => item.code)
    const listed = [{ code: 'BX02', state: 'DONE', finished: '2026-02-27' }]
    expect(codes({ BX01: true })).toContain('BX01')
    expect(codes({ 用水: true })).toContain('BX01')
    expect(codes({})).not.toContain('BX01')
    expect(codes({}, listed)).toContain('BX02')
    expect(codes({ 用电: false }, listed)).not.toContain('BX02')
  })

  test('an item that does not apply leaves the graph', () => {
    const items = [{ code: 'GC02', state: 'NA' }]
    const result = ask({ kind: 'forecast', input: { today: '2026-03-02', template: 'SMALL', items } })
    expect((result.items as { code: string }[]).map((item) => item.code)).not.toContain('GC02')
    // Its three days are gone.
    expect(result).toMatchObject({ constructionStart: '2026-03-09' })
  })
})

test('the command answers line by line in order, whatever the line ends, and succeeds', { timeout: 60_000 }, () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const lines = [
    { id: 'a', kind: 'aggregate', input: { dims: {} } },
    'broken',
    { id: 'b', kind: 'dueOn', input: { from: '2024-04-25', days: 30, unit: 'CD' } },
  ]
  const input = `\uFEFF${lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n')}`
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/rules.ts'], {
    cwd: root,
    input,
    encoding: 'utf8',
  })
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
  const answers = run.stdout.split('\n')
  expect(answers.pop()).toBe('')
  expect(answers.map((text) => JSON.parse(text))).toMatchObject([
    { id: 'a', level: 'GREY', raw: 'GREY', escalated: false },
    { id: null, error: 'JSON_UNREADABLE' },
    { id: 'b', dueOn: '2024-05-27', workingDays: 21, provisional: false },
  ])
})
