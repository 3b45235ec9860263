import type { PlainDate } from '../plain-date'
import { type ReadingSetting, readSentence } from './decision-sentence'

/** What a decision says beside its sentence. */
export type Told = Readonly<{
  leadOrgId: string | null
  supportIds: readonly string[]
  ownerId: string | null
  dueSaid: string | null
  dueOn: PlainDate | null
}>

const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()

/**
 * A decision whose sentence was put differently 改句: what had been read from the old sentence follows the new one, what
 * somebody chose by hand stays. A new sentence that does not say it, or says it in two ways, changes nothing.
 *
 * @returns the parts that change, and the sentence with letters replaced by names
 */
export function retold(
  { text, ...told }: Told & Readonly<{ text: string }>,
  next: string,
  setting: ReadingSetting,
): Partial<Told> & Readonly<{ text: string }> {
  const was = readSentence(text, {}, setting)
  const now = readSentence(next, {}, setting)
  const lead = was.lead.id === told.leadOrgId && now.lead.id !== null ? now.lead.id : null
  const owner = was.owner.id === told.ownerId && now.owner.id !== null ? now.owner.id : null
  const due = was.due.said === told.dueSaid && was.due.on === told.dueOn && now.due.from === 'SAID' ? now.due : null
  return {
    text: now.text,
    ...(lead && lead !== told.leadOrgId ? { leadOrgId: lead } : {}),
    ...(same(was.supportIds, told.supportIds) && !same(now.supportIds, told.supportIds)
      ? { supportIds: now.supportIds }
      : {}),
    ...(owner && owner !== told.ownerId ? { ownerId: owner } : {}),
    ...(due?.on && due.on !== told.dueOn ? { dueOn: due.on, dueSaid: due.said } : {}),
  }
}
