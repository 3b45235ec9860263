import type { PlainDate } from '../plain-date'
import type { ProcedureFacts } from '../procedure'

/** An accepted procedure of 7 promised and 20 statutory days, nothing else known; a test changes what it is about. */
export const factsWith = (changes: Partial<ProcedureFacts> = {}): ProcedureFacts => ({
  state: 'ACCEPTED',
  promisedWd: 7,
  statutoryWd: 20,
  extensionWd: 0,
  receivedOn: null,
  acceptedOn: '2024-05-13' as PlainDate,
  finishedOn: null,
  rejectedOn: null,
  supplementSince: null,
  supplementLimitWd: null,
  specialSince: null,
  specialLimitWd: null,
  toleranceDueOn: null,
  pauses: [],
  planSubmitOn: null,
  planFinishOn: null,
  enteredOn: null,
  blockedBy: null,
  ...changes,
})
