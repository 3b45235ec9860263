import { z } from 'zod'
import type { TermChange } from '@/lib/domain/catalog-item'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plainDate, REASON_MAX } from './procedure'
import { printable } from './text'

// Longer lists are several procedures.
const MATERIALS_MAX = 60
const MATERIAL_MAX = 200
// A notice's title and number, or an address.
export const SOURCE_MAX = 300

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value === '' ? undefined : value), schema)

/** Which version of the catalogue the address asks for; the one in force otherwise. */
export const catalogQuery = z.object({
  version: one(z.coerce.number().int().min(1).max(100_000).optional()).catch(undefined),
  done: one(z.enum(['edited', 'published', 'discarded', 'drafted']).optional()).catch(undefined),
})

/** Materials as they are typed, one a line; a number or a dot before them goes. */
const materials = z
  .string()
  .transform((text) =>
    [
      ...new Set(
        text.split(/\r?\n/).map((line) =>
          printable(line)
            .replace(/^\s*(\d+[.、．)]|[-•·])\s*/, '')
            .trim(),
        ),
      ),
    ].filter((line) => line !== ''),
  )
  .pipe(z.array(z.string().max(MATERIAL_MAX, 'TEXT_TOO_LONG')).max(MATERIALS_MAX, 'MATERIALS_TOO_MANY'))

export const catalogDraft = z.object({})

/** A changed item of the draft, with its reason and what it rests on. */
export const catalogEdit = z.object({
  versionId: z.uuid(),
  code: z.string().regex(/^[A-Z]{2}\d{2}$/, 'NOT_FOUND'),
  /** The terms the form was filled from, so that nobody's change is overwritten. */
  version: z.coerce.number().int(),
  promisedWd: z.coerce
    .number({ error: 'PROMISE_INVALID' })
    .int('PROMISE_INVALID')
    .min(1, 'PROMISE_INVALID')
    .max(999, 'PROMISE_INVALID'),
  agencyId: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  materials,
  reason: z.string().trim().min(1, 'REASON_MISSING').max(REASON_MAX, 'TEXT_TOO_LONG'),
  source: z.string().trim().min(1, 'SOURCE_MISSING').max(SOURCE_MAX, 'TEXT_TOO_LONG'),
})
export type CatalogEditInput = z.infer<typeof catalogEdit>

export const catalogDiscard = z.object({ versionId: z.uuid(), version: z.coerce.number().int() })
export type CatalogDiscardInput = z.infer<typeof catalogDiscard>

/** The day a draft holds from. */
export const catalogPublish = z.object({
  versionId: z.uuid(),
  version: z.coerce.number().int(),
  effectiveOn: plainDate,
  note: z.string().trim().max(REASON_MAX, 'TEXT_TOO_LONG').default(''),
})
export type CatalogPublishInput = z.infer<typeof catalogPublish>

/** A version: a draft has no day, the one in force is current. */
export type CatalogVersionLine = Readonly<{
  id: string
  number: number
  effectiveOn: PlainDate | null
  note: string | null
  state: 'DRAFT' | 'COMING' | 'CURRENT' | 'PAST'
  version: number
}>

export type CatalogItemLine = Readonly<{
  code: string
  stage: string
  nameZh: string
  nameEn: string
  agencyName: string
  agencyNameEn: string
  agencyId: string | null
  statutoryDays: number | null
  statutoryUnit: string | null
  lawTitle: string | null
  lawArticle: string | null
  sourceUrl: string | null
  sourceStatus: string | null
  promisedWd: number
  promisedStatus: string
  planWd: number
  predecessors: readonly string[]
  parallelGroup: string | null
  materials: readonly string[]
  tolerance: boolean
  commitment: boolean
  result: string | null
  validityMonths: number | null
  validityNote: string | null
  appliesWhen: string | null
  keyNode: boolean
  notes: string | null
}>

export type CatalogTemplateLine = Readonly<{
  code: string
  nameZh: string
  nameEn: string
  description: string | null
  targetAgencyWd: number
  startConditions: readonly string[]
  items: readonly Readonly<{ code: string; need: 'required' | 'conditional'; condition?: string; promised?: number }>[]
}>

/** What a version changes about an item, against the version before it. */
export type ItemChange = Readonly<{
  code: string
  nameZh: string
  nameEn: string
  changes: readonly TermChange[]
  edits: readonly Readonly<{ at: string; by: string; reason: string; source: string }>[]
}>

export type CatalogView = Readonly<{
  versions: readonly CatalogVersionLine[]
  shown: CatalogVersionLine
  items: readonly CatalogItemLine[]
  templates: readonly CatalogTemplateLine[]
  changes: readonly ItemChange[]
}>
