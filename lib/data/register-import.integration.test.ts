import { beforeEach, expect, test } from 'vitest'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { on } from '@/lib/domain/plain-date'
import { type RegisterWords, readRegisterLedger } from '@/lib/domain/register/ledger'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { findBatch } from './import-batches'
import { newId } from './ledger-id'
import { undoLedger } from './ledger-undo'
import { previewRegister, runRegisterImport } from './register-import'

let d: TestDistrict
const WORDS: RegisterWords = {
  size: new Map([
    ['中型', 'MEDIUM'],
    ['小型', 'SMALL'],
  ]),
  industry: new Map(),
  state: new Map(),
  channel: new Map([['上门', 'VISIT']]),
}
const grid = (...rows: readonly (readonly string[])[]): GridSheet => ({
  name: '表1',
  hidden: false,
  date1904: false,
  merges: [],
  rows: rows.map((cells, i) => ({
    number: i + 1,
    hidden: false,
    cells: new Map(
      cells.flatMap((text, column) =>
        text === '' ? [] : [[column + 1, { kind: 'text', text, formula: false, long: false }] as const],
      ),
    ),
  })),
})
const ledgerOf = (...rows: readonly (readonly string[])[]) => {
  const ledger = readRegisterLedger([grid(...rows)], START, WORDS)
  if (!ledger) throw new Error('no ledger')
  return ledger
}
type Ledger = ReturnType<typeof ledgerOf>
const verdicts = async (ledger: Ledger) =>
  (await previewRegister(d.office, ledger)).projects.map(({ verdict, notes }) => notes[0]?.code ?? verdict)
const bring = (ledger: Ledger) =>
  db.$transaction((tx) =>
    runRegisterImport(tx, d.office, { ledger, mends: [], fileName: '台账.xlsx', sha256: 'x'.repeat(64) }, newId()),
  )
const undo = (batchId: string | null) => undoLedger(d.office, { batchId: batchId ?? '' }, { today: START })

beforeEach(async () => {
  d = await makeDistrict()
})

test('a ledger of enterprises goes in row by row and can be taken back, but for what somebody uses by now', async () => {
  const known = await db.enterprise.create({
    data: { districtId: d.districtId, name: '汴河铸造', searchText: '汴河铸造', employees: 20 },
  })
  const ledger = ledgerOf(
    ['企业名称', '统一社会信用代码', '规模', '从业人数', '所在街道'],
    ['汴河铸造', '', '中型', '35', ''],
    ['长风柜业', '', '小型', '', ''],
    ['北辰食品', '', '', '', ''],
    ['长风柜业', '', '', '', ''],
    ['安泰机械', '', '', '', '没有这条街道'],
  )
  expect(await verdicts(ledger)).toEqual(['changed', 'new', 'new', 'REGISTER_TWICE', 'REGISTER_STREET'])
  const report = await bring(ledger)
  expect(report).toMatchObject({ created: 2, changed: 1, rejected: 2 })
  expect(await db.enterprise.findUniqueOrThrow({ where: { id: known.id } })).toMatchObject({
    size: 'MEDIUM',
    employees: 35,
    version: 2,
  })
  // The same file once more changes nothing.
  expect(await verdicts(ledger)).toEqual(['unchanged', 'unchanged', 'unchanged', 'REGISTER_TWICE', 'REGISTER_STREET'])
  const used = await db.enterprise.findFirstOrThrow({ where: { districtId: d.districtId, name: '北辰食品' } })
  await db.project.update({ where: { id: d.projectId }, data: { enterpriseId: used.id } })
  expect(await undo(report.batchId)).toMatchObject({
    ok: true,
    value: { restored: 2, kept: [{ id: used.id, name: '北辰食品' }] },
  })
  expect(await db.enterprise.findUniqueOrThrow({ where: { id: known.id } })).toMatchObject({
    size: null,
    employees: 20,
  })
  expect(await db.enterprise.count({ where: { districtId: d.districtId, name: '长风柜业' } })).toBe(0)
  expect(await findBatch(d.office, report.batchId ?? '')).toMatchObject({ state: 'partlyUndone', touched: 3 })
})

test('a list of packs never takes more than there are, and gives the stock back', async () => {
  const { districtId } = d
  for (const name of ['汴河铸造', '长风柜业', '北辰食品'])
    await db.enterprise.create({ data: { districtId, name, searchText: name } })
  await db.packBatch.create({
    data: {
      districtId,
      number: 1,
      name: '春季批',
      contents: [],
      prepared: 2,
      costFen: 0n,
      on: toDb(on('2026-03-01')),
    },
  })
  const ledger = ledgerOf(
    ['企业名称', '批次', '发放日期', '渠道'],
    ['汴河铸造', '春季批', '2026-03-02', '上门'],
    ['谁也不认识', '春季批', '2026-03-02', ''],
    ['长风柜业', '春季批', '2026-03-03', ''],
    ['北辰食品', '春季批', '2026-03-03', ''],
    ['长风柜业', '秋季批', '2026-03-03', ''],
  )
  expect(await verdicts(ledger)).toEqual([
    'new',
    'PACK_ENTERPRISE_UNKNOWN',
    'new',
    'PACK_STOCK_EMPTY',
    'REGISTER_BATCH',
  ])
  const report = await bring(ledger)
  expect(report).toMatchObject({ created: 2, rejected: 3 })
  const packs = await db.giftPack.findMany({ where: { districtId }, orderBy: { number: 'asc' } })
  expect(packs.map(({ number, channel }) => [number, channel])).toEqual([
    [1, 'VISIT'],
    [2, 'HALL'],
  ])
  // What its receiver has confirmed stays.
  await db.giftPack.update({
    where: { id: packs[0]?.id ?? '' },
    data: { confirmedOn: toDb(START), confirmedSelf: true, version: { increment: 1 } },
  })
  expect(await undo(report.batchId)).toMatchObject({ ok: true, value: { restored: 1, kept: [{ name: '汴河铸造' }] } })
  expect(await db.giftPack.count({ where: { districtId } })).toBe(1)
})
