import type { Role } from './access'

/**
 * Roles that read the register of harbours 金融服务港湾: a public service, so whoever sends a firm there, and the firms.
 *
 * @source domain roles.md §1
 */
export const SEES_HARBOURS: ReadonlySet<Role> = new Set([
  'HEAD',
  'LEADER',
  'OFFICE',
  'TASKFORCE',
  'STEWARD',
  'STREET',
  'BIZENV',
  'DISCIPLINE',
  'CONTACT',
  'BANK',
])

/** Roles that read what all harbours did each month; a bank reads that of its own. */
export const SEES_HARBOUR_FIGURES: ReadonlySet<Role> = new Set(['HEAD', 'LEADER', 'OFFICE'])
