import * as target from 'zod'

export const canary = target
