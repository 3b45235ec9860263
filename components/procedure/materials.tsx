import { Check } from '@/components/ui/fields'
import { catalogText } from '@/lib/i18n/catalog-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

/** Papers of an item as boxes to tick: whoever sends papers back says everything that is missing 一次性告知. */
export function Materials({ materials, locale }: { materials: readonly string[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('desk.materials')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {materials.map((material) => (
          <Check key={material} name="materials[]" value={material} label={catalogText(material, locale)} />
        ))}
      </div>
    </fieldset>
  )
}
