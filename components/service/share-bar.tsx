import { figureWords } from '@/lib/i18n/figure-text'
import { percentText } from '@/lib/i18n/figure-value'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

const WIDTH = 200
const HEIGHT = 12

/** How much of one figure another is, as a bar drawn on the server; of nothing there is no share. */
export function ShareBar({
  part,
  whole,
  of,
  locale,
}: {
  part: bigint
  whole: bigint
  of: readonly [part: string, whole: string]
  locale: Locale
}) {
  const t = translator(locale)
  const percent = percentText(part, whole)
  const [first = '', second = ''] = of.map((name) => figureWords(name, locale)?.label ?? name)
  const label = t('service.shareOf', { part: first, whole: second, percent: percent ?? t('service.noShare') })
  const filled = whole > 0n ? Math.min(WIDTH, Number((part * BigInt(WIDTH)) / whole)) : 0
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="block w-full max-w-[200px]">
        <rect width={WIDTH} height={HEIGHT} fill="var(--line-divider)" />
        <rect width={filled} height={HEIGHT} fill="var(--rl-used)" />
      </svg>
      <figcaption className="mt-1 text-sm text-ink-2">{label}</figcaption>
    </figure>
  )
}
