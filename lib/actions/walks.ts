'use server'

import { takeBackFinding as takeBack } from '@/lib/data/finding-take-back'
import {
  assignFinding as assign,
  closeFinding as close,
  returnFinding as giveBack,
  startFinding as mend,
  submitFinding as submit,
} from '@/lib/data/walk-finding-writes'
import {
  cancelWalk as cancel,
  correctFinding as correct,
  dropWalkStep as drop,
  findOnWalk as find,
  finishWalk as finish,
  recordWalkStep as record,
  startWalk as start,
} from '@/lib/data/walk-writes'
import {
  findingCorrect,
  findingMove,
  findingTakeBack,
  walkCancel,
  walkFind,
  walkFinish,
  walkStart,
  walkStep,
  walkStepDrop,
} from '@/lib/schemas/walk'
import { defineAction } from './define-action'

export const startWalk = defineAction(walkStart, start, { goTo: ({ walkId }) => `/services/walks/${walkId}` })
export const recordWalkStep = defineAction(walkStep, record)
export const dropWalkStep = defineAction(walkStepDrop, drop)
export const findOnWalk = defineAction(walkFind, find)
export const correctFinding = defineAction(findingCorrect, correct)
export const takeBackFinding = defineAction(findingTakeBack, takeBack)
export const finishWalk = defineAction(walkFinish, finish)
export const cancelWalk = defineAction(walkCancel, cancel, { goTo: () => '/services/walks' })
export const startFinding = defineAction(findingMove, mend)
export const submitFinding = defineAction(findingMove, submit)
export const returnFinding = defineAction(findingMove, giveBack)
export const closeFinding = defineAction(findingMove, close)
export const assignFinding = defineAction(findingMove, assign)
