import { target } from '../data/db'

export const canary = target
