import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { db } from '@/lib/data/db'
import { demoAccounts } from '@/scripts/demo-accounts.mjs'

/** Which password opens the demo accounts, and which of those that are printed go their own ways. */
export type DemoPassword = Readonly<{
  /** Null when it is none of those that are known. */
  password: string | null
  /** Whether the accounts were given it just now. */
  applied: boolean
  /** Accounts whose password somebody has changed: theirs is left to them. */
  own: string[]
  disabled: string[]
}>

/** The seed dates both alike, a change of password only one of them. */
const untouched = () => ({ passwordChangedAt: { equals: db.user.fields.createdAt }, mustChangePassword: false })

/**
 * Gives a password that is asked for to every account of the demo that still has the one it was made with, and ends their
 * sessions; says which one they have.
 *
 * @param wish what DEMO_PASSWORD asks for; undefined leaves every account as it is
 * @param usual what a demo is given when nothing is asked for
 */
export async function settleDemoPassword(wish: string | undefined, usual: string): Promise<DemoPassword> {
  const listed = { username: { in: demoAccounts }, district: { isDemo: true } }
  const names = async (where: object): Promise<string[]> => {
    const found = await db.user.findMany({ where: { AND: [listed, where] }, select: { username: true } })
    return demoAccounts.filter((name) => found.some((user) => user.username === name))
  }
  const [own, disabled, kept] = await Promise.all([
    names({ NOT: untouched() }),
    names({ disabledAt: { not: null } }),
    db.user.findMany({
      where: { ...untouched(), district: { isDemo: true } },
      select: { passwordHash: true },
      distinct: ['passwordHash'],
    }),
  ])
  const opens = async (password: string) =>
    (await Promise.all(kept.map((user) => verifyPassword(password, user.passwordHash)))).every(Boolean)
  if (wish === undefined) return { password: (await opens(usual)) ? usual : null, applied: false, own, disabled }
  if (await opens(wish)) return { password: wish, applied: false, own, disabled }
  const passwordHash = await hashPassword(wish)
  await db.$transaction([
    db.session.updateMany({
      where: { revokedAt: null, user: { ...untouched(), district: { isDemo: true } } },
      data: { revokedAt: new Date() },
    }),
    db.user.updateMany({ where: { ...untouched(), district: { isDemo: true } }, data: { passwordHash } }),
  ])
  return { password: wish, applied: true, own, disabled }
}
