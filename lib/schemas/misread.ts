import { z } from 'zod'

type Params = Readonly<Record<string, string | string[] | undefined>>

const SHOWN_MAX = 40

/**
 * Parts of an address that its schema could not read and left out, as they were given: `level=PURPLE`. A list that quietly
 * shows something else than it was asked for misleads.
 *
 * @param schema of an address; fields that catch what they cannot read
 * @example misread(projectFilter, { level: 'PURPLE' }) // ['level=PURPLE']
 */
export function misread(schema: z.ZodObject, params: Params): string[] {
  return Object.entries(params).flatMap(([name, given]) => {
    const value = Array.isArray(given) ? (given[0] ?? '') : (given ?? '')
    if (value === '' || name.startsWith('_')) return []
    const field: unknown = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    const read = field instanceof z.ZodCatch ? z.safeParse(field.def.innerType, value).success : field !== undefined
    return read ? [] : [`${name}=${value}`.slice(0, SHOWN_MAX)]
  })
}
