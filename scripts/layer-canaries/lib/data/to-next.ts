import * as target from 'next/cache'

export const canary = target
