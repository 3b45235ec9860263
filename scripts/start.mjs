import http from 'node:http'
import path from 'node:path'
import { ensureSecret, keepEmbedded, loadSettings, openDatabase, seedIfEmpty, settleDemo } from './database.mjs'
import { demoLines } from './demo-accounts.mjs'
import { divertLargeForm, logDeadEnds, markWholePage, refuseEngine, refuseMethod } from './requests.mjs'
import { databaseProblem, refuse, servingProblem } from './settings.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
const t0 = Date.now()
const dev = process.argv[2] === 'dev'
process.env.NEXT_TELEMETRY_DISABLED = '1'
loadSettings()
refuse(databaseProblem(process.env) ?? servingProblem(process.env, !dev))
const embedded = await openDatabase(console.log)
ensureSecret()
const { port, hostname } = { port: Number(process.env.PORT ?? 3000), hostname: process.env.HOST ?? '0.0.0.0' }
// next-auth believes its own default, localhost:3000, on every other address too.
process.env.NEXTAUTH_URL ||= process.env.APP_ORIGIN || `http://localhost:${port}`

if (embedded) {
  const code = await seedIfEmpty()
  if (code !== 0) process.exit(code)
}

const letGo = embedded && keepEmbedded(embedded)
// While the server gets ready: a password takes its time to compare.
const demo = embedded && settleDemo()
process.env.NODE_ENV = dev ? 'development' : 'production'
// Next in this process: kill -9 of it leaves no orphan that holds the port (PostgreSQL outlives it and is reused).
const { default: next } = await import('next')
const app = next({ dev, hostname, port, turbopack: true })
const handle = app.getRequestHandler()
await app.prepare()
// Where a request comes from is what the socket says; only a reverse proxy that overwrites these headers is believed.
const trustProxy = process.env.TRUST_PROXY === '1'
function markOrigin(req) {
  const forwarded = req.headers['x-forwarded-for']?.split(',').at(-1)?.trim()
  req.headers['x-client-address'] = (trustProxy && forwarded) || req.socket.remoteAddress
  if (!trustProxy)
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']) delete req.headers[name]
}
// A pasted holiday notice travels in the address of its preview.
const server = http.createServer({ maxHeaderSize: 65_536 }, (req, res) => {
  if (refuseMethod(req, res) || refuseEngine(req, res)) return
  markOrigin(req)
  markWholePage(req)
  logDeadEnds(req, res)
  divertLargeForm(req)
  return handle(req, res)
})
server.keepAliveTimeout = 65_000
server.on('upgrade', (req, socket, head) => app.getUpgradeHandler()(req, socket, head))
server.on('error', (error) => {
  console.error(error.message)
  void shutdown(1)
})
server.listen(port, hostname, () => {
  console.log(`项目管家 http://localhost:${port} (${Date.now() - t0} ms)`)
  if (demo) void demo.then((state) => console.log(demoLines(state)))
  else console.log('外部数据库: 没有演示数据和账号; 首次使用请运行 npm run admin:create')
})

let ending = false
async function shutdown(code) {
  if (ending) return
  ending = true
  const force = setTimeout(() => server.closeAllConnections(), 5_000)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(force)
  await app.close().catch(() => {})
  // It holds a connection, and a database in use is left running.
  await demo
  await letGo?.()
  // Gone already when it was killed a moment ago.
  await embedded?.stopIfUnused().catch(() => {})
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void shutdown(0))
