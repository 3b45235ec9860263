import * as target from 'node:fs'

export const canary = target
