import { draftColourPapers } from '@/lib/data/colour-paper-drafts'
import { whyOf } from '@/lib/data/colour-paper-why'
import { addresseeOf, paperColumns, unitOf } from '@/lib/data/colour-papers'
import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { loadOpenItems, type OpenItem } from '@/lib/data/ladder-items'
import { itemNames } from '@/lib/data/live-reasons'
import { keepNotices, type NoticeRow } from '@/lib/data/notice-rows'
import { termOf } from '@/lib/domain/escalation-draft'
import { type LadderMessage, ladder, type Told } from '@/lib/domain/escalation-ladder'
import { DIGEST_AT, type Moment } from '@/lib/domain/message-hours'
import { addDays, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { addWorkdays, countsAsWorkday, workdaysBetween } from '@/lib/domain/work-calendar'
import type { ColourPaperSaid } from '@/lib/schemas/colour-paper'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { randomOf } from './random'

/** Working days the district has told people by now; what is older was told on the first of them. */
const TOLD_WD = 30
/** Working days of which some people have not looked yet. */
const UNSEEN_WD = 2
/** Minutes within which somebody looks. */
const LOOKS_WITHIN = 300

/** Half past eleven. */
const LATER = 11 * 60 + 30
/** What units explain. */
const REASONS = ['材料正在补齐', '专家意见尚未出具', '已约项目单位当面核对', '经办人外出，已改由他人办理'] as const

/** An instant of a day by the clock of Shanghai. */
const instantAt = (day: PlainDate, minute: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000)

/** Working days of the past up to today, oldest first. */
function mornings({ today, calendar }: Workshop): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = addWorkdays(calendar, today, -TOLD_WD); day <= today; day = addDays(day, 1))
    if (countsAsWorkday(calendar, day)) days.push(day)
  return days
}

/** Runs of a day: the digest, and one after what was recorded in the morning. Today has only just begun. */
const runsOf = (day: PlainDate, today: PlainDate): readonly Moment[] =>
  [DIGEST_AT, ...(day < today ? [LATER] : [])].map((minute) => ({ day, minute }))

/**
 * Tells everybody, day by day, what the ladder would have told him: nothing is made up but who has looked.
 *
 * @returns how many messages there are
 */
export async function writeNotices(tx: Tx, shop: Workshop): Promise<number> {
  const { today, calendar, districtId } = shop
  const items = await loadOpenItems(tx, districtId, today)
  const told: Told[] = []
  const sent: { message: LadderMessage; at: Moment }[] = []
  for (const at of mornings(shop).flatMap((day) => runsOf(day, today)))
    for (const message of ladder(items, told, at, calendar).messages) {
      const { itemId, since, step, personId } = message
      told.push({ itemId, since, step, personId, at })
      sent.push({ message, at })
    }
  const r = randomOf('notices')
  const rows = sent.map(({ message, at: { day, minute } }): NoticeRow => {
    const age = workdaysBetween(calendar, day, today)
    const looked = age > UNSEEN_WD || r.chance(age === 0 ? 0.2 : 0.7)
    const seenAt = looked ? instantAt(day, minute + r.int(2, age === 0 ? 5 : LOOKS_WITHIN)) : null
    return { id: shop.newId(), message, on: day, at: instantAt(day, minute), seenAt }
  })
  const kept = await keepNotices(tx, districtId, new Map(items.map((item) => [item.id, item])), rows)
  await writeColourPapers(tx, shop, items)
  return kept
}

/** Working days ago of which drafts were issued; younger ones wait for the office. */
const ISSUED_WD = 3

/**
 * Drafts morning by morning what the colours call for; what is some days old was issued the next working day by the office,
 * and every other one answered by the unit's own person or the steward.
 */
async function writeColourPapers(tx: Tx, shop: Workshop, items: readonly OpenItem[]): Promise<void> {
  const { today, calendar, districtId } = shop
  let nth = 0
  let open = items
  for (const day of mornings(shop)) {
    await draftColourPapers(tx, districtId, open, { day, minute: DIGEST_AT }, calendar, shop.newId)
    const drafted = addWorkdays(calendar, day, -1)
    if (workdaysBetween(calendar, drafted, today) < ISSUED_WD) continue
    const papers = await tx.colourPaper.findMany({
      where: { districtId, draftedOn: toDb(drafted), issuedOn: null, kind: 'SUPERVISE' },
      include: paperColumns,
      orderBy: { id: 'asc' },
    })
    const names = await itemNames(districtId, [...new Set(papers.flatMap((one) => one.procedure?.code ?? []))], tx)
    const why = await whyOf(tx, districtId, papers, day)
    for (const paper of papers) {
      nth++
      const said: ColourPaperSaid = {
        project: paper.project.name,
        item: names.get(paper.procedure?.code ?? '') ?? null,
        unit: unitOf(paper),
        why: why.get(paper.itemId) ?? null,
      }
      const answerBy = addWorkdays(calendar, day, termOf('SUPERVISE').answerWd)
      await tx.colourPaper.update({
        where: { id: paper.id },
        data: {
          year: yearOf(day),
          nth,
          said: said as unknown as Prisma.InputJsonObject,
          issuedOn: toDb(day),
          issuedById: shop.officePersonId,
          ...(await addresseeOf(tx, paper)),
          answerBy: toDb(answerBy),
          planBy: toDb(addWorkdays(calendar, day, termOf('SUPERVISE').planWd)),
          version: 2,
        },
      })
      const item = open.find(({ id }) => id === paper.itemId)
      const by = item?.people.STEWARD?.[0]
      if (nth % 2 === 0 || !by || answerBy > today) continue
      await tx.noticeAnswer.create({
        data: {
          id: shop.newId(),
          districtId,
          projectId: paper.projectId,
          procedureId: paper.procedureId,
          itemId: paper.itemId,
          since: paper.since,
          reason: REASONS[nth % REASONS.length] ?? '',
          newOn: toDb(addWorkdays(calendar, today, 3 + (nth % 5))),
          on: toDb(answerBy),
          at: instantAt(answerBy, LOOKS_WITHIN + DIGEST_AT - nth),
          personId: by.personId,
        },
      })
      open = open.map((one) => (one === item ? { ...one, answeredOn: [...one.answeredOn, answerBy] } : one))
    }
  }
}
