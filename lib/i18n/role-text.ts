import type { Role } from '@/lib/domain/access'
import type { Translator } from './translator'

/**
 * What somebody is called by his role. Whoever leads a city looks at its districts and has no projects of his own 分包.
 *
 * @param ofCity his district has others below it
 */
export const roleText = (role: Role, ofCity: boolean, t: Translator): string =>
  t(ofCity && role === 'LEADER' ? 'shell.cityLeader' : `shell.roles.${role}`)
