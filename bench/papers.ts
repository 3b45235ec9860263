// Minutes and brief of a week, from the click to the last byte: a frozen week, a meeting of twelve topics and twenty decisions.
import { paperDocument } from '@/lib/actions/take-paper'
import { buildAgenda } from '@/lib/data/agenda-draft'
import { toDb } from '@/lib/data/date'
import { db } from '@/lib/data/db'
import { draftPaper } from '@/lib/data/paper-writes'
import { findPaper, loadFigure } from '@/lib/data/papers'
import { freezeWeekNow, unfrozenWeeks } from '@/lib/data/week-snapshots'
import type { Actor } from '@/lib/domain/access'
import type { PaperKind } from '@/lib/domain/meeting/paper'
import { addDays, mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { paperReason } from '@/lib/i18n/paper-reason'
import { once, repeat } from './timing'

const TOPICS = 12
const DECISIONS = 20

/** Holds the meeting of the week with as many topics and decisions as one has. */
async function hold(actor: Actor, weekOf: PlainDate): Promise<void> {
  const { districtId } = actor
  const built = await buildAgenda(actor, { weekOf }, { today: weekOf })
  if (!built.ok) throw new Error(`no agenda: ${built.error.code}`)
  const { meetingId } = built.value
  const projects = await db.project.findMany({
    where: { districtId },
    take: TOPICS,
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  const items = await db.agendaItem.findMany({ where: { meetingId }, take: TOPICS, orderBy: { position: 'asc' } })
  await db.agendaItem.updateMany({ where: { id: { in: items.map(({ id }) => id) } }, data: { state: 'DECIDED' } })
  await db.task.createMany({
    data: Array.from({ length: DECISIONS }, (_, i) => ({
      districtId,
      meetingId,
      itemId: items[i % Math.max(1, items.length)]?.id ?? null,
      projectId: projects[i % projects.length]?.id ?? null,
      year: 2026,
      week: 48,
      nth: i + 1,
      text: '会同项目单位逐项核对材料，限期办结',
      tier: 'DISTRICT' as const,
      issuedOn: toDb(weekOf),
      dueOn: toDb(addDays(weekOf, 10)),
    })),
  })
  await db.meeting.update({ where: { id: meetingId }, data: { state: 'HELD' } })
}

/** What the papers of a week cost, each written again and again as the office would. */
export async function benchPapers(actor: Actor, today: PlainDate) {
  const weekOf = mondayOf(today)
  const weeks = await unfrozenWeeks(actor.districtId, { on: today, hour: 9 })
  const freeze = await once(async () => {
    for (const week of weeks) await freezeWeekNow(actor.districtId, week)
  })
  await hold(actor, weekOf)
  const write = (kind: PaperKind) =>
    repeat(10, async () => {
      const drafted = await draftPaper(actor, { weekOf, kind, say: paperReason }, { today })
      if (!drafted.ok) throw new Error(`no ${kind}: ${drafted.error.code}`)
    })
  const [minutes, brief] = [await write('MINUTES'), await write('BRIEF')]
  const found = async (kind: PaperKind) => {
    const paper = await findPaper(actor, weekOf, kind)
    if (!paper) throw new Error(`no ${kind} to be found`)
    return paper
  }
  const [paper, page] = [await found('MINUTES'), await found('BRIEF')]
  const word = (id: string) =>
    repeat(10, async () => {
      const taken = await paperDocument(actor, id, today)
      if (!taken.ok) throw new Error(`not taken: ${taken.error.code}`)
    })
  return {
    freezeMs: freeze.ms,
    minutes,
    minutesDocx: await word(paper.id),
    brief,
    briefDocx: await word(page.id),
    figureRows: await repeat(10, () => loadFigure(actor, page, 'all', paperReason, today)),
  }
}
