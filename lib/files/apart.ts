// Files from outside are read in a process of their own: one that eats memory or never comes to an end takes that process
// with it and nobody else. The budgets in xlsx-limits.ts refuse every file we know how to make; this is for the others.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { GridSheet } from '@/lib/domain/ledger-grid'
import { err, ok, type Result } from '@/lib/domain/result'
import type { ApartAnswer, ApartJob } from './apart-job'
import type { SheetMarks } from './mark-xlsx'
import { unpackGrids } from './pack-grids'
import type { XlsxRefusal } from './xlsx-limits'

/** Why the process gave no answer; `seconds` it had. */
export type ApartRefusal = Readonly<
  { code: 'READER_TIME'; seconds: number } | { code: 'READER_MEMORY' | 'READER_DIED' | 'READER_BUSY' }
>

export const APART = {
  script: 'lib/files/apart-child.ts',
  /** To work in, once it is ready. */
  ms: 10_000,
  /** To get ready in: on a machine that is building it takes its time. */
  startMs: 60_000,
  /** Of the whole process; of that the heap. */
  memoryMb: 512,
  heapMb: 384,
  /** The most an answer can be within the budgets. */
  answerBytes: 128_000_000,
  /** At once; the others wait, and some for nothing. */
  most: 2,
  waiting: 20,
} as const
type Limits = Readonly<{ [K in keyof typeof APART]: (typeof APART)[K] extends string ? string : number }>

/** Processor time the system itself grants, should nobody be left to end it: a server that was killed. */
const CPU_SECONDS = 60
const WATCH_MS = 100

type Shared = { running: Set<ChildProcess>; queue: (() => void)[]; taken: number }
const globalForApart = globalThis as unknown as { filesApart?: Shared }

/** One for the whole process, whichever bundle asks; nothing that was started outlives it. */
function shared(): Shared {
  if (!globalForApart.filesApart) {
    const made: Shared = { running: new Set(), queue: [], taken: 0 }
    process.on('exit', () => {
      for (const child of made.running) child.kill('SIGKILL')
    })
    globalForApart.filesApart = made
  }
  return globalForApart.filesApart
}

async function takeTurn({ most, waiting }: Limits): Promise<boolean> {
  const state = shared()
  if (state.taken < most) state.taken += 1
  else if (state.queue.length >= waiting) return false
  // Whoever is done hands the turn on, so that `taken` stays.
  else await new Promise<void>((resolve) => state.queue.push(resolve))
  return true
}

function endTurn(): void {
  const state = shared()
  const next = state.queue.shift()
  if (next) next()
  else state.taken -= 1
}

/** Nothing of the server's own goes along: neither addresses nor secrets. */
const ENVIRONMENT = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'LANG'] as const

function start({ script, heapMb }: Limits): ChildProcess {
  const root = /* turbopackIgnore: true */ process.cwd()
  const args = [
    `--max-old-space-size=${heapMb}`,
    '--max-semi-space-size=16',
    '--import',
    'tsx',
    path.resolve(/* turbopackIgnore: true */ root, script),
  ]
  const env = Object.fromEntries(ENVIRONMENT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  const options = { cwd: root, env: env as NodeJS.ProcessEnv, stdio: 'pipe' as const }
  if (process.platform === 'win32') return spawn(process.execPath, args, options)
  return spawn('/bin/sh', ['-c', `ulimit -t ${CPU_SECONDS}; exec "$0" "$@"`, process.execPath, ...args], options)
}

/** By the clock an honest file may take so much longer on a busy machine; where the system tells no process time, it may not. */
const PATIENCE = 4
/** What Linux counts a process's time in, on every architecture. */
const TICKS_PER_SECOND = 100

/** Resident memory of a process in MB and the time it has worked, in milliseconds; zeros where the system does not say. */
async function usageOf(pid: number | undefined): Promise<Readonly<{ mb: number; ms: number }>> {
  if (process.platform !== 'linux') return { mb: 0, ms: 0 }
  const [status, stat] = await Promise.all(
    ['status', 'stat'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
  )
  // The name in brackets may hold anything; user and system time are the twelfth and thirteenth field behind it.
  const [user = 0, system = 0] = (stat ?? '')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  const mb = Number(/^VmRSS:\s*(\d+) kB/m.exec(status ?? '')?.[1] ?? 0) / 1024
  return { mb, ms: ((user + system) * 1000) / TICKS_PER_SECOND }
}

/** The answer of a process to one job, or what became of it. */
function converse(child: ChildProcess, job: ApartJob, limits: Limits): Promise<Result<ApartAnswer, ApartRefusal>> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let [ready, size, said] = [false, 0, '']
    let ended: ApartRefusal | null = null
    const end = (reason: ApartRefusal) => {
      ended ??= reason
      child.kill('SIGKILL')
    }
    const outOfTime = () => end({ code: 'READER_TIME', seconds: Math.ceil(limits.ms / 1000) })
    let timer = setTimeout(() => end({ code: 'READER_BUSY' }), limits.startMs)
    // Its own time, not the clock's: on a busy machine an honest file has to wait for its turn.
    let began: number | null = null
    const watch = setInterval(async () => {
      const { mb, ms } = await usageOf(child.pid)
      if (mb > limits.memoryMb) end({ code: 'READER_MEMORY' })
      if (ready) began ??= ms
      if (began !== null && ms - began > limits.ms) outOfTime()
    }, WATCH_MS)
    child.stderr?.on('data', (piece: Buffer) => {
      said = (said + piece).slice(-2_000)
    })
    child.stdout?.on('data', (piece: Buffer) => {
      if (!ready) {
        ready = true
        clearTimeout(timer)
        timer = setTimeout(outOfTime, process.platform === 'linux' ? PATIENCE * limits.ms : limits.ms)
      }
      size += piece.length
      if (size > limits.answerBytes) end({ code: 'READER_MEMORY' })
      else pieces.push(piece)
    })
    // Whoever dies before he has read his job closes the pipe; his end says the rest.
    child.stdin?.on('error', () => {})
    child.stdin?.end(serialize(job))
    const stopWatching = () => {
      clearTimeout(timer)
      clearInterval(watch)
    }
    child.on('error', (error) => {
      stopWatching()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stopWatching()
      if (ended) return resolve(err(ended))
      // Not the file's doing: the script was not found, or the machine starts nothing any more.
      if (!ready) return reject(new Error(`the file reader did not start: ${said.trim() || (signal ?? code)}`))
      if (signal === 'SIGXCPU') return resolve(err({ code: 'READER_TIME', seconds: CPU_SECONDS }))
      // V8 ends itself so when its heap is full.
      if (signal === 'SIGABRT' || code === 134) return resolve(err({ code: 'READER_MEMORY' }))
      if (code !== 0) return resolve(err({ code: 'READER_DIED' }))
      resolve(ok(deserialize(Buffer.concat(pieces).subarray(1)) as ApartAnswer))
    })
  })
}

/**
 * Does a job on somebody’s file in a process of its own, within its time and memory.
 *
 * @param limits others than the usual, for tests
 * @returns err with the reason the file is refused, or READER_TIME, READER_MEMORY, READER_DIED, READER_BUSY
 * @throws when the process cannot be started at all
 * @source SECURITY H-13
 */
export async function apart(
  job: ApartJob,
  limits: Limits = APART,
): Promise<Result<Extract<ApartAnswer, { ok: true }>['value'], XlsxRefusal | ApartRefusal>> {
  if (!(await takeTurn(limits))) return err({ code: 'READER_BUSY' })
  const child = start(limits)
  const { running } = shared()
  running.add(child)
  try {
    const done = await converse(child, job, limits)
    return done.ok ? done.value : done
  } finally {
    running.delete(child)
    endTurn()
  }
}

/** `readTable`, in a process of its own. */
export async function readTableApart(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<readonly GridSheet[], XlsxRefusal | ApartRefusal>> {
  const done = await apart({ do: 'read', bytes, fileName })
  if (!done.ok) return done
  return 'grids' in done.value ? ok(unpackGrids(done.value.grids)) : err({ code: 'READER_DIED' })
}

/** `markTable`, in a process of its own. */
export async function markTableApart(
  bytes: Uint8Array,
  sheets: readonly SheetMarks[],
): Promise<Result<Buffer, XlsxRefusal | ApartRefusal>> {
  const done = await apart({ do: 'mark', bytes, sheets })
  if (!done.ok) return done
  return 'bytes' in done.value ? ok(Buffer.from(done.value.bytes)) : err({ code: 'READER_DIED' })
}
