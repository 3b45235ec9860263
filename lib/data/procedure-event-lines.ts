import { isAgencySide } from '@/lib/domain/access'
import type { Despite, MoveDoubts, StepDay } from '@/lib/domain/move-doubts'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureCase } from '@/lib/domain/procedure-move'
import type { ProcedureEventLine } from '@/lib/schemas/procedure-detail'
import type { ProcedureEvent } from '@/prisma/generated/client'
import { fromDb } from './date'

type Item = Readonly<{ nameZh: string; nameEn: string }>
/** What a recorded move keeps beside its columns. */
type Kept = Readonly<{
  stated?: Partial<Record<StepDay, PlainDate>>
  despite?: MoveDoubts & Readonly<{ reason: Despite; note?: string }>
  by?: string
  days?: number
  onBehalf?: boolean
  set?: Partial<ProcedureCase>
}>

const keptOf = (event: ProcedureEvent): Kept => event.data as Kept
const takenBack = (events: readonly ProcedureEvent[]) =>
  new Set(events.flatMap((e) => (e.takesBack === null ? [] : [e.takesBack])))

/** Whether a steward recorded a move of the agency's side 管家代录. */
export const bySteward = (event: ProcedureEvent): boolean => keptOf(event).by === 'STEWARD' && isAgencySide(event.move)

/**
 * The recorded moves as the history shows them, newest first.
 *
 * @param name name of a person or account
 * @param item name of an item of the project
 */
export function eventLines(
  events: readonly ProcedureEvent[],
  name: (id: string | null) => string | null,
  item: (code: string) => Item | null,
): ProcedureEventLine[] {
  const gone = takenBack(events)
  const named = (code: string): Item => item(code) ?? { nameZh: code, nameEn: code }
  return events
    .map((e): ProcedureEventLine => {
      const { stated = {}, despite, set, days, onBehalf = false } = keptOf(e)
      const said = stated.acceptedOn ?? fromDb(e.on)
      return {
        id: e.id,
        seq: e.seq,
        move: e.move as ProcedureEventLine['move'],
        on: fromDb(e.on),
        recordedOn: fromDb(e.recordedOn),
        who: name(e.actorId),
        approver: name(e.approverId),
        onBehalf,
        reason: e.reason,
        takenBack: gone.has(e.seq),
        extendedWd: e.move === 'EXTEND' ? (days ?? null) : null,
        bySteward: bySteward(e),
        stated,
        deemedFrom: set?.acceptedOn && set.acceptedOn < said ? set.acceptedOn : null,
        despite: despite
          ? {
              reason: despite.reason,
              note: despite.note ?? null,
              open: despite.open.map(named),
              later: despite.later.map(({ code, on }) => ({ ...named(code), on })),
              enteredOn: despite.enteredOn,
            }
          : null,
      }
    })
    .reverse()
}

const DAYS = ['receivedOn', 'acceptedOn', 'finishedOn'] as const

/** Which of the days of a procedure the steward recorded for the agency: those a move of his set, and none repeated since. */
export function stewardDays(events: readonly ProcedureEvent[]): (typeof DAYS)[number][] {
  const gone = takenBack(events)
  const standing = events.filter((e) => !gone.has(e.seq)).toSorted((a, b) => a.seq - b.seq)
  return DAYS.filter((day) => {
    let setter: ProcedureEvent | null = null
    let known: PlainDate | null = null
    for (const event of standing) {
      const said = keptOf(event).set?.[day]
      if (said === undefined || said === known) continue
      known = said
      setter = said === null ? null : event
    }
    return setter !== null && bySteward(setter)
  })
}
