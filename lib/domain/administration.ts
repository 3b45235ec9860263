import type { Role } from './access'
import { err, type Failure, ok, type Result } from './result'

/** The three administrators 三员: none of them sees business content, and nobody holds two of these roles. */
export const ADMINISTRATORS = ['SYSADMIN', 'SECADMIN', 'AUDITOR'] as const satisfies readonly Role[]
export type Administrator = (typeof ADMINISTRATORS)[number]

export const isAdministrator = (role: Role): role is Administrator => ADMINISTRATORS.some((one) => one === role)

/** Kinds of unit 单位种类, in the order lists show them. */
export const ORG_KINDS = [
  'LEADERSHIP',
  'OFFICE',
  'TASKFORCE',
  'STREET',
  'AGENCY',
  'UTILITY',
  'SERVICE_BUREAU',
  'STEWARD_UNIT',
  'BANK',
  'DISCIPLINE',
  'ADMIN',
] as const
export type OrgKind = (typeof ORG_KINDS)[number]

/**
 * Kinds of unit an account of a role belongs to; what a role sees hangs on its unit, so a wrong one is refused. A steward may
 * be lent by any office; a contact belongs to an enterprise and to no unit.
 *
 * @source domain roles.md §1 (data scope)
 */
export const UNIT_KINDS: Readonly<Record<Role, readonly OrgKind[]>> = {
  HEAD: ['LEADERSHIP'],
  LEADER: ['LEADERSHIP'],
  OFFICE: ['OFFICE'],
  TASKFORCE: ['TASKFORCE'],
  STEWARD: ['STEWARD_UNIT', 'AGENCY', 'STREET', 'TASKFORCE', 'OFFICE', 'SERVICE_BUREAU'],
  CONTACT: [],
  AGENCY: ['AGENCY', 'UTILITY', 'SERVICE_BUREAU'],
  AGENCY_HEAD: ['AGENCY', 'UTILITY', 'SERVICE_BUREAU'],
  STREET: ['STREET'],
  BANK: ['BANK'],
  DISCIPLINE: ['DISCIPLINE'],
  BIZENV: ['SERVICE_BUREAU'],
  SYSADMIN: ['ADMIN'],
  SECADMIN: ['ADMIN'],
  AUDITOR: ['ADMIN'],
}

/** What a change of accounts or units is about 变更种类. */
export const CHANGE_KINDS = [
  'ACCOUNT_CREATE',
  'ACCOUNT_MOVE',
  'ACCOUNT_ENABLE',
  'ACCOUNT_RESET_PASSWORD',
  'ACCOUNT_RESET_FACTOR',
  'ORG_CREATE',
  'ORG_EDIT',
  'ORG_DISSOLVE',
  'DISTRICT_FACTOR',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const CHANGE_STATES = ['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const
export type ChangeState = (typeof CHANGE_STATES)[number]

/** Approved changes after which the account gets a password for one use. */
export const BRINGS_PASSWORD: ReadonlySet<ChangeKind> = new Set([
  'ACCOUNT_CREATE',
  'ACCOUNT_ENABLE',
  'ACCOUNT_RESET_PASSWORD',
])

/**
 * Who hands out an account's one-time password, and so could sign in before its owner does. Never one of the pair that
 * proposes and approves for the other: together they could do anything.
 *
 * @source domain roles.md §1 三员分立: none may log in as another user
 */
export const issuerOf = (role: Role): Administrator => (role === 'SECADMIN' ? 'SECADMIN' : 'SYSADMIN')

/** Whether a unit suits a role. */
export function fitUnit(
  role: Role,
  unit: Readonly<{ kind: OrgKind; dissolved: boolean }> | null,
  enterprise: boolean,
): Result<null> {
  if (UNIT_KINDS[role].length === 0) return enterprise ? ok(null) : err({ code: 'ENTERPRISE_UNKNOWN' })
  if (!unit) return err({ code: 'UNIT_MISSING' })
  if (unit.dissolved) return err({ code: 'UNIT_DISSOLVED' })
  return UNIT_KINDS[role].includes(unit.kind) ? ok(null) : err({ code: 'UNIT_KIND_WRONG' })
}

type Decided = Readonly<{ state: ChangeState; version: number; proposedBy: string; subjectId: string | null }>

/**
 * Whether somebody may decide a change 审批: it is still open and as he saw it, he did not propose it, and it is not about
 * himself.
 *
 * @returns err CHANGE_DECIDED, CONFLICT, SELF_APPROVAL, OWN_ACCOUNT
 */
export function mayDecide(change: Decided, actorId: string, version: number): Result<null> {
  if (change.state !== 'PROPOSED') return err({ code: 'CHANGE_DECIDED' })
  if (change.proposedBy === actorId) return err({ code: 'SELF_APPROVAL' })
  if (change.subjectId === actorId) return err({ code: 'OWN_ACCOUNT' })
  if (change.version !== version) return err({ code: 'CONFLICT' })
  return ok(null)
}

/** Facts a proposal rests on: any of them changed since makes it stale. */
export type Facts = Readonly<Record<string, string | boolean | null>>

/**
 * Names of the facts that are no longer what they were when a change was proposed.
 *
 * @example staleFacts({ role: 'AGENCY' }, { role: 'STREET' }) // ['role']
 */
export const staleFacts = (before: Facts, now: Facts): string[] =>
  Object.keys(before).filter((name) => before[name] !== now[name])

/** Why an account cannot leave its role or be disabled; null when it can. */
export function refuseLeaving(
  role: Role,
  held: Readonly<{ projects: readonly string[]; othersOfRole: number }>,
): Failure | null {
  if (isAdministrator(role) && held.othersOfRole === 0) return { code: 'LAST_ADMINISTRATOR' }
  if (held.projects.length === 0) return null
  return { code: 'STEWARD_HAS_PROJECTS', count: held.projects.length, names: held.projects }
}
