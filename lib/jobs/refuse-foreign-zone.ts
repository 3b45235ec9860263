import { foreignZone } from '@/lib/data/session-zone'
import { log } from '@/lib/log'

/**
 * Ends the process when database sessions are not in UTC. The connection it opens is the one the first request finds open.
 *
 * A database that is away does not stop a server: it answers 503 until the database is back.
 */
export async function refuseForeignZone(): Promise<void> {
  const zone = await foreignZone().catch((error: unknown) => {
    log.warn({ err: error }, 'the database does not answer yet')
    return null
  })
  if (zone === null) return
  process.stderr.write(
    `数据库会话的时区是 ${zone}，不是 UTC：时间会存错，不能启动。请让连接池放行 options=-c timezone=UTC。\n`,
  )
  process.exit(1)
}
