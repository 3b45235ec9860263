import { sealAudit } from '@/lib/data/audit-seal'
import type { Job } from './job'

/** Seals the audit log once a day; a range that is sealed can no longer be changed unseen. */
export const sealAuditJob: Job = {
  name: 'seal-audit',
  cron: '30 0 * * *',
  periods: async (today) => [today],
  run: async () => ({ entries: await sealAudit() }),
}
