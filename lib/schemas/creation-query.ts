import { z } from 'zod'
import { plainDate } from './procedure'
import { worksText } from './project-change'

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** What the address of a new project says before its form is filled: the process, its first day, and what applies. */
export const creationQuery = z.object({
  template: one(z.string().optional()),
  step: one(z.literal('2').optional()).catch(undefined),
  startOn: one(plainDate.optional()).catch(undefined),
  /** Working days the works take. */
  worksWd: one(worksText.transform(Number).optional()).catch(undefined),
  applies: z.preprocess((value) => [value ?? []].flat(), z.array(z.string())),
})
