import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addDays } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import type { AuditFilter } from '@/lib/schemas/administration'
import type { Prisma } from '@/prisma/generated/client'
import { aboutOf } from './audit-about'
import { sealOfEntry } from './audit-check'
import { db, type Tx } from './db'
import { write } from './write'

const PAGE = 50
/** Namesakes a search may mean. */
const NAMESAKES = 50

/** The instant a day begins in Asia/Shanghai. */
const dawnOf = (day: PlainDate): Date => new Date(`${day}T00:00:00+08:00`)

/** Whose entries a search means: accounts of that name, or what the server's own commands did under it. */
async function whoseWhere(tx: Tx, districtId: string, who: string): Promise<Prisma.AuditEntryWhereInput> {
  const contains = who.replace(/[\\%_]/g, '\\$&')
  const users = await tx.user.findMany({
    where: { districtId, OR: [{ username: who.toLowerCase() }, { person: { name: { contains } } }] },
    select: { id: true },
    take: NAMESAKES,
  })
  return { OR: [{ actorId: { in: users.map(({ id }) => id) } }, { actorId: null, actorName: who }] }
}

async function whereOf(tx: Tx, actor: Actor, filter: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  return {
    AND: [
      { districtId: actor.districtId },
      filter.who ? await whoseWhere(tx, actor.districtId, filter.who) : {},
      filter.noun ? { action: { startsWith: `${filter.noun}.` } } : {},
      filter.result ? { ok: filter.result === 'ok' } : {},
      filter.from ? { at: { gte: dawnOf(filter.from) } } : {},
      filter.to ? { at: { lt: dawnOf(addDays(filter.to, 1)) } } : {},
      filter.before ? { id: { lt: BigInt(filter.before) } } : {},
    ],
  }
}

/** What an entry is about, as its detail names it. */
function labelOf(detail: Prisma.JsonValue): string | null {
  const said = (detail ?? {}) as Readonly<Record<string, unknown>>
  const name = said.label ?? said.name ?? said.username ?? said.code ?? said.fileName
  return typeof name === 'string' ? name : null
}

/**
 * Entries of the log an auditor asks for, the latest first; that he asked, and for what, is an entry itself.
 *
 * Counted from an entry and not by pages: the log grows while it is read, and nobody waits for a count of millions. Reads the
 * index (actorId, at) for a person and (districtId, at) for everybody.
 *
 * @returns the rows, and the entry the next page begins before; err FORBIDDEN for everybody but auditors
 * @source domain roles.md §1: the auditor's own reading is logged as well
 */
export const readAudit = write('audit.read', async (tx, actor, filter: AuditFilter) => {
  const found = await tx.auditEntry.findMany({
    where: await whereOf(tx, actor, filter),
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const shown = found.slice(0, PAGE)
  const about = await aboutOf(tx, actor.districtId, shown)
  const rows = shown.map(({ id, detail, districtId: _, ...row }) => ({
    ...row,
    id: String(id),
    label: labelOf(detail),
    about: about.get(id) ?? null,
  }))
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  return ok({
    value: { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null },
    subject: actor.districtId,
    detail: { asked: asked as Prisma.InputJsonObject },
  })
})

/**
 * One entry in full, with what seals it; that it was opened is an entry itself.
 *
 * @returns err NOT_FOUND
 */
export const openAuditEntry = write('audit.read', async (tx, actor, input: { id: string }) => {
  const entry = await tx.auditEntry.findFirst({ where: { id: BigInt(input.id), districtId: actor.districtId } })
  if (!entry) return err({ code: 'NOT_FOUND' })
  const { id, districtId: _, projectId, ...row } = entry
  const seal = await sealOfEntry(id)
  return ok({ value: { ...row, id: String(id), seal }, subject: String(id), detail: { opened: String(id) } })
})

/** How many entries a day has, of the actor's district; a number tells nobody anything of them. */
export const entriesOfDay = (actor: Actor, day: PlainDate): Promise<number> =>
  db.auditEntry.count({
    where: { districtId: actor.districtId, at: { gte: dawnOf(day), lt: dawnOf(addDays(day, 1)) } },
  })

/** Where the chain of seals stands: how many entries it holds, and since when. */
export async function sealSummary() {
  const last = await db.auditSeal.findFirst({ orderBy: { id: 'desc' } })
  return last && { toId: String(last.toId), sealedAt: last.sealedAt }
}
