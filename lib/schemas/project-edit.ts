import { z } from 'zod'
import { NATURES } from '@/lib/domain/project'
import type { ProjectField } from '@/lib/domain/project-base'
import { mergeTerms } from './merge'
import { wanOrBlank } from './money'
import { MONTH, NAME_MAX, phoneText, worksText } from './project-change'

// The ledger prints each in one cell.
export const CONTENT_MAX = 300
export const REMARK_MAX = 300

// Longer than any field takes; what is too long for its own is said there.
const text = z.string().trim().max(2_000, 'TEXT_TOO_LONG').optional()
const baseShape = {
  projectId: z.uuid(),
  version: z.coerce.number().int(),
  ...mergeTerms,
  name: text,
  code: text,
  nature: text,
  content: text,
  buildFrom: text,
  buildTo: text,
  worksWd: text,
  totalWan: text,
  yearPlanWan: text,
  enterpriseName: text,
  contactName: text,
  contactPhone: text,
  note: text,
}
const teamShape = { ...baseShape, taskforceId: text, streetId: text, leaderId: text, leadUnitId: text }

const blankOr = (schema: z.ZodType) => z.union([z.literal(''), schema])
const shorter = (max: number) => z.string().max(max)
const CHECKS: Readonly<Record<ProjectField, readonly [z.ZodType, code: string]>> = {
  name: [z.string().min(2), 'NAME_MISSING'],
  code: [shorter(40), 'TEXT_TOO_LONG'],
  nature: [blankOr(z.enum(NATURES)), 'NATURE_MISSING'],
  content: [shorter(CONTENT_MAX), 'TEXT_TOO_LONG'],
  buildFrom: [blankOr(MONTH), 'MONTH_INVALID'],
  buildTo: [blankOr(MONTH), 'MONTH_INVALID'],
  worksWd: [blankOr(worksText), 'WORKS_INVALID'],
  totalWan: [wanOrBlank, 'MONEY_UNREADABLE'],
  yearPlanWan: [wanOrBlank, 'MONEY_UNREADABLE'],
  enterpriseName: [shorter(NAME_MAX), 'TEXT_TOO_LONG'],
  contactName: [shorter(20), 'TEXT_TOO_LONG'],
  contactPhone: [blankOr(phoneText), 'PHONE_INVALID'],
  note: [shorter(REMARK_MAX), 'TEXT_TOO_LONG'],
  taskforceId: [blankOr(z.uuid()), 'TASKFORCE_MISSING'],
  streetId: [blankOr(z.uuid()), 'STREET_MISSING'],
  leaderId: [blankOr(z.uuid()), 'LEADER_MISSING'],
  leadUnitId: [blankOr(z.uuid()), 'LEAD_UNIT_MISSING'],
}

const isMoney = (field: string): boolean => field === 'totalWan' || field === 'yearPlanWan'

type Typed = Readonly<Partial<Record<ProjectField, string | undefined>> & { base: Readonly<Record<string, string>> }>

/** What a ledger brought in is not held against somebody who corrects another field: only what was typed is judged. */
function judgeTyped(input: Typed, context: z.RefinementCtx) {
  const complain = (field: string, message: string, params?: Record<string, unknown>) =>
    context.addIssue({ code: 'custom', path: [field], message, params })
  for (const [field, [schema, code]] of Object.entries(CHECKS)) {
    const typed = input[field as ProjectField]
    if (typed === undefined || typed === input.base[field]) continue
    if (isMoney(field)) {
      const issue = wanOrBlank.safeParse(typed).error?.issues[0]
      if (issue) complain(field, issue.message, issue.code === 'custom' ? issue.params : undefined)
    } else if (!schema.safeParse(typed).success) complain(field, code)
    else if (field === 'name' && typed.length > NAME_MAX) complain(field, 'TEXT_TOO_LONG')
  }
}

/** Base facts of a project 基本情况. A field that is absent is not touched; an empty one is emptied. */
export const projectEdit = z.object(baseShape).superRefine(judgeTyped)
export type ProjectEditInput = z.infer<typeof projectEdit>

/** The same with who answers for it. */
export const projectAssignment = z.object(teamShape).superRefine(judgeTyped)
