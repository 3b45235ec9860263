import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { clockAfterLines, nextAfter, projectAfter, stateAfter } from '@/lib/i18n/move-preview-text'
import { reasonLine } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
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
      <noscript>
        <p className="mb-1.5 text-ink-3">{t('procedurePage.afterUsual')}</p>
      </noscript>
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
  const next = nextAfter(preview, today, t)
  return (
    <>
      {preview.clock && (
        <div className="mb-1.5 -ml-1">
          <ClockRuler clock={preview.clock} t={t} />
        </div>
      )}
      {clockAfterLines(preview, own, today, t).map(({ text, open }) => (
        <p key={text} className="mb-1 text-ink">
          {text}
          <Provisional when={open} t={t} />
        </p>
      ))}
      <ul className="space-y-1.5 text-ink-2 [&>li]:flex [&>li]:gap-2.5">
        <li>
          <Lamp level={preview.level} quiet t={t} />
          <span>
            {stateAfter(preview, locale)}
            <Provisional when={preview.reason?.provisional} t={t} />
          </span>
        </li>
        {next && preview.nextLevel && (
          <li>
            <Lamp level={preview.nextLevel} quiet t={t} />
            <span>
              {next}
              <Provisional when={preview.nextProvisional} t={t} />
            </span>
          </li>
        )}
        <li>
          <Lamp level={preview.projectAfter} quiet t={t} />
          <span>
            {projectAfter(preview, project, t)}
            {preview.projectReason && preview.projectAfter !== preview.projectBefore && (
              <span className="block">{reasonLine(preview.projectAfter, preview.projectReason, null, locale)}</span>
            )}
          </span>
        </li>
      </ul>
    </>
  )
}
