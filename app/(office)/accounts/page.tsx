import { forbidden } from 'next/navigation'
import { Form, Submit } from '@/components/ui/form'
import { disable } from '@/lib/actions/accounts'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listAccounts } from '@/lib/data/accounts'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('accounts.title')

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'h-11 border-b border-divider px-2.5 whitespace-nowrap'

export default async function AccountsPage() {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'user.disable')) forbidden()
  const t = translator(locale)
  const accounts = await listAccounts(actor)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('accounts.title')}</h1>
      <p className="mb-4 text-ink-2">{t('accounts.hint')}</p>
      <section tabIndex={0} className="overflow-x-auto" aria-label={t('accounts.list')}>
        <table className="w-full max-w-[1080px] border-separate border-spacing-0">
          <thead>
            <tr>
              {(['username', 'name', 'role', 'unit', 'projects', 'state'] as const).map((column) => (
                <th key={column} scope="col" className={th}>
                  {t(`accounts.${column}`)}
                </th>
              ))}
              <td className={th} />
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.id}>
                <td className={td}>{account.username}</td>
                <td className={td}>{account.name}</td>
                <td className={td}>{t(`shell.roles.${account.role}`)}</td>
                <td className={td}>{account.unit ?? '—'}</td>
                <td className={td}>{account.projects || '—'}</td>
                <td className={td}>{t(account.disabled ? 'accounts.disabled' : 'accounts.active')}</td>
                <td className={td}>
                  {account.id === actor.userId
                    ? t('accounts.me')
                    : !account.disabled && (
                        <Form action={disable} formKey={issueFormKey(actor.userId)} label={account.username}>
                          <input type="hidden" name="userId" value={account.id} />
                          <Submit quiet>{t('accounts.disable')}</Submit>
                        </Form>
                      )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
