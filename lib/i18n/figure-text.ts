import type { Locale } from './locale'
import { MESSAGES } from './messages'

type Words = Readonly<{ label: string; definition: string }>
type Tree = Readonly<{ [name: string]: Tree | string }>

/** What a figure is called and how it is counted, by its name; nothing where it has no words. */
export function figureWords(name: string, locale: Locale): Words | null {
  let at: Tree | string | undefined = MESSAGES[locale].figures as Tree
  for (const piece of name.split('.')) at = typeof at === 'object' ? at[piece] : undefined
  if (typeof at !== 'object') return null
  const { label, definition } = at
  return typeof label === 'string' && typeof definition === 'string' ? { label, definition } : null
}
