import { target } from '@/app/projects/page'

export const canary = target
