import type { NamedDoubts } from '@/lib/schemas/procedure-detail'
import type { Locale } from './locale'
import { translator } from './translator'

/** What does not go together in a move, a sentence each. */
export function doubtLines({ open, later, enteredOn }: NamedDoubts, locale: Locale): string[] {
  const t = translator(locale)
  const name = (item: { nameZh: string; nameEn: string }) => (locale === 'en' ? item.nameEn : item.nameZh)
  return [
    ...(open.length > 0
      ? [t('procedurePage.doubt.open', { names: open.map(name).join(locale === 'en' ? ', ' : '、') })]
      : []),
    ...later.map((item) => t('procedurePage.doubt.later', { name: name(item), on: item.on })),
    ...(enteredOn ? [t('procedurePage.doubt.early', { on: enteredOn })] : []),
  ]
}
