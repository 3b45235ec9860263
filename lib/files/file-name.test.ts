import { expect, test } from 'vitest'
import { dispositionOf, fileNameOf } from './file-name'

test.each([
  ['批文.pdf', 'pdf', '批文.pdf'],
  ['照片.JPEG', 'jpeg', '照片.jpeg'],
  ['report.pdf.exe', 'pdf', 'report.pdf'],
  ['批文.exe', 'pdf', '批文.pdf'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\fakepath\\批文.pdf', 'pdf', '批文.pdf'],
  ['批文\u202egpj.exe', 'pdf', '批文gpj.pdf'],
  ['.htaccess', 'png', 'htaccess.png'],
  ['a\r\nSet-Cookie: x.pdf', 'pdf', 'aSet-Cookie x.pdf'],
  ['', 'pdf', 'file.pdf'],
  ['...', 'jpeg', 'file.jpg'],
  ['二七消审〔2026〕18号.审查意见', 'pdf', '二七消审〔2026〕18号.审查意见.pdf'],
  ['合同.wps', 'docx', '合同.wps'],
  ['a\ud800.png', 'png', 'a.png'],
] as const)('%j as %s becomes %j', (said, type, name) => expect(fileNameOf(said, type)).toBe(name))

test('a very long name keeps its ending', () => {
  const name = fileNameOf(`${'汉'.repeat(255)}.pdf`, 'pdf')
  expect(name).toBe(`${'汉'.repeat(80)}.pdf`)
})

test('a download says its name in ASCII, and in full as RFC 5987 has it', () => {
  expect(dispositionOf("批文(1)'终'.pdf")).toBe(
    'attachment; filename="file.pdf"; filename*=UTF-8\'\'%E6%89%B9%E6%96%87%281%29%27%E7%BB%88%27.pdf',
  )
})
