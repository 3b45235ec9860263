import { db } from '@/lib/data/db'
import { escalate } from '@/lib/data/escalate'
import { DIGEST_AT } from '@/lib/domain/message-hours'
import type { PlainDate } from '@/lib/domain/plain-date'
import { once } from './timing'

/** Everybody has an address, and mail is on: every digest there can be is laid ready. */
async function turnOnMail(districtId: string): Promise<void> {
  await db.messageChannel.create({ data: { districtId, kind: 'EMAIL', enabled: true, settings: {} } })
  await db.$executeRaw`
    INSERT INTO "MailAddress" ("personId", "districtId", "address")
    SELECT "personId", "districtId", username || '@example.cn' FROM "User" WHERE "districtId" = ${districtId}::uuid`
}

/**
 * The morning's run at 08:30 on everything that is open, with every digest; and the run five minutes later, which finds nothing
 * to tell. What was turned on is turned off again.
 */
export async function benchEscalation(districtId: string, day: PlainDate) {
  await turnOnMail(districtId)
  const at = new Date(`${day}T00:30:00Z`)
  const morning = await once(() => escalate(districtId, { day, minute: DIGEST_AT }, at))
  const quiet = await once(() => escalate(districtId, { day, minute: DIGEST_AT + 5 }, at))
  await db.delivery.deleteMany({ where: { districtId } })
  await db.messageChannel.deleteMany({ where: { districtId } })
  return {
    morning: { ms: morning.ms, ...morning.result },
    fiveMinutesLater: { ms: quiet.ms, messages: quiet.result.messages, letters: quiet.result.letters },
  }
}
