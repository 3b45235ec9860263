import 'server-only'
import { listAllEnterprises } from '@/lib/data/enterprise-list'
import { listAllJobs } from '@/lib/data/job-list'
import { listAllOutbound } from '@/lib/data/outbound-list'
import { type Actor, SEES_ENTERPRISES, SEES_SERVICES } from '@/lib/domain/access'
import { ENTERPRISE_EXPORT, JOB_EXPORT, OUTBOUND_EXPORT } from '@/lib/domain/enterprise-export'
import { MOST_EXPORTED } from '@/lib/domain/ledger-export'
import { err, type Result } from '@/lib/domain/result'
import { enterpriseCell, jobCell, outboundCell } from '@/lib/i18n/enterprise-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { enterpriseFilter } from '@/lib/schemas/enterprise'
import { jobFilter } from '@/lib/schemas/job'
import { outboundFilter } from '@/lib/schemas/outbound'
import type { ServiceExport } from '@/lib/schemas/service-export'
import type { ExportMoment } from './export-ledger'
import { exportList, type ListTable, tableOf } from './export-list'

const t = translator(LEDGER_LOCALE)
type Values = Readonly<Record<string, string | string[]>>

const LOAD: Readonly<Record<ServiceExport, (actor: Actor, values: Values) => Promise<ListTable>>> = {
  enterprises: async (actor, values) =>
    tableOf(
      await listAllEnterprises(actor, enterpriseFilter.parse(values), MOST_EXPORTED),
      ENTERPRISE_EXPORT,
      (key, row, i) => enterpriseCell(key, row, i, t),
    ),
  jobs: async (actor, values) =>
    tableOf(await listAllJobs(actor, jobFilter.parse(values), MOST_EXPORTED), JOB_EXPORT, (key, row, i) =>
      jobCell(key, row, i, t),
    ),
  outbound: async (actor, values) =>
    tableOf(await listAllOutbound(actor, outboundFilter.parse(values), MOST_EXPORTED), OUTBOUND_EXPORT, (key, row, i) =>
      outboundCell(key, row, i, LEDGER_LOCALE),
    ),
}
const NOUN = { enterprises: 'enterprise', jobs: 'job', outbound: 'outbound' } as const
const RECORD = { enterprises: 'ENTERPRISE_LEDGER', jobs: 'JOB_LEDGER', outbound: 'OUTBOUND_LEDGER' } as const

/**
 * Makes a workbook of enterprises, of the people they look for, or of their business abroad; nothing confidential is in it.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportService(
  actor: Actor,
  { kind, values, query }: Readonly<{ kind: ServiceExport; values: Values; query: string }>,
  moment: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const sees = kind === 'enterprises' ? SEES_ENTERPRISES : SEES_SERVICES
  if (!sees.has(actor.role)) return err({ code: 'FORBIDDEN' })
  const noun = NOUN[kind]
  return exportList(
    actor,
    {
      load: () => LOAD[kind](actor, values),
      record: RECORD[kind],
      query,
      name: `${noun}.paper.title`,
      title: `${noun}.paper.list`,
      sum: `${noun}.paper.sum`,
      notes: `${noun}.paper.notes`,
    },
    moment,
  )
}
