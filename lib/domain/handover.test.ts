import { expect, test } from 'vitest'
import { decideProposal } from './handover'

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
