// npm run audit:verify [-- --json]: proves that the audit log is what was entered, and that the slips of the commission are
// what it says of them. Names every row that is not; exit 1 then.
import { auditFlaws } from '@/lib/data/audit-check'
import { closeDatabase } from '@/lib/data/close-database'
import { doubtfulSupervisions } from '@/lib/data/supervision-doubts'
import { readArguments } from './arguments'

const { values } = readArguments(
  { options: { json: { type: 'boolean', default: false } } },
  'npm run audit:verify [-- --json]',
)
const WORDS = {
  ENTRY_CHANGED: 'AuditEntry 第 {id} 条被改动：与写入时的摘要不符',
  ENTRY_REMOVED: 'AuditEntry 第 {id} 条被删除：只剩写入时的摘要',
  ENTRY_ADDED: 'AuditEntry 第 {id} 条是绕过系统塞进来的：没有写入时的摘要',
  DIGEST_CHANGED: 'AuditDigest 第 {id} 条被改动：日志本身与封存一致',
  SEAL_CHANGED: 'AuditSeal 第 {id} 号被改动：它封存的日志（{from}–{to}）没有变',
  SEAL_CHAIN: 'AuditSeal 第 {id} 号接不上前一号：中间的封存被删除',
  RANGE_CHANGED: 'AuditSeal 第 {id} 号与日志对不上：第 {from}–{to} 条中有日志连同摘要一起被改动',
} as const
const started = Date.now()
const tally = { entries: 0, unsealed: 0, seals: 0 }
let total = 0
for await (const flaw of auditFlaws(tally)) {
  total += 1
  const words = WORDS[flaw.kind]
    .replace('{id}', flaw.id)
    .replace('{from}', flaw.range?.from ?? '')
    .replace('{to}', flaw.range?.to ?? '')
  console.log(values.json ? JSON.stringify(flaw) : words)
}
let slips = 0
for await (const { subject, found } of doubtfulSupervisions()) {
  slips += 1
  const doubt = { kind: 'SUPERVISION', id: subject, found }
  console.log(values.json ? JSON.stringify(doubt) : `督办记录与日志对不上：${subject}，${found}`)
}
const ms = Date.now() - started
if (values.json) console.log(JSON.stringify({ ok: total + slips === 0, ...tally, flaws: total, slips, ms }))
else {
  const looked = `共 ${tally.entries} 条日志、${tally.seals} 次封存，其中 ${tally.unsealed} 条还没有封存（${ms} ms）`
  console.log(total === 0 ? `审计日志完整：${looked}` : `审计日志被动过：${total} 处对不上，${looked}`)
  console.log(slips === 0 ? '督办记录完整' : `督办记录被动过：${slips} 处`)
}
if (total + slips > 0) process.exitCode = 1
await closeDatabase()
