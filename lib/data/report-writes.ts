import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { moveReport as decide, type ReportState, WRITTEN_MOVES } from '@/lib/domain/sealed-report'
import type { ReportMoveInput, ReportRecordInput } from '@/lib/schemas/sealed-report'
import { dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { factsOf, reportColumns, visibleReports } from './report-rows'
import { write } from './write'

const { sealed: _sealed, _count, ...lockedColumns } = { ...reportColumns, replyKey: true as const }

/** Locks a report of the actor's sight; err NOT_FOUND, CONFLICT with the version now. */
export async function lockReport(
  tx: Tx,
  actor: Actor,
  { reportId, version }: Readonly<{ reportId: string; version: number }>,
) {
  await tx.$queryRaw`SELECT 1 FROM "SealedReport" WHERE id = ${reportId}::uuid FOR UPDATE`
  const report = await tx.sealedReport.findFirst({
    where: { AND: [visibleReports(actor), { id: reportId }] },
    select: lockedColumns,
  })
  if (!report) return err({ code: 'NOT_FOUND' })
  return report.version === version ? ok(report) : err({ code: 'CONFLICT', version: report.version })
}

/** Appends a line to the history of a report, in the transaction of what it records. */
export async function appendReportMove(
  tx: Tx,
  actor: Actor,
  step: Readonly<{
    reportId: string
    kind: string
    from: ReportState
    to: ReportState
    keyId?: string | null
    sealed?: Uint8Array<ArrayBuffer> | null
  }>,
  today: PlainDate,
): Promise<void> {
  const nth = await tx.sealedReportMove.count({ where: { reportId: step.reportId } })
  await tx.sealedReportMove.create({ data: { ...step, nth: nth + 1, on: toDb(today), actorId: actor.userId } })
}

/** The next number of a year's register; numbers are given one at a time. */
async function nextNumber(tx: Tx, districtId: string, year: number): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "District" WHERE id = ${districtId}::uuid FOR UPDATE`
  const { _max } = await tx.sealedReport.aggregate({ where: { districtId, year }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** The key a note is sealed to; err SEAL_BROKEN for one that is none of the district's, null where there is no note. */
async function keyOfNote(
  tx: Tx,
  { districtId }: Actor,
  { note, keyId }: ReportMoveInput,
): Promise<Result<string | null>> {
  if (!note) return ok(null)
  const key = keyId && (await tx.reportKey.findFirst({ where: { id: keyId, districtId }, select: { id: true } }))
  return key ? ok(key.id) : err({ code: 'SEAL_BROKEN' })
}

/**
 * A move of a report 登记, 分流, 处置, 告知, 反馈: what the commission writes about it comes sealed, to its own key or to the code of
 * the author.
 *
 * Leaves no row in the audit log, which others read; the report keeps its own history, and nothing of that can be changed.
 *
 * @returns err NOT_FOUND, CONFLICT, as `moveReport` of the rules, REPORT_WORDS_MISSING of a move that says nothing by itself, REPORT_NO_READER where
 *          the author has no code to read with, SEAL_BROKEN
 */
export const moveReport = write(
  'report.move',
  async (tx, actor, input: ReportMoveInput, today) => {
    const locked = await lockReport(tx, actor, input)
    if (!locked.ok) return locked
    const report = locked.value
    const realName = input.realName === undefined ? null : input.realName === '1'
    const moved = decide(factsOf(report), { kind: input.kind, on: today, realName })
    if (!moved.ok) return moved
    if (WRITTEN_MOVES.includes(input.kind) && !input.note && !input.word)
      return err({ code: 'REPORT_WORDS_MISSING', field: 'note' })
    const keyId = await keyOfNote(tx, actor, input)
    if (!keyId.ok) return keyId
    if (input.word && !report.replyKey) return err({ code: 'REPORT_NO_READER' })
    const { state, registeredOn, acceptedOn, closedOn, toldOn, answeredOn, ...said } = moved.value
    await tx.sealedReport.update({
      where: { id: report.id },
      data: {
        state,
        ...said,
        ...(registeredOn && {
          registeredOn: toDb(registeredOn),
          year: yearOf(today),
          number: await nextNumber(tx, actor.districtId, yearOf(today)),
        }),
        ...(acceptedOn && { acceptedOn: toDb(acceptedOn) }),
        ...(closedOn !== undefined && { closedOn: dbDayOrNull(closedOn) }),
        ...(toldOn && { toldOn: toDb(toldOn), told: input.word ?? null }),
        ...(answeredOn !== undefined && {
          answeredOn: dbDayOrNull(answeredOn),
          answer: answeredOn ? (input.word ?? null) : null,
        }),
        version: { increment: 1 },
      },
    })
    await appendReportMove(
      tx,
      actor,
      {
        reportId: report.id,
        kind: input.kind,
        from: report.state,
        to: state,
        keyId: keyId.value,
        sealed: input.note ?? null,
      },
      today,
    )
    return ok({ value: { reportId: report.id }, subject: report.id })
  },
  { silent: true },
)

/**
 * Puts in what came to the commission on paper or by word of mouth 来信来访来电; it was sealed in the commission's browser.
 *
 * @returns err FUTURE_DATE; REPORT_KEY_NEWER where another key is in force by now
 */
export const recordReport = write(
  'report.record',
  async (tx, actor, input: ReportRecordInput, today) => {
    if (input.filedOn > today) return err({ code: 'FUTURE_DATE', field: 'filedOn', on: input.filedOn, today })
    const key = await tx.reportKey.findFirst({
      where: { id: input.keyId, districtId: actor.districtId, retiredOn: null },
      select: { id: true },
    })
    if (!key) return err({ code: 'REPORT_KEY_NEWER' })
    const report = await tx.sealedReport.create({
      data: { districtId: actor.districtId, keyId: key.id, sealed: input.letter, filedOn: toDb(input.filedOn) },
    })
    return ok({ value: { reportId: report.id }, subject: report.id })
  },
  { silent: true },
)
