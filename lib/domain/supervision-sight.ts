import type { Role } from './access'
import { SEES_COMPLAINTS, SEES_POINTS, SEES_REPORTS } from './sight'
import { SEES_ANALYSIS, SEES_SLIPS } from './supervision/sight'

/** The rooms of supervision 监督 beside its overview, each with who has its key. */
export const SUPERVISION_ROOMS = {
  complaints: SEES_COMPLAINTS,
  reports: SEES_REPORTS,
  slips: SEES_SLIPS,
  analysis: SEES_ANALYSIS,
  points: SEES_POINTS,
} as const satisfies Readonly<Record<string, ReadonlySet<Role>>>
export type SupervisionRoom = keyof typeof SUPERVISION_ROOMS

/** Roles that have anything to do with supervision: whoever has the key of one of its rooms. */
export const SEES_SUPERVISION: ReadonlySet<Role> = new Set(
  Object.values(SUPERVISION_ROOMS).flatMap((roles) => [...roles]),
)
