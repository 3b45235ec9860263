import type { Role } from '../access'
import { rankingSight } from './sight'

/**
 * Whether a bulletin is a role's to read: it has every table, so whoever sees one of them only has it not. The same roles of
 * a city compare its districts.
 *
 * @source meetings-and-ranking B2; roles.md §1, column 排名
 */
export const readsBulletins = (role: Role): boolean =>
  rankingSight(role, 'AGENCY', { published: true, named: false }) === 'ALL'
