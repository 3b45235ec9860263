import 'server-only'
import { err, ok } from '@/lib/domain/result'
import type { TopicResultInput } from '@/lib/schemas/sitting'
import { lockSittingTopic } from './sitting'
import { write } from './write'

const touched = { version: { increment: 1 } }

/**
 * What becomes of a topic without a decision: it comes again 下次再议, is taken back 撤回, or is open again. `KEEP` says
 * that what was decided holds although its project has left the library.
 *
 * @returns err NOT_FOUND, MEETING_NOT_STARTED, MEETING_CLOSED, TOPIC_HAS_DECISIONS with how many, TOPIC_NOT_OPEN
 */
export const resolveTopic = write('meeting.topic', async (tx, actor, input: TopicResultInput, _today) => {
  const locked = await lockSittingTopic(tx, actor, input.itemId)
  if (!locked.ok) return locked
  const { item } = locked.value
  if (!['OPEN', 'NEXT_TIME', 'WITHDRAWN'].includes(item.state)) return err({ code: 'TOPIC_NOT_OPEN' })
  const n = await tx.decision.count({ where: { itemId: item.id } })
  const leaves = input.to === 'NEXT_TIME' || input.to === 'WITHDRAWN'
  if (leaves && n > 0) return err({ code: 'TOPIC_HAS_DECISIONS', n })
  const state = input.to === 'KEEP' ? 'OPEN' : input.to
  await tx.agendaItem.update({ where: { id: item.id }, data: { state, reason: input.reason || null, ...touched } })
  return ok({
    value: { itemId: item.id, state },
    subject: item.id,
    ...(item.projectId ? { projectId: item.projectId } : {}),
    detail: { before: item.state, after: input.to, ...(input.reason ? { reason: input.reason } : {}) },
  })
})
