import { z } from 'zod'
import { parsePlainDate } from '@/lib/domain/plain-date'

/** A day an address names, or nothing where it names none that can be read. */
export const addressDay = z
  .preprocess(
    (value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value),
    z
      .string()
      .refine((text) => parsePlainDate(text) !== null)
      .transform((text) => parsePlainDate(text) ?? undefined)
      .optional(),
  )
  .catch(undefined)
