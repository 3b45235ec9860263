import { target } from '@/components/ui/button'

export const canary = target
