import { target } from '@/prisma/generated/client'

export const canary = target
