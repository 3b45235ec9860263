import { target } from '../project/card'

export const canary = target
