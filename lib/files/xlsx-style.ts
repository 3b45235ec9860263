/** How a cell looks. Colours are RRGGBB; `format` is a number format. */
export type CellStyle = Readonly<{
  font?: 'body' | 'head' | 'title'
  align?: 'left' | 'center' | 'right'
  format?: string
  fill?: string
  border?: boolean
  wrap?: boolean
}>

/** Fonts of government papers; where a machine lacks one, its spreadsheet takes its own. */
const FONTS = {
  body: '<font><sz val="10"/><name val="宋体"/><charset val="134"/></font>',
  head: '<font><b/><sz val="10"/><name val="宋体"/><charset val="134"/></font>',
  title: '<font><sz val="22"/><name val="方正小标宋简体"/><charset val="134"/></font>',
} as const
const FONT_ORDER = Object.keys(FONTS)

const side = (name: string) => `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>`
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Collects the distinct looks of a workbook and hands out their numbers. */
export class StyleBook {
  private readonly ids = new Map<string, number>([['{}', 0]])
  private readonly styles: CellStyle[] = [{}]

  id(style: CellStyle): number {
    const key = JSON.stringify(style)
    const known = this.ids.get(key)
    if (known !== undefined) return known
    this.ids.set(key, this.styles.length)
    return this.styles.push(style) - 1
  }

  /** The part `xl/styles.xml`. */
  xml(): string {
    const formats = [...new Set(this.styles.flatMap((s) => s.format ?? []))]
    const fills = [...new Set(this.styles.flatMap((s) => s.fill ?? []))]
    // The first two fills are fixed by the format itself.
    const solid = fills.map(
      (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`,
    )
    const xfs = this.styles.map((s) => {
      const font = FONT_ORDER.indexOf(s.font ?? 'body')
      const fill = s.fill ? fills.indexOf(s.fill) + 2 : 0
      const format = s.format ? formats.indexOf(s.format) + 164 : 0
      const horizontal = s.align ? ` horizontal="${s.align}"` : ''
      return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${s.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${horizontal} vertical="center"${s.wrap ? ' wrapText="1"' : ''}/></xf>`
    })
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      `<numFmts count="${formats.length}">${formats.map((f, i) => `<numFmt numFmtId="${i + 164}" formatCode="${attribute(f)}"/>`).join('')}</numFmts>`,
      `<fonts count="${FONT_ORDER.length}">${Object.values(FONTS).join('')}</fonts>`,
      `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid.join('')}</fills>`,
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${BORDER}</borders>`,
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('')
  }
}
