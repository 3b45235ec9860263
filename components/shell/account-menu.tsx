import { Form, Submit } from '@/components/ui/form'
import { LogOut } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { setPreference, signOut } from '@/lib/actions/account'
import type { Role } from '@/lib/domain/access'
import { roleText } from '@/lib/i18n/role-text'
import type { Translator } from '@/lib/i18n/translator'

export type Me = Readonly<{
  id: string
  name: string
  role: Role
  /** The district has others below it. */
  ofCity: boolean
  locale: string
  theme: string
  mayDepute: boolean
}>

/** Who is signed in, with his own page, language, theme, password and sign-out. */
export function AccountMenu({ me, formKeys, t }: { me: Me; formKeys: readonly [string, string]; t: Translator }) {
  return (
    <details className="relative">
      <summary className="flex list-none items-center gap-2 rounded px-1 whitespace-nowrap max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="size-[1.75rem] rounded-full bg-thead text-center text-xs leading-[1.75rem] text-ink-2"
        >
          {me.name.slice(-2)}
        </span>
        <span>{me.name}</span>
        <span className="hidden text-xs text-ink-3 md:inline">{roleText(me.role, me.ofCity, t)}</span>
      </summary>
      <div className="absolute right-0 z-40 mt-2 w-52 rounded-md border border-control bg-card p-2 shadow-lg">
        <p className="px-2 pb-1 text-xs text-ink-3 md:hidden">{roleText(me.role, me.ofCity, t)}</p>
        <Form action={setPreference} formKey={formKeys[0]}>
          <input type="hidden" name="theme" value={me.theme === 'dark' ? 'light' : 'dark'} />
          <Submit quiet className="w-full justify-start border-transparent!">
            {t(me.theme === 'dark' ? 'shell.light' : 'shell.dark')}
          </Submit>
        </Form>
        <Form action={setPreference} formKey={formKeys[1]}>
          <input type="hidden" name="locale" value={me.locale === 'en' ? 'zh-CN' : 'en'} />
          <Submit quiet className="w-full justify-start border-transparent!">
            <span lang={me.locale === 'en' ? 'zh-CN' : 'en'}>{t('shell.language')}</span>
          </Submit>
        </Form>
        <Link href="/me" className="btn w-full justify-start border-transparent!">
          {t('shell.account')}
        </Link>
        {me.mayDepute && (
          <Link href="/deputy" className="btn w-full justify-start border-transparent!">
            {t('deputy.title')}
          </Link>
        )}
        <Link href="/password" className="btn w-full justify-start border-transparent!">
          {t('shell.changePassword')}
        </Link>
        <form action={signOut} className="mt-1 border-t border-divider pt-1">
          <button type="submit" className="btn w-full justify-start border-transparent!">
            <LogOut size={16} aria-hidden="true" />
            {t('shell.signOut')}
          </button>
        </form>
      </div>
    </details>
  )
}
