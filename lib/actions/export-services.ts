import 'server-only'
import { listAllComplaints } from '@/lib/data/complaint-list'
import { listAllEnterprises } from '@/lib/data/enterprise-list'
import { listAllJobs } from '@/lib/data/job-list'
import { listAllOutbound } from '@/lib/data/outbound-list'
import { listAllPacks } from '@/lib/data/pack-list'
import { listAllSupervisions } from '@/lib/data/supervision-list'
import { listAllFindings, listAllWalks } from '@/lib/data/walk-list'
import type { Actor, Role } from '@/lib/domain/access'
import { COMPLAINT_EXPORT } from '@/lib/domain/complaint-export'
import { ENTERPRISE_EXPORT, JOB_EXPORT, OUTBOUND_EXPORT } from '@/lib/domain/enterprise-export'
import { MOST_EXPORTED } from '@/lib/domain/ledger-export'
import { PACK_EXPORT } from '@/lib/domain/pack-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Result } from '@/lib/domain/result'
import { SEES_COMPLAINTS, SEES_ENTERPRISES, SEES_PACKS, SEES_SERVICES, SEES_WALKS } from '@/lib/domain/sight'
import { SUPERVISION_EXPORT } from '@/lib/domain/supervision/export'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { FINDING_EXPORT, WALK_EXPORT } from '@/lib/domain/walk-export'
import { complaintCell } from '@/lib/i18n/complaint-cells'
import { enterpriseCell, jobCell, outboundCell } from '@/lib/i18n/enterprise-cells'
import { packCell } from '@/lib/i18n/pack-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { supervisionCell } from '@/lib/i18n/supervision-cells'
import { translator } from '@/lib/i18n/translator'
import { findingCell, walkCell } from '@/lib/i18n/walk-cells'
import { complaintFilter } from '@/lib/schemas/complaint'
import { enterpriseFilter } from '@/lib/schemas/enterprise'
import { packFilter } from '@/lib/schemas/gift-pack'
import { jobFilter } from '@/lib/schemas/job'
import { outboundFilter } from '@/lib/schemas/outbound'
import type { ServiceExport } from '@/lib/schemas/service-export'
import { supervisionFilter } from '@/lib/schemas/supervision'
import { walkFilter } from '@/lib/schemas/walk'
import type { ExportMoment } from './export-ledger'
import { exportList, type ListTable, tableOf } from './export-list'

const t = translator(LEDGER_LOCALE)
type Values = Readonly<Record<string, string | string[]>>

const LOAD: Readonly<Record<ServiceExport, (actor: Actor, values: Values, today: PlainDate) => Promise<ListTable>>> = {
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
  walks: async (actor, values) =>
    tableOf(await listAllWalks(actor, walkFilter.parse(values), MOST_EXPORTED), WALK_EXPORT, (key, row, i) =>
      walkCell(key, row, i, t),
    ),
  findings: async (actor, values, today) =>
    tableOf(
      await listAllFindings(actor, walkFilter.parse(values), today, MOST_EXPORTED),
      FINDING_EXPORT,
      (key, row, i) => findingCell(key, row, i, t, LEDGER_LOCALE),
    ),
  supervision: async (actor, values, today) =>
    tableOf(
      await listAllSupervisions(actor, supervisionFilter.parse(values), today, MOST_EXPORTED),
      SUPERVISION_EXPORT,
      (key, row, i) => supervisionCell(key, row, i, t),
    ),
  packs: async (actor, values, today) =>
    tableOf(await listAllPacks(actor, packFilter.parse(values), today, MOST_EXPORTED), PACK_EXPORT, (key, row, i) =>
      packCell(key, row, i, t, today),
    ),
  complaints: async (actor, values, today) =>
    tableOf(
      await listAllComplaints(actor, complaintFilter.parse(values), today, MOST_EXPORTED),
      COMPLAINT_EXPORT,
      (key, row, i) => complaintCell(key, row, i, t, LEDGER_LOCALE),
    ),
}
const NOUN = {
  enterprises: 'enterprise',
  jobs: 'job',
  outbound: 'outbound',
  walks: 'walk',
  findings: 'finding',
  packs: 'pack',
  complaints: 'complaint',
  supervision: 'supervisionSlip',
} as const
const RECORD = {
  enterprises: 'ENTERPRISE_LEDGER',
  jobs: 'JOB_LEDGER',
  outbound: 'OUTBOUND_LEDGER',
  walks: 'WALK_LEDGER',
  findings: 'FINDING_LEDGER',
  packs: 'PACK_LEDGER',
  complaints: 'COMPLAINT_LEDGER',
  supervision: 'SUPERVISION_LEDGER',
} as const
const SEES: Readonly<Record<ServiceExport, ReadonlySet<Role>>> = {
  enterprises: SEES_ENTERPRISES,
  jobs: SEES_SERVICES,
  outbound: SEES_SERVICES,
  walks: SEES_WALKS,
  findings: SEES_WALKS,
  packs: SEES_PACKS,
  complaints: SEES_COMPLAINTS,
  supervision: SEES_SLIPS,
}

/**
 * Makes a workbook of enterprises, of the people they look for, of their business abroad, of walks, packs, complaints and slips of
 * the commission; nothing confidential is in it, and no contact.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportService(
  actor: Actor,
  { kind, values, query }: Readonly<{ kind: ServiceExport; values: Values; query: string }>,
  moment: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  if (!SEES[kind].has(actor.role)) return err({ code: 'FORBIDDEN' })
  const noun = NOUN[kind]
  return exportList(
    actor,
    {
      load: () => LOAD[kind](actor, values, moment.today),
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
