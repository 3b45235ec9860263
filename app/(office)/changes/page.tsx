import clsx from 'clsx'
import { forbidden } from 'next/navigation'
import { listHref } from '@/components/admin/admin-link'
import { ChangeList } from '@/components/admin/change-list'
import { Pager } from '@/components/admin/pager'
import { RealTime } from '@/components/shell/real-time'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listChanges } from '@/lib/data/admin-changes'
import { relationFor } from '@/lib/domain/access'
import { SEES_ACCOUNTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { changeFilter } from '@/lib/schemas/administration'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('changes.title')

export default async function ChangesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_ACCOUNTS.has(actor.role)) forbidden()
  const t = translator(locale)
  const asks = await searchParams
  const filter = changeFilter.parse(asks)
  const { rows, total, open, pages } = await listChanges(actor, filter)
  const decides = relationFor(actor.role, 'change.decide') !== null
  return (
    <div className="max-w-[960px] px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('changes.title')}</h1>
      <p className="mb-3 text-ink-2">{t(decides ? 'changes.hintDecide' : 'changes.hintPropose')}</p>
      <RealTime today={businessDay()} t={t} />
      <Misread parts={misread(changeFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <nav aria-label={t('changes.tabs')} className="mb-3 flex gap-1">
        {(['open', 'decided'] as const).map((state) => (
          <Link
            key={state}
            href={state === 'open' ? '/changes' : '/changes?state=decided'}
            aria-current={filter.state === state ? 'page' : undefined}
            className={clsx(
              'relative px-2.5 pt-1.5 pb-2 max-sm:pt-3',
              filter.state === state
                ? 'font-semibold text-ink after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-ink'
                : 'text-ink-2 hover:text-ink',
            )}
          >
            {t(`changes.${state}`)}
            {state === 'open' && <span className="ml-1 font-normal text-ink-3">{open}</span>}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="border-t border-divider py-8 text-ink-2">
          {t(filter.state === 'open' ? 'changes.noneOpen' : 'changes.noneDecided')}
        </p>
      ) : (
        <ChangeList rows={rows} t={t} />
      )}
      {total > 0 && (
        <Pager
          count={t('changes.count', { n: total })}
          page={filter.page}
          pages={pages}
          hrefOf={(page) => listHref('/changes', filter, { page })}
          t={t}
        />
      )}
    </div>
  )
}
