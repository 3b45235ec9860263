import type { KnownUnit, LedgerSnapshot, MappingKind } from './ledger-snapshot'
import { nameKey } from './ledger-text'
import { familyOf } from './unit-family'

type UnitKind = Extract<MappingKind, 'TASKFORCE' | 'STREET' | 'ORG'>

const SUFFIX: Readonly<Record<UnitKind, RegExp>> = {
  TASKFORCE: /(?:产业)?(?:发展)?(?:工作)?专班$/,
  STREET: /(?:街道办事处|街道办|办事处|街道|乡人民政府|镇人民政府|乡政府|镇政府|乡|镇)$/,
  ORG: /$/,
}

/** What is left of a unit's name without its district, its brackets and the word every unit of its kind ends with. */
function coreOf(kind: UnitKind, key: string, districtName: string): string {
  const short = districtName.replace(/[区县市]$/, '')
  const bare = key.replace(/[((][^(())]*[))]/g, '').replace(nameKey(districtName), '')
  return bare
    .replace(nameKey(short), '')
    .replace(kind === 'ORG' ? /^区/ : /^$/, '')
    .replace(SUFFIX[kind], '')
}

/** Finds the unit a ledger's word means: an answer given before, its name, short name or alias, else its core if only one fits. */
export class UnitBook {
  private readonly answers = new Map<string, string>()
  private readonly byId = new Map<string, KnownUnit>()
  private readonly exact = new Map<string, KnownUnit>()
  private readonly cores = new Map<string, KnownUnit | null>()

  constructor(private readonly snapshot: Pick<LedgerSnapshot, 'districtName' | 'units' | 'mappings'>) {
    for (const { kind, text, targetId } of snapshot.mappings) this.answers.set(`${kind} ${nameKey(text)}`, targetId)
    for (const unit of snapshot.units) this.add(unit)
  }

  add(unit: KnownUnit) {
    this.byId.set(unit.id, unit)
    for (const kind of this.kindsOf(unit)) {
      for (const name of [unit.name, unit.shortName, ...unit.aliases]) {
        this.exact.set(`${kind} ${nameKey(name)}`, unit)
        const core = `${kind} ${coreOf(kind, nameKey(name), this.snapshot.districtName)}`
        const other = this.cores.get(core)
        this.cores.set(core, other === undefined || other === unit ? unit : null)
      }
    }
  }

  private kindsOf = (unit: KnownUnit): UnitKind[] =>
    unit.kind === 'TASKFORCE' || unit.kind === 'STREET' ? [unit.kind, 'ORG'] : ['ORG']

  /** The unit, or null when nobody has said which it is. */
  find(kind: UnitKind, text: string): KnownUnit | null {
    const key = nameKey(text)
    const answered = this.answers.get(`${kind} ${key}`)
    if (answered) return this.byId.get(answered) ?? null
    const core = coreOf(kind, key, this.snapshot.districtName)
    return this.exact.get(`${kind} ${key}`) ?? (core.length >= 2 ? (this.cores.get(`${kind} ${core}`) ?? null) : null)
  }

  /** Units that do the same work as the one a ledger names, by their names; whether one of them is meant, a person says. */
  likely(text: string): KnownUnit[] {
    const family = this.familyOf(text)
    if (family === null) return []
    return this.snapshot.units.filter(
      (unit) => unit.kind === 'AGENCY' && [unit.name, unit.shortName].some((name) => this.familyOf(name) === family),
    )
  }

  private familyOf = (name: string): number | null => familyOf(coreOf('ORG', nameKey(name), this.snapshot.districtName))

  named = (id: string | null): string | null => (id === null ? null : (this.byId.get(id)?.name ?? null))

  /** The unit a sentence speaks of: “请区城市管理局协调”. The longest name wins. */
  spokenOf(sentence: string): KnownUnit | null {
    const key = nameKey(sentence)
    let best: { unit: KnownUnit; length: number } | null = null
    for (const [name, unit] of this.exact) {
      const word = name.slice(name.indexOf(' ') + 1)
      if (word.length >= 3 && word.length > (best?.length ?? 0) && key.includes(word))
        best = { unit, length: word.length }
    }
    return best?.unit ?? null
  }
}
