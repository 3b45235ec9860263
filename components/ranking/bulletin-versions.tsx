import { Link } from '@/components/ui/link'
import { recordedText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import type { BulletinEdition } from '@/lib/schemas/ranking-bulletin'
import { bulletinHref } from './bulletin-link'

/** The versions of a bulletin, each readable 各版. */
export function BulletinVersions({ edition, t }: { edition: BulletinEdition; t: Translator }) {
  if (edition.versions.length < 2) return null
  return (
    <nav aria-label={t('papers.versions')} className="flex flex-wrap gap-x-3">
      {edition.versions.map(({ nth }) =>
        nth === edition.nth ? (
          <b key={nth} aria-current="page" className="inline-flex min-h-8 items-center">
            {t('bulletin.nth', { nth })}
          </b>
        ) : (
          <Link
            key={nth}
            href={bulletinHref(edition.month, { nth })}
            className="inline-flex min-h-8 items-center text-link"
          >
            {t('bulletin.nth', { nth })}
          </Link>
        ),
      )}
    </nav>
  )
}

/** That a version has been corrected since; a draft, that it still changes. */
export function BulletinNote({ edition, t }: { edition: BulletinEdition; t: Translator }) {
  const newest = edition.versions[0]
  if (!edition.signed)
    return (
      <p className="paper-notice no-print" role="note">
        {t('bulletin.isDraft')}
      </p>
    )
  if (!newest?.signedAt || newest.nth === edition.nth) return null
  return (
    <p className="paper-notice no-print" role="note">
      {t('bulletin.superseded', { nth: newest.nth, at: recordedText(new Date(newest.signedAt)) })}
      <Link href={bulletinHref(edition.month)} className="ml-2 text-link underline">
        {t('papers.seeNewest')}
      </Link>
    </p>
  )
}
