// What must be true of the environment before anything is written or served. Each problem is one sentence, so that whoever
// sets up a server reads what to change and not a stack.

const SECRET_BYTES = 32

const isDay = (text) => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const isOrigin = (text) => {
  try {
    const url = new URL(text)
    return /^https?:$/.test(url.protocol) && url.origin === text
  } catch {
    return false
  }
}

/** Whether DATABASE_URL names somebody's database rather than the embedded one, which children are told by it too. */
export const isExternal = (env) => Boolean(env.DATABASE_URL) && env.EMBEDDED_DATABASE !== '1'

/**
 * What forbids a command to touch the database.
 *
 * @param demoOnly whether the command throws data away, which only the embedded demo may suffer
 * @returns a sentence, or undefined when nothing does
 */
export function databaseProblem(env, demoOnly = false) {
  if (env.APP_TODAY && !isDay(env.APP_TODAY)) return `APP_TODAY 不是日期：${env.APP_TODAY}，应为 2026-11-23 这样。`
  if (!isExternal(env)) return undefined
  if (demoOnly) return '这个命令会清空数据，只用于内嵌的演示数据库：请去掉 DATABASE_URL。'
  if (env.APP_TODAY && env.ALLOW_FAKE_DAY !== '1')
    return 'APP_TODAY 只给演示和测试用：连接正式数据库时不接受固定业务日，请去掉这个变量。'
  return undefined
}

/**
 * What forbids to serve.
 *
 * @param production false while developing, when a server answers on any address
 * @returns a sentence, or undefined when nothing does
 */
export function servingProblem(env, production) {
  const { NEXTAUTH_SECRET: secret, PLATE_SECRET: plates, APP_ORIGIN: origin, HELP_LINE: line } = env
  if (line && !/^[\d+][\d ()-]{2,20}(转\d{1,6})?$/.test(line))
    return `HELP_LINE 不是电话：${line}，应为 0371-12345678 或 0371-12345678转801 这样。`
  if (secret && Buffer.byteLength(secret) < SECRET_BYTES)
    return `NEXTAUTH_SECRET 太短：至少 ${SECRET_BYTES} 字节，可用 openssl rand -base64 32 生成。`
  if (plates && Buffer.byteLength(plates) < SECRET_BYTES)
    return `PLATE_SECRET 太短：至少 ${SECRET_BYTES} 字节，可用 openssl rand -base64 32 生成。`
  if (origin && !isOrigin(origin))
    return `APP_ORIGIN 不是网址：${origin}，应为 https://xmgj.example.gov.cn 这样，后面没有路径和斜杠。`
  if (production && isExternal(env) && !origin)
    return '连接正式数据库时必须设 APP_ORIGIN：用户打开系统的网址，例如 https://xmgj.example.gov.cn。'
  return undefined
}

/** Ends the process with a sentence, when there is one. */
export function refuse(problem) {
  if (!problem) return
  console.error(problem)
  process.exit(1)
}
