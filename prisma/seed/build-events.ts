import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { enterpriseSearchText, orgSearchText } from '@/lib/data/search-text'
import { addDays, latest, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import { bankNamed } from './demo-banks'
import type { Workshop } from './draft'
import { EVENT_STORIES, type EventStory, type IntentionStory } from './event-stories'
import { type Random, randomOf } from './random'
import { instantOn, lastWorkday } from './timeline'

const FEN_PER_WAN = 1_000_000n

type Rows = {
  events: Prisma.FinanceEventCreateManyInput[]
  guests: Prisma.EventGuestCreateManyInput[]
  banks: Prisma.EventBankCreateManyInput[]
  intentions: Prisma.EventIntentionCreateManyInput[]
  follows: Prisma.EventFollowCreateManyInput[]
}

/** A firm by its name; written into the district where it is not there yet, with nothing but its name. */
async function firmNamed(tx: Tx, { districtId, newId, today }: Workshop, name: string): Promise<string> {
  const found = await tx.enterprise.findFirst({ where: { districtId, name }, select: { id: true } })
  if (found) return found.id
  const id = newId()
  const createdAt = instantOn(today, 0)
  await tx.enterprise.create({
    data: { id, districtId, name, searchText: enterpriseSearchText({ name }), createdAt },
  })
  return id
}

/** Day of an event so many days from today: a working day, not before the year began where it lies behind. */
function dayOf({ calendar, today }: Workshop, days: number): PlainDate {
  if (days > 0) return addWorkdays(calendar, addDays(today, days - 1), 1)
  return latest(ymd(yearOf(today), 1, 1), lastWorkday(calendar, addDays(today, days)))
}

function intend(
  rows: Rows,
  shop: Workshop,
  event: Readonly<{ id: string; heldOn: PlainDate }>,
  story: IntentionStory,
  who: Readonly<{ enterpriseId: string; bankId: string | null; actorId: string }>,
) {
  const { today, newId } = shop
  const id = newId()
  const n = rows.intentions.length
  rows.intentions.push({
    id,
    eventId: event.id,
    enterpriseId: who.enterpriseId,
    bankId: who.bankId,
    intendedFen: BigInt(story.wan) * FEN_PER_WAN,
    signedOn: toDb(event.heldOn),
    createdAt: instantOn(event.heldOn, 18_000 + n),
  })
  for (const [kind, after, wan, text] of story.follows) {
    const day = addDays(event.heldOn, after)
    if (day > today) continue
    rows.follows.push({
      id: newId(),
      intentionId: id,
      kind,
      amountFen: wan === null ? null : BigInt(wan) * FEN_PER_WAN,
      text: text ?? null,
      on: toDb(day),
      at: instantOn(day, 18_000 + n),
      actorId: who.actorId,
    })
  }
}

async function tell(
  tx: Tx,
  shop: Workshop,
  rows: Rows,
  r: Random,
  story: EventStory,
  people: Readonly<{ firms: readonly string[]; contact: string | null; bankUser: string | null; organiserId: string }>,
) {
  const { districtId, newId, today, officeUserId } = shop
  const id = newId()
  const heldOn = dayOf(shop, story.days)
  const invitedOn = story.state === 'PREPARING' ? null : addDays(heldOn < today ? heldOn : today, -8)
  rows.events.push({
    id,
    districtId,
    theme: story.theme,
    kind: story.kind,
    industry: story.industry ?? null,
    heldOn: toDb(heldOn),
    startsAt: story.startsAt,
    place: story.place,
    organiserId: people.organiserId,
    state: story.state,
    invitedOn: invitedOn && toDb(invitedOn),
    cancelReason: story.cancelReason ?? null,
    searchText: orgSearchText({ name: story.theme, shortName: story.place }),
    createdAt: instantOn(addDays(invitedOn ?? today, -3), rows.events.length),
  })
  const bankIds = new Map<string, string>()
  for (const name of story.banks) bankIds.set(name, await bankNamed(tx, shop, name))
  const held = story.state === 'HELD'
  for (const bankId of bankIds.values()) rows.banks.push({ eventId: id, bankId, attended: held ? true : null })
  const named: string[] = []
  for (const name of story.named) named.push(await firmNamed(tx, shop, name))
  const others = r.shuffle(people.firms.filter((one) => !named.includes(one) && one !== people.contact))
  const contact = story.withContact && people.contact ? [people.contact] : []
  const firms = [...named, ...contact, ...others].slice(0, story.invited)
  for (const [i, enterpriseId] of firms.entries()) {
    // Whoever came said so before; who did not, refused. An invitation that is out waits for some, the contact among them.
    const came = i < story.came
    const answer = !invitedOn
      ? 'WAITING'
      : held
        ? came
          ? 'COMING'
          : 'REFUSED'
        : enterpriseId === people.contact || i % 3 === 2
          ? 'WAITING'
          : i % 7 === 5
            ? 'REFUSED'
            : 'COMING'
    rows.guests.push({
      id: newId(),
      eventId: id,
      enterpriseId,
      answer,
      answeredOn: answer === 'WAITING' || !invitedOn ? null : toDb(addDays(invitedOn, 1 + (i % 4))),
      word: answer === 'REFUSED' && i % 2 === 0 ? '近期生产忙，下次参加' : null,
      attended: held ? came : null,
    })
  }
  for (const [i, one] of story.intentions.entries()) {
    const enterpriseId = one.firm ? await firmNamed(tx, shop, one.firm) : (others[i] ?? '')
    const bankId = one.bank === null ? null : (bankIds.get(one.bank) ?? null)
    const actorId = one.bank === '演示银行' && people.bankUser ? people.bankUser : officeUserId
    intend(rows, shop, { id, heldOn }, one, { enterpriseId, bankId, actorId })
  }
}

/** 政银企对接 events in every state: three that were held, with what became of their intentions, and those ahead. */
export async function writeEvents(tx: Tx, shop: Workshop): Promise<void> {
  const { districtId, orgIds } = shop
  const r = randomOf('events')
  const rows: Rows = { events: [], guests: [], banks: [], intentions: [], follows: [] }
  const [firms, users] = [
    await tx.enterprise.findMany({
      where: { districtId, projects: { some: {} } },
      select: { id: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    await tx.user.findMany({
      where: { districtId, username: { in: ['contact', 'bank'] } },
      select: { id: true, username: true, enterpriseId: true },
    }),
  ]
  const people = {
    firms: firms.map(({ id }) => id),
    contact: users.find(({ username }) => username === 'contact')?.enterpriseId ?? null,
    bankUser: users.find(({ username }) => username === 'bank')?.id ?? null,
    organiserId: orgIds.get('领导小组办公室') ?? '',
  }
  for (const story of EVENT_STORIES) await tell(tx, shop, rows, r, story, people)
  await tx.financeEvent.createMany({ data: rows.events })
  await tx.eventBank.createMany({ data: rows.banks })
  await tx.eventGuest.createMany({ data: rows.guests })
  await tx.eventIntention.createMany({ data: rows.intentions })
  await tx.eventFollow.createMany({ data: rows.follows })
}
