import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { MatterSetting } from '@/lib/domain/meeting/decision-matter'
import { retold } from '@/lib/domain/meeting/decision-retold'
import { mergeFields } from '@/lib/domain/merge-fields'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import {
  DECISION_FIELDS,
  type DecisionEditInput,
  type DecisionField,
  type DecisionRemoveInput,
} from '@/lib/schemas/sitting'
import type { Decision } from '@/prisma/generated/client'
import { dayOrNull, dbDayOrNull } from './date'
import type { Tx } from './db'
import { factsOf, strangers, toldOf } from './decision-facts'
import { answersOf, conflictOf } from './edit-conflict'
import { namesOfIds } from './names'
import { loadReading } from './sentence-book'
import { lockSittingTopic } from './sitting'
import { write } from './write'

const touched = { version: { increment: 1 } }

/** A decision of the actor's district whose meeting sits, with its topic; the meeting is locked. */
async function lockDecision(tx: Tx, actor: Actor, decisionId: string) {
  const found = await tx.decision.findFirst({
    where: { id: decisionId, meeting: { districtId: actor.districtId } },
    select: { itemId: true },
  })
  if (!found) return err({ code: 'NOT_FOUND' })
  const locked = await lockSittingTopic(tx, actor, found.itemId)
  if (!locked.ok) return locked
  const row = await tx.decision.findUnique({ where: { id: decisionId } })
  return row ? ok({ ...locked.value, row }) : err({ code: 'NOT_FOUND' })
}

/** A sentence that was put differently takes along what had been read from it, where nobody chose it by hand. */
function saidAnew(
  row: Decision,
  values: Readonly<Record<DecisionField, string>>,
  theirs: Readonly<Record<DecisionField, string>>,
  reading: MatterSetting,
): Readonly<{ values: Partial<Record<DecisionField, string>>; dueSaid: string | null }> {
  if (values.text === theirs.text) return { values: {}, dueSaid: null }
  const tier = row.tier === 'CITY' ? 'DISTRICT' : row.tier
  const next = retold({ ...row, dueOn: dayOrNull(row.dueOn) }, values.text, { ...reading, tier })
  const untouched = (field: DecisionField) => values[field] === theirs[field]
  return {
    values: {
      text: next.text,
      ...(next.leadOrgId && untouched('leadOrgId') ? { leadOrgId: next.leadOrgId } : {}),
      ...(next.supportIds && untouched('supportIds') ? { supportIds: [...next.supportIds].sort().join(',') } : {}),
      ...(next.ownerId && untouched('ownerId') ? { ownerId: next.ownerId } : {}),
      ...(next.dueOn && untouched('dueOn') ? { dueOn: next.dueOn } : {}),
    },
    dueSaid: untouched('dueOn') ? (next.dueSaid ?? null) : null,
  }
}

/**
 * Changes a decision while the meeting sits. Two people's edits come together field by field; where both changed the same
 * one, nothing is written until one of them has chosen. What had been read from a sentence follows it when it is put
 * differently.
 *
 * @returns err NOT_FOUND, MEETING_CLOSED, CONFLICT with clashes, NO_CHANGE, LEAD_UNIT_MISSING, OWNER_UNKNOWN, DUE_PAST
 */
export const editDecision = write('decision.edit', async (tx, actor, input: DecisionEditInput, today: PlainDate) => {
  const locked = await lockDecision(tx, actor, input.decisionId)
  if (!locked.ok) return locked
  const { row, item } = locked.value
  const theirs = factsOf(row)
  const mine: Partial<Record<DecisionField, string>> = {
    ...(input.text === undefined ? {} : { text: input.text }),
    ...(input.leadOrgId === undefined ? {} : { leadOrgId: input.leadOrgId }),
    ...(input.supportIds === undefined ? {} : { supportIds: [...input.supportIds].sort().join(',') }),
    ...(input.ownerId === undefined ? {} : { ownerId: input.ownerId }),
    ...(input.dueOn === undefined ? {} : { dueOn: input.dueOn }),
    ...(input.tier === undefined ? {} : { tier: input.tier }),
  }
  const base = row.version === input.version ? theirs : { ...theirs, ...input.base }
  const merge = mergeFields(DECISION_FIELDS, base, theirs, mine, answersOf(input))
  if (Object.keys(merge.clashes).length > 0) {
    const conflict = await conflictOf(tx, row.id, merge)
    const lists = Object.values(merge.clashes).flatMap(({ base: was, theirs: now }) => [was, now])
    const names = await namesOfIds(
      tx,
      lists.flatMap((text) => text.split(',')),
    )
    const joined = Object.fromEntries(
      lists
        .filter((text) => text.includes(','))
        .map((text) => [
          text,
          text
            .split(',')
            .map((id) => names[id] ?? id)
            .join('、'),
        ]),
    )
    return err({ code: 'CONFLICT', version: row.version, ...conflict, names: { ...conflict.names, ...joined } })
  }
  const reading = await loadReading(tx, actor.districtId, today)
  const { book } = reading
  const said = saidAnew(row, merge.values, theirs, reading)
  const values = { ...merge.values, ...said.values }
  const changed = DECISION_FIELDS.filter((field) => values[field] !== theirs[field])
  const value = { decisionId: row.id, taken: merge.taken.length }
  if (changed.length === 0)
    return merge.taken.length > 0 || row.version !== input.version
      ? ok({ value, subject: row.id })
      : err({ code: 'NO_CHANGE' })
  const supportIds =
    values.supportIds === '' ? [] : values.supportIds.split(',').filter((id) => id !== values.leadOrgId)
  const is = (field: DecisionField) => changed.includes(field)
  const stranger = strangers(
    book,
    is('leadOrgId') ? values.leadOrgId : null,
    is('ownerId') ? values.ownerId : null,
    is('supportIds') ? supportIds : [],
  )
  if (stranger) return err(stranger)
  if (is('dueOn') && values.dueOn !== '' && values.dueOn < today)
    return err({ code: 'DUE_PAST', said: values.dueOn, field: 'dueOn' })
  await tx.decision.update({
    where: { id: row.id },
    data: {
      text: values.text,
      leadOrgId: values.leadOrgId || null,
      supportIds,
      ownerId: values.ownerId || null,
      dueOn: dbDayOrNull((values.dueOn || null) as PlainDate | null),
      ...(is('dueOn') ? { dueSaid: said.dueSaid } : {}),
      tier: values.tier as Decision['tier'],
      ...touched,
    },
  })
  return ok({
    value,
    subject: row.id,
    ...(item.projectId ? { projectId: item.projectId } : {}),
    detail: {
      before: await toldOf(tx, theirs, changed),
      after: await toldOf(tx, { ...theirs, ...values }, changed),
    },
  })
})

/**
 * Takes a decision back that was typed by mistake; the later ones move up, so that numbers have no gap. The log keeps its
 * words.
 *
 * @returns err NOT_FOUND, MEETING_CLOSED, CONFLICT when somebody changed it meanwhile
 */
export const removeDecision = write('decision.remove', async (tx, actor, input: DecisionRemoveInput, _today) => {
  const locked = await lockDecision(tx, actor, input.decisionId)
  if (!locked.ok) return locked
  const { row, item, meeting } = locked.value
  if (row.version !== input.version) return err({ code: 'CONFLICT', version: row.version })
  await tx.decision.delete({ where: { id: row.id } })
  await tx.decision.updateMany({
    where: { meetingId: meeting.id, position: { gt: row.position } },
    data: { position: { decrement: 1 } },
  })
  return ok({
    value: { decisionId: row.id },
    subject: row.id,
    ...(item.projectId ? { projectId: item.projectId } : {}),
    detail: { before: await toldOf(tx, factsOf(row), DECISION_FIELDS) },
  })
})
