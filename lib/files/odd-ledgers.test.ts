import { describe, expect, test } from 'vitest'
import { readLedger } from '@/lib/domain/ledger'
import { wanOf } from '@/lib/domain/ledger-money'
import type { LedgerRow } from '@/lib/domain/ledger-row'
import { on } from '@/lib/domain/plain-date'
import { readTable } from './read-table'
import { type OddRow, oddLedgers } from './testdata/odd-ledgers'

const NO_WORDS = { columns: new Map(), stages: new Map() }
const wan = (fen: bigint | null) => (fen === null ? null : wanOf(fen))
const said = (person: LedgerRow['steward']) => person && [person.name, person.phone].filter(Boolean).join(' ')
const errors = (row: LedgerRow) => row.notes.filter(({ severity }) => severity === 'error').map(({ code }) => code)

/** A row in the words of what is expected of it. */
const spoken = (row: LedgerRow): OddRow => ({
  name: row.name,
  team: row.team ?? row.teamHints[0] ?? null,
  totalWan: wan(row.totalFen),
  planWan: wan(row.planFen),
  doneWan: wan(row.doneFen),
  span: row.span && `${row.span.from}~${row.span.to}`,
  stage: row.stage,
  steward: said(row.steward),
  contact: said(row.contact),
  leader: row.leader?.name ?? null,
  days: Object.fromEntries(row.milestones.map(({ kind, on: date }) => [kind, date])),
  problem: row.problem,
  enterprise: row.enterprise,
  notes: errors(row),
})

describe.each(await oddLedgers())('$file', ({ file, bytes, rows, expected, skipped = [], unknownColumns }) => {
  test('is read as its office means it', async () => {
    const grids = await readTable(bytes, file)
    if (!grids.ok) throw new Error(grids.error.code)
    const ledger = readLedger(grids.value, on('2026-11-23'), NO_WORDS)
    expect(ledger.rows).toHaveLength(rows)
    expect(ledger.skipped.map(({ name }) => name)).toEqual(skipped)
    if (unknownColumns) expect(ledger.sheets.flatMap((sheet) => sheet.unknownColumns)).toEqual(unknownColumns)
    const byName = new Map(ledger.rows.map((row) => [row.name, spoken(row)]))
    for (const { notes = [], ...want } of expected) {
      const got = byName.get(want.name)
      expect(got, want.name).toMatchObject(want)
      expect(got?.notes, want.name).toEqual(notes)
    }
  })
})
