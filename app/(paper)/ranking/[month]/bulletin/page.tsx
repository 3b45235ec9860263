import { forbidden, notFound } from 'next/navigation'
import { PaperBar } from '@/components/project/paper-bar'
import { bulletinHref } from '@/components/ranking/bulletin-link'
import { BulletinRows } from '@/components/ranking/bulletin-rows'
import { BulletinSheet } from '@/components/ranking/bulletin-sheet'
import { BulletinNote, BulletinVersions } from '@/components/ranking/bulletin-versions'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findBulletin, loadBulletinFigure } from '@/lib/data/ranking-bulletin'
import { hasDistricts } from '@/lib/data/ranking-city-trend'
import { relationFor } from '@/lib/domain/access'
import { readsBulletins } from '@/lib/domain/ranking/bulletin-sight'
import { bulletinFoot } from '@/lib/i18n/bulletin-foot'
import { translator } from '@/lib/i18n/translator'
import { rankingMonthText } from '@/lib/schemas/ranking'
import { bulletinQuery } from '@/lib/schemas/ranking-bulletin'

export const generateMetadata = pageTitle('bulletin.name')

/** The bulletin of a month: the sheet, its files, and the rows of the figure that is open. */
export default async function BulletinPage({
  params,
  searchParams,
}: {
  params: Promise<{ month: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, account, locale } = await requireActor()
  if (!readsBulletins(actor.role)) forbidden()
  const month = rankingMonthText.safeParse((await params).month)
  if (!month.success) notFound()
  const t = translator(locale)
  const { nth, figure } = bulletinQuery.parse(await searchParams)
  const edition = await findBulletin(actor, businessDay(), { month: month.data, nth })
  if (!edition && nth !== undefined) notFound()
  const back = `/ranking?month=${month.data}` as const
  const city = edition ? false : await hasDistricts(actor)
  if (!edition)
    return (
      <>
        <PaperBar back={back} print={false} t={t} />
        <div className="mx-auto mt-24 max-w-[640px] px-4 text-center text-lg">
          <h1>{t(city ? 'bulletin.cityNone' : 'bulletin.none')}</h1>
          <p className="text-ink-2">{t(city ? 'bulletin.cityHint' : 'bulletin.noneHint')}</p>
          {city && (
            <Link href={`/ranking/city?month=${month.data}`} className="btn mt-5">
              {t('bulletin.city.nav')}
            </Link>
          )}
        </div>
      </>
    )
  const rows = figure ? await loadBulletinFigure(actor, edition, figure) : null
  const version = nth === undefined ? {} : { nth }
  const asked = nth === undefined ? '' : `?nth=${nth}`
  const demo = account.district.isDemo ? 'yes' : 'no'
  return (
    <>
      <PaperBar back={back} t={t}>
        <BulletinVersions edition={edition} t={t} />
        {relationFor(actor.role, 'ranking.take') && (
          <>
            <a href={`/api/papers/ranking/${edition.month}${asked}`} className="btn">
              {t('bulletin.word')}
            </a>
            <a href={`/api/export/ranking?month=${edition.month}${asked.replace('?', '&')}`} className="btn">
              {t('bulletin.workbook')}
            </a>
          </>
        )}
      </PaperBar>
      <BulletinNote edition={edition} t={t} />
      <div className="paper-desk">
        <BulletinSheet
          bulletin={edition.bulletin}
          draft={edition.signed === null}
          figure={rows ? figure : undefined}
          hrefOf={(id) => `${bulletinHref(edition.month, { ...version, figure: id })}#rows`}
          foot={[t('bulletin.web', { demo }), ...bulletinFoot(edition, locale)]}
          locale={locale}
        />
        {rows && (
          <BulletinRows
            rows={rows}
            on={edition.dataLineOn}
            close={bulletinHref(edition.month, version)}
            locale={locale}
            t={t}
          />
        )}
      </div>
    </>
  )
}
