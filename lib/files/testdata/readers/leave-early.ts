// A server that goes away while a file is being read.
import { APART, apart } from '../../apart'

void apart(
  { do: 'read', bytes: new Uint8Array(), fileName: '' },
  { ...APART, script: 'lib/files/testdata/readers/never-ends.mjs' },
)
const { filesApart } = globalThis as unknown as { filesApart?: { running: Set<{ pid: number }> } }
setTimeout(() => {
  console.log([...(filesApart?.running ?? [])].map(({ pid }) => pid).join())
  process.exit(0)
}, 500)
