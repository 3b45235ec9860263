import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './_today/props'
import { todayOf } from './_today/today'

export const generateMetadata = pageTitle('shell.today')

export default async function TodayPage({ searchParams }: { searchParams: Promise<TodayProps['search']> }) {
  const { actor, account, locale } = await requireActor()
  const search = await searchParams
  const Today = todayOf(actor.role)
  return (
    <>
      {search.password === 'changed' && (
        <p role="status" className="px-4 pt-4 text-green-ink sm:px-8">
          {translator(locale)('workbench.passwordChanged')}
        </p>
      )}
      <Today actor={actor} dataLine={account.dataLine} locale={locale} search={search} />
    </>
  )
}
