/** Ways a message leaves the system besides the bell. */
export const CHANNELS = ['EMAIL', 'ROBOT'] as const
export type Channel = (typeof CHANNELS)[number]

/** What a robot expects: 企业微信, 钉钉, or anything that checks our signature. */
export const DIALECTS = ['WECOM', 'DINGTALK', 'SIGNED'] as const
export type Dialect = (typeof DIALECTS)[number]

/** A message nobody took in this long is given up. */
export const GIVE_UP_MINUTES = 48 * 60
const FIRST_MINUTES = 5
const LONGEST_MINUTES = 6 * 60

/**
 * Minutes until a message is tried again 重试: three times as long each time, six hours at most; null once two days are over.
 *
 * @param tries how often it has been tried
 * @param age minutes since it was written
 * @example retryAfter(1, 5) // 5
 */
export function retryAfter(tries: number, age: number): number | null {
  const wait = Math.min(FIRST_MINUTES * 3 ** Math.max(0, tries - 1), LONGEST_MINUTES)
  if (age >= GIVE_UP_MINUTES) return null
  return Math.min(wait, GIVE_UP_MINUTES - age)
}

/** Hosts of the robots everybody knows; any other is allowed by whoever runs the server, not by who fills in the form. */
const ROBOT_HOSTS: readonly string[] = ['qyapi.weixin.qq.com', 'oapi.dingtalk.com']
/** Where each kind of robot lives; any other one is wherever its owner has it. */
const HOST_OF: Readonly<Partial<Record<Dialect, string>>> = {
  WECOM: 'qyapi.weixin.qq.com',
  DINGTALK: 'oapi.dingtalk.com',
}

/**
 * Whether an address can be that of a kind of robot: that of 企业微信 with its `key`, that of 钉钉 with its `access_token`; a host
 * that whoever runs the server allows by name may stand in for both.
 */
export function fitsDialect(url: URL, dialect: Dialect, allowed: readonly string[]): boolean {
  const host = HOST_OF[dialect]
  if (allows(allowed, url.hostname, url.port)) return true
  if (host === undefined) return !Object.values(HOST_OF).includes(url.hostname)
  const named = dialect === 'WECOM' ? 'key' : 'access_token'
  return url.hostname === host && Boolean(url.searchParams.get(named))
}

const MAIL_PORTS: readonly number[] = [25, 465, 587]

/** `host` or `host:port` of NOTICE_HOSTS, separated by commas. */
export const allowedHosts = (setting: string | undefined): readonly string[] =>
  (setting ?? '').split(',').flatMap((host) => host.trim().toLowerCase() || [])

const allows = (allowed: readonly string[], host: string, port: string): boolean =>
  allowed.includes(host) || allowed.includes(`${host}:${port}`)

/**
 * Whether a robot's address may be called: https to a known robot, or whatever whoever runs the server allows. So nobody can
 * make the server knock on its own neighbours.
 *
 * @source SECURITY.md 1.3.6: no request to an address of the inner network
 */
export function mayCall(
  address: Readonly<{ protocol: string; host: string; port: string }>,
  allowed: readonly string[],
) {
  const { protocol, host, port } = address
  if (allows(allowed, host, port)) return protocol === 'https:' || protocol === 'http:'
  return protocol === 'https:' && (port === '' || port === '443') && ROBOT_HOSTS.includes(host)
}

/** Whether a mail server may be spoken to: a named host on a port of mail, or one that is allowed by name. */
export function mayMail(host: string, port: number, allowed: readonly string[]): boolean {
  if (allows(allowed, host, String(port))) return true
  const named = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host)
  return named && !host.endsWith('.localhost') && !host.endsWith('.internal') && MAIL_PORTS.includes(port)
}
