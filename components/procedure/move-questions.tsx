import { Choice, TextField } from '@/components/ui/fields'
import { WhenAsked } from '@/components/ui/form-parts'
import { DESPITE } from '@/lib/domain/move-doubts'
import type { PlainDate } from '@/lib/domain/plain-date'
import { doubtLines } from '@/lib/i18n/doubt-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'
import type { MoveQuestions as Questions } from '@/lib/schemas/procedure-detail'

/**
 * What a move is asked when it skips steps nobody recorded, or does not go together with what is recorded: the earlier days,
 * and how it can be so. In the ordinary case nothing stands here.
 */
export function MoveQuestions({
  questions: { steps, doubts },
  today,
  locale,
}: {
  questions: Questions
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <>
      {steps.length > 0 && (
        <fieldset>
          <legend className="mb-1.5 text-ink-2">{t('procedurePage.steps')}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {steps.map(({ name, proposed }) => (
              <TextField
                key={name}
                name={name}
                type="date"
                label={t(`procedurePage.stepDay.${name}`)}
                hint={t('procedurePage.stepHint')}
                initial={proposed ?? undefined}
                max={today}
              />
            ))}
          </div>
        </fieldset>
      )}
      <WhenAsked name="despite" from={doubts !== null}>
        <div className="border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3">
          {doubts && (
            <>
              <p className="font-semibold">{t('procedurePage.doubt.title')}</p>
              <ul className="mb-3">
                {doubtLines(doubts, locale).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <Choice
              name="despite"
              label={t('procedurePage.doubt.ask')}
              empty={t('procedurePage.doubt.choose')}
              options={DESPITE.map((value) => ({ value, label: t(`procedurePage.doubt.reason.${value}`) }))}
            />
            <TextField
              name="despiteNote"
              label={t('procedurePage.doubt.note')}
              hint={t('procedurePage.doubt.noteHint')}
              maxLength={REASON_MAX}
            />
          </div>
        </div>
      </WhenAsked>
    </>
  )
}
