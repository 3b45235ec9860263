import type { Permit } from './move-doubts'
import type { PlainDate } from './plain-date'
import type { MilestoneKind, Nature, Stage, Status } from './project'

/** Kinds of words an office answers once 名称对照. */
export const MAPPING_KINDS = ['TASKFORCE', 'STREET', 'ORG', 'ENTERPRISE', 'PERSON', 'STAGE', 'COLUMN'] as const
export type MappingKind = (typeof MAPPING_KINDS)[number]
/** What an answer can be about: a word, remembered, or one cell that two people changed, which is of this import only. */
export const ANSWER_KINDS = [...MAPPING_KINDS, 'CELL'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

export type KnownUnit = Readonly<{
  id: string
  kind: string
  name: string
  shortName: string
  aliases: readonly string[]
}>
export type KnownPerson = Readonly<{
  id: string
  name: string
  phone: string | null
  enterpriseId: string | null
  leadership: boolean
  /** Projects he is the steward of. */
  projects: number
}>
export type KnownFirm = Readonly<{ id: string; name: string }>

/** A project as far as a ledger can speak of it. */
export type KnownProject = Readonly<{
  id: string
  number: number
  code: string | null
  name: string
  nature: Nature | null
  content: string | null
  buildFrom: string | null
  buildTo: string | null
  totalFen: bigint | null
  note: string | null
  stage: Stage
  status: Status
  taskforceId: string | null
  streetId: string | null
  leadUnitId: string | null
  enterpriseId: string | null
  leaderId: string | null
  contactId: string | null
  progressText: string | null
  nextPlanText: string | null
  enrolledOn: PlainDate | null
  lastVerifiedOn: PlainDate | null
  lastChangedOn: PlainDate | null
  version: number
  steward: Readonly<{ assignmentId: string; personId: string }> | null
  yearPlans: readonly Readonly<{ id: string; year: number; plannedFen: bigint; openingFen: bigint; version: number }>[]
  entries: readonly Readonly<{ id: string; weekOf: PlainDate; amountFen: bigint; version: number }>[]
  milestones: readonly Readonly<{
    id: string
    kind: MilestoneKind
    baselineOn: PlainDate | null
    plannedOn: PlainDate | null
    actualOn: PlainDate | null
    monthOnly: boolean
    moves: number
    version: number
  }>[]
  issueTexts: readonly string[]
  /** Conditions of its start 开工条件; only where the ledger says that works have begun. */
  permits: readonly (Permit & Readonly<{ nameZh: string; nameEn: string }>)[]
}>

/** What a district knows when a ledger arrives. */
export type LedgerSnapshot = Readonly<{
  districtId: string
  districtName: string
  units: readonly KnownUnit[]
  people: readonly KnownPerson[]
  firms: readonly KnownFirm[]
  projects: readonly KnownProject[]
  mappings: readonly Readonly<{ kind: string; text: string; targetId: string }>[]
  nextProjectNumber: number
  nextIssueNumber: number
}>

/** A value of a row as JSON keeps it: days as `YYYY-MM-DD`, 分 as a decimal string. */
export type RowValue = string | number | boolean | null | readonly string[]
export type RowValues = Readonly<Record<string, RowValue>>

/** Tables an import writes, in an order in which every row finds what it refers to. */
export const LEDGER_MODELS = [
  'org',
  'enterprise',
  'person',
  'nameMapping',
  'project',
  'stewardAssignment',
  'yearPlan',
  'investmentEntry',
  'milestone',
  'planChange',
  'stageChange',
  'weeklyUpdate',
  'issue',
] as const
export type LedgerModel = (typeof LEDGER_MODELS)[number]

/** One row an import creates (`before` null) or changes: enough to do it and to undo it. */
export type LedgerWrite = Readonly<{
  model: LedgerModel
  id: string
  projectId: string | null
  before: RowValues | null
  after: RowValues
}>

/** Answers to unknown words: kind → text in the ledger → existing name or id, or `+` for a new unit. */
export type LedgerAnswers = Readonly<Partial<Record<AnswerKind, Readonly<Record<string, string>>>>>
