import { target } from '@/lib/i18n/translator'

export const canary = target
