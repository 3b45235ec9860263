declare const proven: unique symbol

/**
 * Somebody on the public page, without an account 公众: known by the district and the point whose plate was scanned, and by
 * nothing else. Only lib/auth makes one.
 *
 * @source SECURITY.md §3.2 (anonymous must be anonymous)
 */
export type Visitor = Readonly<{ districtId: string; pointId: string | null }> & { readonly [proven]: true }
