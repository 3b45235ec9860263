import { notFound } from 'next/navigation'
import { ComplaintFacts } from '@/components/complaint/complaint-facts'
import { ComplaintForms } from '@/components/complaint/complaint-forms'
import { ComplaintHistory } from '@/components/complaint/complaint-history'
import { ComplaintState } from '@/components/complaint/complaint-state'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findComplaint } from '@/lib/data/complaint-detail'
import { complaintReason } from '@/lib/i18n/complaint-text'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { SlipsAbout } from '../../_parts/slips-about'

export const generateMetadata = pageTitle('complaint.title')

export default async function ComplaintPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const today = businessDay()
  const complaint = isUuid(id) ? await findComplaint(actor, id, today) : null
  if (!complaint) notFound()
  const t = translator(locale)
  const words: readonly (readonly [title: string, text: string | null, on: string | null])[] = [
    [
      t(complaint.merged ? 'complaint.detail.joined' : 'complaint.detail.refusal'),
      complaint.refusal,
      complaint.closedOn && dayIn(complaint.closedOn, today),
    ],
    [t('complaint.detail.answer'), complaint.answer, complaint.answeredOn && dayIn(complaint.answeredOn, today)],
    [t('complaint.detail.revisit'), complaint.revisit, complaint.revisitOn && dayIn(complaint.revisitOn, today)],
  ]
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href="/supervision/complaints" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('complaint.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <h1 className="flex flex-wrap items-baseline gap-x-4 text-2xl font-semibold">
            {t(`complaint.kind.${complaint.kind}`)} {t('complaint.no', { n: complaint.number })}
            <span className="text-base font-normal text-ink-2">
              <ComplaintState row={complaint} locale={locale} />
            </span>
            {complaint.urged > 0 && (
              <span className="text-base font-normal text-yellow-ink">
                {t('complaint.urged', { n: complaint.urged })}
              </span>
            )}
            {complaint.reopened > 0 && (
              <span className="text-base font-normal text-yellow-ink">
                {t('complaint.reopened', { n: complaint.reopened })}
              </span>
            )}
          </h1>
          <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="flex items-center gap-3 text-lg">
              <Lamp level={complaint.level} size="m" t={t} />
              <span className={`why-${complaint.level}`}>{complaintReason(complaint, locale)}</span>
            </span>
            {complaint.clock && <ClockRuler clock={complaint.clock} t={t} />}
          </div>
          <p lang="zh-CN" className="mt-4 max-w-3xl break-words whitespace-pre-wrap">
            {complaint.text}
          </p>
          {complaint.photos.length > 0 && (
            <ul aria-label={t('complaint.detail.photos')} className="mt-3 flex flex-wrap gap-4">
              {complaint.photos.map((photo) => (
                <li key={photo.id}>
                  <a href={`/api/complaint-photos/${photo.id}`} className="inline-block text-link">
                    {/* biome-ignore lint/performance/noImgElement: a picture of ours, small enough as it is */}
                    <img
                      src={`/api/complaint-photos/${photo.id}`}
                      alt=""
                      loading="lazy"
                      className="mb-1 size-24 border border-divider object-cover"
                    />
                    {t('complaint.detail.photo', { n: photo.nth })}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </header>
        {words.map(
          ([title, text, on]) =>
            text && (
              <section key={title} className="pt-5">
                <h2 className="text-lg font-semibold">
                  {title} {on && <span className="ml-2 text-base font-normal text-ink-3">{on}</span>}
                </h2>
                <p lang="zh-CN" className="max-w-3xl break-words whitespace-pre-wrap">
                  {text}
                </p>
              </section>
            ),
        )}
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('complaint.detail.actions')}</h2>
          <ComplaintForms
            key={complaint.version}
            complaint={complaint}
            formKey={() => issueFormKey(actor.userId)}
            t={t}
          />
        </section>
        <SlipsAbout of="complaint" id={complaint.id} actor={actor} locale={locale} />
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('complaint.detail.history')}</h2>
          <ComplaintHistory complaint={complaint} today={today} locale={locale} />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('complaint.detail.facts')}</h2>
        <ComplaintFacts complaint={complaint} today={today} locale={locale} />
      </aside>
    </article>
  )
}
