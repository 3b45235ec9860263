import { target } from '@/lib/actions/projects'

export const canary = target
