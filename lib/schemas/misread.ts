import { z } from 'zod'

type Params = Readonly<Record<string, string | string[] | undefined>>

const SHOWN_MAX = 40

const fieldOf = (schema: z.ZodObject, name: string): z.core.$ZodType | undefined =>
  Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined

/** Whether a field of an address takes what stands there, rather than falling back to something else. */
const takes = (field: z.core.$ZodType | undefined, value: string): boolean =>
  field instanceof z.ZodCatch ? z.safeParse(field.def.innerType, value).success : field !== undefined

/**
 * Parts of an address that its schema could not read and left out, as they were given: `level=PURPLE`; and of a condition
 * given several times, where one counts, those after the first. A list that quietly shows something else than it was asked
 * for misleads.
 *
 * @param schema of an address; fields that catch what they cannot read
 * @example misread(projectFilter, { level: ['RED', 'PURPLE'] }) // ['level=PURPLE']
 */
export function misread(schema: z.ZodObject, params: Params): string[] {
  return Object.entries(params).flatMap(([name, given]) => {
    if (name.startsWith('_')) return []
    const field = fieldOf(schema, name)
    const [first = '', ...more] = [given ?? []].flat()
    const several = field !== undefined && more.length > 0 && Array.isArray(z.safeParse(field, given).data)
    const unread = [
      ...(first === '' || takes(field, first) ? [] : [first]),
      ...(several ? [] : more.filter((value) => value !== '' && value !== first)),
    ]
    return [...new Set(unread)].map((value) => `${name}=${value}`.slice(0, SHOWN_MAX))
  })
}
