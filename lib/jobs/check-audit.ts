import { checkAudit } from '@/lib/data/audit-check'
import { log } from '@/lib/log'
import type { Job } from './job'

/** Walks through the audit log once a day, after its seals; what does not fit is the auditor's and the operator's to see. */
export const checkAuditJob: Job = {
  name: 'check-audit',
  cron: '40 0 * * *',
  periods: async (today) => [today],
  run: async () => {
    const { entries, unsealed, seals, flawCount, slipCount } = await checkAudit()
    if (flawCount > 0) log.error({ flaws: flawCount }, 'the audit log was changed: npm run audit:verify names the rows')
    if (slipCount > 0)
      log.error({ slips: slipCount }, 'slips are not what the log says: npm run audit:verify names them')
    return { entries, unsealed, seals, flaws: flawCount, slips: slipCount }
  },
}
