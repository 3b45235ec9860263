// The process that reads other people's files: `apart.ts` starts it, sends one job, takes one answer. It has no database,
// no secrets in its environment, and a memory and a time of its own; what goes wrong here goes wrong alone.
import { deserialize, serialize } from 'node:v8'
import { type ApartJob, doJob } from './apart-job'

// From here on the time counts: what it took to get ready is not the file's fault.
process.stdout.write('.')
const pieces: Buffer[] = []
for await (const piece of process.stdin as AsyncIterable<Buffer>) pieces.push(piece)
const job = deserialize(Buffer.concat(pieces)) as ApartJob
process.stdout.write(serialize(await doJob(job)))
