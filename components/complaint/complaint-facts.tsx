import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { pointText, starsText } from '@/lib/i18n/complaint-text'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ComplaintDetail } from '@/lib/schemas/complaint'

const contactOf = ({ contact, hasContact }: ComplaintDetail, t: Translator) =>
  contact ?? t(hasContact ? 'complaint.detail.contactHidden' : 'complaint.detail.contactNone')

/** What was said, where and when, who has it, and what it became. */
export function ComplaintFacts({
  complaint,
  today,
  locale,
}: {
  complaint: ComplaintDetail
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { project, issue, point, repeatOf } = complaint
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [
      t('complaint.detail.place'),
      <span key="place" lang="zh-CN">
        {complaint.place}
      </span>,
    ],
    [
      t('complaint.detail.point'),
      <span key="point">
        {pointText(point, locale)} {point && <span lang="zh-CN">{point.name}</span>}
      </span>,
    ],
    [
      t('complaint.detail.filed'),
      t('complaint.detail.filedAt', { day: dayIn(complaint.filedOn, today), hour: complaint.filedHour }),
    ],
    [t('complaint.detail.enterprise'), complaint.enterprise],
    [t('complaint.detail.contact'), contactOf(complaint, t)],
    [t('complaint.detail.against'), complaint.against?.name],
    [t('complaint.detail.lead'), complaint.lead?.name ?? t('complaint.noLead')],
    [
      t('complaint.detail.due'),
      complaint.dueOn && (
        <>
          {dayIn(complaint.dueOn, today)}
          {complaint.extended && <span className="ml-2 text-ink-2">{t('complaint.detail.extended')}</span>}
          {complaint.askedOn && (
            <span className="ml-2 text-yellow-ink">
              {t('complaint.detail.asked', { day: dayIn(complaint.askedOn, today) })}
            </span>
          )}
        </>
      ),
    ],
    [
      t('complaint.detail.project'),
      project &&
        (project.open ? (
          <Link href={`/projects/${project.id}`} lang={languageOf(project.name, locale)} className="text-link">
            {project.name}
          </Link>
        ) : (
          project.name
        )),
    ],
    [
      t('complaint.detail.issue'),
      issue &&
        (issue.open ? (
          <Link href={`/issues/${issue.id}`} className="text-link">
            {t('complaint.detail.issueNo', { n: issue.number })}
          </Link>
        ) : (
          t('complaint.detail.issueNo', { n: issue.number })
        )),
    ],
    [
      t('complaint.detail.repeatOf'),
      repeatOf &&
        (repeatOf.open ? (
          <Link href={`/supervision/complaints/${repeatOf.id}`} className="text-link">
            {t('complaint.detail.repeatOfNo', { n: repeatOf.number })}
          </Link>
        ) : (
          t('complaint.detail.repeatOfNo', { n: repeatOf.number })
        )),
    ],
    [t('complaint.detail.rating'), starsText(complaint.rating, locale)],
  ]
  return (
    <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[128px_minmax(0,1fr)]">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-divider py-1.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
