// npm run admin:create -- --code 410103 --name 二七区 [--locale en]: the first district of a production database and its
// three separated administrators. With --reissue: new one-time passwords for the administrators there are.
import { createInterface } from 'node:readline/promises'
import { hashPassword, oneTimePassword } from '@/lib/auth/password'
import { businessDay } from '@/lib/clock'
import { loadBaseData } from '@/lib/data/base-data'
import { loadCatalog } from '@/lib/data/catalog-load'
import { closeDatabase } from '@/lib/data/close-database'
import { createFirstAccounts, reissuePasswords } from '@/lib/data/first-accounts'
import { ADMINISTRATORS, type Administrator } from '@/lib/domain/administration'
import { isLocale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { readArguments } from './arguments'

const VALID_MS = 24 * 3_600_000

const { values } = readArguments(
  {
    options: {
      code: { type: 'string' },
      name: { type: 'string' },
      locale: { type: 'string', default: 'zh-CN' },
      reissue: { type: 'boolean', default: false },
    },
  },
  translator('zh-CN')('setup.usage'),
)
const t = translator(isLocale(values.locale) ? values.locale : 'zh-CN')
type Issued = Readonly<{ role: Administrator; username: string; password: string }>

/** Asks on a terminal for what was not given; a pipe is not asked. */
async function ask(given: string | undefined, question: string): Promise<string> {
  if (given !== undefined || !process.stdin.isTTY) return given?.trim() ?? ''
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(question)
  terminal.close()
  return answer.trim()
}

function print(heading: string, issued: readonly Issued[]): void {
  console.log(heading)
  for (const { role, username, password } of issued) console.log(`  ${t(`setup.${role}`)}  ${username}  ${password}`)
  console.log(t('setup.handOver'))
}

const newPasswords = () =>
  Promise.all(
    ADMINISTRATORS.map(async (role) => {
      const password = oneTimePassword()
      return { role, password, passwordHash: await hashPassword(password) }
    }),
  )
const expiry = () => new Date(Date.now() + VALID_MS)

/** Calendar, rules and catalogue hold from the day the district begins. */
async function prepare(...[tx, districtId]: Parameters<Parameters<typeof createFirstAccounts>[3]>): Promise<void> {
  await loadBaseData(tx, districtId, businessDay())
  await loadCatalog(tx, districtId, businessDay())
}

async function create(): Promise<string | null> {
  const code = await ask(values.code, t('setup.askCode'))
  if (code === '') return t('setup.usage')
  if (!/^\d{6}$/.test(code)) return t('setup.codeInvalid')
  const name = await ask(values.name, t('setup.askName'))
  if (name === '') return t('setup.nameMissing')
  const accounts = (await newPasswords()).map((account) => ({
    ...account,
    username: account.role.toLowerCase(),
    name: translator('zh-CN')(`setup.${account.role}`),
  }))
  const result = await createFirstAccounts({ code, name }, accounts, expiry(), prepare)
  if (!result.ok) return t('setup.alreadySetUp')
  print(t('setup.created', { name }), accounts)
  return null
}

async function reissue(): Promise<string | null> {
  const passwords = await newPasswords()
  const result = await reissuePasswords(passwords, expiry())
  if (!result.ok) return t('setup.notSetUp')
  print(
    t('setup.reissued'),
    passwords.map((issued, i) => ({ ...issued, username: result.value.usernames[i] ?? '' })),
  )
  return null
}

const problem = values.reissue ? await reissue() : await create()
if (problem) {
  console.error(problem)
  process.exitCode = 1
}
await closeDatabase()
