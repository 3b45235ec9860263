import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { WalkDetail } from '@/lib/schemas/walk'
import { CorrectFinding, CorrectStep } from './walk-forms'

/** The steps as they were walked, each to be corrected while the walk goes on. */
export function WalkSteps({ walk, formKey, locale }: { walk: WalkDetail; formKey: () => string; locale: Locale }) {
  const t = translator(locale)
  if (walk.lines.length === 0) return <p className="py-2 text-ink-2">{t('walk.detail.noSteps')}</p>
  const walking = walk.mayRecord && walk.state === 'WALKING'
  return (
    <ol>
      {walk.lines.map((step, i) => (
        <li key={step.id} className="border-b border-divider py-2">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <b>
              {i + 1} {step.name}
            </b>
            <span className="text-ink-2">
              {listed(
                [
                  t('walk.minutes', { n: step.minutes }),
                  step.papers > 0 && t('walk.papers', { n: step.papers }),
                  step.trips > 0 && t('walk.trips', { n: step.trips }),
                ],
                t,
              )}
            </span>
          </p>
          {step.remark && <p className="text-ink-2">{step.remark}</p>}
          {walking && <CorrectStep walk={walk} step={step} formKey={formKey} locale={locale} />}
        </li>
      ))}
    </ol>
  )
}

/** What was found on a walk. */
export function WalkFound({
  walk,
  formKey,
  today,
  locale,
}: {
  walk: WalkDetail
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const walking = walk.mayRecord && walk.state === 'WALKING'
  const gone = walk.found.filter(({ state }) => state === 'WITHDRAWN')
  if (walk.found.length === 0) return <p className="py-2 text-ink-2">{t('walk.detail.noFound')}</p>
  return (
    <>
      <ul>
        {walk.found
          .filter((finding) => !gone.includes(finding))
          .map((finding) => (
            <li key={finding.id} className="flex flex-wrap items-center gap-x-3 border-b border-divider py-2">
              <span className="w-(--col-lamp-quiet) flex-none">
                <Lamp level={finding.level} quiet t={t} />
              </span>
              <Link
                href={`/services/walks/findings/${finding.id}`}
                lang="zh-CN"
                className="min-w-0 font-semibold hover:text-link max-sm:py-2"
              >
                {finding.text}
              </Link>
              <span className="text-sm text-ink-2">
                {listed(
                  [
                    t(`walk.kind.${finding.kind}`),
                    finding.step,
                    finding.owner.name,
                    t(`walk.finding.${finding.state}`),
                    dayIn(finding.closedOn ?? finding.dueOn, today),
                  ],
                  t,
                )}
              </span>
              {(finding.photos > 0 || (walk.mayRecord && finding.state !== 'CLOSED')) && (
                <Link
                  href={`/services/walks/findings/${finding.id}#files`}
                  className="inline-flex min-h-8 items-center text-sm text-link max-sm:min-h-11"
                >
                  {finding.photos > 0 ? t('files.photos.n', { n: finding.photos }) : t('files.photos.none')}
                  <span className="sr-only">{finding.text}</span>
                </Link>
              )}
              {walking && finding.state === 'TO_MEND' && (
                <CorrectFinding
                  key={finding.version}
                  walk={walk}
                  finding={finding}
                  formKey={formKey}
                  today={today}
                  locale={locale}
                />
              )}
            </li>
          ))}
      </ul>
      {gone.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('walk.takeBack.gone', { n: gone.length })}
          </summary>
          <ul>
            {gone.map(({ id, text }) => (
              <li key={id}>
                <Link
                  href={`/services/walks/findings/${id}`}
                  lang="zh-CN"
                  className="inline-block text-ink-2 max-sm:py-2"
                >
                  <s>{text}</s>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Problems enterprises told on the way, and where one more is put in. */
export function WalkTold({ walk, locale }: { walk: WalkDetail; locale: Locale }) {
  const t = translator(locale)
  if (walk.told.length === 0 && !walk.mayTell) return null
  return (
    <section className="pt-6">
      <h2 className="flex flex-wrap items-baseline gap-x-4 border-b border-control pb-1 text-lg font-semibold">
        {t('walk.detail.told')}
        {walk.mayTell && (
          <Link
            href={`/issues/new?walk=${walk.id}`}
            className="no-print inline-flex items-center text-base font-normal text-link max-sm:min-h-11"
          >
            {t('walk.detail.tell')}
          </Link>
        )}
      </h2>
      {walk.told.length === 0 && <p className="py-2 text-ink-2">{t('walk.detail.toldHint')}</p>}
      <ul>
        {walk.told.map(({ id, title, enterprise }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 border-b border-divider py-2">
            <Link href={`/issues/${id}`} lang="zh-CN" className="font-semibold hover:text-link max-sm:py-2">
              {title}
            </Link>
            {enterprise && <span className="text-sm text-ink-2">{enterprise}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
