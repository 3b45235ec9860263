// Keeps the embedded server up under a running app: PostgreSQL may be killed where the app is not.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const RETRY_MS = 1_000

/**
 * Holds a connection to the server and starts it again, on the same port, when the connection is lost. The pools of the app
 * connect again by themselves. The connection also tells others who share the server that it is in use.
 *
 * @param start starts the server, or finds it running
 * @returns a function that lets go
 */
export function keepDatabase({ url, start, log }) {
  let kept
  let over = false

  const hold = async () => {
    const client = new pg.Client({ connectionString: url, keepAlive: true })
    const lost = new Promise((resolve) => client.once('end', resolve))
    client.on('error', () => {})
    await client.connect()
    kept = client
    if (over) await client.end()
    await lost
  }
  const watch = async () => {
    while (!over) {
      try {
        await hold()
        if (over) return
        log('数据库断开了，正在恢复')
        await start()
        log('数据库已恢复')
      } catch (error) {
        if (over) return
        log(`数据库还没有恢复：${error.message}`)
        await sleep(RETRY_MS)
        await start().catch(() => {})
      }
    }
  }
  void watch()
  return async () => {
    over = true
    await kept?.end().catch(() => {})
  }
}
