import { PeopleBook, type PersonSide } from './ledger-people'
import type { LedgerPerson } from './ledger-person'
import type { LedgerNote, LedgerRow } from './ledger-row'
import type { KnownFirm, KnownProject, KnownUnit, LedgerSnapshot } from './ledger-snapshot'
import { nameKey, squeeze } from './ledger-text'
import { UnitBook } from './ledger-units'

/** Who and which units a row means, by id; undefined where the row says nothing. */
export type RowFacts = Readonly<{
  taskforceId?: string
  streetId?: string
  leadUnitId?: string
  enterpriseId?: string
  leaderId?: string
  contactId?: string
  stewardId?: string
  issueLeadId?: string
}>

/** Words of a ledger the district does not know. TASKFORCE and STREET hold their rows back; the others are made. */
export type UnknownWords = Readonly<Record<'TASKFORCE' | 'STREET' | 'ORG' | 'ENTERPRISE' | 'PERSON', Set<string>>>

const SEVERAL = /[、,，;；/\n]|\s{2,}/

/** Resolves the names of a ledger against the district, making what may be made. */
export class Resolver {
  readonly units: UnitBook
  readonly people: PeopleBook
  private readonly firms = new Map<string, KnownFirm>()
  readonly madeFirms: KnownFirm[] = []
  readonly madeUnits: KnownUnit[] = []
  readonly unknown: UnknownWords = {
    TASKFORCE: new Set(),
    STREET: new Set(),
    ORG: new Set(),
    ENTERPRISE: new Set(),
    PERSON: new Set(),
  }

  constructor(
    snapshot: LedgerSnapshot,
    private readonly newId: () => string,
  ) {
    this.units = new UnitBook(snapshot)
    this.people = new PeopleBook(snapshot, newId)
    for (const firm of snapshot.firms) this.firms.set(nameKey(firm.name), firm)
    const byId = new Map(snapshot.firms.map((firm) => [firm.id, firm]))
    for (const { kind, text, targetId } of snapshot.mappings) {
      const firm = kind === 'ENTERPRISE' ? byId.get(targetId) : undefined
      if (firm) this.firms.set(nameKey(text), firm)
    }
  }

  /** 专班 and street of a row: what must be known before the row goes in. */
  place(
    row: LedgerRow,
    isNew: boolean,
  ): { taskforce: KnownUnit | null; street: KnownUnit | null; notes: LedgerNote[] } {
    const notes: LedgerNote[] = []
    const taskforce = row.team ? this.units.find('TASKFORCE', row.team) : this.hinted(row)
    const asked = row.team ?? (taskforce ? null : (row.teamHints.find((hint) => /专班$/.test(squeeze(hint))) ?? null))
    if (!taskforce && asked) {
      this.unknown.TASKFORCE.add(asked)
      notes.push({ severity: 'question', code: 'TASKFORCE_UNKNOWN', params: { text: asked } })
    } else if (!taskforce && isNew) notes.push({ severity: 'warning', code: 'TASKFORCE_MISSING', params: {} })
    const street = row.street ? this.units.find('STREET', row.street) : null
    if (!street && row.street) {
      this.unknown.STREET.add(row.street)
      notes.push({ severity: 'question', code: 'STREET_UNKNOWN', params: { text: row.street } })
    }
    return { taskforce, street, notes }
  }

  private hinted = (row: LedgerRow): KnownUnit | null => {
    for (const hint of row.teamHints) {
      const unit = this.units.find('TASKFORCE', hint)
      if (unit) return unit
    }
    return null
  }

  firm(name: string): KnownFirm {
    const known = this.firms.get(nameKey(name))
    if (known) return known
    const made = { id: this.newId(), name: squeeze(name) === name ? name : name.replace(/\s+/g, ' ') }
    this.firms.set(nameKey(name), made)
    this.madeFirms.push(made)
    this.unknown.ENTERPRISE.add(made.name)
    return made
  }

  /** The unit that leads; nobody where one of the district’s does the same work under another name: the office says which. */
  leadUnit(said: string, notes: LedgerNote[]): KnownUnit | null {
    const known = this.units.find('ORG', said)
    if (known) return known
    const name =
      said
        .split(SEVERAL)
        .map((part) => part.trim())
        .find(Boolean) ?? said
    if (name !== said) notes.push({ severity: 'warning', code: 'LEAD_UNIT_FIRST', params: { text: name } })
    const first = this.units.find('ORG', name)
    if (first) return first
    const likely = this.units.likely(name)
    if (likely.length > 0) {
      const like = likely.map((unit) => unit.name).join('、')
      notes.push({ severity: 'warning', code: 'LEAD_UNIT_LIKE', params: { field: 'leadUnit', text: name, like } })
      return null
    }
    const made = { id: this.newId(), kind: 'AGENCY', name, shortName: name, aliases: [] }
    this.units.add(made)
    this.madeUnits.push(made)
    this.unknown.ORG.add(name)
    return made
  }

  person(said: LedgerPerson, side: PersonSide, enterpriseId: string | null, notes: LedgerNote[]): string | undefined {
    const found = this.people.find(said, side, enterpriseId)
    const words = said.phone ? `${said.name} ${said.phone}` : said.name
    if (found.kind !== 'known') this.unknown.PERSON.add(words)
    const params = { field: side, name: said.name, text: words }
    if (found.kind !== 'ambiguous') {
      if (found.namesake) notes.push({ severity: 'warning', code: 'PERSON_NAMESAKE', params })
      return found.person.id
    }
    if (said.unnamed) notes.push({ severity: 'warning', code: 'PERSON_UNNAMED', params })
    else notes.push({ severity: 'warning', code: 'PERSON_AMBIGUOUS', params })
    return undefined
  }

  /** People with a telephone number, read first so that a name alone finds them whatever the order of the rows. */
  meet(row: LedgerRow, enterpriseId: string | null): void {
    const none: LedgerNote[] = []
    if (row.steward?.phone) this.person(row.steward, 'steward', null, none)
    if (row.contact?.phone) this.person(row.contact, 'contact', enterpriseId, none)
    if (row.leader?.phone) this.person(row.leader, 'leader', null, none)
  }

  facts(row: LedgerRow, project: KnownProject | null, taskforce: KnownUnit | null, street: KnownUnit | null) {
    const notes: LedgerNote[] = []
    const enterpriseId = row.enterprise ? this.firm(row.enterprise).id : (project?.enterpriseId ?? null)
    const spoken = row.request ? this.units.spokenOf(row.request) : null
    const facts: RowFacts = {
      taskforceId: taskforce?.id,
      streetId: street?.id,
      leadUnitId: row.leadUnit ? this.leadUnit(row.leadUnit, notes)?.id : undefined,
      enterpriseId: row.enterprise ? (enterpriseId ?? undefined) : undefined,
      leaderId: row.leader ? this.person(row.leader, 'leader', null, notes) : undefined,
      contactId: row.contact ? this.person(row.contact, 'contact', enterpriseId, notes) : undefined,
      stewardId: row.steward ? this.person(row.steward, 'steward', null, notes) : undefined,
      issueLeadId: spoken?.id,
    }
    return { facts, notes }
  }
}
