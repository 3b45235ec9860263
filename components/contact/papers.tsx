import { Provisional } from '@/components/level/provisional'
import { itemName } from '@/components/procedure/queue-text'
import { Form, Submit } from '@/components/ui/form'
import { recordOwnMove } from '@/lib/actions/procedures'
import type { PlainDate } from '@/lib/domain/plain-date'
import { catalogText } from '@/lib/i18n/catalog-text'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ContactStep } from '@/lib/schemas/contact-day'

/** A step that waits for the enterprise: its papers, by when, and the one tap that says they are handed in. */
export function Papers({
  step,
  primary,
  formKey,
  today,
  locale,
}: {
  step: ContactStep
  primary: boolean
  formKey: string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const kind = step.moves.find((move) => move === 'SUPPLEMENTED' || move === 'FILE')
  const supplement = step.state === 'SUPPLEMENT'
  const item = itemName(step, locale)
  return (
    <li className="border-b border-divider py-3.5 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-lg font-semibold">{item}</h3>
        <span className="text-sm text-ink-3">{step.agency}</span>
        {step.dueOn && step.remaining !== null && (
          <span className={step.remaining < 0 ? `why-${step.level}` : 'text-ink-2'}>
            {supplement
              ? t(step.remaining < 0 ? 'contactDay.limitOver' : 'contactDay.limit', {
                  day: dayIn(step.dueOn, today),
                  n: Math.abs(step.remaining),
                })
              : t('contactDay.planOn', { day: dayIn(step.dueOn, today) })}
            <Provisional when={step.dueProvisional} t={t} />
          </span>
        )}
      </div>
      {step.papers.length === 0 ? (
        <p className="text-ink-2">{t('contactDay.noMaterials')}</p>
      ) : (
        <ul className="mt-1">
          {step.papers.map((paper) => (
            <li
              key={paper}
              className="relative py-1 pl-5 before:absolute before:top-[11px] before:left-0.5 before:size-2 before:border-[1.5px] before:border-[var(--rl-done)]"
            >
              {catalogText(paper, locale)}
            </li>
          ))}
        </ul>
      )}
      {kind && (
        <Form
          action={recordOwnMove}
          formKey={formKey}
          keep={{ form: 'move', label: `${item} ${t(`procedure.move.${kind}`)}` }}
          label={`${item} ${t(`procedure.move.${kind}`)}`}
          className="mt-2"
        >
          <input type="hidden" name="procedureId" value={step.id} />
          <input type="hidden" name="version" value={step.version} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="on" value={today} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Submit quiet={!primary} className="max-sm:btn-big max-sm:w-full">
              {t(supplement ? 'contactDay.handIn' : 'contactDay.filed')}
              <span className="sr-only">{item}</span>
            </Submit>
            <span className="text-xs text-ink-3">
              {t(supplement ? 'contactDay.handInHint' : 'contactDay.fileHint')}
            </span>
          </div>
        </Form>
      )}
    </li>
  )
}
