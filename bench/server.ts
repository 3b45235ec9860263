// A production server of its own on a district to be measured.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import net from 'node:net'

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

/**
 * Starts the product on a database, as npm start does in production.
 *
 * @returns its address, and a function that stops it
 */
export async function serve(databaseUrl: string, today: string) {
  const port = await freePort()
  const base = `http://localhost:${port}`
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      EMBEDDED_DATABASE: '',
      APP_ORIGIN: base,
      APP_TODAY: today,
      ALLOW_FAKE_DAY: '1',
      NEXTAUTH_URL: base,
      NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
      PORT: String(port),
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes(base)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it answered: ${said}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { base, stop }
}
