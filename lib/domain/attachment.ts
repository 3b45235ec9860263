import { err, ok, type Result } from './result'

/** What papers may cost; nobody needs more for one procedure, and a disk has an end. */
export const ATTACHMENT_BUDGET = {
  perProcedure: 30,
  perProject: 300,
  projectBytes: 500_000_000,
  perFinding: 12,
} as const

/** What a project holds already; removed papers do not count. */
export type Held = Readonly<{ procedure: number; project: number; bytes: number }>

/**
 * Whether one more paper fits 附件.
 *
 * @returns err FILES_PROCEDURE_FULL, FILES_PROJECT_FULL, FILES_BYTES_FULL
 */
export function fitsBudget(held: Held, size: number): Result<null> {
  const { perProcedure, perProject, projectBytes } = ATTACHMENT_BUDGET
  if (held.procedure >= perProcedure) return err({ code: 'FILES_PROCEDURE_FULL', max: perProcedure })
  if (held.project >= perProject) return err({ code: 'FILES_PROJECT_FULL', max: perProject })
  if (held.bytes + size > projectBytes) return err({ code: 'FILES_BYTES_FULL', max: projectBytes / 1_000_000 })
  return ok(null)
}

/** Whether one more photo fits beside what a walk found; each is a few hundred kilobytes. @returns err FILES_FINDING_FULL */
export const fitsFinding = (held: number): Result<null> =>
  held >= ATTACHMENT_BUDGET.perFinding
    ? err({ code: 'FILES_FINDING_FULL', max: ATTACHMENT_BUDGET.perFinding })
    : ok(null)
