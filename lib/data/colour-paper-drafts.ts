import 'server-only'
import { type DraftKind, draftsFor, type ItemDraft } from '@/lib/domain/escalation-draft'
import type { Moment } from '@/lib/domain/message-hours'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import { dayOrNull, dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import type { OpenItem } from './ladder-items'

const keyOf = (itemId: string, since: string) => `${itemId} ${since}`

/**
 * Drafts the papers the colours of a district call for by now; a person issues or refuses each.
 *
 * @param idOf how a draft is numbered inside the database, where it matters which id it gets
 * @returns how many were drafted now
 */
export async function draftColourPapers(
  tx: Tx,
  districtId: string,
  items: readonly OpenItem[],
  now: Moment,
  calendar: WorkCalendar,
  idOf?: () => string,
): Promise<number> {
  const red = items.filter(({ level }) => level === 'RED' || level === 'YELLOW')
  const papers = await tx.colourPaper.findMany({ where: { itemId: { in: red.map(({ id }) => id) } } })
  const has = new Map<string, ItemDraft[]>()
  const answered = new Map(red.map((item) => [keyOf(item.id, item.since), item.answeredOn]))
  for (const { itemId, since, kind, issuedOn, answerBy } of papers) {
    const key = keyOf(itemId, fromDb(since))
    const issued = issuedOn && fromDb(issuedOn)
    const draft: ItemDraft = {
      kind: kind as DraftKind,
      issued: issued !== null,
      answerBy: dayOrNull(answerBy),
      answered: issued !== null && (answered.get(key) ?? []).some((on) => on >= issued),
    }
    has.set(key, [...(has.get(key) ?? []), draft])
  }
  const data = red.flatMap((item) =>
    draftsFor(item, has.get(keyOf(item.id, item.since)) ?? [], now, calendar).map((draft) => ({
      ...(idOf ? { id: idOf() } : {}),
      districtId,
      projectId: item.projectId,
      procedureId: item.procedureId,
      itemId: item.id,
      since: toDb(item.since),
      kind: draft.kind,
      draftedOn: toDb(now.day),
      answerBy: dbDayOrNull(draft.answerBy),
      planBy: dbDayOrNull(draft.planBy),
    })),
  )
  const { count } = await tx.colourPaper.createMany({ data, skipDuplicates: true })
  return count
}
