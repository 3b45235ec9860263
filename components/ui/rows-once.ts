// Rendering to HTML runs in the same process as what it renders, but has modules of its own.
const left = globalThis as unknown as { rowsOnce?: Map<string, string> }

/** Puts rows where the page that is being rendered finds them. */
export function leaveRows(html: string): string {
  left.rowsOnce ??= new Map()
  const at = crypto.randomUUID()
  left.rowsOnce.set(at, html)
  return at
}

/** The page has been sent. */
export const forgetRows = (at: string): void => {
  left.rowsOnce?.delete(at)
}

const read = new Map<string, string>()

/** Rows left for this page: on the server from memory, in the browser as they stand in it, or stood when it woke up. */
export function takeRows(at: string): string {
  if (typeof document === 'undefined') return left.rowsOnce?.get(at) ?? ''
  const html = read.get(at) ?? document.querySelector(`[data-rows="${at}"]`)?.innerHTML ?? ''
  read.set(at, html)
  return html
}
