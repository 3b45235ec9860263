import http from 'node:http'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { send } from '@/lib/post/send'
import {
  loadChannels,
  myMailAddress,
  refusedAddresses,
  saveMailChannel,
  saveRobotChannel,
  setMailAddress,
} from './channels'
import { toDb } from './date'
import { db } from './db'
import { sendDue } from './deliveries'
import { addUser, makeDistrict, START, type TestDistrict } from './district.fixture'
import { escalate } from './escalate'

const MINUTE = 60_000
const DAY = on('2026-11-23')
const NOON = new Date('2026-11-23T01:00:00Z')
let turns = 0

/** A server that listens somewhere, can be killed, and comes back at the same port. */
async function listening<S extends net.Server>(make: () => S) {
  let server = make()
  const open = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })
  await open(0)
  const { port } = server.address() as AddressInfo
  const kill = () => new Promise((resolve) => server.close(resolve))
  return {
    port,
    kill,
    restart: async () => {
      server = make()
      await open(port)
    },
  }
}

/** A mail server of thirty lines: it keeps what it is given, and knows nobody called nobody@. */
const smtp = (mails: string[]) =>
  net.createServer((socket) => {
    let data: string | null = null
    socket.setEncoding('utf8')
    socket.write('220 test ESMTP\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk: string) => {
      if (data !== null) {
        data += chunk
        if (!data.endsWith('\r\n.\r\n')) return
        mails.push(data)
        data = null
        socket.write('250 kept\r\n')
        return
      }
      for (const line of chunk.split('\r\n').filter(Boolean)) {
        if (/^RCPT TO:<nobody@/i.test(line)) socket.write('550 5.1.1 no such user\r\n')
        else if (/^DATA/i.test(line)) {
          data = ''
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })

type Call = Readonly<{ url: string; headers: http.IncomingHttpHeaders; body: string }>
const robot = (calls: Call[], status: () => number) =>
  http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (status() === 200) calls.push({ url: request.url ?? '', headers: request.headers, body })
      response.writeHead(status(), { connection: 'close' }).end('{"errcode":0}')
    })
  })

/** A district whose first procedure has turned red this morning. */
async function redDistrict() {
  const d = await makeDistrict()
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: { level: 'GREEN' } })
  await db.project.update({ where: { id: d.projectId }, data: { level: 'GREEN' } })
  for (const [day, from, to] of [
    [START, 'GREY', 'GREEN'],
    [DAY, 'GREEN', 'RED'],
  ] as const)
    await db.levelChange.create({
      data: {
        districtId: d.districtId,
        projectId: d.projectId,
        procedureId: d.first.id,
        at: new Date(Date.now() + 1000 * turns++),
        on: toDb(day),
        from,
        to,
        reasons: [],
        owner: 'AGENCY',
        inputs: {},
        rulesVersion: 0,
        cause: 'DAY',
      },
    })
  await db.procedure.update({ where: { id: d.first.id }, data: { level: 'RED', levelOwner: 'AGENCY' } })
  const sysadmin = await addUser(d.districtId, 'SYSADMIN', '系统员', null)
  return { ...d, sysadmin }
}
type District = Awaited<ReturnType<typeof redDistrict>>

const run = (d: TestDistrict) => escalate(d.districtId, { day: DAY, minute: 540 }, NOON)
const after = (d: TestDistrict, minutes: number) =>
  sendDue([d.districtId], send, () => new Date(NOON.getTime() + minutes * MINUTE), DAY)
const mailOn = (d: District, port: number) =>
  saveMailChannel(
    d.sysadmin,
    { version: 0, enabled: true, host: '127.0.0.1', port, user: '', from: 'gj@example.cn', password: '' },
    { today: DAY },
  )
const robotOn = (d: District, port: number) =>
  saveRobotChannel(
    d.sysadmin,
    { version: 0, enabled: true, dialect: 'SIGNED', url: `http://127.0.0.1:${port}/hook`, key: 'k' },
    { today: DAY },
  )
const open = (d: TestDistrict) =>
  db.delivery.count({ where: { districtId: d.districtId, deliveredAt: null, failedAt: null } })

beforeEach(() => {
  process.env.NEXTAUTH_SECRET ??= 'a-secret-of-the-tests-that-is-long-enough'
  process.env.NOTICE_HOSTS = '127.0.0.1'
})
afterEach(() => {
  process.env.NOTICE_HOSTS = ''
})

test('nothing leaves the system until somebody turns a channel on', async () => {
  const d = await redDistrict()
  await setMailAddress(d.steward, { address: 'w@example.cn' }, { today: DAY })
  expect((await run(d)).letters).toBe(0)
})

test('mail: killed and restarted, every message arrives once, and names nobody', async () => {
  const d = await redDistrict()
  const mails: string[] = []
  const server = await listening(() => smtp(mails))
  await mailOn(d, server.port)
  await setMailAddress(d.steward, { address: 'w@example.cn' }, { today: DAY })
  await server.kill()
  // What rings, and the digest.
  expect((await run(d)).letters).toBe(2)
  expect(await after(d, 0)).toEqual({ sent: 0, unsent: 2 })
  await server.restart()
  // Before its time nothing is tried again.
  expect(await after(d, 2)).toEqual({ sent: 0, unsent: 0 })
  const both = await Promise.all([after(d, 6), after(d, 6)])
  expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(2)
  expect(mails).toHaveLength(2)
  expect(await run(d)).toMatchObject({ messages: 0, letters: 0 })
  expect(await after(d, 600)).toEqual({ sent: 0, unsent: 0 })
  const words = Buffer.from(
    mails
      .join('\n')
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
  for (const name of ['王管家', '周办', '吴经办', '郑局']) expect(words).not.toContain(name)
  await server.kill()
})

test('an address that is refused is not tried again; its owner and the office are told, and a new one is tried', async () => {
  const d = await redDistrict()
  const server = await listening(() => smtp([]))
  await mailOn(d, server.port)
  await setMailAddress(d.steward, { address: 'nobody@example.cn' }, { today: DAY })
  await run(d)
  await after(d, 0)
  expect(await open(d)).toBe(0)
  expect((await myMailAddress(d.steward))?.failure).toContain('550')
  expect(await refusedAddresses(d.office)).toEqual(['王管家'])
  expect(await refusedAddresses(d.agency)).toEqual([])
  await setMailAddress(d.steward, { address: 'w@example.cn' }, { today: DAY })
  expect(await refusedAddresses(d.office)).toEqual([])
  await server.kill()
})

test('a robot down for two days is given up and holds nothing up; back in time it hears of each thing once, signed', async () => {
  const calls: Call[] = []
  let status = 500
  const server = await listening(() => robot(calls, () => status))
  const lost = await redDistrict()
  await robotOn(lost, server.port)
  expect((await run(lost)).letters).toBe(2)
  for (let minutes = 0; minutes <= 3 * 24 * 60; minutes += 5) await after(lost, minutes)
  expect([calls.length, await open(lost)]).toEqual([0, 0])
  expect((await loadChannels(lost.sysadmin))?.failures.map(({ gaveUp }) => gaveUp)).toEqual([true, true])

  const found = await redDistrict()
  await robotOn(found, server.port)
  await run(found)
  await after(found, 0)
  status = 200
  await after(found, 60)
  expect(calls).toHaveLength(2)
  expect(calls[0]?.headers['x-signature']).toMatch(/^sha256=[0-9a-f]{64}$/)
  expect(calls[0]?.body).toContain('热力管网')
  await server.kill()
})

test('an address inside is refused, and what is secret is never shown again', async () => {
  const d = await redDistrict()
  process.env.NOTICE_HOSTS = ''
  const save = (url: string) =>
    saveRobotChannel(d.sysadmin, { version: 0, enabled: true, dialect: 'WECOM', url, key: '' }, { today: DAY })
  expect(await save('http://169.254.169.254/latest')).toMatchObject({ error: { code: 'CHANNEL_HOST' } })
  expect(await save('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRET')).toMatchObject({ ok: true })
  expect(JSON.stringify(await loadChannels(d.sysadmin))).not.toContain('SECRET')
  const row = await db.messageChannel.findFirstOrThrow({ where: { districtId: d.districtId, kind: 'ROBOT' } })
  expect(JSON.stringify(row)).not.toContain('SECRET')
  expect(await loadChannels(d.office)).toBeNull()
})
