import { Choice, TextField } from '@/components/ui/fields'
import { isFull, MOST_PROJECTS } from '@/lib/domain/steward-load'
import type { Translator } from '@/lib/i18n/translator'
import { REASON_MAX } from '@/lib/schemas/procedure'

/**
 * Which steward, with how much each has already; whoever has his fill is said to, and choosing him asks why. Where a
 * browser cannot tell what is chosen, the question always stands.
 */
export function StewardChoice({
  name,
  label,
  stewards,
  className,
  t,
}: {
  name: string
  label: string
  stewards: readonly Readonly<{ id: string; name: string; projects: number }>[]
  className?: string
  t: Translator
}) {
  return (
    <div className={`asks-when-marked space-y-3 ${className ?? ''}`}>
      <Choice
        name={name}
        label={label}
        empty={t('form.choose')}
        options={stewards.map((s) => ({
          value: s.id,
          label: t(isFull(s.projects) ? 'creation.stewardFull' : 'creation.stewardLoad', {
            name: s.name,
            n: s.projects,
          }),
          mark: isFull(s.projects),
        }))}
      />
      <OverloadReason className="when-marked" t={t} />
    </div>
  )
}

/** Why somebody who has his fill gets one more. */
export function OverloadReason({ className, t }: { className?: string; t: Translator }) {
  return (
    <TextField
      name="overloadReason"
      label={t('creation.overload', { most: MOST_PROJECTS })}
      maxLength={REASON_MAX}
      className={className}
    />
  )
}
