import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startEmbedded } from './embedded-pg.mjs'
import { keepDatabase } from './keep-database.mjs'

// As root PostgreSQL runs as an account that must reach its data.
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'embedded-'))
fs.chmodSync(dir, 0o755)
const start = (onPort?: number) => startEmbedded({ dir, log: () => {}, onPort })
let last = await start()
afterAll(() => {
  last.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

test('a server that was killed is started again where it was, by whoever kept it', async () => {
  const letGo = keepDatabase({ url: last.url, start: () => start(last.port), log: () => {} })
  await expect.poll(() => answers(last.url)).toBe(true)
  process.kill(last.pid, 'SIGKILL')
  await expect.poll(() => answers(last.url), { timeout: 120_000, interval: 200 }).toBe(true)
  // A second start beside it finds it and leaves it where it is.
  const beside = await start()
  expect([beside.port, beside.started]).toEqual([last.port, false])
  expect(beside.pid).not.toBe(last.pid)
  await letGo()
  last = beside
})

test('the port is kept from one start to the next, and left to somebody else who has taken it', async () => {
  const { port } = last
  last.stop()
  last = await start()
  expect([last.port, last.started]).toEqual([port, true])
  last.stop()
  const other = net.createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  last = await start()
  other.close()
  expect(last.port).not.toBe(port)
  expect(await answers(last.url)).toBe(true)
})
