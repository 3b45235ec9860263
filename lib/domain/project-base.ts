/** What everybody who keeps a project up can edit 基本情况; money in 万元, months as YYYY-MM, nothing is ''. */
export const BASE_FIELDS = [
  'name',
  'code',
  'nature',
  'content',
  'buildFrom',
  'buildTo',
  'worksWd',
  'totalWan',
  'yearPlanWan',
  'enterpriseName',
  'contactName',
  'contactPhone',
  'note',
] as const

/** Who answers for it: whoever decides stages decides these; its steward changes by handover only. */
export const TEAM_FIELDS = ['taskforceId', 'streetId', 'leaderId', 'leadUnitId'] as const

export type ProjectField = (typeof BASE_FIELDS)[number] | (typeof TEAM_FIELDS)[number]
/** A project's editable facts as a form shows them. */
export type ProjectFacts = Readonly<Record<ProjectField, string>>

/** Fields that may be empty because nobody said yet, but not be emptied. */
export const KEPT_FIELDS: readonly ProjectField[] = ['name', 'nature', 'enterpriseName', 'taskforceId', 'streetId']
