import { describe, expect, test } from 'vitest'
import { dueTurns } from '../matter-turns'
import { addDays, on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { DEFAULT_PARAMETERS } from '../rule-parameters'
import { buildCalendar } from '../work-calendar'
import { firstDuty, offerClock, offerMatter, officeDuty } from './clock'
import { matchProducts, type Product, type Wanted } from './match'
import { checkGrant, doubtAmount, rateBp } from './money'
import { mayAmend, needState } from './need'
import { moveOffer, type Offer, offerMoves } from './offer'

const rules = { calendar: buildCalendar(PUBLISHED_YEARS), parameters: DEFAULT_PARAMETERS }
const wan = (n: number) => BigInt(n) * 1_000_000n
const today = on('2026-11-23')
const offer = (rest: Partial<Offer> = {}): Offer => ({
  state: 'ACCEPTED',
  recommendedOn: on('2026-11-02'),
  acceptedOn: on('2026-11-02'),
  contactedOn: on('2026-11-03'),
  grantedFen: null,
  signedFen: null,
  paidFen: 0n,
  ...rest,
})
const need = { appliedFen: wan(1_000), othersFen: 0n }

describe('where a need stands', () => {
  test('is where its furthest bank is', () => {
    expect(needState('CHECKED', [])).toBe('CHECKED')
    expect(needState('RECOMMENDED', ['REFUSED', 'DILIGENCE'])).toBe('DILIGENCE')
    expect(needState('DILIGENCE', ['SIGNED', 'GRANTED'])).toBe('SIGNED')
    expect(needState('DILIGENCE', ['REFUSED', 'REFUSED'])).toBe('REFUSED')
  })
  test('is passed on while no bank has it and one has passed it on', () =>
    expect(needState('DILIGENCE', ['REFUSED', 'TRANSFERRED'])).toBe('TRANSFERRED'))
  test('stays withdrawn whatever banks did', () => expect(needState('WITHDRAWN', ['GRANTED'])).toBe('WITHDRAWN'))
})

describe('who corrects a need', () => {
  test('whoever filed it, until the office has checked it', () => {
    expect([mayAmend('FILED', 'ENTERPRISE', 'CONTACT'), mayAmend('UNQUALIFIED', 'ENTERPRISE', 'CONTACT')]).toEqual([
      true,
      true,
    ])
    expect([mayAmend('CHECKED', 'ENTERPRISE', 'CONTACT'), mayAmend('WITHDRAWN', 'OFFICE', 'OFFICE')]).toEqual([
      false,
      false,
    ])
    expect([mayAmend('FILED', 'ENTERPRISE', 'OFFICE'), mayAmend('FILED', 'OFFICE', 'CONTACT')]).toEqual([false, false])
  })
})

test('what a bank is told of has the colour of its clock, day by day', () => {
  const offers = [
    offer({ state: 'RECOMMENDED', acceptedOn: null, contactedOn: null }),
    offer({ contactedOn: null }),
    offer(),
    offer({ state: 'DILIGENCE' }),
    offer({ state: 'GRANTED' }),
  ]
  for (const one of offers)
    for (let n = 0; n < 70; n++) {
      const day = addDays(on('2026-11-02'), n)
      const matter = offerMatter(one, on('2026-11-02'), rules)
      const level = (matter && dueTurns(matter, day, rules.calendar).at(-1)?.to) ?? 'GREEN'
      const shown = offerClock(one, on('2026-11-02'), day, rules).level
      expect(`${one.state} ${day} ${level}`).toBe(`${one.state} ${day} ${shown === 'GREY' ? 'GREEN' : shown}`)
    }
  expect(offerMatter(offer(), null, rules)).toBeNull()
})

describe('what a bank does', () => {
  test('takes on, contacts once, looks into it, decides', () => {
    expect(offerMoves(offer({ state: 'RECOMMENDED', contactedOn: null }))).toEqual(['ACCEPT', 'TRANSFER'])
    expect(offerMoves(offer({ contactedOn: null }))).toContain('CONTACT')
    expect(offerMoves(offer())).toEqual(['DILIGENCE', 'GRANT', 'REFUSE', 'TRANSFER'])
    expect(offerMoves(offer({ state: 'REFUSED' }))).toEqual([])
  })
  test('grants all of it without a reason, a part of it with one', () => {
    const all = moveOffer(offer(), { kind: 'GRANT', on: today, fen: wan(1_000), rateBp: 345 }, need)
    expect(all).toMatchObject({ ok: true, value: { state: 'GRANTED', grantedFen: wan(1_000), reason: null } })
    const part = { kind: 'GRANT' as const, on: today, fen: wan(800), rateBp: 345 }
    expect(moveOffer(offer(), part, need)).toMatchObject({ error: { code: 'FINANCING_LESS_REASON', field: 'reason' } })
    expect(moveOffer(offer(), { ...part, reason: 'VALUATION' }, need)).toMatchObject({
      ok: true,
      value: { reason: 'VALUATION' },
    })
  })
  test('grants dearer than the enterprise said only with words', () => {
    const dear = { kind: 'GRANT' as const, on: today, fen: wan(1_000), rateBp: 990 }
    const asked = { ...need, rateCeilingBp: 350 }
    expect(moveOffer(offer(), dear, asked)).toMatchObject({
      error: { code: 'FINANCING_RATE_OVER', field: 'text', ceiling: '3.50' },
    })
    expect(moveOffer(offer(), { ...dear, text: '企业同意' }, asked)).toMatchObject({
      ok: true,
      value: { reasonText: '企业同意' },
    })
  })
  test('refuses only with a reason, and another one only with words', () => {
    const refuse = { kind: 'REFUSE' as const, on: today }
    expect(moveOffer(offer(), refuse, need)).toMatchObject({ error: { code: 'FINANCING_REASON_MISSING' } })
    expect(moveOffer(offer(), { ...refuse, reason: 'OTHER' }, need)).toMatchObject({
      error: { code: 'FINANCING_TEXT_MISSING' },
    })
    expect(moveOffer(offer(), { ...refuse, reason: 'DEBT' }, need)).toMatchObject({ value: { state: 'REFUSED' } })
  })
  test('says everything that is missing at once', () => {
    const answer = moveOffer(offer(), { kind: 'GRANT', on: today }, need)
    expect(answer).toMatchObject({
      error: { code: 'FINANCING_AMOUNT_MISSING', also: [{ code: 'FINANCING_RATE_MISSING' }] },
    })
  })
  test('two banks grant no more than was applied for', () => {
    const grant = { kind: 'GRANT' as const, on: today, fen: wan(400), rateBp: 345, reason: 'VALUATION' as const }
    const beside = { ...need, othersFen: wan(700) }
    expect(moveOffer(offer(), grant, beside)).toMatchObject({
      error: { code: 'FINANCING_OVER_APPLIED', leftFen: String(wan(300)) },
    })
    expect(moveOffer(offer(), { ...grant, fen: wan(300) }, beside).ok).toBe(true)
    // All that is left needs no reason, except from a bank, which does not know of the others.
    const rest = { ...grant, fen: wan(300), reason: null }
    expect(moveOffer(offer(), rest, beside).ok).toBe(true)
    expect(moveOffer(offer(), rest, { ...beside, hidesOthers: true })).toMatchObject({
      error: { code: 'FINANCING_LESS_REASON' },
    })
    expect(moveOffer(offer(), { ...rest, fen: wan(200) }, beside)).toMatchObject({
      error: { code: 'FINANCING_LESS_REASON' },
    })
    expect(checkGrant({ appliedFen: 1n, othersFen: 2n }, 1n)).toMatchObject({ error: { leftFen: '0' } })
  })
  test('signs no more than is granted, pays no more than is signed, and says new or renewed', () => {
    const granted = offer({ state: 'GRANTED', grantedFen: wan(800) })
    expect(moveOffer(granted, { kind: 'SIGN', on: today, fen: wan(900) }, need)).toMatchObject({
      error: { code: 'FINANCING_OVER_GRANTED' },
    })
    const signed = offer({ state: 'SIGNED', grantedFen: wan(800), signedFen: wan(800), paidFen: wan(500) })
    const pay = { kind: 'PAY' as const, on: today, fen: wan(400), payment: 'NEW' as const }
    expect(moveOffer(signed, pay, need)).toMatchObject({ error: { code: 'FINANCING_OVER_SIGNED' } })
    expect(moveOffer(signed, { ...pay, fen: wan(300), payment: null }, need)).toMatchObject({
      error: { code: 'FINANCING_PAYMENT_MISSING' },
    })
    expect(moveOffer(signed, { ...pay, fen: wan(300) }, need)).toMatchObject({ value: { state: 'PAID' } })
  })
  test('does nothing before it was recommended', () =>
    expect(moveOffer(offer(), { kind: 'REFUSE', on: on('2026-11-01'), reason: 'DEBT' }, need)).toMatchObject({
      error: { code: 'FINANCING_DAY_BACK' },
    }))
})

describe('clocks', () => {
  const at = (day: string, rest: Partial<Offer> = {}, consent: string | null = '2026-11-02') =>
    offerClock(offer(rest), consent ? on(consent) : null, on(day), rules)
  test('nothing runs before the enterprise agrees, nor before the bank takes it on', () => {
    const fresh = { state: 'RECOMMENDED' as const, acceptedOn: null, contactedOn: null }
    expect(at('2026-11-03', fresh, null)).toMatchObject({
      level: 'GREY',
      duty: { what: 'CONSENT', owner: 'ENTERPRISE' },
    })
    expect(at('2026-11-05', fresh)).toMatchObject({
      level: 'GREY',
      used: null,
      duty: { what: 'ACCEPT', dueOn: '2026-11-05' },
    })
    expect(at('2026-11-06', fresh)).toMatchObject({ level: 'YELLOW', duty: { late: 1 } })
  })
  test('first contact within three working days', () => {
    expect(at('2026-11-03', { contactedOn: null })).toMatchObject({ level: 'GREEN', duty: { what: 'CONTACT' } })
    expect(at('2026-11-05', { contactedOn: null })).toMatchObject({ level: 'BLUE', duty: { dueOn: '2026-11-05' } })
    expect(at('2026-11-06', { contactedOn: null }).level).toBe('YELLOW')
    expect(at('2026-11-12', { contactedOn: null }).level).toBe('RED')
  })
  test('decision within thirty calendar days, blue three working days before, red five after', () => {
    expect(at('2026-11-20')).toMatchObject({ level: 'GREEN', used: 18, limit: 30, duty: { dueOn: '2026-12-02' } })
    expect(at('2026-11-26').level).toBe('GREEN')
    expect(at('2026-11-27').level).toBe('BLUE')
    expect(at('2026-12-02').level).toBe('BLUE')
    expect(at('2026-12-03').level).toBe('YELLOW')
    expect(at('2026-12-09').level).toBe('RED')
  })
  test('a last day on a day off rolls to the next working day', () =>
    expect(at('2026-11-20', { acceptedOn: on('2026-11-05') }).duty?.dueOn).toBe('2026-12-07'))
  test('stands while the enterprise has taken its word back', () =>
    expect(at('2026-12-20', {}, null)).toMatchObject({ level: 'GREY', duty: { what: 'CONSENT' } }))
  test('the office checks within three working days, and recommends what is checked or passed on', () => {
    expect(officeDuty('FILED', on('2026-11-20'), today, rules)).toMatchObject({ level: 'GREEN', dueOn: '2026-11-25' })
    expect(officeDuty('FILED', on('2026-11-17'), today, rules)).toMatchObject({ level: 'YELLOW', late: 1 })
    expect(officeDuty('TRANSFERRED', on('2026-11-20'), today, rules)).toMatchObject({ what: 'RECOMMEND' })
    expect(officeDuty('PAID', on('2026-11-20'), today, rules)).toBeNull()
  })
  test('of several duties the worst comes first, then the nearest', () => {
    const late = at('2026-12-03').duty
    const near = at('2026-11-20', { contactedOn: null, acceptedOn: on('2026-11-20') }).duty
    expect(firstDuty([near, late, null])).toEqual(late)
    expect(firstDuty([null])).toBeNull()
  })
})

describe('money', () => {
  test('above ten 亿 it is asked about once, for this very figure', () => {
    expect(doubtAmount(wan(100_000), 'amountWan', undefined)).toBeNull()
    const doubt = doubtAmount(wan(12_000_000), 'amountWan', undefined)
    expect(doubt).toMatchObject({ code: 'FINANCING_LIKELY_YUAN', field: 'amountWan', yuanFen: String(wan(1_200)) })
    expect(doubtAmount(wan(12_000_000), 'amountWan', String(doubt?.confirm))).toBeNull()
    expect(doubtAmount(wan(13_000_000), 'amountWan', String(doubt?.confirm))).not.toBeNull()
  })
  test('rates are read as they are typed, and nothing else is', () => {
    expect(['3.45', '3.6%', '4', ' 3.5％'].map(rateBp)).toEqual([345, 360, 400, 350])
    expect(['', '0', '3.456', '37', '-1', '三'].map(rateBp)).toEqual([null, null, null, null, null, null])
  })
})

describe('matching', () => {
  const product = (rest: Partial<Product>): Product => ({
    id: 'p',
    bankId: 'b',
    name: '贷',
    minFen: wan(100),
    maxFen: wan(1_000),
    minMonths: 12,
    maxMonths: 36,
    collaterals: ['MORTGAGE'],
    industries: [],
    streetIds: [],
    rateFromBp: 345,
    ...rest,
  })
  const wanted: Wanted = {
    amountFen: wan(500),
    months: 24,
    rateCeilingBp: 360,
    collateral: 'MORTGAGE',
    industry: null,
    streetId: 's1',
  }
  test('holds every criterion against the need, and says what nobody knows', () => {
    const [match] = matchProducts(wanted, [
      product({ maxFen: wan(400), collaterals: ['CREDIT'], industries: ['TRADE'], streetIds: ['s2'], rateFromBp: 380 }),
    ])
    expect(match?.verdicts).toEqual({
      amount: 'MISSES',
      months: 'FITS',
      collateral: 'MISSES',
      industry: 'UNKNOWN',
      area: 'MISSES',
      rate: 'MISSES',
    })
    expect(match).toMatchObject({ misses: 4, unknown: 1 })
  })
  test('proposes what fits first, the cheaper before the dearer, and leaves nothing out', () => {
    const found = matchProducts(wanted, [
      product({ id: 'dear', rateFromBp: 359 }),
      product({ id: 'misses', minMonths: 30 }),
      product({ id: 'cheap', rateFromBp: 330 }),
      product({ id: 'unknown', industries: ['TRADE'], rateFromBp: 300 }),
    ])
    expect(found.map(({ product: { id } }) => id)).toEqual(['cheap', 'dear', 'unknown', 'misses'])
  })
  test('the limits themselves still fit', () => {
    const edge = { ...wanted, amountFen: wan(1_000), months: 36, rateCeilingBp: 345 }
    expect(matchProducts(edge, [product({})])[0]?.misses).toBe(0)
    expect(matchProducts({ ...wanted, amountFen: wan(1_001) }, [product({})])[0]?.verdicts.amount).toBe('MISSES')
  })
})
