import { target } from '@/lib/files/sheet'

export const canary = target
