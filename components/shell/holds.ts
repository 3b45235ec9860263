/** Whether a way in leads to a page or to what lies below it. */
export const holds = (href: string, path: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`))
