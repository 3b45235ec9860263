// npm run rules -- [FILE]: answers each JSON line with the pure rules, in order. No database, no clock.
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { answer } from './rules/answer'

const CHUNK = 1 << 16
const file = process.argv[2]
const source = file === undefined || file === '-' ? process.stdin : createReadStream(file)

// A reader that closes early, like `head`, has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
source.on('error', (error: Error) => {
  console.error(error.message)
  process.exit(2)
})

let pending = ''
let first = true
for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
  const text = first ? line.replace(/^\uFEFF/, '') : line
  first = false
  pending += `${JSON.stringify(answer(text))}\n`
  if (pending.length < CHUNK) continue
  if (!process.stdout.write(pending)) await once(process.stdout, 'drain')
  pending = ''
}
process.stdout.write(pending)
