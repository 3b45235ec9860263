import type { Actor } from '@/lib/domain/access'

export const forged = { role: 'HEAD' } as unknown as Actor
