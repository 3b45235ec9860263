/** Address of the bulletin of a month; of one version, or with the rows of a figure open. */
export function bulletinHref(
  month: string,
  query: Readonly<{ nth?: number; figure?: string }> = {},
): `/ranking/${string}` {
  const address = new URLSearchParams()
  if (query.nth !== undefined) address.set('nth', String(query.nth))
  if (query.figure !== undefined) address.set('figure', query.figure)
  const text = address.toString()
  return `/ranking/${month}/bulletin${text ? `?${text}` : ''}`
}
