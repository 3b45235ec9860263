import * as target from 'react'

export const canary = target
