// Prisma Migrate through the WASM schema engine + pg driver adapter: no native binary needed.
// The engine code is the same Rust crate as `prisma migrate`, so _prisma_migrations rows and checksums are identical.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (m) => console.error('schema engine panic:', m) }
const root = process.cwd()
const schemaDir = path.join(root, 'prisma/schema')
const baseDir = path.join(root, 'prisma/migrations')
const filters = { externalTables: [], externalEnums: [] }

// adapter-pg 7.10's own connectToShadowDb() has two faults: a `connectionString` overrides the shadow
// `database` (the shadow would BE the main database), and dispose() drops before closing its pool.
function factory(url) {
  const u = new URL(url)
  const cfg = {
    host: u.hostname,
    port: Number(u.port || 5432),
    user: decodeURIComponent(u.username),
    password: decodeURIComponent(u.password),
    database: decodeURIComponent(u.pathname.slice(1)),
    ssl:
      u.searchParams.get('sslmode') && u.searchParams.get('sslmode') !== 'disable'
        ? { rejectUnauthorized: false }
        : undefined,
  }
  const open = async (database) => {
    const pool = new pg.Pool({ ...cfg, database, max: 1 })
    const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
    // queryRaw of adapter-pg rejects the catalog type "char" (OID 18) that the engine's introspection reads.
    const query = pool.query.bind(pool)
    let charColumns = []
    pool.query = async (...args) => {
      const res = await query(...args)
      charColumns = []
      res?.fields?.forEach((f, i) => {
        if (f.dataTypeID === 18) {
          charColumns.push(i)
          f.dataTypeID = 25
        }
      })
      return res
    }
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (q) => {
      const res = await queryRaw(q)
      for (const i of charColumns) res.columnTypes[i] = ColumnTypeEnum.Character
      return res
    }
    // adapter-pg splits scripts at every ';' (breaks $$ bodies and literals); send the script whole instead.
    adapter.executeScript = async (sql) => {
      await query(sql)
    }
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => open(cfg.database),
    async connectToShadowDb() {
      const main = await open(cfg.database)
      const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
      await main.executeScript(`CREATE DATABASE "${name}"`)
      const shadow = await open(name)
      const close = shadow.dispose.bind(shadow)
      shadow.dispose = async () => {
        await close()
        await main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
        await main.dispose()
      }
      return shadow
    },
  }
}

async function loadEngine(url) {
  const require = createRequire(import.meta.url)
  const jsPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import(jsPath)
  const bytes = await readFile(path.join(path.dirname(jsPath), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const files = await Promise.all(
    (await readdir(schemaDir))
      .filter((f) => f.endsWith('.prisma'))
      .sort()
      .map(async (f) => ({ path: path.join(schemaDir, f), content: await readFile(path.join(schemaDir, f), 'utf8') })),
  )
  const adapter = bindMigrationAwareSqlAdapterFactory(factory(url))
  const engine = await glue.SchemaEngine.new({ datamodels: files.map((f) => [f.path, f.content]) }, () => {}, adapter)
  return { engine, schema: { files } }
}

async function listMigrations() {
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => [])
  const dirs = entries
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort()
  const migrationDirectories = await Promise.all(
    dirs.map(async (d) => ({
      path: d,
      migrationFile: {
        path: 'migration.sql',
        content: await readFile(path.join(baseDir, d, 'migration.sql'), 'utf8').then(
          (value) => ({ tag: 'ok', value }),
          (e) => ({ tag: 'error', value: String(e.message) }),
        ),
      },
    })),
  )
  const lock = await readFile(path.join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null)
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

const [cmd, arg] = process.argv.slice(2)
const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL missing')
const t0 = Date.now()
const { engine, schema } = await loadEngine(url)
try {
  const migrationsList = await listMigrations()
  if (cmd === 'create') {
    const empty = migrationsList.migrationDirectories.length === 0
    const r = await engine.diff({
      from: empty ? { tag: 'empty' } : { tag: 'migrations', ...migrationsList },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters,
    })
    if (r.exitCode === 0) {
      console.log('schema unchanged, nothing to create')
    } else {
      const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
      const name = `${stamp}_${(arg ?? 'migration').toLowerCase().replace(/[^a-z0-9]+/g, '_')}`
      await mkdir(path.join(baseDir, name), { recursive: true })
      await writeFile(path.join(baseDir, name, 'migration.sql'), r.stdout)
      await writeFile(
        path.join(baseDir, 'migration_lock.toml'),
        `# Please do not edit this file manually\n# It should be added in your version-control system (e.g., Git)\nprovider = "postgresql"\n`,
      )
      console.log('created', name)
    }
  } else if (cmd === 'deploy') {
    console.log((await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames)
  } else if (cmd === 'status') {
    console.log(
      JSON.stringify(await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters })),
    )
  } else if (cmd === 'check') {
    const r = await engine.diff({
      from: { tag: 'migrations', ...migrationsList },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters,
    })
    console.log(r.exitCode, r.stdout)
    process.exitCode = r.exitCode
  } else if (cmd === 'push') {
    console.log(await engine.schemaPush({ force: false, schema, filters }))
  } else if (cmd === 'resolve-applied') {
    await engine.markMigrationApplied({ migrationName: arg, migrationsList })
  } else throw new Error('create|deploy|status|check|push|resolve-applied')
} finally {
  console.log(`${cmd} ${Date.now() - t0}ms`)
}
process.exit(process.exitCode ?? 0)
