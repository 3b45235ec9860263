/**
 * A path of our own to go on to; anything that could leave the site becomes the front page.
 *
 * @example safePath('//evil.example') // '/'
 */
export function safePath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || /[\\\s]/.test(text) || text.length > 500) return '/'
  return text
}

/** Where somebody shows once more that it is him, and then goes on to where he was. */
export const proofPath = (next: string | null): string => `/prove?next=${encodeURIComponent(safePath(next))}`
