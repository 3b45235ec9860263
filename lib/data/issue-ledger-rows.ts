import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { IssueLedgerRow } from '@/lib/domain/issue/ledger'
import type { KnownIssue } from '@/lib/domain/issue/ledger-plan'
import { type LedgerPerson, readPerson } from '@/lib/domain/ledger-person'
import type { LedgerAnswers, LedgerSnapshot } from '@/lib/domain/ledger-snapshot'
import { nameKey } from '@/lib/domain/ledger-text'
import { isUuid } from '@/lib/schemas/id'
import type { Issue, IssueSource, Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import type { Tx } from './db'
import { enterpriseNames } from './enterprise-people'
import { caseOf, routeColumns } from './issue-rows'
import { loadPeople } from './ledger-snapshot'

/** A project a ledger can name. */
export type NamedProject = Readonly<{ id: string; name: string; status: string; enterpriseId: string | null }>

/** A problem a row means, with what the row is compared with. */
export type MeantIssue = Issue &
  Readonly<{ known: KnownIssue; complaint: Prisma.ComplaintGetPayload<typeof routeColumns> | null }>

/** Everything of the district a ledger of problems may speak of. */
export type IssueBook = Readonly<{
  snapshot: LedgerSnapshot
  mappings: readonly Readonly<{ id: string; kind: string; text: string; targetId: string }>[]
  projects: readonly NamedProject[]
  /** Problems as rows are told from each other, the oldest first. */
  outlines: readonly Readonly<{
    id: string
    number: number
    source: IssueSource
    text: string
    projectId: string | null
    enterpriseId: string | null
  }>[]
}>

/** Whom the rows of a ledger name as the one who does it. */
export const ownersSaid = (rows: readonly IssueLedgerRow[]): LedgerPerson[] =>
  rows.flatMap(({ owner }) => (owner === null ? [] : (readPerson(owner) ?? [])))

/**
 * What the district knows that the rows of a ledger of problems may speak of, in a fixed number of queries whatever the number
 * of rows. Names are compared as the rules compare them, which SQL cannot.
 */
export async function loadIssueBook(
  tx: Tx,
  { districtId }: Actor,
  rows: readonly IssueLedgerRow[],
  answers: LedgerAnswers,
): Promise<IssueBook> {
  const where = { districtId }
  const mappings = await tx.nameMapping.findMany({
    where,
    select: { id: true, kind: true, text: true, targetId: true },
  })
  const district = await tx.district.findUniqueOrThrow({ where: { id: districtId }, select: { name: true } })
  const units = await tx.org.findMany({
    where: { districtId, dissolvedOn: null },
    select: { id: true, kind: true, name: true, shortName: true, aliases: true },
  })
  const firms = await enterpriseNames(tx, districtId)
  const projects = await tx.project.findMany({
    where,
    select: { id: true, name: true, status: true, enterpriseId: true },
    orderBy: { number: 'asc' },
  })
  const outlines = await tx.issue.findMany({
    where,
    select: { id: true, number: true, source: true, text: true, projectId: true, enterpriseId: true },
    orderBy: { number: 'asc' },
  })
  const named = Object.values(answers.PERSON ?? {})
  const people = await loadPeople(tx, districtId, ownersSaid(rows), named, [
    ...named.filter(isUuid),
    ...mappings.flatMap(({ kind, targetId }) => (kind === 'PERSON' ? [targetId] : [])),
  ])
  const snapshot: LedgerSnapshot = {
    districtId,
    districtName: district.name,
    units,
    people,
    firms,
    projects: [],
    mappings,
    nextProjectNumber: 0,
    nextIssueNumber: 0,
  }
  return { snapshot, mappings, projects, outlines }
}

/** Moves whose words say how far a problem is. */
const TELLING = ['REPORT', 'ANSWER', 'NOTE']

/** What was said last about how far each problem is, as its ledger says it 当前进展情况. */
async function progressOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const told = await tx.issueMove.findMany({
    where: { issueId: { in: [...ids] }, kind: { in: TELLING }, text: { not: null } },
    select: { issueId: true, text: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return new Map(told.flatMap(({ issueId, text }) => (text === null ? [] : [[issueId, text] as const])))
}

/** Problems by their ids, as a ledger can speak of them. */
export async function loadMeantIssues(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MeantIssue>> {
  const found = await tx.issue.findMany({ where: { id: { in: [...ids] } }, include: { complaint: routeColumns } })
  const progress = await progressOf(tx, ids)
  return new Map(
    found.map((issue) => {
      const { text, kind, supportIds, ownerId, revisit, note } = issue
      const known: KnownIssue = {
        facts: caseOf(issue),
        words: { text, kind, supportIds, ownerId, revisit, note },
        raisedOn: fromDb(issue.raisedOn),
        progress: progress.get(issue.id) ?? null,
      }
      return [issue.id, { ...issue, known }] as const
    }),
  )
}

/** Whom a row is about: a project, or an enterprise, with the project it is counted at. */
export type RowAbout = Readonly<{
  project: NamedProject | null
  enterpriseId: string | null
  /** The enterprise was named and has one project, which is meant. */
  taken: boolean
}>

/** Finds projects and enterprises by the name a ledger gives them. */
export class AboutBook {
  private readonly byName: ReadonlyMap<string, NamedProject>
  private readonly byFirm = new Map<string, NamedProject[]>()

  constructor(projects: readonly NamedProject[]) {
    this.byName = new Map(projects.map((project) => [nameKey(project.name), project]))
    for (const project of projects)
      if (project.enterpriseId && project.status === 'ACTIVE')
        this.byFirm.set(project.enterpriseId, [...(this.byFirm.get(project.enterpriseId) ?? []), project])
  }

  /** @param firmOf the enterprise of a name, made where nobody knows it */
  find(name: string, firmOf: (name: string) => string): RowAbout {
    const project = this.byName.get(nameKey(name))
    if (project) return { project, enterpriseId: project.enterpriseId, taken: false }
    const enterpriseId = firmOf(name)
    const own = this.byFirm.get(enterpriseId) ?? []
    const only = own.length === 1 ? (own[0] ?? null) : null
    return { project: only, enterpriseId, taken: only !== null }
  }
}
