'use client'

import { useMemo } from 'react'
import { takeRows } from './rows-once'

/** The element around rows that are HTML already: given, or left where the page is rendered. */
export function RowsElement({
  as,
  html,
  at = '',
  ...props
}: {
  as: 'div' | 'section' | 'ul' | 'nav' | 'form'
  html?: string
  at?: string
  className?: string
  action?: string
  tabIndex?: number
  'aria-label'?: string
}) {
  const rows = useMemo(() => ({ dangerouslySetInnerHTML: { __html: html ?? takeRows(at) } }), [html, at])
  // Only a form is given an address to go to.
  const Element = as as 'form'
  return <Element data-rows={at} {...props} {...rows} />
}
