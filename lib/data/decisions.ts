import 'server-only'
import { readSentence, shownOf } from '@/lib/domain/meeting/decision-sentence'
import { err, ok } from '@/lib/domain/result'
import { DECISION_FIELDS, type DecisionRecordInput } from '@/lib/schemas/sitting'
import { dbDayOrNull } from './date'
import { factsOf, strangers, tierOf, toldOf } from './decision-facts'
import { loadReading } from './sentence-book'
import { lockSittingTopic } from './sitting'
import { write } from './write'

const touched = { version: { increment: 1 } }

/**
 * Records what the meeting decides in one sentence 记下议定事项. The sentence is read here once more: what stood beside it
 * on the screen must be what is recorded: a day, or a unit nobody knows, that was not shown is shown first.
 *
 * A topic that had been put off is open again.
 *
 * @returns err NOT_FOUND, MEETING_NOT_STARTED, MEETING_CLOSED, MEETING_OVER, TOPIC_NOT_OPEN, DECISION_LEAD_UNKNOWN, DECISION_LEAD_UNCLEAR
 *          and DECISION_OWNER_UNCLEAR with the choices, LEAD_UNIT_MISSING, OWNER_UNKNOWN, DUE_… for a day that is none,
 *          DECISION_SHOWN with the day and what is left out to confirm
 */
export const recordDecision = write('decision.record', async (tx, actor, input: DecisionRecordInput, today) => {
  const locked = await lockSittingTopic(tx, actor, input.itemId)
  if (!locked.ok) return locked
  const { item, meeting } = locked.value
  if (item.state !== 'OPEN' && item.state !== 'NEXT_TIME') return err({ code: 'TOPIC_NOT_OPEN' })
  const reading = await loadReading(tx, actor.districtId, today)
  const { book } = reading
  const picks = { ...input, leadOrgId: input.leadOrgId || undefined, ownerId: input.ownerId || undefined }
  const read = readSentence(input.text, picks, { ...reading, tier: tierOf(item) })
  const { lead, owner, supportIds, due, tier, text, unknown, strange } = read
  const name = (rows: readonly Readonly<{ id: string; name: string }>[]) => (id: string) =>
    rows.find((row) => row.id === id)?.name ?? ''
  if (lead.id === null && unknown.some(({ said }) => said === lead.said))
    return err({ code: 'DECISION_LEAD_UNKNOWN', asks: 'leadOrgId', said: lead.said })
  if (lead.id === null && lead.choices.length > 0)
    return err({
      code: 'DECISION_LEAD_UNCLEAR',
      asks: 'leadOrgId',
      said: lead.said,
      names: lead.choices.map(name(book.units)),
    })
  if (owner.id === null && owner.choices.length > 0)
    return err({
      code: 'DECISION_OWNER_UNCLEAR',
      asks: 'ownerId',
      said: owner.said,
      names: owner.choices.map(name(book.people)),
    })
  const stranger = strangers(book, lead.id, owner.id, supportIds)
  if (stranger) return err(stranger)
  if (due.error) return err({ ...due.error, asks: 'dueSaid' })
  const shown = shownOf(read)
  if (input.shown !== shown)
    return err({
      code: 'DECISION_SHOWN',
      shown,
      preview: {
        decision: {
          lead: lead.id && name(book.units)(lead.id),
          support: supportIds.map(name(book.units)),
          owner: owner.id && name(book.people)(owner.id),
          due,
          tier,
          strange: strange.map(({ said, disabled }) => (disabled ? { said, disabled } : { said })),
        },
      },
    })
  const position = (await tx.decision.count({ where: { meetingId: meeting.id } })) + 1
  const row = await tx.decision.create({
    data: {
      meetingId: meeting.id,
      itemId: item.id,
      position,
      text,
      leadOrgId: lead.id,
      supportIds: [...supportIds],
      ownerId: owner.id,
      dueSaid: due.said,
      dueOn: dbDayOrNull(due.on),
      tier,
      typedById: actor.personId,
    },
  })
  if (item.state === 'NEXT_TIME')
    await tx.agendaItem.update({ where: { id: item.id }, data: { state: 'OPEN', reason: null, ...touched } })
  return ok({
    value: { decisionId: row.id, position },
    subject: row.id,
    ...(item.projectId ? { projectId: item.projectId } : {}),
    detail: { after: await toldOf(tx, factsOf(row), DECISION_FIELDS) },
  })
})
