/** A unit by the names people call it. */
export type NamedUnit = Readonly<{ id: string; names: readonly string[] }>

/** Shorter names are words of everyday talk. */
const NAME_MIN = 3

/** Ends of names that say of what sort a unit is: 二七区城市管理局 is called 城市管理局 as well. */
const withoutPlace = (name: string): string => name.replace(/^(?:郑州市)?(?:二七区|[\p{Script=Han}]{1,4}区)/u, '')

/**
 * The units a text names 点名的单位, each once, in the order they are given.
 *
 * @example unitsNamed('城管局一直不回话', [{ id: 'u', names: ['二七区城市管理局', '城管局'] }]) // ['u']
 */
export const unitsNamed = (text: string, units: readonly NamedUnit[]): readonly string[] =>
  units.flatMap(({ id, names }) =>
    names.flatMap((name) => [name, withoutPlace(name)]).some((name) => name.length >= NAME_MIN && text.includes(name))
      ? [id]
      : [],
  )

/** Who must not get a complaint, and why. */
export type Route = Readonly<{
  /** The unit it is about. */
  againstId: string | null
  /** The unit of whoever supervises the point. */
  supervisorUnitId: string | null
}>

/**
 * Why a complaint may not go to a unit 转办回避: it is about that very unit, or the unit has the supervisor of the point.
 *
 * @returns null where it may
 * @source 河南省优化营商环境条例-78; other-mechanisms §8
 */
export function refusesRoute(
  unitId: string,
  { againstId, supervisorUnitId }: Route,
): 'COMPLAINT_ROUTE_AGAINST' | 'COMPLAINT_ROUTE_SUPERVISOR' | null {
  if (unitId === againstId) return 'COMPLAINT_ROUTE_AGAINST'
  if (unitId === supervisorUnitId) return 'COMPLAINT_ROUTE_SUPERVISOR'
  return null
}

/** What a paper that many read says of a problem in place of words about a unit 不公开内容. */
const UNSAID = '监测点反映的问题'

/**
 * The words of a problem where nobody can tell who will read them, a brief or a handover: what is said about a unit is kept from
 * that unit, so it is not in them.
 */
export const wordsForMany = (text: string, complaint: Readonly<{ againstOrgId: string | null }> | null): string =>
  complaint?.againstOrgId ? UNSAID : text

/**
 * Which office leads a complaint 牵头: the service bureau; the discipline office where the bureau itself is what it is about.
 *
 * @source domain roles.md §1, column 投诉 (OUR DESIGN: nobody judges his own case)
 */
export const steeringRole = (againstId: string | null, bureauIds: readonly string[]): 'BIZENV' | 'DISCIPLINE' =>
  againstId !== null && bureauIds.includes(againstId) ? 'DISCIPLINE' : 'BIZENV'
