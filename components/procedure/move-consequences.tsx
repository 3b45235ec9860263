import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { MoveOutlook, MovePreview } from '@/lib/schemas/procedure-detail'

/** What happens once the move is confirmed, told before; what it waits for where it cannot be told yet. */
export function MoveConsequences({
  outlook: { preview, awaits },
  own,
  project,
  today,
  locale,
  className = 'border-t border-divider pt-4',
}: {
  outlook: MoveOutlook
  /** Whether the agency's clock is the reader's own. */
  own: boolean
  project: string
  today: PlainDate
  locale: Locale
  className?: string
}) {
  const t = translator(locale)
  return (
    <section className={className}>
      <h2 className="mb-1.5 font-semibold">{t('procedurePage.after')}</h2>
      {awaits ? (
        <p className="mb-1.5">{t(`procedurePage.afterAwaits.${awaits}`)}</p>
      ) : (
        !preview && <p className="text-ink-2">{t('procedurePage.afterUntold')}</p>
      )}
      {preview && <Told preview={preview} own={own} project={project} today={today} locale={locale} />}
    </section>
  )
}

/** The clock, the item's colour and the next, the project's, as they would be. */
function Told({
  preview,
  own,
  project,
  today,
  locale,
}: Readonly<{ preview: MovePreview; own: boolean; project: string; today: PlainDate; locale: Locale }>) {
  const t = translator(locale)
  const word = (level: MovePreview['level']) => t(`level.short.${level}`)
  return (
    <>
      {preview.clock && (
        <div className="mb-1.5 -ml-1">
          <ClockRuler clock={preview.clock} t={t} />
        </div>
      )}
      <ClockAfter preview={preview} own={own} today={today} t={t} />
      <ul className="space-y-1.5 text-ink-2 [&>li]:flex [&>li]:gap-2.5">
        <li>
          <Lamp level={preview.level} quiet t={t} />
          <span>
            {t('procedurePage.afterState', {
              state: t(`procedure.state.${preview.state}`),
              level: preview.reason ? reasonText(preview.reason, locale) : t(`level.full.${preview.level}`),
            })}
            <Provisional when={preview.reason?.provisional} t={t} />
          </span>
        </li>
        {preview.nextLevelOn && preview.nextLevel && preview.nextLevel !== preview.level && (
          <li>
            <Lamp level={preview.nextLevel} quiet t={t} />
            <span>
              {t('procedurePage.afterNext', {
                day: dayIn(preview.nextLevelOn, today),
                level: word(preview.nextLevel),
              })}
              <Provisional when={preview.nextProvisional} t={t} />
            </span>
          </li>
        )}
        <li>
          <Lamp level={preview.projectAfter} quiet t={t} />
          <span>
            {preview.projectAfter === preview.projectBefore
              ? t('procedurePage.afterProjectSame', { project, level: word(preview.projectAfter) })
              : t('procedurePage.afterProject', {
                  project,
                  from: word(preview.projectBefore),
                  to: word(preview.projectAfter),
                })}
            {preview.projectReason && preview.projectAfter !== preview.projectBefore && (
              <span className="block">{reasonLine(preview.projectAfter, preview.projectReason, null, locale)}</span>
            )}
          </span>
        </li>
      </ul>
    </>
  )
}

/** What the two clocks do then, in words. */
function ClockAfter({
  preview,
  own,
  today,
  t,
}: {
  preview: MovePreview
  own: boolean
  today: PlainDate
  t: Translator
}) {
  const { state, used, remaining, due, dueInWd } = preview
  const lines: { text: string; open?: boolean }[] = []
  const say = (text: string, open?: boolean) => lines.push({ text, open })
  if (state === 'SUPPLEMENT') {
    if (used !== null && remaining !== null)
      say(
        remaining < 0
          ? t(own ? 'desk.clockStopsOver' : 'desk.clockStopsAgencyOver', { used, n: -remaining })
          : t(own ? 'desk.clockStops' : 'desk.clockStopsAgency', { used, n: remaining }),
      )
    if (due && dueInWd !== null) say(t('desk.applicantHas', { n: dueInWd, day: dayIn(due.on, today) }), due.provisional)
  }
  if (state === 'SPECIAL' && used !== null && remaining !== null && remaining >= 0)
    say(t(own ? 'desk.clockStops' : 'desk.clockStopsAgency', { used, n: remaining }))
  if (state === 'ACCEPTED' && remaining !== null) {
    if (remaining < 0) say(t('desk.clockOver', { n: -remaining }))
    else say(t('desk.clockRuns', { n: remaining, day: due ? dayIn(due.on, today) : '' }), due?.provisional)
  }
  if ((state === 'DONE' || state === 'DONE_TOL') && used !== null && remaining !== null)
    say(t('desk.usedIn', { used, n: used + remaining }))
  return lines.map(({ text, open }) => (
    <p key={text} className="mb-1 text-ink">
      {text}
      <Provisional when={open} t={t} />
    </p>
  ))
}
