import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { rateText } from '@/lib/domain/financing/money'
import { mayAmend } from '@/lib/domain/financing/need'
import { exactWan } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { AmendStart, NeedAmendInput, NeedChange } from '@/lib/schemas/financing'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { financingVisible } from './financing-visible'
import { aboutOf, amountsOf, banksIn, lockNeed, recordStep } from './financing-writes'
import { write } from './write'

const columns = {
  id: true,
  version: true,
  state: true,
  enterpriseId: true,
  projectId: true,
  purpose: true,
  amountFen: true,
  months: true,
  rateCeilingBp: true,
  collateral: true,
  collateralText: true,
  loansFen: true,
  loansBank: true,
  wantedBankIds: true,
  contactName: true,
  contactPhone: true,
  channel: true,
  filedBy: { select: { user: { select: { role: true } } } },
} satisfies Prisma.FinancingNeedSelect
type Record = Prisma.FinancingNeedGetPayload<{ select: typeof columns }>

/** By which side a need was filed, as far as anybody knows: the office answers for what nobody signed. */
const filedBy = ({ filedBy: person }: Pick<Record, 'filedBy'>) =>
  person?.user?.role === 'CONTACT' ? ('ENTERPRISE' as const) : ('OFFICE' as const)

/** Whether somebody may correct a need as it stands: whoever filed it, until the office has checked it. */
export async function amends(actor: Actor, needId: string): Promise<boolean> {
  if (relationFor(actor.role, 'financing.amend') === null) return false
  const need = await db.financingNeed.findFirst({
    where: { id: needId, districtId: actor.districtId },
    select: { state: true, filedBy: columns.filedBy },
  })
  return need !== null && mayAmend(need.state, filedBy(need), actor.role)
}

/** A need as its form has it, to be corrected; null where the actor does not see it or may not. */
export async function startAmend(actor: Actor, needId: string, today: PlainDate): Promise<AmendStart | null> {
  const need = await db.financingNeed.findFirst({
    where: { AND: [{ id: needId }, financingVisible(actor, today)] },
    select: columns,
  })
  if (!need || relationFor(actor.role, 'financing.amend') === null) return null
  if (!mayAmend(need.state, filedBy(need), actor.role)) return null
  return {
    needId: need.id,
    version: need.version,
    again: need.state === 'UNQUALIFIED',
    enterpriseId: need.enterpriseId,
    projectId: need.projectId ?? '',
    purpose: need.purpose,
    amountWan: exactWan(need.amountFen),
    months: String(need.months),
    rate: need.rateCeilingBp === null ? '' : rateText(need.rateCeilingBp),
    collateral: need.collateral,
    collateralText: need.collateralText ?? '',
    loansWan: need.loansFen === null ? '' : exactWan(need.loansFen),
    loansBank: need.loansBank ?? '',
    banks: need.wantedBankIds,
    contactName: need.contactName,
    contactPhone: need.contactPhone,
    channel: need.channel,
  }
}

/** Whom banks may call: that it changed is written down, not what it was. */
const PERSONAL: ReadonlySet<string> = new Set(['contactName', 'contactPhone'])

/** Each field that is other than it was; amounts in 分, banks by their ids. */
function changesOf(before: Record, after: Readonly<{ [field: string]: unknown }>): NeedChange[] {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  return Object.entries(after).flatMap(([field, value]) => {
    const [was, is] = [text(before[field as keyof Record]), text(value)]
    if (was === is) return []
    return [PERSONAL.has(field) ? { field, before: null, after: null } : { field, before: was, after: is }]
  })
}

/**
 * Corrects a need 更正, or puts one in again that the office had turned down 重新提交: by whoever filed it, until the office has checked
 * it. What it was stays in its history; whose need it is does not change.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, FINANCING_AMEND_OVER, FINANCING_AMEND_OTHER, FINANCING_AMEND_SAME, and as `fileNeed`
 */
export const amendNeed = write('financing.amend', async (tx, actor, input: NeedAmendInput, today) => {
  const locked = await lockNeed(tx, actor, 'financing.amend', input.needId, input.version, today)
  if (!locked.ok) return locked
  const before = await tx.financingNeed.findUniqueOrThrow({ where: { id: input.needId }, select: columns })
  if (before.state !== 'FILED' && before.state !== 'UNQUALIFIED') return err({ code: 'FINANCING_AMEND_OVER' })
  if (!mayAmend(before.state, filedBy(before), actor.role)) return err({ code: 'FINANCING_AMEND_OTHER' })
  const about = await aboutOf(tx, actor, { ...input, enterpriseId: before.enterpriseId })
  if (!about.ok) return about
  const amounts = amountsOf(input)
  if (!amounts.ok) return amounts
  const wanted = await tx.org.findMany({ where: banksIn(actor.districtId, input.banks), select: { id: true } })
  const kept = before.wantedBankIds.filter((id) => wanted.some((bank) => bank.id === id))
  const data = {
    projectId: about.value.projectId,
    purpose: input.purpose,
    ...amounts.value,
    months: input.months,
    rateCeilingBp: input.rate ?? null,
    collateral: input.collateral,
    collateralText: input.collateralText || null,
    loansBank: input.loansBank || null,
    // In the order they were named, so that the same banks are no change.
    wantedBankIds: [...kept, ...wanted.map(({ id }) => id).filter((id) => !kept.includes(id))],
    contactName: input.contactName,
    contactPhone: input.contactPhone,
    channel: input.channel ?? before.channel,
  }
  const changes = changesOf(before, data)
  const again = before.state === 'UNQUALIFIED'
  if (changes.length === 0) return err({ code: 'FINANCING_AMEND_SAME' })
  await tx.financingNeed.update({
    where: { id: before.id },
    data: { ...data, ...(again && { resubmittedOn: toDb(today) }) },
  })
  await recordStep(tx, actor, locked.value, { kind: 'AMEND', to: 'FILED', on: today, text: input.text, changes })
  return ok({
    value: { needId: before.id },
    subject: before.id,
    projectId: data.projectId ?? undefined,
    detail: {
      number: locked.value.number,
      // What it was and is stands in its own history, for whoever may see it.
      confidential: changes.map(({ field }) => field),
    },
  })
})
