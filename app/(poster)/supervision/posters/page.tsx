import { forbidden } from 'next/navigation'
import { PosterSheet } from '@/components/point/poster'
import { PaperBar } from '@/components/project/paper-bar'
import { makePosters } from '@/lib/actions/posters'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { relationFor } from '@/lib/domain/access'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('point.poster.title')

/** Posters to be printed: of one plate, or of all that wait to be hung up. What hangs on walls is Chinese, as the walls are. */
export default async function PostersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, account, locale } = await requireActor()
  if (relationFor(actor.role, 'plate.issue') === null) forbidden()
  const t = translator(locale)
  const paper = translator(LEDGER_LOCALE)
  const { plate } = await searchParams
  const one = isUuid(plate) ? plate : undefined
  const { posters, reachable } = await makePosters(actor, one, businessDay())
  const { name, brand, isDemo } = account.district
  return (
    <>
      <PaperBar back="/supervision/points" print={posters.length > 0} t={t}>
        <h1 className="font-semibold">{t('point.poster.title')}</h1>
        {posters.length > 0 && <span className="text-ink-2">{t('point.poster.hint')}</span>}
      </PaperBar>
      {posters.length === 0 && (
        <p className="px-4 py-8 text-center text-ink-2">{t(one ? 'point.poster.gone' : 'point.poster.none')}</p>
      )}
      {posters.length > 0 && !reachable && (
        <p role="note" className="no-print px-4 py-3 text-center font-semibold text-red-ink">
          {t('point.poster.unreachable')}
        </p>
      )}
      <div lang={LEDGER_LOCALE} className="mx-auto w-fit">
        {posters.map(({ modules, address, ...poster }) => (
          <PosterSheet
            key={poster.plateId}
            poster={poster}
            modules={modules}
            address={address}
            brand={brand ?? name}
            demo={isDemo}
            t={paper}
          />
        ))}
      </div>
    </>
  )
}
