import { expect, test } from 'vitest'
import { type AuditLine, type SealFound, sealFlaws, unfitLines } from './audit-flaw'

const fine: AuditLine = { id: '6', is: 'a', was: 'a' }
const changed: AuditLine = { id: '7', is: 'b', was: 'a' }
const removed: AuditLine = { id: '8', is: null, was: 'a' }
const added: AuditLine = { id: '9', is: 'a', was: null }

test('an entry that does not fit what was written of it is named with what was done to it', () => {
  expect(unfitLines([fine, changed, removed, added])).toEqual([
    { kind: 'ENTRY_CHANGED', id: '7' },
    { kind: 'ENTRY_REMOVED', id: '8' },
    { kind: 'ENTRY_ADDED', id: '9' },
  ])
})

test.each<[string, Partial<SealFound>, string[]]>([
  ['all in order', {}, []],
  ['an entry was changed', { fits: false, lines: [fine, changed] }, ['ENTRY_CHANGED 7']],
  ['only what was written of an entry', { lines: [fine, changed] }, ['DIGEST_CHANGED 7']],
  ['an entry and what was written of it together', { fits: false }, ['RANGE_CHANGED 3']],
  ['the hash of the seal', { fits: false, followed: false }, ['SEAL_CHANGED 3']],
  ['what the seal says it follows', { fits: false, follows: false }, ['SEAL_CHANGED 3']],
  ['the seal before it, which is named itself', { follows: false, afterFit: false }, []],
  ['a seal was taken out before it', { follows: false }, ['SEAL_CHAIN 3']],
])('%s', (_, found, flaws) => {
  const seal: SealFound = {
    id: '3',
    range: { from: '6', to: '9' },
    follows: true,
    followed: true,
    afterFit: true,
    fits: true,
    lines: [fine],
    ...found,
  }
  expect(sealFlaws(seal).map(({ kind, id }) => `${kind} ${id}`)).toEqual(flaws)
})
