// The fast inner loop: format and lint, types, layers, rules. No browser, no database.
import path from 'node:path'
import { finish, step, tallied, vitest } from './suite.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
step('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])
step('route types', ['node_modules/next/dist/bin/next', 'typegen'])
// What an earlier check has found is believed of every file that is still the same.
step('types', ['node_modules/typescript/bin/tsc', '--noEmit', '--tsBuildInfoFile', '.next/cache/.tsbuildinfo'])
step('layers', ['scripts/check-layers.mjs'])
// `npm test` of the same run has had them under three time zones.
if (!tallied) vitest('rules', 'unit')
finish()
