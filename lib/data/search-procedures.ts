import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { PROCEDURE_GROUPS } from '@/lib/domain/procedure-group'
import type { Found, ProcedureHit, Window } from '@/lib/schemas/search'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import { db } from './db'
import { itemSearchText } from './search-text'
import { visibleProcedures } from './visible'

const columns = {
  id: true,
  state: true,
  level: true,
  dueOn: true,
  item: { select: { nameZh: true, nameEn: true, agencyName: true } },
  agency: { select: { shortName: true } },
  project: { select: { name: true } },
} satisfies Prisma.ProcedureSelect

/** Search texts of items, by name: a catalogue has 44 and changes a few times a year. */
const texts = new Map<string, string>()

async function itemTexts(districtId: string): Promise<readonly Readonly<{ code: string; text: string }>[]> {
  const items = await db.catalogItem.findMany({
    where: { catalogVersion: { districtId } },
    distinct: ['code', 'nameZh'],
    select: { code: true, nameZh: true, nameEn: true },
  })
  return items.map((item) => {
    const key = `${item.code} ${item.nameZh} ${item.nameEn}`
    const text = texts.get(key) ?? itemSearchText(item)
    texts.set(key, text)
    return { code: item.code, text }
  })
}

/** What is looked at as the number of a certificate rather than as a word. */
const CERTIFICATE = /\d{4}/

const like = (word: string) => word.replace(/[\\%_]/g, '\\$&')

const onCertificate = (words: readonly string[]): Prisma.ProcedureWhereInput => ({
  AND: words.map((word) => ({ certificateNo: { contains: like(word), mode: 'insensitive' as const } })),
})

/** The clause of what was typed; null when no word names an item and none is a certificate's number. */
async function clauseOf(districtId: string, words: readonly string[]): Promise<Prisma.ProcedureWhereInput | null> {
  const [sole = ''] = words
  if (words.length === 1 && CERTIFICATE.test(sole)) return onCertificate(words)
  const items = await itemTexts(districtId)
  const named = words.map((word) => ({ word, codes: items.filter(({ text }) => text.includes(word)) }))
  // A single letter is in every name.
  const ofItems = named.filter(({ word, codes }) => codes.length > 0 && !/^[a-z]$/.test(word))
  // A number copied with its spaces: 建字第 410103202600012 号.
  if (ofItems.length === 0) return words.some((word) => CERTIFICATE.test(word)) ? onCertificate(words) : null
  const codes = new Set(items.map(({ code }) => code))
  for (const { codes: own } of ofItems)
    for (const code of codes) if (!own.some((item) => item.code === code)) codes.delete(code)
  const ofProject = named.filter((n) => !ofItems.includes(n))
  return {
    code: { in: [...codes] },
    // Of a whole district only what is in somebody's hands; of one project also what is done.
    ...(ofProject.length === 0
      ? { finishedOn: null, state: { in: [...PROCEDURE_GROUPS.open, ...PROCEDURE_GROUPS.ready] } }
      : {}),
    AND: ofProject.map(({ word }) => ({ project: { searchText: { contains: like(word) } } })),
  }
}

/**
 * Procedures by the name of their item, alone or beside words of their project; or by the number on their certificate.
 *
 * Words that name no item are the project's. Without a word of an item the project itself is the answer, not its forty
 * procedures. What is open comes first, the nearest due day before the others.
 */
export async function findProcedures(
  actor: Actor,
  words: readonly string[],
  window: Window,
): Promise<Found<ProcedureHit>> {
  const where = await clauseOf(actor.districtId, words)
  if (!where) return { hits: [], total: 0 }
  const seen = { AND: [visibleProcedures(actor), { project: { status: 'ACTIVE' as const } }, where] }
  const [rows, total] = await Promise.all([
    db.procedure.findMany({
      where: seen,
      select: columns,
      orderBy:
        where.finishedOn === null
          ? [{ dueOn: 'asc' }, { id: 'asc' }]
          : [{ finishedOn: { sort: 'asc', nulls: 'first' } }, { dueOn: 'asc' }, { id: 'asc' }],
      ...window,
    }),
    db.procedure.count({ where: seen }),
  ])
  const hits = rows.map(
    ({ id, state, level, dueOn, item, agency, project }): ProcedureHit => ({
      id,
      nameZh: item.nameZh,
      nameEn: item.nameEn,
      project: project.name,
      agency: agency?.shortName ?? item.agencyName,
      state,
      level,
      dueOn: dayOrNull(dueOn),
    }),
  )
  return { hits, total }
}
