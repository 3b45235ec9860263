// npm run doctor [-- --json]: every invariant must hold. Prints the rows that break one; exit 1 when there are any.
import { businessDay } from '@/lib/clock'
import { closeDatabase } from '@/lib/data/close-database'
import { INVARIANTS } from '@/lib/data/finding'
import { checkInvariants } from '@/lib/data/invariants'
import { readArguments } from './arguments'

const { values } = readArguments(
  { options: { json: { type: 'boolean', default: false } } },
  'npm run doctor [-- --json]',
)
const today = businessDay()
const started = Date.now()
const counts = Object.fromEntries(INVARIANTS.map((name) => [name, 0]))
let total = 0
for await (const finding of checkInvariants(today, new Date())) {
  total += 1
  counts[finding.invariant] = (counts[finding.invariant] ?? 0) + 1
  console.log(values.json ? JSON.stringify(finding) : `${finding.invariant}  ${finding.subject}: ${finding.found}`)
}
const ms = Date.now() - started
if (values.json) console.log(JSON.stringify({ ok: total === 0, today, ms, counts }))
else
  console.log(
    total === 0 ? `${INVARIANTS.length} invariants hold (${ms} ms)` : `${total} rows break an invariant (${ms} ms)`,
  )
if (total > 0) process.exitCode = 1
await closeDatabase()
