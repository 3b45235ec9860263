import 'server-only'
import { doubtForeign } from '@/lib/domain/foreign-money'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Failure } from '@/lib/domain/result'
import { err, gathered, ok } from '@/lib/domain/result'
import type { OutboundEditInput, OutboundRecordInput } from '@/lib/schemas/outbound'
import { dayOrNull, fromDb, toDb } from './date'
import { namedEnterprise } from './job-writes'
import { visibleOutbound } from './outbound-list'
import { write } from './write'

type Said = Pick<OutboundRecordInput, 'kind' | 'country' | 'currency' | 'minor' | 'filingNo' | 'on' | 'note'>

const columnsOf = ({ kind, country, currency, minor, filingNo, on, note }: Said) => ({
  kind,
  country: country || null,
  amountMinor: minor === null ? null : BigInt(minor),
  currency: minor === null ? null : currency,
  filingNo: filingNo || null,
  on: toDb(on),
  note: note || null,
})

const ahead = (on: PlainDate, today: PlainDate): Failure | null =>
  on > today ? { code: 'OUTBOUND_AHEAD', today, field: 'on' } : null

const doubted = ({ minor, currency, confirm }: Pick<OutboundRecordInput, 'minor' | 'currency' | 'confirm'>) =>
  minor === null ? null : doubtForeign(BigInt(minor), currency, confirm)

/**
 * Enters what an enterprise does abroad 登记境外业务.
 *
 * @returns err ENTERPRISE_UNKNOWN, OUTBOUND_AHEAD, OUTBOUND_FILING_MISSING, FOREIGN_LIKELY_WAN
 */
export const recordOutbound = write('outbound.record', async (tx, actor, input: OutboundRecordInput, today) => {
  const enterprise = await namedEnterprise(tx, actor, input.enterprise ?? '')
  const wrong = gathered(
    enterprise.ok ? null : enterprise.error,
    doubted(input),
    input.kind === 'FILING' && input.filingNo === '' ? { code: 'OUTBOUND_FILING_MISSING', field: 'filingNo' } : null,
    ahead(input.on, today),
  )
  if (wrong || !enterprise.ok) return err(wrong ?? { code: 'NOT_FOUND' })
  const row = await tx.outboundCase.create({
    data: { districtId: actor.districtId, enterpriseId: enterprise.value.id, ...columnsOf(input) },
    select: { id: true },
  })
  const { kind, country, currency, minor } = input
  return ok({
    value: { caseId: row.id },
    subject: row.id,
    detail: { enterprise: enterprise.value.name, kind, country, ...(minor !== null && { currency, minor }) },
  })
})

/**
 * Corrects a case, or says that it does not hold any more 修改境外业务.
 *
 * @returns err NOT_FOUND, CONFLICT, ENTERPRISE_UNKNOWN, OUTBOUND_AHEAD, FOREIGN_LIKELY_WAN where the amount is another
 */
export const editOutbound = write('outbound.edit', async (tx, actor, input: OutboundEditInput, today) => {
  const where = { AND: [{ id: input.caseId }, visibleOutbound(actor)] }
  const found = await tx.outboundCase.findFirst({ where, select: { id: true } })
  if (!found) return err({ code: 'NOT_FOUND' })
  await tx.$queryRaw`SELECT 1 FROM "OutboundCase" WHERE id = ${found.id}::uuid FOR UPDATE`
  const row = await tx.outboundCase.findUniqueOrThrow({ where: { id: found.id } })
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  const enterprise = await namedEnterprise(tx, actor, input.enterprise ?? '')
  const same = row.amountMinor !== null && String(row.amountMinor) === input.minor && row.currency === input.currency
  const wrong = gathered(enterprise.ok ? null : enterprise.error, same ? null : doubted(input), ahead(input.on, today))
  if (wrong || !enterprise.ok) return err(wrong ?? { code: 'NOT_FOUND' })
  const revokedOn = input.revoked === '1' ? (dayOrNull(row.revokedOn) ?? today) : null
  await tx.outboundCase.update({
    where: { id: row.id },
    data: {
      enterpriseId: enterprise.value.id,
      ...columnsOf(input),
      revokedOn: revokedOn && toDb(revokedOn),
      version: { increment: 1 },
    },
  })
  const told = (kind: string, minor: string | null, currency: string | null, on: PlainDate, revoked: boolean) => ({
    kind,
    ...(minor !== null && { minor, currency }),
    on,
    revoked: revoked ? 'yes' : 'no',
  })
  return ok({
    value: { caseId: row.id },
    subject: row.id,
    detail: {
      before: told(
        row.kind,
        row.amountMinor === null ? null : String(row.amountMinor),
        row.currency,
        fromDb(row.on),
        row.revokedOn !== null,
      ),
      after: told(input.kind, input.minor, input.currency, input.on, revokedOn !== null),
    },
  })
})
