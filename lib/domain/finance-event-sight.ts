import type { Role } from './access'

/**
 * Roles that have to do with 政银企对接 events. Whoever is not invited and does not answer for them sees none: what a firm
 * intends with a bank is confidential.
 *
 * @source domain roles.md §1, column 融资 (F)
 */
export const SEES_EVENTS: ReadonlySet<Role> = new Set(['HEAD', 'LEADER', 'OFFICE', 'BANK', 'CONTACT'])

/** Roles that read intentions one by one: the office all, a bank and a firm their own. The leaders read totals. */
export const SEES_INTENTIONS: ReadonlySet<Role> = new Set(['OFFICE', 'BANK', 'CONTACT'])

/** Roles whose lists cover every event of the district. */
export const SEES_ALL_EVENTS: ReadonlySet<Role> = new Set(['HEAD', 'LEADER', 'OFFICE'])
