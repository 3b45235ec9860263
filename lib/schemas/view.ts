import { z } from 'zod'
import { DENSITIES } from './project'
import { ledgerQuery, readLedgerQuery, viewQuery } from './project-address'
import { moveColumn, type ProjectColumn, readColumns } from './project-column'

// A tab beside eleven others.
export const VIEW_NAME_MAX = 12
const QUERY_MAX = 4_000

const name = z.string().trim().min(1, 'VIEW_NAME_MISSING').max(VIEW_NAME_MAX, 'TEXT_TOO_LONG')
const ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())
/** Whatever is sent, only what a filter can say is kept. */
const kept = z
  .string()
  .max(QUERY_MAX, 'TEXT_TOO_LONG')
  .transform((query) => viewQuery(readLedgerQuery(query)))

export const viewCreation = z.object({ name, query: kept, shared: ticked })
export type ViewCreationInput = z.output<typeof viewCreation>

/** A view renamed, shared, or filled with what is on the screen. */
export const viewChange = z.object({
  viewId: z.uuid(),
  version: z.coerce.number().int(),
  name,
  shared: ticked,
  query: kept.optional(),
})
export type ViewChangeInput = z.output<typeof viewChange>

export const viewRemoval = z.object({ viewId: z.uuid() })

/** Where a tool of the ledger leads back to: the same page with the tool still open. */
const back = z
  .string()
  .max(QUERY_MAX)
  .transform((query) => {
    const filter = readLedgerQuery(query)
    return ledgerQuery(filter, { page: filter.page, tool: filter.tool }).toString()
  })

/** Columns and density of a list; a column may be moved on the way, or all set back. */
export const tableSetting = z
  .object({
    columns: z.array(z.string()).max(60).optional(),
    density: z.enum(DENSITIES).optional(),
    /** `total:-1`: one place towards the front. */
    move: z
      .string()
      .regex(/^\w+:-?1$/)
      .optional(),
    reset: z.string().optional(),
    query: back,
  })
  .transform(({ columns, move, reset, ...rest }) => {
    if (reset) return { ...rest, columns: [] }
    const chosen = columns && readColumns(columns)
    const [column = '', by = ''] = move?.split(':') ?? []
    const ordered: readonly ProjectColumn[] | undefined =
      chosen && move ? moveColumn(chosen, column, by === '1' ? 1 : -1) : chosen
    return { ...rest, columns: ordered && [...ordered] }
  })
export type TableSettingInput = z.output<typeof tableSetting>
