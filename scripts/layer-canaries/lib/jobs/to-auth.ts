import { target } from '@/lib/auth/require-actor'

export const canary = target
