import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { err, ok, type Result } from '@/lib/domain/result'
import { searchWords, soleNumber } from '@/lib/domain/search-words'
import type { ProjectOffers } from '@/lib/schemas/issue'
import type { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/** Projects offered by name; any other is found by typing it. */
const OFFERED = 60
/** Names shown where what was typed could be several. */
const LIKE_SHOWN = 5

/**
 * The projects of the ledger a form offers an actor, those in trouble first, and whether these are all he sees.
 *
 * Who sees what: `visibleProjects`.
 */
export async function projectOffers(actor: Actor): Promise<ProjectOffers> {
  const rows = await db.project.findMany({
    where: { AND: [visibleProjects(actor), inLedger] },
    select: { id: true, name: true },
    orderBy: [{ level: 'desc' }, { number: 'asc' }],
    take: OFFERED + 1,
  })
  return { projects: rows.slice(0, OFFERED), all: rows.length <= OFFERED }
}

/**
 * The project somebody types 项目: its name, a part of it, its pinyin or their initials, or its number, among those in his sight.
 *
 * @returns err ISSUE_PROJECT_SEVERAL with those it could be, each with its number, ISSUE_PROJECT_MISSING
 */
export async function projectSaid(
  tx: Tx,
  actor: Actor,
  typed: string,
): Promise<Result<Readonly<{ id: string; name: string; enterpriseId: string | null }>>> {
  const [field, name, words] = ['project', typed.trim(), searchWords(typed)]
  const number = soleNumber(words)
  const find = (clause: Prisma.ProjectWhereInput) =>
    tx.project.findMany({
      where: { AND: [visibleProjects(actor), inLedger, clause] },
      select: { id: true, name: true, number: true, enterpriseId: true },
      orderBy: [{ name: 'asc' }, { number: 'asc' }],
      take: LIKE_SHOWN,
    })
  const exact = await find({ OR: [{ name }, ...(number === null ? [] : [{ number }])] })
  const near =
    exact.length > 0 ? exact : await find({ AND: words.map((word) => ({ searchText: { contains: like(word) } })) })
  const [one, another] = words.length > 0 ? near : []
  if (!one) return err({ code: 'ISSUE_PROJECT_MISSING', field })
  if (another)
    return err({ code: 'ISSUE_PROJECT_SEVERAL', field, names: near.map((row) => `${row.name} ${row.number}`) })
  return ok({ id: one.id, name: one.name, enterpriseId: one.enterpriseId })
}
