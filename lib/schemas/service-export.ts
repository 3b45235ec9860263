import { z } from 'zod'

/** Lists of services for enterprises that leave as a workbook, as the address names them. */
export const serviceExportKind = z.enum([
  'enterprises',
  'jobs',
  'outbound',
  'walks',
  'findings',
  'packs',
  'complaints',
  'supervision',
])
export type ServiceExport = z.output<typeof serviceExportKind>
