type Listed = Readonly<{ name: string; unit: string | null; phone: string | null }>

/** Digits by which people know a telephone number. */
const TAIL = 4

/**
 * People of a list to choose from, those of one name told apart 同名: by their units; by the last digits of the telephone too
 * where the unit is the same or none is known. Nobody else’s name changes, and no number leaves the list in full.
 *
 * @param unitShown the list says the unit beside each name already: only the digits are missing
 * @returns the same people in the same order, without their numbers
 * @example toldApart([{ name: '王芳', unit: '投促局', phone: null }, { name: '王芳', unit: '住建局', phone: null }])[0].name // 王芳 投促局
 */
export function toldApart<P extends Listed>(
  people: readonly P[],
  { unitShown = false } = {},
): Readonly<Omit<P, 'phone'>>[] {
  return people.map((person) => {
    const { phone, ...rest } = person
    const others = people.filter((one) => one !== person && one.name === person.name)
    if (others.length === 0) return rest
    const alike = person.unit === null || others.some(({ unit }) => unit === person.unit)
    const marks = [unitShown ? null : person.unit, alike && phone ? `…${phone.slice(-TAIL)}` : null]
    return { ...rest, name: [person.name, ...marks].filter(Boolean).join(' ') }
  })
}
