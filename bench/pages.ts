// Pages over HTTP, signed in like a person. Needs a running server: BENCH_URL=http://localhost:3000.
import { type Figures, repeat } from './timing'

const USERNAME = process.env.BENCH_USERNAME ?? 'office'
const PASSWORD = process.env.BENCH_PASSWORD ?? process.env.DEMO_PASSWORD ?? 'Erqi-Demo-2026'

/** Keeps what the server sets, as a browser does. */
function browser(base: string) {
  const cookies = new Map<string, string>()
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, cookie, origin: base }
    const response = await fetch(new URL(path, base), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
}

async function signIn(visit: ReturnType<typeof browser>): Promise<void> {
  const { csrfToken } = (await (await visit('/api/auth/csrf')).json()) as { csrfToken: string }
  await visit('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, username: USERNAME, password: PASSWORD, json: 'true' }),
  })
}

/** Time until a page has arrived completely, and its size before compression. */
export async function benchPages() {
  const base = process.env.BENCH_URL
  if (!base) return { missing: 'no server: set BENCH_URL' }
  const visit = browser(base)
  await signIn(visit)
  const list = await (await visit('/projects')).text()
  const project = /\/projects\/[0-9a-f-]{36}/.exec(list)?.[0]
  if (!project) throw new Error('signing in failed, or the ledger is empty')
  const figures: Record<string, Figures & { kb: number }> = {}
  const stranger = browser(base)
  const pages = { login: ['/login', stranger], list: ['/projects', visit], project: [project, visit] } as const
  for (const [name, [path, open]] of Object.entries(pages)) {
    let bytes = 0
    const time = await repeat(50, async () => {
      const response = await open(path)
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      bytes = (await response.arrayBuffer()).byteLength
    })
    figures[name] = { ...time, kb: Math.round(bytes / 1024) }
  }
  return figures
}
