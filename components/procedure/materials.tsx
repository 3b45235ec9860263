import { Check } from '@/components/ui/fields'
import type { Translator } from '@/lib/i18n/translator'

/** Papers of an item as boxes to tick: whoever sends papers back says everything that is missing 一次性告知. */
export function Materials({ materials, t }: { materials: readonly string[]; t: Translator }) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('desk.materials')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {materials.map((material) => (
          <Check key={material} name="materials[]" value={material} label={material} />
        ))}
      </div>
    </fieldset>
  )
}
