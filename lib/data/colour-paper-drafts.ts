import 'server-only'
import { type DraftKind, draftsFor, type ItemDraft } from '@/lib/domain/escalation-draft'
import type { Moment } from '@/lib/domain/message-hours'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import { dayOrNull, dbDayOrNull, fromDb, toDb } from './date'
import type { Tx } from './db'
import type { OpenItem } from './ladder-items'

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
  // Of a problem or a need the paper is its project's; a task has papers of its own.
  const red = items.flatMap((item) => {
    const { level, matter, projectId } = item
    return matter === null && projectId !== null && (level === 'RED' || level === 'YELLOW')
      ? [{ ...item, projectId }]
      : []
  })
  const papers = await tx.colourPaper.findMany({ where: { itemId: { in: red.map(({ id }) => id) } } })
  const byId = new Map(red.map((item) => [item.id, item]))
  const has = new Map<string, ItemDraft[]>()
  for (const { itemId, since, kind, issuedOn, refused, closedOn, answerBy } of papers) {
    const item = byId.get(itemId)
    if (!item) continue
    // What eased and rose again has its paper of before, unless that is done with.
    const open = refused === null && closedOn === null && fromDb(since) >= (item.turns[0]?.on ?? item.since)
    if (fromDb(since) !== item.since && !open) continue
    const issued = issuedOn && fromDb(issuedOn)
    const draft: ItemDraft = {
      kind: kind as DraftKind,
      issued: issued !== null,
      answerBy: dayOrNull(answerBy),
      answered: issued !== null && item.answeredOn.some((on) => on >= issued),
    }
    has.set(itemId, [...(has.get(itemId) ?? []), draft])
  }
  const data = red.flatMap((item) =>
    draftsFor(item, has.get(item.id) ?? [], now, calendar).map((draft) => ({
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
