// Shown in one line of a list; a file system allows no more either.
const NAME_MAX = 120

/**
 * A file's name as it may be shown and stored: without folders, signs nobody sees and signs that turn the reading round.
 *
 * @example cleanFileName('C:\\台账\\第47周.xlsx') // '第47周.xlsx'
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? ''
  const seen = last.replace(/[\p{C}\u2028\u2029]/gu, '').trim()
  const dot = seen.lastIndexOf('.')
  const end = dot > 0 ? seen.slice(dot).slice(0, 10) : ''
  return seen.length <= NAME_MAX ? seen || '—' : `${seen.slice(0, NAME_MAX - end.length)}${end}`
}
