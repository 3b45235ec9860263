import { toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { orgSearchText } from '@/lib/data/search-text'
import { COLLATERALS, FINANCING_PURPOSES } from '@/lib/domain/financing/need'
import { FEN_PER_WAN } from '@/lib/domain/money'
import { addDays, latest, type PlainDate, yearOf, ymd } from '@/lib/domain/plain-date'
import { addWorkdays, workdayFrom } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import {
  DEMO_BANKS,
  DEMO_PRODUCTS,
  FINANCING_PLOTS,
  FINANCING_SUMS,
  FINANCING_TEXTS,
  type FinancingPlot,
} from './financing-plots'
import { type Random, randomOf } from './random'
import { REAL_NAMES } from './real-names'
import { instantOn, lastWorkday } from './timeline'

type Told = Readonly<{
  plot: FinancingPlot
  amountWan: number
  grantedWan: number
  filedOn: PlainDate
  enterprise: Readonly<{ id: string; contact: string; phone: string }>
  projectId: string | null
}>
type Hands = Readonly<{
  office: string
  bank: (bankId: string) => string | null
  contact: (enterpriseId: string) => string | null
}>

/** Shares of a whole that sum to it exactly, in tens; the last takes what is left of the rounding. */
function splitTens(whole: number, weights: readonly number[], most: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const parts = weights.map((weight, i) => Math.min(most[i] ?? whole, Math.floor((whole * weight) / sum / 10) * 10))
  let left = whole - parts.reduce((all, part) => all + part, 0)
  for (const [i, part] of parts.entries()) {
    const room = Math.min(left, (most[i] ?? whole) - part)
    parts[i] = part + room
    left -= room
  }
  return parts
}

/** Amounts of the year: what was applied for and granted sums exactly to what the district has said. */
function amountsOf(r: Random) {
  const applied = splitTens(
    FINANCING_SUMS.appliedWan,
    FINANCING_PLOTS.map(() => r.int(20, 150)),
    FINANCING_PLOTS.map(() => FINANCING_SUMS.appliedWan),
  )
  const granted = splitTens(
    FINANCING_SUMS.grantedWan,
    FINANCING_PLOTS.map(({ share }, i) => (applied[i] ?? 0) * (share ?? 0)),
    FINANCING_PLOTS.map(({ share }, i) => (share ? (applied[i] ?? 0) : 0)),
  )
  return { applied, granted }
}

/** Banks of the demo: its own, and two that do not exist either, with what they lend. */
async function writeBanks(tx: Tx, { districtId, newId, orgIds }: Workshop): Promise<string[]> {
  const own = orgIds.get('演示银行')
  if (!own) throw new Error('no demo bank')
  const others = DEMO_BANKS.map((bank) => ({ id: newId(), ...bank }))
  await tx.org.createMany({
    data: others.map((bank) => ({ ...bank, districtId, kind: 'BANK' as const, searchText: orgSearchText(bank) })),
  })
  const banks = [own, ...others.map(({ id }) => id)]
  await tx.bankProduct.createMany({
    data: DEMO_PRODUCTS.map(({ bank, name, wan, months, rateBp, collaterals, industries }) => ({
      id: newId(),
      districtId,
      bankId: banks[bank] ?? own,
      name,
      minFen: BigInt(wan[0]) * FEN_PER_WAN,
      maxFen: BigInt(wan[1]) * FEN_PER_WAN,
      minMonths: months[0],
      maxMonths: months[1],
      rateFromBp: rateBp,
      collaterals: [...collaterals],
      industries: [...(industries ?? [])],
    })),
  })
  return banks
}

/** Enterprises of projects, the two real names never among them: what is told of those is not invented. */
async function borrowers(tx: Tx, { districtId }: Workshop) {
  const projects = await tx.project.findMany({
    where: {
      districtId,
      status: 'ACTIVE',
      enterpriseId: { not: null },
      name: { notIn: REAL_NAMES.map(({ name }) => name) },
    },
    select: { id: true, enterpriseId: true, contact: { select: { name: true, phone: true } } },
    orderBy: { number: 'asc' },
  })
  return projects.flatMap(({ id, enterpriseId, contact }) =>
    enterpriseId && contact ? [{ id, enterpriseId, contact: contact.name, phone: contact.phone ?? '' }] : [],
  )
}

async function handsIn(tx: Tx, { districtId, officeUserId }: Workshop): Promise<Hands> {
  const users = await tx.user.findMany({
    where: { districtId, role: { in: ['BANK', 'CONTACT'] } },
    select: { id: true, orgId: true, enterpriseId: true },
  })
  const banks = new Map(users.map((user) => [user.orgId, user.id]))
  const contacts = new Map(users.map((user) => [user.enterpriseId, user.id]))
  return {
    office: officeUserId,
    bank: (bankId) => banks.get(bankId) ?? null,
    contact: (enterpriseId) => contacts.get(enterpriseId) ?? null,
  }
}

/** Every need of the year with its whole story, in order of the day it was filed. */
class Story {
  readonly needs: Prisma.FinancingNeedCreateManyInput[] = []
  readonly checks: Prisma.FinancingCheckCreateManyInput[] = []
  readonly consents: Prisma.FinancingConsentCreateManyInput[] = []
  readonly offers: Prisma.FinancingOfferCreateManyInput[] = []
  readonly payments: Prisma.FinancingPaymentCreateManyInput[] = []
  readonly moves: Prisma.FinancingMoveCreateManyInput[] = []

  constructor(
    private readonly shop: Workshop,
    private readonly r: Random,
    private readonly banks: readonly string[],
    private readonly hands: Hands,
  ) {}

  /** A working day some working days after another, never one that has not come. */
  private after(day: PlainDate, n: number): PlainDate {
    const { calendar, today } = this.shop
    const then = addWorkdays(calendar, day, n)
    return then > today ? latest(day, lastWorkday(calendar, today)) : then
  }

  private ago(days: number): PlainDate {
    const { calendar, today } = this.shop
    const start = ymd(yearOf(today), 1, 1)
    const day = workdayFrom(calendar, addDays(today, -days))
    return latest(start, day > today ? lastWorkday(calendar, today) : day)
  }

  private step(
    needId: string,
    kind: Prisma.FinancingMoveCreateManyInput['kind'],
    to: Prisma.FinancingMoveCreateManyInput['to'],
    on: PlainDate,
    actorId: string | null,
    more: Partial<Prisma.FinancingMoveCreateManyInput> = {},
  ) {
    const at = instantOn(on, 60 * this.moves.length)
    this.moves.push({ id: this.shop.newId(), needId, kind, to, on: toDb(on), at, actorId, ...more })
  }

  add(told: Told, number: number) {
    const { shop, r, hands } = this
    const { plot, filedOn, enterprise } = told
    const id = shop.newId()
    const collateral = r.pick(COLLATERALS)
    const contact = hands.contact(enterprise.id)
    this.needs.push({
      id,
      districtId: shop.districtId,
      number,
      enterpriseId: enterprise.id,
      projectId: told.projectId,
      purpose: r.pick(FINANCING_PURPOSES),
      amountFen: BigInt(told.amountWan) * FEN_PER_WAN,
      months: r.pick([12, 24, 36, 36, 48, 60]),
      rateCeilingBp: r.pick([340, 360, 380, 390, 420, null]),
      collateral,
      collateralText: FINANCING_TEXTS.collateral[collateral],
      loansFen: r.chance(0.6) ? BigInt(r.int(10, 150) * 10) * FEN_PER_WAN : null,
      contactName: enterprise.contact,
      contactPhone: enterprise.phone,
      channel: 'ZHENGHAORONG',
      filedOn: toDb(filedOn),
      state: plot.state,
      withdrawnOn: plot.state === 'WITHDRAWN' ? toDb(this.after(filedOn, 4)) : null,
      createdAt: instantOn(filedOn, number),
    })
    this.step(id, 'FILE', 'FILED', filedOn, contact)
    if (plot.state === 'FILED') return
    if (plot.state === 'WITHDRAWN') {
      this.step(id, 'WITHDRAW', 'WITHDRAWN', this.after(filedOn, 4), contact, { text: FINANCING_TEXTS.withdrawn })
      return
    }
    this.check(id, plot, this.after(filedOn, 2))
    if (plot.state === 'CHECKED' || plot.state === 'UNQUALIFIED') return
    const recommendedOn = this.after(filedOn, 3)
    const [bank, other] = this.banksOf(plot, number)
    const { before } = plot
    if (before) this.told(id, { ...plot, state: 'REFUSED', reason: before }, told, other, recommendedOn, contact)
    this.told(id, plot, told, bank, before ? this.after(recommendedOn, 14) : recommendedOn, contact)
  }

  private banksOf({ ours }: FinancingPlot, number: number): readonly [string, string] {
    const at = ours === 'bank' ? 0 : number % this.banks.length
    const [bank, other] = [this.banks[at], this.banks[(at + 1) % this.banks.length]]
    if (!bank || !other) throw new Error('no bank')
    return [bank, other]
  }

  private check(needId: string, { state }: FinancingPlot, on: PlainDate) {
    const passed = state !== 'UNQUALIFIED'
    const text = passed ? null : FINANCING_TEXTS.unqualified
    this.checks.push({
      id: this.shop.newId(),
      needId,
      lawful: true,
      premises: true,
      genuine: passed,
      credit: true,
      purpose: true,
      text,
      on: toDb(on),
      at: instantOn(on, this.checks.length),
    })
    this.step(needId, 'CHECK', passed ? 'CHECKED' : 'UNQUALIFIED', on, this.hands.office, { text })
  }

  /** What one bank made of a need, step by step as far as it has come. */
  private told(
    needId: string,
    plot: FinancingPlot,
    { grantedWan }: Told,
    bankId: string,
    recommendedOn: PlainDate,
    contact: string | null,
  ) {
    const { shop, hands } = this
    const id = shop.newId()
    const banker = hands.bank(bankId)
    const own = { offerId: id, bankId }
    this.step(needId, 'RECOMMEND', 'RECOMMENDED', recommendedOn, hands.office, own)
    const expiresOn = ymd(yearOf(shop.today), 12, 31)
    if (plot.consent) {
      this.consents.push({ id: shop.newId(), needId, bankId, fromOn: toDb(recommendedOn), expiresOn: toDb(expiresOn) })
      const until = toDb(expiresOn)
      this.step(needId, 'CONSENT', 'RECOMMENDED', recommendedOn, contact, { bankId, until })
    }
    const base = { id, needId, bankId, state: plot.state, recommendedOn: toDb(recommendedOn) }
    if (plot.state === 'RECOMMENDED') {
      this.offers.push(base)
      return
    }
    const acceptedOn = plot.acceptedAgo === undefined ? this.after(recommendedOn, 1) : this.ago(plot.acceptedAgo)
    this.step(needId, 'ACCEPT', 'ACCEPTED', acceptedOn, banker, own)
    const contacted = plot.state === 'ACCEPTED' ? plot.contacted === true : true
    const contactedOn = contacted ? this.after(acceptedOn, this.r.int(1, 2)) : null
    if (contactedOn) this.step(needId, 'CONTACT', 'ACCEPTED', contactedOn, banker, own)
    const taken = { ...base, acceptedOn: toDb(acceptedOn), contactedOn: contactedOn && toDb(contactedOn) }
    if (plot.state === 'ACCEPTED') {
      this.offers.push(taken)
      return
    }
    const diligenceOn = this.after(acceptedOn, 4)
    this.step(needId, 'DILIGENCE', 'DILIGENCE', diligenceOn, banker, { ...own, text: FINANCING_TEXTS.diligence })
    const looked = { ...taken, diligenceOn: toDb(diligenceOn) }
    if (plot.state === 'DILIGENCE') {
      this.offers.push(looked)
      return
    }
    const decidedOn = this.after(acceptedOn, this.r.int(9, 18))
    if (plot.state === 'REFUSED' || plot.state === 'TRANSFERRED') {
      const reason = plot.reason ?? 'OTHER'
      this.step(needId, plot.state === 'REFUSED' ? 'REFUSE' : 'TRANSFER', plot.state, decidedOn, banker, {
        ...own,
        reason,
      })
      this.offers.push({ ...looked, decidedOn: toDb(decidedOn), reason })
      return
    }
    this.lend(
      needId,
      plot,
      BigInt(grantedWan) * FEN_PER_WAN,
      { ...looked, decidedOn: toDb(decidedOn) },
      decidedOn,
      banker,
    )
  }

  /** Granted, signed, paid, followed up, as far as it has come. */
  private lend(
    needId: string,
    plot: FinancingPlot,
    fen: bigint,
    offer: Prisma.FinancingOfferCreateManyInput & { id: string },
    decidedOn: PlainDate,
    banker: string | null,
  ) {
    const own = { offerId: offer.id, bankId: offer.bankId }
    const reason = fen < (this.needs.at(-1)?.amountFen ?? 0n) ? ('VALUATION' as const) : null
    const granted = { ...offer, grantedFen: fen, rateBp: this.r.pick([335, 345, 360, 375, 390]), reason }
    this.step(needId, 'GRANT', 'GRANTED', decidedOn, banker, { ...own, fen, reason })
    if (plot.state === 'GRANTED') {
      this.offers.push(granted)
      return
    }
    const signedOn = this.after(decidedOn, 5)
    this.offers.push({ ...granted, signedOn: toDb(signedOn), signedFen: fen })
    this.step(needId, 'SIGN', 'SIGNED', signedOn, banker, { ...own, fen })
    if (plot.state === 'SIGNED') return
    const paidOn = this.after(signedOn, 4)
    const kind = plot.payment ?? 'NEW'
    this.payments.push({
      id: this.shop.newId(),
      offerId: offer.id,
      kind,
      fen,
      on: toDb(paidOn),
      at: instantOn(paidOn, this.payments.length),
    })
    this.step(needId, 'PAY', 'PAID', paidOn, banker, { ...own, fen })
    if (plot.state === 'FOLLOWED')
      this.step(needId, 'FOLLOW', 'FOLLOWED', this.after(paidOn, 12), banker, { ...own, text: FINANCING_TEXTS.follow })
  }

  async write(tx: Tx) {
    await tx.financingNeed.createMany({ data: this.needs })
    await tx.financingCheck.createMany({ data: this.checks })
    await tx.financingConsent.createMany({ data: this.consents })
    await tx.financingOffer.createMany({ data: this.offers })
    await tx.financingPayment.createMany({ data: this.payments })
    await tx.financingMove.createMany({ data: this.moves })
  }
}

/**
 * A year of the bank bridge 融资对接 in every state: what was applied for through 郑好融 and what was granted sum exactly to the
 * district's own figures, and both come from rows.
 */
export async function writeFinancing(tx: Tx, shop: Workshop): Promise<void> {
  const { calendar, today } = shop
  const r = randomOf('financing')
  const banks = await writeBanks(tx, shop)
  const firms = await borrowers(tx, shop)
  const contact = await tx.user.findFirst({
    where: { districtId: shop.districtId, username: 'contact' },
    select: { enterpriseId: true },
  })
  const own = firms.filter(({ enterpriseId }) => enterpriseId === contact?.enterpriseId)
  const rest = r.shuffle(firms.filter(({ enterpriseId }) => enterpriseId !== contact?.enterpriseId))
  const { applied, granted } = amountsOf(r)
  const start = ymd(yearOf(today), 1, 1)
  const told = FINANCING_PLOTS.map((plot, i): Told => {
    const firm = (plot.ours === 'enterprise' ? own[0] : undefined) ?? rest[i % rest.length]
    if (!firm) throw new Error('no enterprise')
    const day = workdayFrom(calendar, addDays(today, -(plot.filedAgo ?? r.int(80, 320))))
    return {
      plot,
      amountWan: applied[i] ?? 0,
      grantedWan: granted[i] ?? 0,
      filedOn: latest(start, day > today ? lastWorkday(calendar, today) : day),
      enterprise: { id: firm.enterpriseId, contact: firm.contact, phone: firm.phone },
      // Some want money for the business itself, not for a project.
      projectId: plot.ours || i % 4 !== 3 ? firm.id : null,
    }
  }).toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : 0))
  const story = new Story(shop, r, banks, await handsIn(tx, shop))
  for (const [i, each] of told.entries()) story.add(each, i + 1)
  await story.write(tx)
}
