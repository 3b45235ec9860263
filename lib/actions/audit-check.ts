'use server'

import { checkAuditNow as check } from '@/lib/data/audit-check'
import { auditCheck } from '@/lib/schemas/audit-check'
import { defineAction } from './define-action'

export const checkAuditNow = defineAction(auditCheck, check, { goTo: () => '/audit/chain' })
