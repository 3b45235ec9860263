// Everything a release needs, from a fresh clone: rules under three time zones, integration on a real PostgreSQL,
// journeys in a real browser.
import path from 'node:path'
import { prepareBrowser } from './browser.mjs'
import { finish, playwright, vitest } from './suite.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
// Tests bring their own databases; one that was given is nobody's playground. Empty, because .env fills what is unset.
process.env.DATABASE_URL = ''
// Before minutes of tests that do not need it, so that a machine it cannot be had on says so at once.
if (!prepareBrowser()) process.exit(1)
for (const [at, zone] of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].entries())
  vitest(`rules in ${zone}`, 'unit', { TZ: zone, ...(at > 0 ? { ZONE_AGAIN: '1' } : {}) })
vitest('integration', 'integration')
playwright()
finish()
