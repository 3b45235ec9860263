import { target } from '@/lib/data/projects'

export const canary = target
