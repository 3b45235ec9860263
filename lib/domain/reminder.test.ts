import { describe, expect, test } from 'vitest'
import { AGENCY, ENTERPRISE, type Owner, STEWARD } from './reason'
import { decideReminder, type Receiver, type ReminderFacts, receiverOf, reminderKindOf } from './reminder'

const person = (id: string, signsIn = true): Receiver => ({ kind: 'PERSON', id, name: id, signsIn })
const unit = (id: string, signsIn = true): Receiver => ({ kind: 'UNIT', id, name: id, signsIn })

const people = { handler: person('经办'), unit: unit('住建局'), contact: person('联系人'), steward: person('管家') }
const facts: ReminderFacts = {
  subject: 'LEVEL',
  kind: 'REMINDER',
  active: true,
  warned: true,
  unreported: false,
  owner: AGENCY,
  people,
  sender: ['办公室'],
  toldToday: [],
}
const told = (given: Partial<ReminderFacts>) => {
  const decided = decideReminder({ ...facts, ...given })
  return decided.ok ? decided.value.to.name : decided.error.code
}

describe('who is told', () => {
  test.each<[string, Owner | null, string]>([
    ['the handler of an agency’s matter', AGENCY, '经办'],
    ['the contact of what the project unit owes', ENTERPRISE, '联系人'],
    ['the steward of his own', STEWARD, '管家'],
    ['the steward of what is nobody’s', null, '管家'],
  ])('%s', (_, owner, name) => expect(told({ owner })).toBe(name))

  test('the week’s progress is the steward’s, whatever the colour says', () =>
    expect(told({ subject: 'UPDATE', unreported: true })).toBe('管家'))

  test('where the handler has no account his unit is told, where nobody there has one the steward', () => {
    expect(receiverOf('LEVEL', AGENCY, { ...people, handler: person('经办', false) })).toEqual({
      to: people.unit,
      instead: null,
    })
    expect(
      receiverOf('LEVEL', AGENCY, { ...people, handler: person('经办', false), unit: unit('住建局', false) }),
    ).toEqual({ to: people.steward, instead: '住建局' })
    expect(receiverOf('LEVEL', ENTERPRISE, { ...people, contact: person('联系人', false) })?.to).toBe(people.steward)
  })

  test('nobody, when none of them can read it', () =>
    expect(told({ owner: STEWARD, people: { ...people, steward: person('管家', false) } })).toBe('REMINDER_NOBODY'))
})

describe('whom an instruction names', () => {
  test('goes before whoever holds the matter', () => expect(told({ asked: unit('自规局') })).toBe('自规局'))
  test('not one without a part in the project, nor one nobody signs in for', () => {
    expect(told({ asked: null })).toBe('REMINDER_OUTSIDE')
    expect(told({ asked: unit('自规局', false) })).toBe('REMINDER_NOBODY')
  })
})

describe('whether it is sent', () => {
  test('nothing is wrong, or it is reported, or it is suspended', () => {
    expect(told({ warned: false })).toBe('NOTHING_TO_REMIND')
    expect(told({ subject: 'UPDATE' })).toBe('NOTHING_TO_REMIND')
    expect(told({ active: false })).toBe('NOTHING_TO_REMIND')
  })
  test('not to oneself, nor to somebody one stands in for', () =>
    expect(told({ owner: STEWARD, sender: ['别人', '管家'] })).toBe('REMINDER_SELF'))
  test('once a matter, person and day, whoever said it', () => {
    expect(decideReminder({ ...facts, toldToday: [{ id: '经办', by: '专班' }] })).toEqual({
      ok: false,
      error: { code: 'REMINDED_TODAY', name: '经办', by: '专班' },
    })
    expect(told({ toldToday: [{ id: '管家', by: '专班' }] })).toBe('经办')
  })
  test('a leader may say a sentence again, and about a project in which nothing is wrong', () => {
    expect(told({ kind: 'INSTRUCTION', toldToday: [{ id: '经办', by: '区长' }] })).toBe('经办')
    expect(told({ kind: 'INSTRUCTION', warned: false, owner: null })).toBe('管家')
    expect(told({ kind: 'INSTRUCTION', active: false })).toBe('NOTHING_TO_REMIND')
  })
  test('what a leader says is an instruction', () => {
    expect([reminderKindOf('LEADER'), reminderKindOf('HEAD')]).toEqual(['INSTRUCTION', 'INSTRUCTION'])
    expect([reminderKindOf('OFFICE'), reminderKindOf('STEWARD')]).toEqual(['REMINDER', 'REMINDER'])
  })
})
