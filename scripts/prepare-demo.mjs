// While the first build runs: the embedded database with its demo district, which npm start would make after it. Whatever
// stands in the way is said by npm start itself, and what is left half done here is finished there.
import path from 'node:path'
import { loadSettings, openDatabase, seedIfEmpty } from './database.mjs'
import { databaseProblem, isExternal, servingProblem } from './settings.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
loadSettings()
if (isExternal(process.env) || databaseProblem(process.env) || servingProblem(process.env, true)) process.exit(0)
const embedded = await openDatabase(console.log)
const code = await seedIfEmpty()
if (embedded.started) await embedded.stopIfUnused()
process.exit(code)
