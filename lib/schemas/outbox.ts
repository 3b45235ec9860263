import { z } from 'zod'

/** Forms that are kept on the device until the server has answered them. */
export const KEPT_FORMS = ['move', 'unchanged', 'progress', 'walkStep', 'walkFinding'] as const

/** A kept form as it is sent later: which one, and its fields in their order. */
export const keptForm = z.object({
  form: z.enum(KEPT_FORMS),
  fields: z.array(z.tuple([z.string().max(100), z.string().max(2000)])).max(300),
})
