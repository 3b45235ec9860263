import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { checkTemplate, type KnownNames } from '@/lib/domain/briefing/check'
import { OWN_WORDS, presetPeriod } from '@/lib/domain/briefing/period'
import { STANDARD_SECTIONS, standardText } from '@/lib/domain/briefing/standard'
import type { Figure } from '@/lib/domain/figure'
import { err, ok, type Result } from '@/lib/domain/result'
import type { BriefingTemplateInput, StandardLine } from '@/lib/schemas/briefing'
import { countFigures } from './briefing-sources'
import { fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { write } from './write'

/** The names a template may use: figures that were counted, and words of the paper itself. */
export const knownNames = (figures: readonly Figure[]): KnownNames =>
  new Map<string, Figure['value']['kind'] | 'word'>([
    ...figures.map(({ name, value }) => [name, value.kind] as const),
    ...OWN_WORDS.map((name) => [name, 'word'] as const),
  ])

/** Line ends and outer space are the browser's, not the writer's. */
export const cleanTemplate = (text: string): string => text.replace(/\s*\r?\n\s*/gu, '').trim()

/** The standard text of a district, by the key of its paragraph: what the office made of it, else what the product came with. */
export async function districtTemplates(tx: Tx, districtId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.briefingTemplate.findMany({
    where: { districtId },
    orderBy: [{ key: 'asc' }, { nth: 'desc' }],
    distinct: ['key'],
    select: { key: true, text: true },
  })
  return new Map(rows.flatMap(({ key, text }) => (text === null ? [] : [[key, text] as const])))
}

/** Every paragraph of the standard text with its versions. For whoever words briefings. */
export async function listTemplates(actor: Actor): Promise<StandardLine[]> {
  const rows = await db.briefingTemplate.findMany({
    where: { districtId: actor.districtId },
    orderBy: [{ key: 'asc' }, { nth: 'desc' }],
    select: { key: true, nth: true, text: true, on: true, by: { select: { name: true } } },
  })
  return STANDARD_SECTIONS.flatMap(({ heading, paragraphs }) =>
    paragraphs.map(({ key, text }, i): StandardLine => {
      const history = rows
        .filter((row) => row.key === key)
        .map((row) => ({ nth: row.nth, text: row.text, by: row.by.name, on: fromDb(row.on) }))
      return { key, section: heading, nth: i + 1, text: history[0]?.text ?? text, shipped: text, history }
    }),
  )
}

/** Writes the next version of a paragraph's standard text. @param began version the writer had before him */
async function addVersion(
  tx: Tx,
  actor: Actor,
  { key, nth: began }: Pick<BriefingTemplateInput, 'key' | 'nth'>,
  text: string | null,
  today: Parameters<typeof toDb>[0],
): Promise<Result<{ before: string }>> {
  const shipped = standardText(key)
  if (shipped === undefined) return err({ code: 'NOT_FOUND' })
  // Two who write at once are brought one behind the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`briefing-template ${actor.districtId} ${key}`}, 0))::text`
  const last = await tx.briefingTemplate.findFirst({
    where: { districtId: actor.districtId, key },
    orderBy: { nth: 'desc' },
    select: { nth: true, text: true, by: { select: { name: true } } },
  })
  if ((last?.nth ?? 0) !== began)
    return err({ code: 'BRIEFING_TEMPLATE_MOVED', by: last?.by.name ?? '', field: 'text' })
  await tx.briefingTemplate.create({
    data: { districtId: actor.districtId, key, nth: began + 1, text, byId: actor.personId, on: toDb(today) },
  })
  return ok({ before: last?.text ?? shipped })
}

/**
 * The office words a paragraph of the standard text: briefings that are not published follow it.
 *
 * @returns err NOT_FOUND, BRIEFING_TEMPLATE_MOVED when somebody saved another one meanwhile, and what `checkTemplate` refuses
 */
export const saveTemplate = write('briefing.template', async (tx, actor, input: BriefingTemplateInput, today) => {
  const text = cleanTemplate(input.text)
  if (text === '') return err({ code: 'BRIEFING_TEXT_MISSING', field: 'text' })
  const figures = await countFigures(actor, presetPeriod('YEAR', today), { taskforceId: null }, today)
  const checked = checkTemplate(text, knownNames(figures))
  if (!checked.ok) return err({ ...checked.error, field: 'text' })
  const added = await addVersion(tx, actor, input, text, today)
  if (!added.ok) return added
  return ok({ value: { key: input.key }, subject: input.key, detail: { before: added.value.before, after: text } })
})

/** The office takes the text the product came with again 恢复标准文本. @returns err NOT_FOUND, BRIEFING_TEMPLATE_MOVED */
export const resetTemplate = write(
  'briefing.reset',
  async (tx, actor, input: Pick<BriefingTemplateInput, 'key' | 'nth'>, today) => {
    const added = await addVersion(tx, actor, input, null, today)
    if (!added.ok) return added
    const after = standardText(input.key) ?? ''
    return ok({ value: { key: input.key }, subject: input.key, detail: { before: added.value.before, after } })
  },
)
