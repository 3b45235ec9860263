import { Fragment, isValidElement, type ReactNode } from 'react'

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark)

const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])

/** Names React spells otherwise than HTML and SVG do. */
const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  defaultChecked: 'checked',
  defaultValue: 'value',
  fillRule: 'fill-rule',
  fontSize: 'font-size',
  fontWeight: 'font-weight',
  paintOrder: 'paint-order',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  strokeWidth: 'stroke-width',
  textAnchor: 'text-anchor',
}

/** Lengths with their unit, as text. */
const styleText = (style: Readonly<Record<string, string>>): string =>
  Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';')

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null || name === 'children') return ''
  const called = NAMES[name] ?? name
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return ` ${called}="${escaped(String(value))}"`
    case 'boolean':
      if (/^(aria|data)-/.test(called)) return ` ${called}="${value}"`
      return value ? ` ${called}=""` : ''
    default:
      if (name === 'style') return ` style="${escaped(styleText(value as Record<string, string>))}"`
      throw new Error(`${name} has no place in markup`)
  }
}

/**
 * Elements as the HTML they are, for long lists that need nothing of the browser's React: as elements each row is rendered
 * once into the page's payload, a second time into its HTML, and a third time at the reader's. As text it is said once.
 *
 * Only plain elements and components without state; everything is escaped. A component of the browser's, a handler or a
 * promise is refused.
 *
 * @example <section className="…" {...markup(<LedgerTable page={page} />)} />
 */
export const markup = (node: ReactNode) => ({
  // Whoever is in one of the rows when they are written anew stays there: components/ui/row-focus.ts.
  'data-rows': '',
  dangerouslySetInnerHTML: { __html: markupText(node) },
})

export function markupText(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return node.map(markupText).join('')
  if (!isValidElement<Record<string, unknown>>(node)) throw new Error('only elements have markup')
  const { type, props } = node
  if (type === Fragment) return markupText(props.children as ReactNode)
  if (typeof type === 'string') {
    let text = `<${type}`
    for (const name in props) text += attribute(name, props[name])
    return VOID.has(type) ? `${text}/>` : `${text}>${markupText(props.children as ReactNode)}</${type}>`
  }
  // Components of the browser's are functions here as well, which only React may resolve.
  if (typeof type !== 'function' || '$$typeof' in type) throw new Error('only components of the server have markup')
  return markupText((type as (props: unknown) => ReactNode)(props))
}
