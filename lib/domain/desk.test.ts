import { expect, test } from 'vitest'
import { ROLES } from './access'
import { deskMoves } from './desk'
import { PROCEDURE_STATES } from './procedure'
import { movesFrom } from './procedure-move'

test('an agency finishes or tells once; everything rarer is one step away', () => {
  expect(deskMoves('AGENCY', 'ACCEPTED')).toEqual({
    lead: ['FINISH', 'NOTICE'],
    rest: ['SPECIAL', 'EXTEND', 'FINISH_TOL', 'REJECT'],
  })
  expect(deskMoves('AGENCY', 'RECEIVED').lead).toEqual(['ACCEPT', 'NOTICE'])
  expect(deskMoves('AGENCY', 'SUPPLEMENT').lead).toEqual(['SUPPLEMENTED'])
})

test('a contact hands in, answers a notice and withdraws, and decides nothing', () => {
  expect(deskMoves('CONTACT', 'READY')).toEqual({ lead: ['FILE'], rest: [] })
  expect(deskMoves('CONTACT', 'SUPPLEMENT')).toEqual({ lead: ['SUPPLEMENTED'], rest: ['WITHDRAW'] })
  expect(deskMoves('CONTACT', 'ACCEPTED')).toEqual({ lead: [], rest: ['WITHDRAW'] })
})

test('nobody is offered what the state does not allow, and those who only look are offered nothing', () => {
  for (const state of PROCEDURE_STATES)
    for (const role of ROLES) {
      const { lead, rest } = deskMoves(role, state)
      for (const kind of [...lead, ...rest]) expect(movesFrom(state)).toContain(kind)
    }
  for (const state of PROCEDURE_STATES) expect(deskMoves('LEADER', state)).toEqual({ lead: [], rest: [] })
})
