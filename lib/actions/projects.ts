'use server'

import { decideHandover, proposeHandover, withdrawHandover } from '@/lib/data/handovers'
import { changeMilestone } from '@/lib/data/milestone-changes'
import { addAgency } from '@/lib/data/project-agencies'
import { createProject } from '@/lib/data/project-creation'
import { assignProject, editProject } from '@/lib/data/project-edit'
import { recordUnchanged, recordUpdate } from '@/lib/data/project-updates'
import { changeStage } from '@/lib/data/stage-changes'
import { offerEach } from '@/lib/data/transfers'
import { withdrawUnchanged } from '@/lib/data/unchanged-undo'
import { isNature } from '@/lib/domain/project'
import { ok } from '@/lib/domain/result'
import { readUpdateText } from '@/lib/domain/update-text'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import { log } from '@/lib/log'
import {
  agencyAddition,
  handoverDecision,
  handoverProposal,
  handoverWithdrawal,
  milestoneChange,
  projectCreation,
  stageChange,
} from '@/lib/schemas/project-change'
import { projectAssignment, projectEdit } from '@/lib/schemas/project-edit'
import { transfer } from '@/lib/schemas/transfer'
import { dictated, projectUpdate, unchanged, unchangedUndo } from '@/lib/schemas/update'
import { answering, defineAction } from './define-action'
import { type FormState, IDLE } from './form-state'
import { CREATION, EDIT, MILESTONE, OFFER, STAGE, UPDATE } from './rehearsals'

const toProject = (value: { projectId: string }) => `/projects/${value.projectId}`

const toEdited = ({ projectId, taken }: { projectId: string; taken: number }) =>
  `/projects/${projectId}?saved=${taken > 0 ? `edit-${taken}` : 'edit'}`
const readFact = (field: string, value: string, locale: Locale) =>
  field === 'nature' && isNature(value) ? translator(locale)(`project.nature.${value}`) : value

/** Base facts of a project. */
export const saveProject = defineAction(projectEdit, editProject, { goTo: toEdited, read: readFact, rehearsal: EDIT })

/** Base facts with who answers for it. */
export const saveAssignment = defineAction(projectAssignment, assignProject, {
  goTo: toEdited,
  read: readFact,
  rehearsal: EDIT,
})

/** A new project with its team, procedures and plan. */
export const addProject = defineAction(projectCreation, createProject, {
  goTo: (made) => `${toProject(made)}?saved=new`,
  rehearsal: CREATION,
})

/** One more agency for the team. */
export const joinAgency = defineAction(agencyAddition, addAgency, { goTo: toProject })

const readUpdate = (field: string, value: string, locale: Locale) =>
  field === 'completedWan' ? translator(locale)('edit.conflict.counted', { amount: value }) : value

/** One sentence of progress. */
export const reportProgress = defineAction(projectUpdate, recordUpdate, {
  goTo: (told) => `${toProject(told)}?saved=update`,
  read: readUpdate,
  rehearsal: UPDATE,
})

const readDictated = answering(dictated, async (_actor, { said }) => {
  const { unchanged, ...fields } = readUpdateText(said)
  const filled = Object.values(fields).some((text) => text !== '')
  return ok({ said, ...fields, read: unchanged ? 'unchanged' : filled ? 'filled' : 'nothing' })
})

/** Reads a dictated sentence into the fields of the week; nothing is stored, and nothing of it stands in an address. */
export async function sortDictated(sentState: FormState, sentForm: FormData): Promise<FormState> {
  const form = sentForm instanceof FormData ? sentForm : new FormData()
  const { state, value } = await readDictated(Number.isInteger(sentState?.attempt) ? sentState : IDLE, form)
  return value ? { ...state, values: value } : state
}

const NAMED = 2
const saidUnchanged = ({ names, skipped }: { names: string[]; skipped: number }, t: Translator) => {
  const before = skipped > 0 ? t('workbench.ackSkipped', { n: skipped }) : ''
  if (names.length === 0) return before
  const recorded = t('workbench.ackUnchanged', {
    names: names.slice(0, NAMED).join(t('edit.list')),
    n: names.length > NAMED ? names.length : 0,
  })
  return before ? t('workbench.ackBoth', { recorded, before }) : recorded
}

/** 本周无变化, for one project or several; the bar says for which, and takes it back. */
export const reportUnchanged = defineAction(unchanged, recordUnchanged, {
  say: saidUnchanged,
  acknowledge: (value, t, formKey) => ({
    text: saidUnchanged(value, t),
    ...(value.updateIds.length > 0 && {
      undo: {
        move: 'unchanged',
        fields: [['formKey', formKey()], ...value.updateIds.map((id) => ['updateIds[]', id] as const)],
      },
    }),
  }),
})

/** What was taken back, and of which projects progress was reported since. */
const saidWithdrawn = ({ kept }: { kept: readonly string[] }, t: Translator): string =>
  kept.length === 0
    ? t('workbench.ackWithdrawn')
    : t('workbench.ackWithdrawnBut', {
        names: kept.slice(0, NAMED).join(t('edit.list')),
        n: kept.length > NAMED ? kept.length : 0,
      })

/** Takes 本周无变化 back, within the day. */
export const takeBackUnchanged = defineAction(unchangedUndo, withdrawUnchanged, {
  say: saidWithdrawn,
  acknowledge: (value, t) => ({ text: saidWithdrawn(value, t) }),
})

/** Stage and side state 动态管理. */
export const moveStage = defineAction(stageChange, changeStage, {
  goTo: (value) => (value.asked ? `${toProject(value)}?saved=asked` : toProject(value)),
  rehearsal: STAGE,
})

/** Planned or actual day of a milestone. */
export const setMilestone = defineAction(milestoneChange, changeMilestone, {
  say: ({ asked }, t) => t(asked ? 'approval.asked' : 'form.saved'),
  rehearsal: MILESTONE,
})

/** Proposes a handover; the successor answers. */
export const handOver = defineAction(handoverProposal, proposeHandover, { say: 'saved', rehearsal: OFFER })

const saidKept = ({ project, to }: { project: string; to: string }, t: Translator) =>
  t('manage.withdrawn', { project, name: to })

/** Takes a proposed handover back while nobody has answered. */
export const takeBackHandover = defineAction(handoverWithdrawal, withdrawHandover, {
  say: saidKept,
  acknowledge: (value, t) => ({ text: saidKept(value, t) }),
})

/** Offers several projects to a steward, each by itself; the page it leads to says what became of each. */
export const offerSeveral = defineAction(
  transfer,
  (actor, input, options) =>
    offerEach(actor, input, options, (error) => log.error({ err: error }, 'a handover could not be offered')),
  { goTo: ({ query, toId }) => `/projects/transfer?${query}&to=${toId}&done=1`, rehearsal: OFFER },
)

const saidAnswer = ({ accepted, project, to }: { accepted: boolean; project: string; to: string }, t: Translator) =>
  accepted ? t('workbench.accepted', { project, name: to }) : t('workbench.declined', { project })

/** Accepts or declines a handover; what was answered goes from the page, so it is said what came of it. */
export const answerHandover = defineAction(handoverDecision, decideHandover, {
  say: saidAnswer,
  acknowledge: (value, t) => ({ text: saidAnswer(value, t) }),
})
