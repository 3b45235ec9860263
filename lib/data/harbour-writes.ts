import 'server-only'
import { type Action, type Actor, allows } from '@/lib/domain/access'
import { harbourDaysRefusal, monthRefusal } from '@/lib/domain/harbour'
import { fenOfWan } from '@/lib/domain/money'
import { on } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { HarbourEditInput, HarbourInput, HarbourMonthInput } from '@/lib/schemas/harbour'
import { dayOrNull, dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { harbourDaysOf, harbourScope, visibleHarbours } from './harbours'
import { orgSearchText } from './search-text'
import { write } from './write'

/** What a form says of a harbour, looked up; err HARBOUR_BANK_MISSING, UNIT_MISSING, HARBOUR_MANAGER_MISSING, NAME_TAKEN. */
async function checked(
  tx: Tx,
  districtId: string,
  input: HarbourInput,
  id?: string,
): Promise<Result<{ bank: string }>> {
  const bank = await tx.org.findFirst({
    where: { id: input.leadBankId, districtId, kind: 'BANK', dissolvedOn: null },
    select: { shortName: true },
  })
  if (!bank) return err({ code: 'HARBOUR_BANK_MISSING', field: 'leadBankId' })
  const [streets, managers, twin] = [
    await tx.org.count({ where: { id: { in: input.streetIds }, districtId, kind: 'STREET' } }),
    await tx.person.count({ where: { id: { in: input.managerIds }, districtId, org: { kind: 'BANK' } } }),
    await tx.harbour.findFirst({ where: { districtId, name: input.name, id: { not: id } }, select: { id: true } }),
  ]
  if (streets !== new Set(input.streetIds).size) return err({ code: 'UNIT_MISSING', field: 'streetIds' })
  if (managers !== new Set(input.managerIds).size) return err({ code: 'HARBOUR_MANAGER_MISSING', field: 'managerIds' })
  return twin ? err({ code: 'HARBOUR_NAME_TAKEN', field: 'name', name: input.name }) : ok({ bank: bank.shortName })
}

const daysOf = ({ openedOn, closedOn, closedReason }: HarbourInput) => ({
  openedOn: openedOn ?? null,
  closedOn: closedOn ?? null,
  closedReason,
})

const columnsOf = (input: HarbourInput) => ({
  name: input.name,
  address: input.address,
  leadBankId: input.leadBankId,
  services: input.services,
  openedOn: dbDayOrNull(input.openedOn),
  closedOn: dbDayOrNull(input.closedOn),
  closedReason: input.closedReason || null,
  searchText: orgSearchText({ name: input.name, shortName: input.address }),
})

const factsOf = (row: Readonly<{ name: string; address: string; openedOn: Date | null; closedOn: Date | null }>) => ({
  name: row.name,
  address: row.address,
  openedOn: dayOrNull(row.openedOn),
  closedOn: dayOrNull(row.closedOn),
})

/**
 * Enters a harbour into the register 登记港湾.
 *
 * @returns err FORBIDDEN, what `harbourDaysRefusal` says, HARBOUR_BANK_MISSING, UNIT_MISSING, HARBOUR_MANAGER_MISSING, HARBOUR_NAME_TAKEN
 */
export const createHarbour = write('harbour.create', async (tx, actor, input: HarbourInput, today) => {
  const refusal = harbourDaysRefusal(daysOf(input), today)
  if (refusal) return err(refusal)
  const found = await checked(tx, actor.districtId, input)
  if (!found.ok) return found
  const harbour = await tx.harbour.create({
    data: {
      ...columnsOf(input),
      districtId: actor.districtId,
      registeredOn: toDb(today),
      streets: { create: [...new Set(input.streetIds)].map((streetId) => ({ streetId })) },
      managers: { create: [...new Set(input.managerIds)].map((personId) => ({ personId })) },
    },
  })
  return ok({
    value: { harbourId: harbour.id },
    subject: harbour.id,
    detail: { ...factsOf(harbour), bank: found.value.bank },
  })
})

/** Locks a harbour of the actor's sight; err NOT_FOUND, FORBIDDEN. */
async function lockHarbour(tx: Tx, actor: Actor, action: Action, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Harbour" WHERE id = ${id}::uuid FOR UPDATE`
  const harbour = await tx.harbour.findFirst({ where: { AND: [{ id }, visibleHarbours(actor)] } })
  if (!harbour) return err({ code: 'NOT_FOUND' })
  if (!allows(actor, action, harbourScope(harbour.districtId, harbour.leadBankId)))
    return err({ code: 'FORBIDDEN', action })
  return ok(harbour)
}

/**
 * Changes a harbour, opens it or closes it with a reason 改港湾.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT, and as `createHarbour`
 */
export const editHarbour = write('harbour.edit', async (tx, actor, input: HarbourEditInput, today) => {
  const locked = await lockHarbour(tx, actor, 'harbour.edit', input.harbourId)
  if (!locked.ok) return locked
  const row = locked.value
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  const refusal = harbourDaysRefusal(daysOf(input), today)
  if (refusal) return err(refusal)
  const found = await checked(tx, actor.districtId, input, row.id)
  if (!found.ok) return found
  await tx.harbourStreet.deleteMany({ where: { harbourId: row.id } })
  await tx.harbourManager.deleteMany({ where: { harbourId: row.id } })
  const harbour = await tx.harbour.update({
    where: { id: row.id },
    data: {
      ...columnsOf(input),
      version: { increment: 1 },
      streets: { create: [...new Set(input.streetIds)].map((streetId) => ({ streetId })) },
      managers: { create: [...new Set(input.managerIds)].map((personId) => ({ personId })) },
    },
  })
  return ok({
    value: { harbourId: row.id },
    subject: row.id,
    detail: {
      before: factsOf(row),
      after: factsOf(harbour),
      bank: found.value.bank,
      ...(input.closedReason && { reason: input.closedReason }),
    },
  })
})

/**
 * Says what a harbour did in a month 报月度数据, or corrects it with a reason; what was said before stays on its page.
 *
 * @returns err NOT_FOUND, FORBIDDEN, what `monthRefusal` says, HARBOUR_MONTH_THERE, CONFLICT, HARBOUR_CORRECT_WHY
 */
export const recordHarbourMonth = write('harbour.month', async (tx, actor, input: HarbourMonthInput, today) => {
  const locked = await lockHarbour(tx, actor, 'harbour.month', input.harbourId)
  if (!locked.ok) return locked
  const row = locked.value
  const refusal = monthRefusal(harbourDaysOf(row), input.month, today)
  if (refusal) return err(refusal)
  const month = toDb(on(`${input.month}-01`))
  const there = await tx.harbourMonth.findUnique({ where: { harbourId_month: { harbourId: row.id, month } } })
  if (there && input.version === 0) return err({ code: 'HARBOUR_MONTH_THERE', field: 'month', month: input.month })
  if ((there?.version ?? 0) !== input.version) return err({ code: 'CONFLICT', version: there?.version ?? 0 })
  if (there && input.reason === '') return err({ code: 'HARBOUR_CORRECT_WHY', field: 'reason' })
  const figures = { visits: input.visits, needs: input.needs, grantedFen: fenOfWan(input.grantedWan) ?? 0n }
  const step = { ...figures, text: there ? input.reason : null, on: toDb(today), actorId: actor.userId }
  await (there
    ? tx.harbourMonth.update({
        where: { id: there.id },
        data: { ...figures, version: { increment: 1 }, steps: { create: step } },
      })
    : tx.harbourMonth.create({ data: { ...figures, harbourId: row.id, month, steps: { create: step } } }))
  const said = (of: typeof figures) => ({ visits: of.visits, needs: of.needs, grantedFen: of.grantedFen.toString() })
  return ok({
    value: { harbourId: row.id },
    subject: row.id,
    detail: {
      name: row.name,
      month: input.month,
      ...(there && { before: said(there), reason: input.reason }),
      after: said(figures),
    },
  })
})
