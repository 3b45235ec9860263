/** Light red, the fill a ledger has for 红; the words beside it say why. */
const FILL = 'FFFFC7CE'

/** Styles of a workbook with those of its marks: a marked cell keeps its format, its border and its font. */
export type MarkStyles = Readonly<{
  /** The marked variant of a style. */
  marked: (style: number) => number
  /** The style of what is said about a row. */
  note: number
  /** The part with everything that was asked for. */
  xml: () => string
}>

const XF = /<((?:\w+:)?)xf\b[^>]*?(?:\/>|>[\s\S]*?<\/\1xf>)/g

/** `null` where the part is not built as spreadsheets build it: then nothing is coloured. */
export function markStyles(xml: string): MarkStyles | null {
  const fills = /<((?:\w+:)?)fills\b[^>]*>([\s\S]*?)<\/\1fills>/.exec(xml)
  const formats = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml)
  if (!fills || !formats) return null
  const [prefix = '', within = ''] = [fills[1], fills[2]]
  const fillId = [...within.matchAll(/<(?:\w+:)?fill\b/g)].length
  const known = [...(formats[2] ?? '').matchAll(XF)].map(([xf]) => xf)
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${FILL}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
  const note = known.length
  const alignment = `<${prefix}alignment vertical="top" wrapText="1"/>`
  const made = [
    `<${prefix}xf numFmtId="49" fontId="0" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1">${alignment}</${prefix}xf>`,
  ]
  const variants = new Map<number, number>()
  const marked = (style: number): number => {
    const earlier = variants.get(style)
    if (earlier !== undefined) return earlier
    const like = known[style] ?? known[0] ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`
    const id = note + made.length
    made.push(
      like.replace(/^<((?:\w+:)?)xf\b([^>]*?)(\/?>)/, (_all, own: string, attributes: string, close: string) => {
        const rest = attributes.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '')
        return `<${own}xf${rest} fillId="${fillId}" applyFill="1"${close}`
      }),
    )
    variants.set(style, id)
    return id
  }
  const counted = (name: string, body: string, count: number) =>
    `<${prefix}${name} count="${count}">${body}</${prefix}${name}>`
  return {
    marked,
    note,
    xml: () =>
      xml
        .replace(fills[0], () => counted('fills', `${within}${fill}`, fillId + 1))
        .replace(formats[0], () => counted('cellXfs', `${formats[2]}${made.join('')}`, note + made.length)),
  }
}
