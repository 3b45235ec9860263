import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { seesCardOnly } from '@/lib/domain/sight'
import type { EnterpriseDetail, EnterpriseStep } from '@/lib/schemas/enterprise'
import { fromDb } from './date'
import { db } from './db'
import { twinsOf } from './enterprise-duplicates'
import { creditColumns, creditOf, factColumns, factsOfEnterprise } from './enterprise-facts'
import { enterpriseRows } from './enterprise-list'
import { CALLERS, masked } from './project-team'
import { seesCredit, visibleEnterprises } from './visible-enterprises'

/**
 * An enterprise as its page shows it 企业; what is confidential only for whoever may see it of this one.
 *
 * @param today the day, on which a bank's sight hangs
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findEnterprise(
  actor: Actor,
  id: string,
  today: PlainDate | null = null,
): Promise<EnterpriseDetail | null> {
  const where = { AND: [{ id }, visibleEnterprises(actor, today)] }
  const record = await db.enterprise.findFirst({
    where,
    select: {
      ...factColumns,
      people: {
        select: { id: true, name: true, title: true, phone: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: 12,
      },
      merged: { select: { goneName: true, on: true }, orderBy: { at: 'desc' }, take: 20 },
    },
  })
  const [row] = record ? await enterpriseRows(actor, { where, take: 1 }) : []
  if (!record || !row) return null
  const open = seesCredit(actor, record)
  const [stored, twins] = await Promise.all([
    open ? db.enterpriseCredit.findUnique({ where: { enterpriseId: id }, select: creditColumns }) : null,
    twinsOf(actor, id),
  ])
  const card = seesCardOnly(actor.role)
  const own = actor.enterpriseId === id
  return {
    ...row,
    aliases: record.aliases,
    address: card ? null : record.address,
    // A bank calls whom the need names.
    contacts: (actor.role === 'BANK' ? [] : record.people).map((person) => ({
      ...person,
      phone: person.phone && (CALLERS.has(actor.role) || own ? person.phone : masked(person.phone)),
    })),
    facts: factsOfEnterprise(record),
    credit: open ? creditOf(stored) : null,
    opensToSteward: record.opensToSteward,
    card,
    mayEdit: actor.role === 'CONTACT' ? own : relationFor(actor.role, 'enterprise.edit') !== null,
    mayOpen: own && relationFor(actor.role, 'enterprise.open') !== null,
    mayMerge: relationFor(actor.role, 'enterprise.merge') !== null,
    merged: record.merged.map(({ goneName, on }) => ({ name: goneName, on: fromDb(on) })),
    twins,
  }
}

/** Where an enterprise is now that became part of another by a merge, for old addresses; null when there was none. */
export async function mergedIntoOf(actor: Actor, id: string): Promise<string | null> {
  const merge = await db.enterpriseMerge.findFirst({
    where: { goneId: id, into: visibleEnterprises(actor) },
    select: { intoId: true },
  })
  return merge?.intoId ?? null
}

/** The name of an enterprise of the actor's sight, for forms about it; null when it is out of sight. */
export const enterpriseName = (actor: Actor, id: string) =>
  db.enterprise.findFirst({ where: { AND: [{ id }, visibleEnterprises(actor)] }, select: { id: true, name: true } })

type Detail = Readonly<{
  before?: Readonly<Record<string, unknown>>
  after?: Readonly<Record<string, unknown>>
  confidential?: readonly string[]
}>
const HISTORY = 20

/** Who changed what of an enterprise, latest first, for whoever may change it; read from the audit log by (subject, at). */
export async function historyOfEnterprise(
  actor: Actor,
  id: string,
  dayOf: (at: Date) => EnterpriseStep['on'],
): Promise<EnterpriseStep[]> {
  const own = actor.role === 'CONTACT' && actor.enterpriseId === id
  if (!own && (actor.role === 'CONTACT' || relationFor(actor.role, 'enterprise.merge') === null)) return []
  const rows = await db.auditEntry.findMany({
    where: { subject: id, ok: true, districtId: actor.districtId, action: { startsWith: 'enterprise.' } },
    select: { id: true, at: true, actorName: true, action: true, detail: true },
    orderBy: { at: 'desc' },
    take: HISTORY,
  })
  return rows.map((row) => {
    const { before = {}, after = {}, confidential = [] } = (row.detail ?? {}) as Detail
    return {
      id: String(row.id),
      at: row.at.toISOString(),
      on: dayOf(row.at),
      by: row.actorName,
      action: row.action,
      changes: [
        ...Object.keys(after).map((field) => ({
          field,
          before: String(before[field] ?? ''),
          after: String(after[field] ?? ''),
        })),
        ...confidential.map((field) => ({ field, before: '', after: '' })),
      ],
    }
  })
}
