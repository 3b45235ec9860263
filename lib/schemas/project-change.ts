import { z } from 'zod'
import { DESPITE } from '@/lib/domain/move-doubts'
import { MILESTONES, NATURES, STAGES, STATUSES } from '@/lib/domain/project'
import { mergeTerms } from './merge'
import { wanText } from './money'
import { plainDate, REASON_MAX } from './procedure'

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

const reason = z.string().trim().max(REASON_MAX, 'TEXT_TOO_LONG')
export const MONTH = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'MONTH_INVALID')
/** A mobile number, or one with its area code. */
export const phoneText = z
  .string()
  .trim()
  .regex(/^1\d{10}$|^0\d{2,3}-?\d{7,8}$/, 'PHONE_INVALID')

/** Stage or side state of a project 动态管理. */
export const stageChange = z.object({
  projectId: z.uuid(),
  version: z.coerce.number().int(),
  stage: z.enum(STAGES),
  status: z.enum(STATUSES),
  on: plainDate,
  reason: optional(reason),
  approverId: optional(z.uuid()),
  mergedIntoId: optional(z.uuid()),
})
export type StageChangeInput = z.infer<typeof stageChange>

/** Planned or actual day of a milestone. A plan that moves needs a reason and an approver of the office. */
export const milestoneChange = z.object({
  projectId: z.uuid(),
  kind: z.enum(MILESTONES),
  plannedOn: optional(plainDate),
  actualOn: optional(plainDate),
  /** Days of earlier milestones nobody has recorded. */
  earlier: z.partialRecord(z.enum(MILESTONES), optional(plainDate)).default({}),
  /** What the form began with, of every milestone. */
  began: z
    .partialRecord(z.enum(MILESTONES), z.object({ plannedOn: z.string(), actualOn: z.string() }).partial())
    .default({}),
  pick: mergeTerms.pick,
  seen: mergeTerms.seen,
  /** Its actual day was a mistake and is taken back. */
  takeBack: z.preprocess((value) => value === true || value === 'true', z.boolean()).default(false),
  /** How it can be so although the record says otherwise. */
  despite: optional(z.enum(DESPITE)),
  despiteNote: optional(reason),
  reason: optional(reason),
  approverId: optional(z.uuid()),
})
export type MilestoneChangeInput = z.infer<typeof milestoneChange>

export const handoverProposal = z.object({
  projectIds: z.array(z.uuid()).min(1).max(100),
  toId: z.uuid({ error: 'PERSON_MISSING' }),
  note: z.string().trim().min(1, 'REASON_MISSING').max(500, 'TEXT_TOO_LONG'),
  /** Why somebody who has his fill gets one more. */
  overloadReason: optional(reason),
})
export type HandoverProposalInput = z.infer<typeof handoverProposal>

export const handoverWithdrawal = z.object({ handoverId: z.uuid() })
export type HandoverWithdrawalInput = z.infer<typeof handoverWithdrawal>

/** An agency beyond those the procedures name. */
export const agencyAddition = z.object({ projectId: z.uuid(), orgId: z.uuid({ error: 'AGENCY_MISSING' }) })
export type AgencyAdditionInput = z.infer<typeof agencyAddition>

export const handoverDecision = z.object({
  handoverId: z.uuid(),
  accept: z.preprocess((v) => v === true || v === 'true', z.boolean()),
  answer: optional(reason),
})
export type HandoverDecisionInput = z.infer<typeof handoverDecision>

// A project name must fit one cell of the A3 ledger.
export const NAME_MAX = 60

/** Working days the works take; null when nobody says. */
export const worksDays = z.coerce.number().int().min(1).max(2000).nullable().catch(null)

/** The same as somebody types it. */
export const worksText = z.string().regex(/^([1-9]\d{0,2}|1\d{3}|2000)$/, 'WORKS_INVALID')

/** The planned days of one item; said with everything else that is wrong, before anything is asked of the database. */
const planDays = z
  .object({ submitOn: optional(plainDate), finishOn: optional(plainDate) })
  .superRefine(({ submitOn, finishOn }, context) => {
    if (submitOn && finishOn && submitOn > finishOn)
      context.addIssue({
        code: 'custom',
        message: 'PLAN_REVERSED',
        path: ['finishOn'],
        params: { submitOn, finishOn },
      })
  })

/** A new project: what nobody else knows yet. Everything derivable is proposed, not asked. */
export const projectCreation = z
  .object({
    name: z.string().trim().min(2, 'NAME_MISSING').max(NAME_MAX, 'TEXT_TOO_LONG'),
    code: optional(z.string().trim().max(40, 'TEXT_TOO_LONG')),
    nature: z.enum(NATURES, { error: 'NATURE_MISSING' }),
    content: optional(z.string().trim().max(300, 'TEXT_TOO_LONG')),
    buildFrom: optional(MONTH),
    buildTo: optional(MONTH),
    totalWan: optional(wanText),
    yearPlanWan: optional(wanText),
    stage: z.enum(STAGES).default('PLANNING'),
    taskforceId: z.uuid({ error: 'TASKFORCE_MISSING' }),
    streetId: z.uuid({ error: 'STREET_MISSING' }),
    leaderId: optional(z.uuid()),
    stewardId: z.uuid({ error: 'STEWARD_MISSING' }),
    enterpriseName: z.string().trim().min(2, 'ENTERPRISE_MISSING').max(NAME_MAX, 'TEXT_TOO_LONG'),
    contactName: optional(z.string().trim().max(20, 'TEXT_TOO_LONG')),
    contactPhone: optional(phoneText),
    templateCode: z.string().min(1, 'TEMPLATE_MISSING'),
    worksWd: worksDays,
    startOn: plainDate,
    /** Why the plan begins on an unusual day. */
    startReason: optional(reason),
    /** Why a steward who has his fill gets one more. */
    overloadReason: optional(reason),
    /** Codes of the conditional items that apply. */
    applies: z.array(z.string()).default([]),
    /** Corrected plan dates: code → [submit, finish]. */
    plans: z.record(z.string(), planDays).default({}),
    /** Corrected plan whose doubts were shown; another one is shown first. */
    shown: optional(z.string().max(100)),
  })
  // A number nobody has a name for would be lost; one that cannot be read is said alone.
  .refine(({ contactName, contactPhone }) => !contactPhone || !!contactName, {
    path: ['contactName'],
    message: 'CONTACT_MISSING',
    when: ({ value }) => {
      const { contactName, contactPhone } = (value ?? {}) as Record<string, unknown>
      return phoneText.safeParse(contactPhone).success && (contactName === undefined || contactName === '')
    },
  })
  // Whatever else is wrong: both months stand there.
  .refine(({ buildFrom, buildTo }) => !buildFrom || !buildTo || buildFrom <= buildTo, {
    path: ['buildTo'],
    message: 'SPAN_REVERSED',
    when: ({ value }) => {
      const { buildFrom, buildTo } = (value ?? {}) as Record<string, unknown>
      return MONTH.safeParse(buildFrom).success && MONTH.safeParse(buildTo).success
    },
  })
export type ProjectCreationInput = z.infer<typeof projectCreation>
