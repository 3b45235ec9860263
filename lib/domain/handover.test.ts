import { expect, test } from 'vitest'
import { decideProposal, decideWithdrawal } from './handover'

test.each([
  ['a steward’s project is offered to another', { stewardId: 'wang', askedId: null }, { ok: true }],
  ['not to himself', { stewardId: 'li', askedId: null }, { ok: false, error: { code: 'SAME_PERSON' } }],
  [
    'not while somebody considers it',
    { stewardId: 'wang', askedId: 'chen' },
    { ok: false, error: { code: 'HANDOVER_OPEN' } },
  ],
  [
    'not a second time to the same',
    { stewardId: 'wang', askedId: 'li' },
    { ok: false, error: { code: 'HANDOVER_OPEN' } },
  ],
  [
    'not without one who hands it over',
    { stewardId: null, askedId: null },
    { ok: false, error: { code: 'STEWARD_MISSING' } },
  ],
])('%s', (_, facts, expected) => expect(decideProposal(facts, 'li')).toMatchObject(expected))

const waiting = { state: 'PROPOSED', proposerId: 'zhou', fromId: 'wang' }
test.each([
  ['who proposed it takes it back', waiting, ['zhou'], { ok: true }],
  ['who stands in for him does', waiting, ['chen', 'zhou'], { ok: true }],
  ['its steward does not, where another proposed it', waiting, ['wang'], { error: { code: 'HANDOVER_OF_OTHERS' } }],
  ['its steward does, where nobody kept who did', { ...waiting, proposerId: null }, ['wang'], { ok: true }],
  [
    'nobody does once it is answered',
    { ...waiting, state: 'ACCEPTED' },
    ['zhou'],
    { error: { code: 'HANDOVER_DECIDED' } },
  ],
])('%s', (_, proposal, persons, expected) => expect(decideWithdrawal(proposal, persons)).toMatchObject(expected))
