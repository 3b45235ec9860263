// The fast inner loop: format and lint, types, layers, rules. No browser, no database.
import path from 'node:path'
import { finish, step, vitest } from './suite.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
step('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])
step('route types', ['node_modules/next/dist/bin/next', 'typegen'])
step('types', ['node_modules/typescript/bin/tsc', '--noEmit'])
step('layers', ['scripts/check-layers.mjs'])
vitest('rules', 'unit')
finish()
