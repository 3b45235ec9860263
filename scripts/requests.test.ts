import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { divertLargeForm, logDeadEnds, markWholePage, refuseEngine } from './requests.mjs'

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

test('of the public page nothing is written down, whatever it answers', () => {
  for (const url of ['/r', '/r?code=x', '/r/7K3M2-9XQ4T', '/r/7K3M2-9XQ4T/report'])
    expect(answered(url, 404)).toEqual([])
  expect(answered('/rules', 404)).toHaveLength(1)
})

test('whoever speaks to the engine behind the public page is refused, and only there', () => {
  const said: unknown[] = []
  const res = { writeHead: (status: number) => said.push(status), end: () => {} }
  for (const name of ['next-action', 'rsc', 'next-router-state-tree'])
    expect(refuseEngine({ url: '/r/7K3M2', headers: { [name]: '1' } }, res)).toBe(true)
  expect(said).toEqual([400, 400, 400])
  expect(refuseEngine({ url: '/r/7K3M2', headers: {} }, res)).toBe(false)
  expect(refuseEngine({ url: '/rules', headers: { rsc: '1' } }, res)).toBe(false)
})

test('photos of the public page go to its own handler, however large', () => {
  const headers = { 'content-length': '9000000', 'content-type': 'multipart/form-data; boundary=x' }
  const sent = { method: 'POST', url: '/r/7K3M2', headers: { ...headers } }
  divertLargeForm(sent)
  expect(sent.url).toBe('/r/7K3M2')
  const other = { method: 'POST', url: '/projects/new', headers: { ...headers } }
  divertLargeForm(other)
  expect(other.url).toBe('/api/too-large')
})

test.each([
  ['GET', {}, '1'],
  ['GET', { rsc: '1' }, undefined],
  ['GET', { rsc: '1', 'x-whole-page': '1' }, undefined],
  ['POST', { 'x-whole-page': '1' }, undefined],
])('%s with %o asks for a whole page: %s, whatever it says itself', (method, headers, whole) => {
  const req = { method, headers: { ...headers } as Record<string, string> }
  markWholePage(req)
  expect(req.headers['x-whole-page']).toBe(whole)
})
