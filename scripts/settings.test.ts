import { expect, test } from 'vitest'
import { databaseProblem, servingProblem } from './settings.mjs'

const REAL = { DATABASE_URL: 'postgresql://db/app' }
const SECRET = 'x'.repeat(32)

test('a fixed day and a reset are for the demo: beside a real database both are refused', () => {
  expect(databaseProblem({})).toBeUndefined()
  expect(databaseProblem({ APP_TODAY: '2026-11-23' })).toBeUndefined()
  expect(databaseProblem(REAL)).toBeUndefined()
  expect(databaseProblem({ ...REAL, APP_TODAY: '2026-11-23' })).toContain('APP_TODAY')
  expect(databaseProblem({ ...REAL, APP_TODAY: '2026-11-23', ALLOW_FAKE_DAY: '1' })).toBeUndefined()
  expect(databaseProblem({ ...REAL, APP_TODAY: '2026-11-23', EMBEDDED_DATABASE: '1' })).toBeUndefined()
  expect(databaseProblem(REAL, true)).toContain('DATABASE_URL')
  expect(databaseProblem({ ...REAL, EMBEDDED_DATABASE: '1' }, true)).toBeUndefined()
})

test.each(['2026-02-30', '23.11.2026', 'today'])('%s is no day', (day) => {
  expect(databaseProblem({ APP_TODAY: day })).toContain(day)
})

test('a secret that can be guessed is refused, counted in bytes', () => {
  expect(servingProblem({ NEXTAUTH_SECRET: 'x'.repeat(31) }, true)).toContain('NEXTAUTH_SECRET')
  expect(servingProblem({ NEXTAUTH_SECRET: SECRET }, true)).toBeUndefined()
  expect(servingProblem({ NEXTAUTH_SECRET: '密'.repeat(11) }, true)).toBeUndefined()
  expect(servingProblem({ PLATE_SECRET: 'short' }, true)).toContain('PLATE_SECRET')
  expect(servingProblem({}, true)).toBeUndefined()
})

test('in production the address is set, and is an origin', () => {
  expect(servingProblem({ ...REAL, NEXTAUTH_SECRET: SECRET }, true)).toContain('APP_ORIGIN')
  expect(servingProblem({ ...REAL, NEXTAUTH_SECRET: SECRET }, false)).toBeUndefined()
  expect(servingProblem({ ...REAL, APP_ORIGIN: 'https://xmgj.example.gov.cn' }, true)).toBeUndefined()
  for (const wrong of [
    'xmgj.example.gov.cn',
    'https://xmgj.example.gov.cn/',
    'https://xmgj.example.gov.cn/app',
    'ftp://x',
  ])
    expect(servingProblem({ ...REAL, APP_ORIGIN: wrong }, true), wrong).toContain(wrong)
})

test('a help line is a phone people can call', () => {
  for (const line of ['0371-12345678', '12345', '0371-12345678转801', '+86 371 12345678'])
    expect(servingProblem({ HELP_LINE: line }, false)).toBeUndefined()
  expect(servingProblem({ HELP_LINE: '问办公室' }, false)).toContain('HELP_LINE')
})
