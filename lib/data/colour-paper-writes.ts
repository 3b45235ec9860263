import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { colourPaperNumber, mayClose, mayCopy, mayIssue } from '@/lib/domain/colour-paper'
import { mayStep, type PaperStepKind } from '@/lib/domain/colour-reply'
import { termOf } from '@/lib/domain/escalation-draft'
import { addMonths, type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type {
  ColourPaperExplainInput,
  ColourPaperMoveInput,
  ColourPaperPlanInput,
  ColourPaperRefuseInput,
  ColourPaperSaid,
  ColourPaperSayInput,
} from '@/lib/schemas/colour-paper'
import type { Prisma } from '@/prisma/generated/client'
import { whyOf } from './colour-paper-why'
import {
  addresseeOf,
  aroundPapers,
  type ColourPaperRecord,
  findColourPaper,
  isReceiver,
  paperFacts,
  unitOf,
} from './colour-papers'
import { toDb } from './date'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { itemNames } from './live-reasons'
import { write } from './write'

/** A paper the actor sees, locked, with what decides about it; refuses one somebody else changed meanwhile. */
async function lockPaper(tx: Tx, actor: Actor, { paperId, version }: ColourPaperMoveInput) {
  await tx.$queryRaw`SELECT 1 FROM "ColourPaper" WHERE id = ${paperId}::uuid FOR UPDATE`
  const paper = await findColourPaper(tx, actor, paperId)
  if (!paper) return err({ code: 'NOT_FOUND' })
  if (paper.version !== version) return err({ code: 'CONFLICT', version: paper.version })
  return ok({ paper, facts: paperFacts(paper, await aroundPapers(tx, [paper])) })
}

const written = (
  paper: ColourPaperRecord,
  detail: Prisma.InputJsonObject,
): Result<{
  value: { paperId: string }
  subject: string
  projectId: string
  detail: Prisma.InputJsonObject
}> =>
  ok({
    value: { paperId: paper.id },
    subject: paper.id,
    projectId: paper.projectId,
    detail: { kind: paper.kind, ...detail },
  })

/** The next number of a year; whoever asks at the same time waits. */
async function nextNumber(tx: Tx, districtId: string, year: number): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`colour papers ${districtId} ${year}`}, 0))`
  const { _max } = await tx.colourPaper.aggregate({ where: { districtId, year }, _max: { nth: true } })
  return (_max.nth ?? 0) + 1
}

/**
 * Issues a draft 签发: it gets its number, says from now on what it says now, and its days count from today.
 *
 * @returns err NOT_FOUND, CONFLICT, SLIP_NOT_DRAFT, COLOUR_PAPER_LAPSED
 */
export const issueColourPaper = write('colourPaper.issue', async (tx, actor, input: ColourPaperMoveInput, today) => {
  const locked = await lockPaper(tx, actor, input)
  if (!locked.ok) return locked
  const { paper, facts } = locked.value
  const may = mayIssue(facts)
  if (!may.ok) return may
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const { answerWd, planWd } = termOf(facts.kind)
  const year = yearOf(today)
  const nth = await nextNumber(tx, actor.districtId, year)
  const code = paper.procedure?.code
  const said: ColourPaperSaid = {
    project: paper.project.name,
    item: code ? ((await itemNames(actor.districtId, [code], tx)).get(code) ?? null) : null,
    unit: unitOf(paper),
    why: (await whyOf(tx, actor.districtId, [paper], today)).get(paper.itemId) ?? null,
  }
  await tx.colourPaper.update({
    where: { id: paper.id },
    data: {
      year,
      nth,
      said: said as unknown as Prisma.InputJsonObject,
      issuedOn: toDb(today),
      issuedById: actor.personId,
      ...(await addresseeOf(tx, paper)),
      answerBy: answerWd ? toDb(addWorkdays(calendar, today, answerWd)) : null,
      planBy: planWd ? toDb(addWorkdays(calendar, today, planWd)) : null,
      version: { increment: 1 },
    },
  })
  return written(paper, { no: colourPaperNumber({ year, nth }), on: today })
})

/**
 * The office does not issue what the job drafted; it is not drafted again in this warning.
 *
 * @returns err NOT_FOUND, CONFLICT, SLIP_NOT_DRAFT, REASON_MISSING
 */
export const refuseColourPaper = write(
  'colourPaper.refuse',
  async (tx, actor, input: ColourPaperRefuseInput, _today) => {
    const locked = await lockPaper(tx, actor, input)
    if (!locked.ok) return locked
    const { paper, facts } = locked.value
    if (facts.issued || facts.refused) return err({ code: 'SLIP_NOT_DRAFT' })
    if (!input.text) return err({ code: 'REASON_MISSING', field: 'text' })
    await tx.colourPaper.update({ where: { id: paper.id }, data: { refused: input.text, version: { increment: 1 } } })
    return written(paper, { reason: input.text })
  },
)

/**
 * Whoever issued a paper closes it 销号, once the red has gone.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN for anybody else, SLIP_NOT_ISSUED, COLOUR_PAPER_RED
 * @source four-colours §7.3
 */
export const closeColourPaper = write('colourPaper.close', async (tx, actor, input: ColourPaperMoveInput, today) => {
  const locked = await lockPaper(tx, actor, input)
  if (!locked.ok) return locked
  const { paper, facts } = locked.value
  const may = mayClose(facts)
  if (!may.ok) return may
  if (paper.issuedById === null || !actor.standsInFor.includes(paper.issuedById))
    return err({ code: 'FORBIDDEN', action: 'colourPaper.close' })
  await tx.colourPaper.update({ where: { id: paper.id }, data: { closedOn: toDb(today), version: { increment: 1 } } })
  return written(paper, { on: today })
})

/**
 * The office lets the discipline office have a copy 抄送纪委监督岗: it is told when the red has lasted ten working days.
 *
 * @returns err NOT_FOUND, CONFLICT, SLIP_NOT_ISSUED, COLOUR_PAPER_NO_COPY
 * @source four-colours §6, red day 10
 */
export const copyColourPaper = write('colourPaper.copy', async (tx, actor, input: ColourPaperMoveInput, today) => {
  const locked = await lockPaper(tx, actor, input)
  if (!locked.ok) return locked
  const { paper, facts } = locked.value
  const may = mayCopy(facts)
  if (!may.ok) return may
  await tx.colourPaper.update({ where: { id: paper.id }, data: { copiedOn: toDb(today), version: { increment: 1 } } })
  return written(paper, { on: today })
})

type Step = Readonly<{ kind: PaperStepKind; text?: string; dueOn?: PlainDate }>

/** A locked paper with which the actor may take a step, and what the step is about. */
async function lockStep(tx: Tx, actor: Actor, input: ColourPaperMoveInput, kind: PaperStepKind) {
  const locked = await lockPaper(tx, actor, input)
  if (!locked.ok) return locked
  const { paper, facts } = locked.value
  const office = kind === 'RETURN' || kind === 'ACCEPT'
  if (!office && !isReceiver(actor, paper)) return err({ code: 'FORBIDDEN' })
  const may = mayStep(facts, kind, office ? 'OFFICE' : 'RECEIVER')
  return may.ok ? ok({ paper, about: may.value.about }) : may
}

async function takeStep(tx: Tx, actor: Actor, input: ColourPaperMoveInput, step: Step, today: PlainDate) {
  const { kind, text, dueOn } = step
  const locked = await lockStep(tx, actor, input, kind)
  if (!locked.ok) return locked
  const { paper, about } = locked.value
  const { districtId, id: paperId } = paper
  await tx.colourPaperStep.create({
    data: {
      districtId,
      paperId,
      kind,
      about,
      text,
      dueOn: dueOn && toDb(dueOn),
      on: toDb(today),
      personId: actor.personId,
    },
  })
  await tx.colourPaper.update({ where: { id: paperId }, data: { version: { increment: 1 } } })
  return written(paper, { on: today, ...(about && { about }), ...(text && { text }), ...(dueOn && { dueOn }) })
}

/** Months a new day or the end of a plan may lie ahead; what takes longer needs another plan of the project. */
const AHEAD_MONTHS = 12

function farDay(day: PlainDate, field: string, today: PlainDate) {
  const last = addMonths(today, AHEAD_MONTHS)
  if (day < today) return err({ code: 'ANSWER_PAST', today, field })
  return day > last ? err({ code: 'ANSWER_FAR', last, field }) : null
}

/**
 * Whom an issued paper went to has received it 签收.
 *
 * @returns err NOT_FOUND, CONFLICT, FORBIDDEN for anybody else, SLIP_NOT_ISSUED, COLOUR_PAPER_STEP
 */
export const signColourPaper = write('colourPaper.sign', (tx, actor, input: ColourPaperMoveInput, today) =>
  takeStep(tx, actor, input, { kind: 'SIGN' }, today),
)

/**
 * Whom a paper went to says why, and gives a new day 书面说明: an answer to its warning, so it climbs no further for want of
 * one. Said again it puts right what was said before.
 *
 * @returns err as `signColourPaper`, ANSWER_PAST, ANSWER_FAR
 */
export const explainColourPaper = write(
  'colourPaper.explain',
  async (tx, actor, input: ColourPaperExplainInput, today) => {
    const far = farDay(input.newOn, 'newOn', today)
    if (far) return far
    const locked = await lockStep(tx, actor, input, 'EXPLAIN')
    if (!locked.ok) return locked
    const { paper } = locked.value
    const { districtId, projectId, procedureId, itemId, since } = paper
    const { reason, newOn } = input
    await tx.noticeAnswer.create({
      data: {
        districtId,
        projectId,
        procedureId,
        itemId,
        since,
        reason,
        newOn: toDb(newOn),
        on: toDb(today),
        personId: actor.personId,
      },
    })
    await tx.colourPaper.update({ where: { id: paper.id }, data: { version: { increment: 1 } } })
    return written(paper, { reason, newOn })
  },
)

/**
 * Whom a paper went to says what will be put right, and by when 整改计划.
 *
 * @returns err as `signColourPaper`, ANSWER_PAST, ANSWER_FAR
 * @source four-colours §6: plan in 3 wd
 */
export const planColourPaper = write('colourPaper.plan', async (tx, actor, input: ColourPaperPlanInput, today) => {
  const far = farDay(input.dueOn, 'dueOn', today)
  if (far) return far
  return takeStep(tx, actor, input, { kind: 'PLAN', text: input.text, dueOn: input.dueOn }, today)
})

/** Whom a paper went to says what was done 整改情况. @returns err as `signColourPaper` */
export const reportColourPaper = write('colourPaper.report', (tx, actor, input: ColourPaperSayInput, today) =>
  takeStep(tx, actor, input, { kind: 'REPORT', text: input.text }, today),
)

/** The office sends back what was handed in last, with its reason 退回重报. @returns err as `signColourPaper` */
export const returnColourPaper = write('colourPaper.return', (tx, actor, input: ColourPaperSayInput, today) =>
  takeStep(tx, actor, input, { kind: 'RETURN', text: input.text }, today),
)

/** The office accepts what was handed in last 认可. @returns err as `signColourPaper` */
export const acceptColourPaper = write('colourPaper.accept', (tx, actor, input: ColourPaperMoveInput, today) =>
  takeStep(tx, actor, input, { kind: 'ACCEPT' }, today),
)
