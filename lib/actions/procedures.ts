'use server'

import { assignProcedure } from '@/lib/data/assignments'
import { replanProcedure } from '@/lib/data/plan-changes'
import { showMove } from '@/lib/data/procedure-detail'
import { moveProcedure, takeBackMove } from '@/lib/data/procedure-moves'
import {
  type ListPlace,
  procedureMove,
  procedureReplan,
  queueAssignment,
  queueMove,
  queueTakeBack,
  takeBack,
} from '@/lib/schemas/procedure'
import { defineAction } from './define-action'
import type { FormState } from './form-state'
import { MOVE, REPLAN } from './rehearsals'

type Done = Readonly<{ procedureId: string; asked: string | null }>

const toProcedure = ({ procedureId, asked }: Done) => `/procedures/${procedureId}?done=${asked ? 'asked' : '1'}`

const latestOf = (form: FormData) => `/procedures/${form.get('procedureId')}`

const record = defineAction(procedureMove, moveProcedure, {
  goTo: (value) => (value.asked ? toProcedure(value) : `${toProcedure(value)}&move=1`),
  latest: latestOf,
  rehearsal: MOVE,
})

/** Says what would follow, and records nothing: for a page without a script. */
const show = defineAction(procedureMove, showMove)

/** Without a script a form asks for what follows by a button of its own. */
const asksToSee = (form: FormData): boolean => form instanceof FormData && form.get('show') !== null

/** Records one move of a procedure, or shows what it would lead to. */
export async function recordMove(state: FormState, form: FormData): Promise<FormState> {
  return asksToSee(form) ? show(state, form) : record(state, form)
}

/** Takes a move back from the bar that said it was recorded; the page it was recorded on stays. */
export const undoMove = defineAction(takeBack, takeBackMove, {
  acknowledge: (_, t) => ({ text: t('procedurePage.recordedBack') }),
})

/** Takes the last move back, by who made it, on the day it was made. */
export const withdrawMove = defineAction(takeBack, takeBackMove, {
  goTo: (value: { procedureId: string }) => `/procedures/${value.procedureId}?done=back`,
})

/** Sets or moves the plan of a procedure. */
export const setPlan = defineAction(procedureReplan, replanProcedure, { goTo: toProcedure, rehearsal: REPLAN })

/** The list a move was made from, with the next row open. */
function toList({
  procedureId,
  list,
  next,
  asked,
}: ListPlace & { procedureId: string; asked?: string | null }): string {
  if (asked) return toProcedure({ procedureId, asked })
  const params = new URLSearchParams({ ...(list === 'unit' ? { list } : {}), done: procedureId })
  if (next) params.set('open', next)
  return `/?${params}`
}

const recordInList = defineAction(
  queueMove,
  async (actor, { list, next, ...move }, options) => {
    const moved = await moveProcedure(actor, move, options)
    return moved.ok ? { ok: true, value: { ...moved.value, list, next } } : moved
  },
  { goTo: toList, latest: latestOf, rehearsal: MOVE },
)

/** Records a move inside the row of a list, and goes on to the next row; or shows what it would lead to. */
export async function recordListMove(state: FormState, form: FormData): Promise<FormState> {
  return asksToSee(form) ? show(state, form) : recordInList(state, form)
}

/** Gives a procedure to a colleague, and goes on to the next row. */
export const assignInList = defineAction(
  queueAssignment,
  async (actor, { list, next, ...assignment }, options) => {
    const given = await assignProcedure(actor, assignment, options)
    return given.ok ? { ok: true, value: { ...given.value, list, next } } : given
  },
  { goTo: toList },
)

/** Takes a move of the day back from the list it was made in; the procedure is open again, its row asks for nothing. */
export const withdrawListMove = defineAction(
  queueTakeBack,
  async (actor, { list, ...back }, options) => {
    const taken = await takeBackMove(actor, back, options)
    return taken.ok ? { ok: true, value: { ...taken.value, list } } : taken
  },
  {
    goTo: ({ list }) => (list === 'unit' ? '/?list=unit' : '/'),
  },
)

const toOwnProject = (value: { procedureId: string; projectId: string }) =>
  `/?${new URLSearchParams({ project: value.projectId, done: value.procedureId })}`

/** What a project unit records of its own: filed, or papers handed in. */
export const recordOwnMove = defineAction(procedureMove, moveProcedure, { goTo: toOwnProject, rehearsal: MOVE })

/** Takes such a move back on its day. */
export const withdrawOwnMove = defineAction(takeBack, takeBackMove, { goTo: toOwnProject })
