// prestart / pretest. Node built-ins only: it runs before node_modules exists.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

process.chdir(path.resolve(import.meta.dirname, '..'))
const quiet = process.argv.includes('--quiet')
// npm start wants a demo: it is made beside the build, which leaves half of the machine idle.
const demo = process.argv.includes('--demo')
const need = process.argv.includes('--no-build') ? ['deps', 'client'] : ['deps', 'client', 'build']
const t0 = Date.now()
const sha = (s) => createHash('sha256').update(s).digest('hex')
const read = (f) => {
  try {
    return fs.readFileSync(f, 'utf8')
  } catch {
    return ''
  }
}
const run = (cmd, args, env = {}) => {
  // Commands that print data keep stdout to themselves.
  const stdio = quiet ? ['ignore', 2, 2] : 'inherit'
  const r = spawnSync(cmd, args, { stdio, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } })
  if (r.status !== 0) {
    console.error(`setup: ${cmd} ${args.join(' ')} failed`)
    process.exit(r.status ?? 1)
  }
}
function tree(dir, out = []) {
  for (const e of fs.readdirSync(dir, { withFileTypes: true })) {
    const p = path.join(dir, e.name)
    if (e.isDirectory()) tree(p, out)
    else {
      out.push(`${p}:${sha(fs.readFileSync(p))}`)
    }
  }
  return out
}
const [major, minor] = process.versions.node.split('.').map(Number)
// What Prisma runs on; it stops the installation on any other, in the middle and in English.
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24)) {
  console.error(`需要 Node.js 20.19 以上、22.12 以上或 24 以上，这里是 ${process.versions.node}。`)
  process.exit(1)
}

// 1. dependencies
const lock = sha(read('package-lock.json'))
if (read('node_modules/.setup-lock') !== lock) {
  // the npm that runs us; --include=dev because NODE_ENV=production or --omit=dev would drop the build tools;
  // npm_config_* of the outer npm are inherited on purpose (registry, proxy, cafile)
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  if (npm) run(process.execPath, [npm, ...args])
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
  fs.writeFileSync('node_modules/.setup-lock', lock)
}
// 2. Prisma client. The CLI insists on downloading the native schema engine before any command; generate does not use it,
// so point it at a file that exists (no network needed).
const schema = sha(tree('prisma/schema').join('\n') + read('node_modules/prisma/package.json'))
if (need.includes('client') && read('prisma/generated/.hash') !== schema) {
  run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  fs.writeFileSync('prisma/generated/.hash', schema)
}
// 3. production build, when the sources changed
if (need.includes('build')) {
  const src = sha(
    [
      lock,
      ...['app', 'components', 'lib', 'messages', 'public', 'prisma/schema']
        .filter((d) => fs.existsSync(d))
        .flatMap((d) => tree(d)),
      ...[
        'proxy.ts',
        'instrumentation.ts',
        'next.config.ts',
        'tsconfig.json',
        'postcss.config.mjs',
        'package.json',
      ].map(read),
    ].join('\n'),
  )
  if (read('.next/.setup-build') !== src || !fs.existsSync('.next/BUILD_ID')) {
    const preparing = demo && spawn(process.execPath, ['scripts/prepare-demo.mjs'], { stdio: 'inherit' })
    const prepared = preparing && new Promise((resolve) => preparing.on('close', resolve))
    run(process.execPath, ['node_modules/next/dist/bin/next', 'build'])
    fs.writeFileSync('.next/.setup-build', src)
    // Its failure is no end: npm start tries again, and says why.
    await prepared
  }
}
if (!quiet) console.log(`setup ready (${Date.now() - t0} ms)`)
