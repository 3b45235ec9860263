import { target } from '@/lib/domain/result'

export const canary = target
