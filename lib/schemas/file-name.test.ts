import { expect, test } from 'vitest'
import { cleanFileName } from './file-name'

test.each([
  ['第47周.xlsx', '第47周.xlsx'],
  ['C:\\台账\\第47周.xlsx', '第47周.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['台账\u202excod.xlsx', '台账xcod.xlsx'],
  ['台账\u0000\n.csv', '台账.csv'],
  ['', '—'],
  [`${'长'.repeat(255)}.xlsx`, `${'长'.repeat(115)}.xlsx`],
])('%j is shown as %s', (name, shown) => expect(cleanFileName(name)).toBe(shown))
