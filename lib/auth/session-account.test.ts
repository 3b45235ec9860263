import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** What may know a session before its second factor: its own pages and form, and what needs only language and looks. */
const KNOW_IT = [
  'app/layout.tsx',
  'app/login/page.tsx',
  'app/mfa/page.tsx',
  'app/mfa/setup/page.tsx',
  'lib/actions/second-factor.ts',
  'lib/auth/page-title.ts',
  'lib/auth/require-actor.ts',
]

test('everything else sees nobody signed in until the second factor is given', () => {
  const found = ['app', 'components', 'lib']
    .flatMap((top) =>
      readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name}`),
    )
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
    .filter((name) => /\bsessionAccount\b|\bfindSession\b/.test(readFileSync(path.join(root, name), 'utf8')))
  expect(found.sort()).toEqual([...KNOW_IT, 'lib/data/sessions.ts'].sort())
})
