import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { handPack } from '@/lib/domain/gift-pack'
import type { LedgerChange } from '@/lib/domain/ledger-pen'
import type { Verdict } from '@/lib/domain/ledger-plan'
import type { LedgerReport, ReportRow } from '@/lib/domain/ledger-report'
import type { LedgerNote } from '@/lib/domain/ledger-row'
import { nameKey } from '@/lib/domain/ledger-text'
import { type RegisterLedger, type RegisterRow, registerField } from '@/lib/domain/register/ledger'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'

const columns = {
  id: true,
  version: true,
  name: true,
  aliases: true,
  creditCode: true,
  size: true,
  industry: true,
  streetId: true,
  address: true,
  foundedOn: true,
  employees: true,
  aboveScale: true,
  highTech: true,
  specialised: true,
  state: true,
} satisfies Prisma.EnterpriseSelect
/** An enterprise as an import compares it. */
export type KnownEnterprise = Prisma.EnterpriseGetPayload<{ select: typeof columns }>

/** What a row comes to: why it stays out, or what is written for it. */
export type PlannedRegister = Readonly<{
  row: RegisterRow
  verdict: Verdict
  notes: readonly LedgerNote[]
  changes: readonly LedgerChange[]
  /** The row of the register it is about; null of a new one. */
  known: KnownEnterprise | null
  /** Columns to write: of a new enterprise all that are stated, of a known one those that differ. */
  data: Prisma.EnterpriseUncheckedUpdateInput
  batch: Readonly<{ id: string; contents: readonly string[] }> | null
}>

const refusal = (code: string, params: Readonly<Record<string, unknown>> = {}): LedgerNote => ({
  severity: 'error',
  code,
  params: {
    ...Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
    refusal: 1,
  },
})

/** The enterprises a ledger speaks of, by code and by every name they go by. */
async function knownOf(tx: Tx, districtId: string, rows: readonly RegisterRow[]) {
  const names = [...new Set(rows.map(({ name }) => name).filter(Boolean))]
  const codes = rows.flatMap(({ creditCode }) => creditCode ?? [])
  const found = await tx.enterprise.findMany({
    where: {
      districtId,
      OR: [{ creditCode: { in: codes } }, { name: { in: names } }, { aliases: { hasSome: names } }],
    },
    select: columns,
  })
  return {
    byCode: new Map(found.flatMap((one) => (one.creditCode ? [[one.creditCode, one] as const] : []))),
    byName: new Map(found.flatMap((one) => [one.name, ...one.aliases].map((name) => [nameKey(name), one] as const))),
  }
}
type Known = Awaited<ReturnType<typeof knownOf>>

/** Which enterprise of the register a row means, or why nobody can say. */
function meant(row: RegisterRow, { byCode, byName }: Known): KnownEnterprise | LedgerNote | null {
  const coded = row.creditCode ? (byCode.get(row.creditCode) ?? null) : null
  const named = byName.get(nameKey(row.name)) ?? null
  if (coded && named && coded.id !== named.id) return refusal('REGISTER_TWO', { name: coded.name })
  if (!coded && named?.creditCode && row.creditCode) return refusal('REGISTER_CODE_OTHER', { code: named.creditCode })
  return coded ?? named
}

const isNote = (value: KnownEnterprise | LedgerNote | null): value is LedgerNote =>
  value !== null && 'severity' in value

const stays = (row: RegisterRow, notes: readonly LedgerNote[], known: KnownEnterprise | null = null) =>
  ({ row, verdict: 'error', notes, changes: [], known, data: {}, batch: null }) satisfies PlannedRegister

/** An enterprise with what the row states of it; what the row leaves open stays. */
function planEnterprise(
  row: RegisterRow,
  known: KnownEnterprise | null,
  streets: ReadonlyMap<string, Readonly<{ id: string; shortName: string }>>,
): PlannedRegister {
  const { street: typed, foundedOn, ...stated } = row.enterprise
  const street = typed === null ? null : streets.get(nameKey(typed))
  if (street === undefined) return stays(row, [refusal('REGISTER_STREET', { text: typed ?? '' })], known)
  const said = {
    ...stated,
    streetId: street?.id ?? null,
    foundedOn,
    creditCode: row.creditCode,
  }
  const was = (field: keyof typeof said) =>
    known === null ? null : field === 'foundedOn' ? dayOrNull(known.foundedOn) : known[field]
  const fields = (Object.keys(said) as (keyof typeof said)[]).filter(
    (field) => said[field] !== null && said[field] !== was(field),
  )
  const name = (id: unknown) => [...streets.values()].find((one) => one.id === id)?.shortName ?? null
  const shown = (field: keyof typeof said, value: unknown) =>
    field === 'streetId' ? name(value) : typeof value === 'boolean' ? String(value) : (value as string | number | null)
  return {
    row,
    verdict: known === null ? 'new' : fields.length > 0 ? 'changed' : 'unchanged',
    notes: row.notes,
    changes:
      known === null
        ? []
        : fields.map((field) => ({
            field: registerField(field === 'streetId' ? 'street' : field),
            from: shown(field, was(field)),
            to: shown(field, said[field]),
          })),
    known,
    data: Object.fromEntries(
      fields.map((field) => [field, field === 'foundedOn' && said.foundedOn ? toDb(said.foundedOn) : said[field]]),
    ),
    batch: null,
  }
}

/** Batches of the district by their names, with what is out of each and to whom. */
async function batchesOf(tx: Tx, districtId: string) {
  const batches = await tx.packBatch.findMany({
    where: { districtId },
    select: { id: true, name: true, prepared: true, on: true, contents: true },
    orderBy: { number: 'asc' },
  })
  const packs = await tx.giftPack.findMany({
    where: { districtId, returnedOn: null },
    select: { batchId: true, enterpriseId: true, on: true, by: { select: { name: true } } },
  })
  const out = new Map<string, number>()
  for (const { batchId } of packs) out.set(batchId, (out.get(batchId) ?? 0) + 1)
  return {
    out,
    byName: new Map(batches.map((batch) => [nameKey(batch.name), batch])),
    first: new Map(packs.map((pack) => [`${pack.batchId} ${pack.enterpriseId}`, pack])),
  }
}
type Batches = Awaited<ReturnType<typeof batchesOf>>

/** A pack handed to an enterprise of the register, as long as the stock lasts; one that is there already is no news. */
function planPack(row: RegisterRow, known: KnownEnterprise | null, { out, byName, first }: Batches): PlannedRegister {
  if (!known) return stays(row, [refusal('PACK_ENTERPRISE_UNKNOWN', { name: row.name })])
  const batch = byName.get(nameKey(row.pack.batch))
  if (!batch) return stays(row, [refusal('REGISTER_BATCH', { text: row.pack.batch })], known)
  const { on } = row.pack
  if (on === null) return stays(row, row.notes, known)
  const earlier = first.get(`${batch.id} ${known.id}`)
  const fixed = { row, notes: row.notes, changes: [], known, data: {}, batch } as const
  if (earlier && fromDb(earlier.on) === on) return { ...fixed, verdict: 'unchanged' }
  const used = out.get(batch.id) ?? 0
  const may = handPack(
    { prepared: batch.prepared, out: used, on: fromDb(batch.on), name: batch.name },
    earlier ? { on: fromDb(earlier.on), by: earlier.by.name } : null,
    on,
  )
  if (!may.ok) {
    const { code, field: _, ...params } = may.error
    return stays(row, [refusal(code, params)], known)
  }
  out.set(batch.id, used + 1)
  return { ...fixed, verdict: 'new' }
}

/** What each row of a ledger of the register comes to, held against the district as it is now. */
export async function decideRegister(tx: Tx, actor: Actor, ledger: RegisterLedger): Promise<PlannedRegister[]> {
  const { districtId } = actor
  const known = await knownOf(tx, districtId, ledger.rows)
  const streets = await tx.org.findMany({
    where: { districtId, kind: 'STREET', dissolvedOn: null },
    select: { id: true, name: true, shortName: true, aliases: true },
  })
  const byStreet = new Map(
    streets.flatMap(({ name, aliases, ...street }) =>
      [name, street.shortName, ...aliases].map((text) => [nameKey(text), street] as const),
    ),
  )
  const batches = ledger.kind === 'PACK' ? await batchesOf(tx, districtId) : null
  const seen = new Map<string, number>()
  return ledger.rows.map((row): PlannedRegister => {
    if (row.notes.some(({ severity }) => severity === 'error')) return stays(row, row.notes)
    const one = meant(row, known)
    if (isNote(one)) return stays(row, [one])
    const key = [one?.id ?? row.creditCode ?? nameKey(row.name), nameKey(row.pack.batch)].join(' ')
    const before = seen.get(key)
    if (before !== undefined) return stays(row, [refusal('REGISTER_TWICE', { row: before })], one)
    seen.set(key, row.row)
    return batches ? planPack(row, one, batches) : planEnterprise(row, one, byStreet)
  })
}

/** Sums up what a ledger of the register does; it has no money. */
export function registerReport(
  ledger: RegisterLedger,
  planned: readonly PlannedRegister[],
  batchId: string | null,
): LedgerReport {
  const projects = planned.map(
    ({ row, verdict, notes, changes }): ReportRow => ({
      sheet: row.sheet,
      row: row.row,
      name: ledger.kind === 'PACK' ? `${row.name} ${row.pack.batch}`.trim() : row.name,
      team: null,
      totalWan: null,
      planWan: null,
      start: null,
      end: null,
      stage: null,
      steward: null,
      verdict,
      notes,
      changes,
    }),
  )
  const count = (verdict: Verdict) => projects.filter((row) => row.verdict === verdict).length
  const unknown = ledger.sheets.flatMap(({ unknownColumns }) => unknownColumns)
  return {
    sheets: ledger.sheets,
    skipped: [],
    rows: projects.length,
    created: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: count('error'),
    issues: 0,
    totals: { totalWan: 0, planWan: 0 },
    byTeam: {},
    projects,
    unknown: unknown.length > 0 ? { COLUMN: unknown } : {},
    batchId,
  }
}
