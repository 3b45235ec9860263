import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { CODE_LENGTH, CODE_LETTERS, PACK_CONTENTS } from '@/lib/domain/gift-pack'
import { monthNumberOf, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { addWorkdays, workdaysBetween } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { serviceYear } from './build-service-issues'
import type { Workshop } from './draft'
import { insertRows } from './insert-rows'
import { randomOf } from './random'
import { REAL_ENTERPRISES } from './real-names'
import { instantOn, lastWorkday } from './timeline'

/** Packs handed out in the year (other-mechanisms §1, row 13: 1500余). */
const HANDED = 1523
/** Batches in the year, a month apart. */
const BATCHES = 12
const PREPARED = 160
/** 分: what one pack costs on an average. */
const PRICE_FEN = 8_600n
/** Packs that came back besides. */
const RETURNED = 9
/** Working days within which nearly everybody has said that he has his pack. */
const CONFIRM_WD = 15

/** A code of its own for every pack, in no order anybody sees: a step that has nothing in common with the number of codes. */
function codeOf(n: number): string {
  let rest = (n * 7_919 + 104_729) % CODE_LETTERS.length ** CODE_LENGTH
  let code = ''
  for (let i = 0; i < CODE_LENGTH; i++) {
    code = CODE_LETTERS[rest % CODE_LETTERS.length] + code
    rest = Math.floor(rest / CODE_LETTERS.length)
  }
  return code
}

/** Enterprises packs are for, those nobody is meant by; that of the demo's contact apart. */
async function receiversOf(tx: Tx, { districtId }: Workshop) {
  const rows = await tx.enterprise.findMany({
    where: { districtId, NOT: REAL_ENTERPRISES.map((name) => ({ name: { contains: name } })) },
    orderBy: { id: 'asc' },
    select: { id: true, foundedOn: true, users: { select: { id: true }, take: 1 } },
  })
  return { contact: rows.find(({ users }) => users.length > 0), others: rows.filter(({ users }) => users.length === 0) }
}

/** The year's packs 惠企大礼包: a batch a month, handed out in the hall, at the door and by post, most of them confirmed. */
export async function writePacks(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, calendar, today, newId } = shop
  const r = randomOf('packs')
  const { contact, others } = await receiversOf(tx, shop)
  const hands = await tx.user.findMany({
    where: { districtId, role: { in: ['OFFICE', 'BIZENV', 'STEWARD'] } },
    orderBy: { username: 'asc' },
    select: { personId: true },
  })
  if (hands.length === 0) return
  const last = lastWorkday(calendar, today)
  const { first, span } = serviceYear(today, calendar)
  const batches: Prisma.PackBatchCreateManyInput[] = []
  const packs: Prisma.GiftPackCreateManyInput[] = []
  const pack = (
    batch: Readonly<{ id: string; contents: string[] }>,
    enterpriseId: string,
    on: PlainDate,
    end: 'CONFIRMED' | 'WAITING' | 'RETURNED',
  ) => {
    const number = packs.length + 1
    const later = addWorkdays(calendar, on, Math.min(r.int(0, 4), workdaysBetween(calendar, on, last)))
    packs.push({
      id: newId(),
      districtId,
      number,
      batchId: batch.id,
      enterpriseId,
      channel: r.pick(['HALL', 'HALL', 'HALL', 'VISIT', 'VISIT', 'POST']),
      contents: batch.contents,
      on: toDb(on),
      byId: r.pick(hands).personId,
      code: codeOf(number),
      confirmedOn: end === 'CONFIRMED' ? toDb(later) : null,
      confirmedSelf: false,
      returnedOn: end === 'RETURNED' ? toDb(later) : null,
      returnReason: end === 'RETURNED' ? '地址变更，未送达' : null,
      createdAt: instantOn(on, number),
    })
  }
  for (let n = 0; n < BATCHES; n++) {
    const from = Math.floor((n * span) / BATCHES)
    const to = Math.floor(((n + 1) * span) / BATCHES)
    const on = addWorkdays(calendar, first, from)
    const contents = PACK_CONTENTS.filter((content) => content !== 'SEALS' || n % 3 !== 2)
    const batch = { id: newId(), contents: [...contents] }
    batches.push({
      ...batch,
      districtId,
      number: n + 1,
      name: `${yearOf(on)}年${monthNumberOf(on)}月第${n + 1}批`,
      prepared: PREPARED,
      costFen: PRICE_FEN * BigInt(PREPARED + n),
      on: toDb(on),
      createdAt: instantOn(on, n),
    })
    const mine = Math.floor(HANDED / BATCHES) + (n < HANDED % BATCHES ? 1 : 0)
    // New enterprises first: that is what the packs are for.
    const open = others.filter(({ foundedOn }) => foundedOn === null || foundedOn <= toDb(on))
    const fresh = open.filter(({ foundedOn }) => foundedOn !== null && foundedOn >= toDb(first) && n % 2 === 0)
    const rest = r.shuffle(open.filter((one) => !fresh.includes(one)))
    const receivers = [...r.shuffle(fresh), ...rest].slice(0, n === BATCHES - 1 && contact ? mine - 1 : mine)
    receivers.forEach(({ id }, i) => {
      const day = addWorkdays(calendar, first, from + Math.floor(((to - from) * i) / Math.max(1, receivers.length)))
      const old = workdaysBetween(calendar, day, last) > CONFIRM_WD
      pack(batch, id, day, old ? (i % 19 === 7 ? 'WAITING' : 'CONFIRMED') : i % 4 === 0 ? 'WAITING' : 'CONFIRMED')
    })
    if (n === BATCHES - 1 && contact) pack(batch, contact.id, last, 'WAITING')
    const back = rest.filter(({ id }) => !receivers.some((one) => one.id === id))[0]
    if (n < RETURNED && back) pack(batch, back.id, on, 'RETURNED')
  }
  await insertRows(tx, 'PackBatch', batches)
  await insertRows(tx, 'GiftPack', packs)
}
