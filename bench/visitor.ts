// Somebody at a browser without scripts: keeps cookies, signs in, opens pages, sends the forms he finds on them.

export type Visitor = Readonly<{
  open: (path: string) => Promise<string>
  /** Fills a form of a page; the function it returns sends it. */
  fill: (path: string, holding: string, values: Readonly<Record<string, string>>) => Promise<() => Promise<void>>
  signIn: (username: string, password: string) => Promise<void>
}>

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }
const plain = (text: string) => text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => ENTITIES[name] ?? '')

function attributesOf(tag: string): Record<string, string> {
  const found = [...tag.matchAll(/([\w$:-]+)="([^"]*)"/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, plain(value)]))
}

/** The inputs of the form that holds a field of some name and value, as the page filled them. */
function formIn(html: string, holding: string): FormData {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(holding))
  if (!form) throw new Error(`no form with ${holding} on the page`)
  const data = new FormData()
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const { name, value = '', type } = attributesOf(tag)
    if (name && type !== 'checkbox') data.append(name, value)
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const { name } = attributesOf(tag)
    if (name) data.append(name, plain(text))
  }
  return data
}

/** A visitor of a server. Whatever is not answered as it should be is an error: a figure must not be of refusals. */
export function visitorOf(base: string): Visitor {
  const cookies = new Map<string, string>()
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
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
  const open = async (path: string): Promise<string> => {
    const response = await request(path)
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return text
  }
  const fill: Visitor['fill'] = async (path, holding, values) => {
    const form = formIn(await open(path), holding)
    for (const [name, value] of Object.entries(values)) form.set(name, value)
    return async () => {
      const answer = await request(path, { method: 'POST', body: form })
      await answer.arrayBuffer()
      // Done means: led on. A form that comes back was refused.
      if (answer.status !== 303) throw new Error(`${path}: ${answer.status} where a form was sent`)
    }
  }
  const signIn: Visitor['signIn'] = async (username, password) =>
    (await fill('/login', 'name="password"', { username, password }))()
  return { open, fill, signIn }
}
