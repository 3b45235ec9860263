import { forbidden, notFound } from 'next/navigation'
import { PlaceFields } from '@/components/admin/place-fields'
import { TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { proposeNewAccount } from '@/lib/actions/accounts'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { peopleWithoutAccount, personWithoutAccount, unitChoices } from '@/lib/data/account-list'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { newAccountQuery } from '@/lib/schemas/administration'
import { REASON_MAX } from '@/lib/schemas/procedure'

export const generateMetadata = pageTitle('accounts.new')

/** First who it is: somebody the district knows gets his account, and is not made a second time. Then what he is to be. */
export default async function NewAccountPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'change.propose')) forbidden()
  const t = translator(locale)
  const { q, person: personId, fresh } = newAccountQuery.parse(await searchParams)
  const person = personId ? await personWithoutAccount(actor, personId) : null
  if (personId && !person) notFound()
  const people = q && !person && !fresh ? await peopleWithoutAccount(actor, q) : []
  const writing = person !== null || fresh !== undefined
  return (
    <div className="max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link href="/accounts" className="text-ink-2 hover:text-link">
        {t('accounts.back')}
      </Link>
      <h1 className="mt-1 text-xl font-semibold sm:text-2xl">{t('accounts.new')}</h1>
      <p className="mb-4 text-ink-2">{t('accounts.newHint')}</p>
      {!writing && (
        <>
          <form action="/accounts/new" className="flex items-end gap-3">
            <label className="min-w-0 flex-1 sm:max-w-72">
              <span className="mb-1 block font-semibold">{t('accounts.whose')}</span>
              <input name="q" defaultValue={q} className="field" maxLength={30} />
            </label>
            <button type="submit" className="btn btn-primary">
              {t('accounts.find')}
            </button>
          </form>
          {q && (
            <section className="mt-5" aria-label={t('accounts.known')}>
              <h2 className="font-semibold">{t('accounts.known')}</h2>
              {people.length === 0 ? (
                <p className="mt-1 text-ink-2">{t('accounts.nobody', { name: q })}</p>
              ) : (
                <ul className="mt-1 border-t border-divider">
                  {people.map((one) => (
                    <li key={one.id} className="flex items-center gap-4 border-b border-divider py-2">
                      <span className="min-w-0 flex-1">
                        <b>{one.name}</b>
                        <span className="ml-3 text-ink-2">
                          {[one.title, one.org?.shortName ?? one.enterprise?.name].filter(Boolean).join('　')}
                        </span>
                      </span>
                      <Link
                        href={`/accounts/new?person=${one.id}`}
                        aria-label={[t('accounts.take'), one.name, one.org?.shortName ?? one.enterprise?.name]
                          .filter(Boolean)
                          .join(t('shell.comma'))}
                        className="btn"
                      >
                        {t('accounts.take')}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              <Link href={`/accounts/new?fresh=1&q=${encodeURIComponent(q)}`} className="btn mt-4">
                {t('accounts.fresh', { name: q })}
              </Link>
            </section>
          )}
        </>
      )}
      {writing && (
        <Form
          action={proposeNewAccount}
          formKey={issueFormKey(actor.userId)}
          label={t('accounts.new')}
          className="space-y-4"
        >
          {person && <input type="hidden" name="personId" value={person.id} />}
          <div className="grid gap-4 sm:grid-cols-2">
            {person ? (
              <div>
                <span className="mb-1 block font-semibold">{t('accounts.name')}</span>
                <span className="block py-1">{person.name}</span>
                <input type="hidden" name="name" value={person.name} />
              </div>
            ) : (
              <TextField name="name" label={t('accounts.name')} initial={q} maxLength={30} />
            )}
            <TextField
              name="username"
              label={t('accounts.username')}
              hint={t('accounts.usernameHint')}
              autoComplete="off"
              maxLength={32}
            />
            <TextField
              name="title"
              label={t('accounts.job')}
              hint={t('form.optional')}
              initial={person?.title ?? ''}
              maxLength={30}
            />
            <TextField
              name="phone"
              label={t('accounts.phone')}
              hint={t('form.optional')}
              initial={person?.phone ?? ''}
              inputMode="numeric"
              maxLength={20}
            />
          </div>
          <PlaceFields
            unitId={person?.orgId}
            enterprise={person?.enterprise?.name}
            units={await unitChoices(actor)}
            t={t}
          />
          <TextArea name="reason" label={t('form.reason')} rows={2} maxLength={REASON_MAX} />
          <Submit>{t('accounts.propose')}</Submit>
        </Form>
      )}
    </div>
  )
}
