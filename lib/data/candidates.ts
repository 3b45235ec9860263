import 'server-only'
import type { Prisma } from '@/prisma/generated/client'

// Who and what a project can be given to. A picker offers, and a write accepts, the same ones.

/** Stewards in office; one who came with a ledger may have no account yet. */
export const stewardCandidates = (districtId: string): Prisma.PersonWhereInput => ({
  districtId,
  OR: [{ user: { role: 'STEWARD', disabledAt: null } }, { stewardships: { some: { toOn: null } }, user: null }],
})

/** Leaders who can answer for a project 分包领导. */
export const leaderCandidates = (districtId: string): Prisma.PersonWhereInput => ({
  districtId,
  OR: [{ ledProjects: { some: {} } }, { org: { kind: 'LEADERSHIP' } }],
})

/** Task forces and streets that still exist. */
export const unitCandidates = (districtId: string, kind: 'TASKFORCE' | 'STREET') =>
  ({ districtId, kind, dissolvedOn: null }) satisfies Prisma.OrgWhereInput

/** Units that can answer for a project 责任单位. */
export const leadUnitCandidates = (districtId: string) =>
  ({
    districtId,
    kind: { in: ['AGENCY', 'UTILITY', 'STREET', 'TASKFORCE', 'OFFICE', 'SERVICE_BUREAU', 'STEWARD_UNIT'] },
    dissolvedOn: null,
  }) satisfies Prisma.OrgWhereInput

/** Colleagues of an agency who can take over a procedure 经办人: they must be able to see that they have it. */
export const handlerCandidates = (districtId: string, orgId: string): Prisma.PersonWhereInput => ({
  districtId,
  orgId,
  user: { orgId, role: { in: ['AGENCY', 'AGENCY_HEAD'] }, disabledAt: null },
})

/** As `handlerCandidates`, of several agencies: whom a ledger can name. */
export const handlersOfAgencies = (districtId: string, orgIds: readonly string[]): Prisma.PersonWhereInput => ({
  districtId,
  OR: orgIds.map((orgId) => handlerCandidates(districtId, orgId)),
})
