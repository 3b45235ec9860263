import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { colourPaperNumber, mayClose, mayCopy, mayIssue } from '@/lib/domain/colour-paper'
import { termOf } from '@/lib/domain/escalation-draft'
import { yearOf } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { ColourPaperMoveInput, ColourPaperRefuseInput, ColourPaperSaid } from '@/lib/schemas/colour-paper'
import type { Prisma } from '@/prisma/generated/client'
import { aroundPapers, type ColourPaperRecord, findColourPaper, paperFacts, unitOf } from './colour-papers'
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
  }
  await tx.colourPaper.update({
    where: { id: paper.id },
    data: {
      year,
      nth,
      said: said as unknown as Prisma.InputJsonObject,
      issuedOn: toDb(today),
      issuedById: actor.personId,
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
