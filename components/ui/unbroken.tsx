import type { Locale } from '@/lib/i18n/locale'
import { Mixed } from './mixed'

/** Parts of a text with where each begins; every other one is a date or a number with a hyphen. */
function partsOf(text: string) {
  let at = 0
  return text.split(/(\d+(?:-\d+)+)/).map((part, i) => {
    const begin = at
    at += part.length
    return { part, at: begin, whole: i % 2 === 1 }
  })
}

/** A text whose dates and numbers with a hyphen, 11-23 or 46-03, stand on one line; `locale`: it quotes what people wrote. */
export const Unbroken = ({ text, locale = 'zh-CN' }: { text: string; locale?: Locale }) =>
  partsOf(text).map(({ part, at, whole }) =>
    whole ? (
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      <Mixed key={at} text={part} locale={locale} />
    ),
  )
