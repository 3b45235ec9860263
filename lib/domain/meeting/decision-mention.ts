/** A unit or person a sentence may name, and the ways it is written: names, short names, pinyin, initials; lower case. */
export type BookEntry = Readonly<{ id: string; name: string; words: readonly string[] }>
export type BookUnit = BookEntry
export type BookPerson = BookEntry & Readonly<{ orgId: string | null; unit: string | null }>

/** Who may be named in a decision 单位与人员. */
export type Book = Readonly<{
  units: readonly BookUnit[]
  people: readonly BookPerson[]
  /** Names of those whose accounts are disabled: they can be given nothing, and whoever names one is told so. */
  disabled?: readonly string[]
}>

/** A place of a sentence that names somebody; several where the same letters or name stand for more than one. */
export type Mention = Readonly<{
  at: number
  end: number
  said: string
  units: readonly BookUnit[]
  people: readonly BookPerson[]
}>

/** Letters that begin a unit's initials count from here on; one letter names nobody. */
const LETTERS_MIN = 2
/** More than this is no choice any more. */
const CHOICES_MAX = 8
const LETTERS = /^[a-z][a-z0-9]*/u
/** `市住建局` is the city's, not the district's of that name. */
const ABOVE = /(?:市|省)$/u
const isLatin = (word: string) => /^[a-z0-9]+$/u.test(word)

type Index = ReadonlyMap<string, Readonly<{ units: BookUnit[]; people: BookPerson[] }>>

function indexOf({ units, people }: Book): Index {
  const index = new Map<string, { units: BookUnit[]; people: BookPerson[] }>()
  const entry = (word: string) => {
    const known = index.get(word) ?? { units: [], people: [] }
    index.set(word, known)
    return known
  }
  for (const unit of units) for (const word of new Set(unit.words)) if (word.length > 1) entry(word).units.push(unit)
  for (const one of people) for (const word of new Set(one.words)) if (word.length > 1) entry(word).people.push(one)
  return index
}

/** Those whose initials begin with some letters, where nobody's are just these. */
function beginning(index: Index, letters: string) {
  const units = new Set<BookUnit>()
  const people = new Set<BookPerson>()
  for (const [word, found] of index) {
    if (!isLatin(word) || !word.startsWith(letters)) continue
    for (const unit of found.units) units.add(unit)
    for (const one of found.people) people.add(one)
  }
  // A unit is what people mean by a few letters; a person only where no unit begins with them.
  return units.size > 0 ? { units: [...units], people: [] } : { units: [], people: [...people] }
}

/**
 * Units and people a sentence names, in its order: by any of their names, the longest first, or by pinyin letters.
 *
 * Letters name somebody only in lower case, as they come from the keyboard: EPC and PPP are no units.
 */
export function mentionsIn(sentence: string, book: Book): readonly Mention[] {
  const index = indexOf(book)
  const names = [...index.keys()].filter((word) => !isLatin(word)).sort((a, b) => b.length - a.length)
  const lower = sentence.toLowerCase()
  const mentions: Mention[] = []
  let at = 0
  while (at < sentence.length) {
    const letters = LETTERS.exec(sentence.slice(at))?.[0]
    if (letters) {
      const exact = index.get(letters)
      const found = exact ?? (letters.length >= LETTERS_MIN ? beginning(index, letters) : null)
      const many = found ? found.units.length + found.people.length : 0
      if (found && many > 0 && many <= CHOICES_MAX)
        mentions.push({ at, end: at + letters.length, said: letters, units: found.units, people: found.people })
      at += letters.length
      continue
    }
    const name = names.find((word) => lower.startsWith(word, at))
    const found = name && index.get(name)
    if (name && found && ABOVE.test(sentence.slice(0, at)) && found.units.length > 0) at += name.length
    else if (name && found) {
      mentions.push({ at, end: at + name.length, said: sentence.slice(at, at + name.length), ...found })
      at += name.length
    } else at += 1
  }
  return mentions
}
