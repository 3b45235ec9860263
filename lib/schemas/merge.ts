import { z } from 'zod'

/**
 * What an edit carries besides its fields, so that two edits can be brought together: what the form began with, and what
 * was answered about clashes.
 */
export const mergeTerms = {
  base: z.record(z.string(), z.string()).default({}),
  pick: z.record(z.string(), z.enum(['mine', 'theirs'])).default({}),
  seen: z.record(z.string(), z.string()).default({}),
}
