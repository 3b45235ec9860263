// The demo district's accounts: one per role, one password for all.
export const demoAccounts = [
  'office',
  'leader',
  'head',
  'taskforce',
  'steward',
  'contact',
  'agency',
  'agencyhead',
  'street',
  'bizenv',
  'bank',
  'discipline',
  'sysadmin',
  'secadmin',
  'auditor',
  'city',
]

/** Password a demo is given; asked when it is needed, because .env may set it after this file is read. */
export const demoPassword = () => process.env.DEMO_PASSWORD || 'Erqi-Demo-2026'

/** What opens the sealed reports of a demo; a district's own commission makes its key and its passphrase itself. */
export const demoReportPassphrase = 'erqi-qingfeng-2026'

/**
 * What a start says of the accounts of a demo: only what is true of those that are there.
 *
 * @param {{ password: string | null, applied: boolean, own: string[], disabled: string[] }} state as prisma/seed/demo-password.ts finds it
 * @returns {string} lines to print
 */
export function demoLines({ password, applied, own, disabled }) {
  const usable = demoAccounts.filter((name) => !own.includes(name) && !disabled.includes(name))
  const lines = [`演示账号 ${usable.join(' ')}`]
  if (password === null)
    lines.push('密码 是以前用 DEMO_PASSWORD 设的那一个；忘了就用 DEMO_PASSWORD=新密码 npm start 换一个')
  else lines.push(`密码 ${password}${applied ? '（已按 DEMO_PASSWORD 换上，原来的登录已退出）' : ''}`)
  if (own.length > 0) lines.push(`自己改过密码的账号 ${own.join(' ')}：用各自的密码；npm run demo:reset 全部重来`)
  if (disabled.length > 0) lines.push(`已停用的账号 ${disabled.join(' ')}`)
  return lines.join('\n')
}
