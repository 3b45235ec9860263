import { describe, expect, test } from 'vitest'
import { blockHtml, blockText, boundsOf, cellText } from './clipboard-block'

/** A cell a spreadsheet leaves as it is. */
const TEXT = `<td style="mso-number-format:'\\@'">`

describe('a cell on its way into a spreadsheet', () => {
  test.each([
    ['money loses its separators', '126,000.00', '126000.00'],
    ['a true minus becomes one that counts', '−18.5', '-18.5'],
    ['both at once', '−18,300.00', '-18300.00'],
    ['a plus sign of a number stays', '+0.8', '+0.8'],
    ['nothing stays nothing', '—', ''],
    ['a reason keeps its colour word', '红 施工许可证  承诺超期6工作日', '红 施工许可证 承诺超期6工作日'],
    ['a name that looks like a formula is text', '=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['and so is one that looks like a command', '@SUM(1)', "'@SUM(1)"],
    ['a day is a day', '12-15 开工', '12-15 开工'],
  ])('%s', (_, shown, expected) => expect(cellText(shown)).toBe(expected))
})

test('a block is tabs between cells and lines between rows', () =>
  expect(
    blockText([
      ['甲', '1'],
      ['乙', ''],
    ]),
  ).toBe('甲\t1\r\n乙\t'))

test('a block is a table whose cells hold no markup of their own', () =>
  expect(blockHtml([['<b>甲</b>', '1&2']])).toBe(
    `<table><tr>${TEXT}&lt;b&gt;甲&lt;/b&gt;</td>${TEXT}1&amp;2</td></tr></table>`,
  ))

test('money is a number to sum; a day or a code stays what it says', () =>
  expect(blockHtml([['126000.00', '11-30', '0371', '4101030000000000123']])).toBe(
    `<table><tr><td>126000.00</td>${TEXT}11-30</td>${TEXT}0371</td>${TEXT}4101030000000000123</td></tr></table>`,
  ))

test('a name in quotation marks stays one cell', () =>
  expect(blockText([['"二七"广场', '1']])).toBe('"""二七""广场"\t1'))

test('corners come in either order', () =>
  expect(boundsOf({ from: [4, 1], to: [2, 5] })).toEqual({ top: 2, bottom: 4, left: 1, right: 5 }))
