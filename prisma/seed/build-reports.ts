import { createHash } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { keysOfCode } from '@/lib/data/sealed-letter'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { moveReport, type ReportFacts } from '@/lib/domain/sealed-report'
import { spokenBytes } from '@/lib/domain/spoken-bytes'
import { addWorkdays, type WorkCalendar } from '@/lib/domain/work-calendar'
import { LETTER_BLOCK, NOTE_BLOCK } from '@/lib/schemas/sealed-report'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { REPORT_PLOTS, type ReportPlot } from './report-plots'
import type { Roster } from './roster'

/** The demo's key under `demoReportPassphrase`, as a browser made it once. Two of its shares stand in the README. */
const KEY = {
  publicKey: 'KTe16Br1pPIwBU/Bt8Ms2RWfB4fWvM+WjnAwHXpT/3E=',
  wrapped: 'DJGLG7dWBkTNMFPNFHlRJVwVNykqvz+BPeNeXUrTkCVI0VlUJ4W4KNWjkkaFRPEragK6WGGSxzp5HLIbANbdqMzTLGFajidb',
  salt: 'wsCeiC2qIZ0KJHjZ0n7a9w==',
  ops: 3,
  memory: 64 * 2 ** 20,
}

const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** An id like those dice throw, and the same for the same day. */
function idOf(text: string): string {
  const hex = hashOf(text).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A sealed box like any other, but the same one each time: what would be thrown by dice follows from a text. */
function sealed(message: string, block: number, publicKey: Uint8Array, dice: string): Uint8Array<ArrayBuffer> {
  const once = sodium.crypto_box_seed_keypair(hashOf(`box ${dice}`))
  const nonce = sodium.crypto_generichash(24, Uint8Array.of(...once.publicKey, ...publicKey), null)
  const padded = sodium.pad(new TextEncoder().encode(message), block)
  return Uint8Array.of(...once.publicKey, ...sodium.crypto_box_easy(padded, nonce, publicKey, once.privateKey))
}

type Rows = {
  reports: Prisma.SealedReportCreateManyInput[]
  moves: Prisma.SealedReportMoveCreateManyInput[]
}
type Hands = Readonly<{ keyId: string; districtId: string; actorId: string; today: PlainDate; calendar: WorkCalendar }>

/** A report with what was done about it, move by move as the rules have it. */
async function report(plot: ReportPlot, nth: number, hands: Hands, rows: Rows): Promise<void> {
  const { keyId, districtId, actorId, today, calendar } = hands
  const publicKey = bytesOf(KEY.publicKey)
  const { ago, hour, way = 'CODE', about, text, point = null, name } = plot
  const id = idOf(`report ${nth}`)
  const filedOn = addWorkdays(calendar, today, -ago)
  const realName = name ? { name: name[0], contact: name[1] } : null
  const reply = way === 'CODE' ? await keysOfCode(spokenBytes(hashOf(`code ${nth}`).subarray(0, 10))) : null
  let facts: ReportFacts = {
    state: 'RECEIVED',
    filedOn,
    realName: null,
    toldOn: null,
    closedOn: null,
    answeredOn: null,
  }
  const days: Partial<Record<'registeredOn' | 'acceptedOn', PlainDate>> = {}
  const words: Partial<Record<'told' | 'answer', Uint8Array<ArrayBuffer>>> = {}
  for (const [i, [kind, after, note, word]] of (plot.moves ?? []).entries()) {
    const on = addWorkdays(calendar, filedOn, after)
    if (on > today) break
    const moved = moveReport(facts, { kind, on, realName: realName !== null })
    if (!moved.ok) throw new Error(`${about}: ${kind} ${moved.error.code}`)
    const { registeredOn, acceptedOn, ...change } = moved.value
    if (registeredOn) days.registeredOn = registeredOn
    if (acceptedOn) days.acceptedOn = acceptedOn
    if (word && reply)
      words[kind === 'TELL' ? 'told' : 'answer'] = sealed(word, NOTE_BLOCK, reply.publicKey, `word ${nth} ${i}`)
    const kept = [note, reply && word && `写给检举人：${word}`].filter(Boolean).join('\n')
    rows.moves.push({
      id: idOf(`move ${nth} ${i}`),
      reportId: id,
      nth: i + 1,
      kind,
      from: facts.state,
      to: change.state,
      keyId: kept ? keyId : null,
      sealed: kept ? sealed(kept, NOTE_BLOCK, publicKey, `note ${nth} ${i}`) : null,
      on: toDb(on),
      actorId,
    })
    facts = { ...facts, ...change }
  }
  const day = (on: PlainDate | null | undefined) => (on ? toDb(on) : null)
  rows.reports.push({
    id,
    districtId,
    keyId,
    sealed: sealed(JSON.stringify({ way, about, text, point, realName }), LETTER_BLOCK, publicKey, `letter ${nth}`),
    replyKey: reply?.publicKey ?? null,
    filedOn: toDb(filedOn),
    filedHour: way === 'CODE' ? hour : null,
    state: facts.state,
    realName: facts.realName,
    registeredOn: day(days.registeredOn),
    acceptedOn: day(days.acceptedOn),
    closedOn: day(facts.closedOn),
    toldOn: day(facts.toldOn),
    answeredOn: day(facts.answeredOn),
    ...words,
    mixed: filedOn < today,
  })
}

/**
 * What was told to the commission this year 检举, sealed to a key whose passphrase the README states. A sealed demo shows what
 * sealed means: nobody who signs in as another role finds a trace of it.
 */
export async function writeReports(
  tx: Tx,
  { districtId, today, calendar, newId }: Workshop,
  roster: Roster,
): Promise<void> {
  await sodium.ready
  const actor = roster.accounts.find(({ username }) => username === 'discipline')
  if (!actor) throw new Error('no discipline account')
  const rows: Rows = { reports: [], moves: [] }
  const hands = { keyId: newId(), districtId, actorId: actor.id, today, calendar }
  for (const [nth, plot] of REPORT_PLOTS.entries())
    if (yearOf(addWorkdays(calendar, today, -plot.ago)) === yearOf(today)) await report(plot, nth, hands, rows)
  const numbered = rows.reports
    .filter(({ registeredOn }) => registeredOn)
    .sort((a, b) => Number(a.registeredOn) - Number(b.registeredOn))
  for (const [i, row] of numbered.entries()) Object.assign(row, { year: yearOf(today), number: i + 1 })
  await tx.reportKey.create({
    data: {
      id: hands.keyId,
      districtId,
      number: 1,
      publicKey: bytesOf(KEY.publicKey),
      wrapped: bytesOf(KEY.wrapped),
      salt: bytesOf(KEY.salt),
      ops: KEY.ops,
      memory: KEY.memory,
      madeOn: toDb(addWorkdays(calendar, today, -Math.max(...REPORT_PLOTS.map(({ ago }) => ago)) - 10)),
      madeById: actor.id,
    },
  })
  await tx.sealedReport.createMany({ data: rows.reports.sort((a, b) => (a.id ?? '').localeCompare(b.id ?? '')) })
  await tx.sealedReportMove.createMany({ data: rows.moves })
}
