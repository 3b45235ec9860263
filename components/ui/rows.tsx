import { headers } from 'next/headers'
import { after } from 'next/server'
import { markupText } from './markup'
import { RowsElement } from './rows-element'
import { forgetRows, leaveRows } from './rows-once'

/**
 * A long list as the HTML it is (`markup`). A whole page holds it once: what React takes to wake the page up does not repeat
 * it, the browser reads it where it stands. Whoever comes by a link gets it as everything else.
 *
 * @example <Rows as="section" className="…"><LedgerTable page={page} /></Rows>
 */
export async function Rows({
  as,
  children,
  ...props
}: {
  as: 'div' | 'section' | 'ul' | 'nav' | 'form'
  children: React.ReactNode
  className?: string
  action?: string
  tabIndex?: number
  'aria-label'?: string
}) {
  const html = markupText(children)
  // Set by scripts/requests.mjs, for whoever asks for a page and not for a part of it.
  if ((await headers()).get('x-whole-page') !== '1') return <RowsElement as={as} html={html} {...props} />
  const at = leaveRows(html)
  after(() => forgetRows(at))
  return <RowsElement as={as} at={at} {...props} />
}
