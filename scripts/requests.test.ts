import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { logDeadEnds } from './requests.mjs'

const NONCE = Buffer.from('9e7b7a21-0000-4000-8000-000000000000').toString('base64')

function answered(url: string, statusCode: number): string[] {
  const lines: string[] = []
  const headers = { 'content-security-policy': `script-src 'self' 'nonce-${NONCE}'` }
  const res = Object.assign(new EventEmitter(), {
    statusCode,
    getHeader: (name: keyof typeof headers) => headers[name],
  })
  logDeadEnds({ url }, res, (line: string) => lines.push(line))
  res.emit('finish')
  return lines
}

test('a page that led nowhere is found in the log by the number it shows, without what was asked for', () => {
  const [line = ''] = answered('/accounts?q=李', 403)
  expect(JSON.parse(line)).toMatchObject({ number: '9E7B7A21', status: 403, path: '/accounts' })
  expect(line).not.toContain('李')
})

test.each([
  ['/projects', 200],
  ['/api/export/weekly', 403],
  ['/_next/static/x.js', 404],
])('%s answered with %i is no dead end', (url, status) => expect(answered(url, status)).toEqual([]))
