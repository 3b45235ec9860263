import { target } from '@/lib/jobs/nightly'

export const canary = target
