import { z } from 'zod'

const uuid = z.uuid()

/** Whether a piece of an address can be an id at all; anything else is answered like an absent one. */
export const isUuid = (text: unknown): text is string => uuid.safeParse(text).success
