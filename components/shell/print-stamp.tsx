'use client'

import { useEffect } from 'react'

/** A CSS string: what could end it, or the style around it, is written as a code. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"<>\n\r]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

const clock = () =>
  new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/**
 * Who prints, when, and which page of how many, at the foot of every page.
 *
 * A sheet of its own, made by script: the page's policy lets no inline style in once somebody has followed a link. Without
 * scripts the page is always freshly loaded, and its nonce is right.
 *
 * @param stamp words with `{time}` where the time of day goes
 * @param page three pieces between which the number of the page and of all pages stand
 */
export function PrintStamp({
  stamp,
  page,
  time,
  nonce,
}: {
  stamp: string
  page: readonly string[]
  time: string
  nonce: string | undefined
}) {
  const [before = '', between = '', after = ''] = page
  const rules = (now: string) => {
    const font = 'font:9pt sans-serif;color:#444'
    const number = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`
    const left = quoted(stamp.replace('{time}', now))
    return `@page{@bottom-left{content:${left};${font}}@bottom-right{content:${number};${font}}}`
  }
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    const write = () => sheet.replaceSync(rules(clock()))
    write()
    document.adoptedStyleSheets.push(sheet)
    window.addEventListener('beforeprint', write)
    return () => {
      window.removeEventListener('beforeprint', write)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  })
  return (
    <noscript>
      <style nonce={nonce}>{rules(time)}</style>
    </noscript>
  )
}
