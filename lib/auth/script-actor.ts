import 'server-only'
import { businessDay } from '@/lib/clock'
import { findScriptAccount } from '@/lib/data/sessions'
import type { Actor } from '@/lib/domain/access'
import { actorOf } from './actor'

/**
 * The actor a command line works as: whoever can run it on the server already holds the database.
 *
 * @returns null when there is no such account, or it is disabled
 */
export async function scriptActor(username: string): Promise<Actor | null> {
  const account = await findScriptAccount(username, businessDay())
  return account && actorOf(account)
}
