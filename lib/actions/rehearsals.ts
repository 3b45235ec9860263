import 'server-only'
import { proposeHandover } from '@/lib/data/handovers'
import { moveProcedure } from '@/lib/data/procedure-moves'
import type { Rehearsal } from './rehearse'

/** An id nobody has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
const WORDS = '——'

/** A new project: its team and its plan are judged whatever else is missing. */
export const CREATION: Rehearsal = {
  standIns: (today, actor) => ({
    name: WORDS,
    nature: 'NEW',
    enterpriseName: WORDS,
    // A task force creates within its own sight only.
    taskforceId: actor.orgId ?? NOBODY,
    streetId: NOBODY,
    stewardId: NOBODY,
    startOn: today,
  }),
  judgedBy: { yearPlanWan: ['totalWan'], buildTo: ['buildFrom'], overloadReason: ['stewardId'] },
}

/** Facts of a project: a field that cannot be read counts as left alone. */
export const EDIT: Rehearsal = {
  judgedBy: {
    totalWan: ['yearPlanWan'],
    yearPlanWan: ['totalWan'],
    buildFrom: ['buildTo'],
    buildTo: ['buildFrom'],
    contactName: ['contactPhone'],
  },
}

export const UPDATE: Rehearsal = { standIns: () => ({ text: WORDS }) }

export const STAGE: Rehearsal = { standIns: (today) => ({ on: today }) }

export const MILESTONE: Rehearsal = {
  standIns: (today) => ({ plannedOn: today }),
  judgedBy: { despite: ['actualOn'] },
}

/** One project or several, offered to somebody: whether he has his fill is asked though nothing is written to him yet. */
export const OFFER: Rehearsal = { of: proposeHandover, standIns: () => ({ toId: NOBODY, note: WORDS }) }

/** A move: what follows from a day is not judged while the day cannot be read. */
export const MOVE: Rehearsal = {
  of: moveProcedure,
  standIns: (today) => ({ on: today }),
  judgedBy: {
    on: ['receivedOn', 'acceptedOn'],
    receivedOn: ['on', 'acceptedOn'],
    acceptedOn: ['on', 'receivedOn'],
    dueOn: ['on'],
    expiresOn: ['on'],
    despite: ['on', 'receivedOn', 'acceptedOn', 'limitWd', 'days', 'dueOn'],
  },
}

/** Another plan: any other day moves it, so what a move needs is said with it. */
export const REPLAN: Rehearsal = {
  standIns: (today) => ({ planFinishOn: today }),
  judgedBy: { planFinishOn: ['planSubmitOn'], planSubmitOn: ['planFinishOn'] },
}

/** Where somebody works is judged by his role. */
export const ACCOUNT: Rehearsal = {
  standIns: () => ({ role: 'OFFICE', name: WORDS, phone: '', username: 'nobody-yet', reason: WORDS }),
  judgedBy: { unitId: ['role'], enterprise: ['role'], name: ['phone'] },
}

export const ORG: Rehearsal = {
  standIns: () => ({ kind: 'AGENCY', name: WORDS, shortName: WORDS, reason: WORDS }),
}

export const ITEM: Rehearsal = { standIns: () => ({ promisedWd: '1', reason: WORDS, source: WORDS }) }

export const EXTENSION: Rehearsal = { standIns: (today) => ({ untilOn: today }) }

export const DEPUTY: Rehearsal = {
  standIns: (today) => ({ deputyId: NOBODY, fromOn: today, toOn: today, reason: WORDS }),
  judgedBy: { toOn: ['fromOn'] },
}
