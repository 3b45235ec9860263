import type { target } from '@/lib/schemas/project'

export type Canary = typeof target
