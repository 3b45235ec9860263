import type { LedgerPerson } from './ledger-person'
import type { KnownPerson, LedgerSnapshot } from './ledger-snapshot'
import { nameKey } from './ledger-text'

/** In which part a ledger names somebody; a contact belongs to an enterprise, the others to the government. */
export type PersonSide = 'leader' | 'steward' | 'contact' | 'issue.owner'
/** `namesake`: made although the district knows somebody of that name on that side, with another number or none. */
export type FoundPerson = Readonly<
  { kind: 'known' | 'new'; person: KnownPerson; namesake: boolean } | { kind: 'ambiguous' }
>

/**
 * Finds or makes the people a ledger names 人员.
 *
 * A person is a name with a telephone number; a name alone is somebody only if exactly one person of that name stands on
 * that side (a leader is not the enterprise contact who bears the same name). Numbers are therefore read first. Who is
 * written with a surname and a title is never made, only found.
 */
export class PeopleBook {
  private readonly byName = new Map<string, KnownPerson[]>()
  private readonly byPhone = new Map<string, KnownPerson[]>()
  private readonly byId = new Map<string, KnownPerson>()
  private readonly madeIds = new Set<string>()
  private readonly namesakeIds = new Set<string>()
  private readonly answers = new Map<string, string>()
  readonly made: (KnownPerson & { title: string | null })[] = []

  constructor(
    snapshot: Pick<LedgerSnapshot, 'people' | 'mappings'>,
    private readonly newId: () => string,
  ) {
    for (const person of snapshot.people) this.remember(person)
    for (const { kind, text, targetId } of snapshot.mappings)
      if (kind === 'PERSON') this.answers.set(nameKey(text), targetId)
  }

  private remember(person: KnownPerson) {
    const into = (book: Map<string, KnownPerson[]>, key: string) => {
      const known = book.get(key)
      if (known) known.push(person)
      else book.set(key, [person])
    }
    into(this.byName, nameKey(person.name))
    if (person.phone !== null) into(this.byPhone, person.phone)
    this.byId.set(person.id, person)
  }

  private namesakes = (name: string) => this.byName.get(nameKey(name)) ?? []

  private onSide(person: KnownPerson, side: PersonSide, enterpriseId: string | null): boolean {
    if (side === 'contact') return person.enterpriseId !== null && person.enterpriseId === enterpriseId
    return person.enterpriseId === null
  }

  private answered(said: LedgerPerson): KnownPerson | null {
    const id = this.answers.get(nameKey(`${said.name}${said.phone ?? ''}`)) ?? this.answers.get(nameKey(said.name))
    return id ? (this.byId.get(id) ?? null) : null
  }

  find(said: LedgerPerson, side: PersonSide, enterpriseId: string | null): FoundPerson {
    const answered = this.answered(said)
    if (answered) return { kind: 'known', person: answered, namesake: false }
    if (said.unnamed) return this.ofNumber(said)
    const namesakes = this.namesakes(said.name)
    if (said.phone) {
      const same = namesakes.find((person) => person.phone === said.phone)
      return same ? this.known(same) : this.make(said, side, enterpriseId)
    }
    const near = namesakes.filter((person) => this.onSide(person, side, enterpriseId))
    const fitting = side === 'leader' && near.length > 1 ? near.filter((person) => person.leadership) : near
    if (fitting.length === 1) return this.known(fitting[0] as KnownPerson)
    return near.length > 1 ? { kind: 'ambiguous' } : this.make(said, side, enterpriseId)
  }

  /** Whoever has the number and the surname; a title alone makes nobody. */
  private ofNumber({ name, phone }: LedgerPerson): FoundPerson {
    const fitting = (this.byPhone.get(phone ?? '') ?? []).filter((person) => person.name[0] === name[0])
    return fitting.length === 1 ? this.known(fitting[0] as KnownPerson) : { kind: 'ambiguous' }
  }

  private known = (person: KnownPerson): FoundPerson => ({
    kind: this.madeIds.has(person.id) ? 'new' : 'known',
    person,
    namesake: this.namesakeIds.has(person.id),
  })

  private make(said: LedgerPerson, side: PersonSide, enterpriseId: string | null): FoundPerson {
    const person = {
      id: this.newId(),
      name: said.name,
      phone: said.phone,
      title: said.title,
      enterpriseId: side === 'contact' ? enterpriseId : null,
      leadership: side === 'leader',
      projects: 0,
    }
    const alike = this.namesakes(said.name).some(
      (other) => !this.madeIds.has(other.id) && this.onSide(other, side, enterpriseId),
    )
    if (alike) this.namesakeIds.add(person.id)
    this.made.push(person)
    this.madeIds.add(person.id)
    this.remember(person)
    return this.known(person)
  }
}
