import type { Locale } from '@/lib/i18n/locale'

/** Chinese from its first sign to its last, over figures and stops but no Latin word. */
const HAN = /\p{Script=Han}(?:[^A-Za-z]*[\p{Script=Han}）》”〕])?/gu

/**
 * An English sentence that quotes what people wrote: the Chinese in it is marked as Chinese, so that a screen reader says it
 * as such. On a Chinese page there is nothing to mark.
 */
export function Mixed({ text, locale }: { text: string; locale: Locale }) {
  if (locale !== 'en') return text
  const parts: React.ReactNode[] = []
  let at = 0
  for (const found of text.matchAll(HAN)) {
    const [han] = found
    parts.push(
      text.slice(at, found.index),
      <span key={found.index} lang="zh-CN">
        {han}
      </span>,
    )
    at = found.index + han.length
  }
  return [...parts, text.slice(at)]
}
