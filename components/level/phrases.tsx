import { Fragment } from 'react'
import type { Locale } from '@/lib/i18n/locale'

/** Letters a phrase may have to be kept on one line: the narrowest cell is a little wider than that. */
const LINE_LETTERS = 16

/**
 * A Chinese sentence that goes on below where one would pause: after its marks and spaces and before a bracket, never
 * within a word or a figure. English breaks between its words anyway.
 */
export function Phrases({ text, locale }: { text: string; locale: Locale }) {
  if (locale === 'en') return text
  return text.split(/(?<=[，：])|(?=（)|(?<= )/).map((part) => {
    const phrase = part.trimEnd()
    return (
      <Fragment key={part}>
        <span className={[...phrase].length > LINE_LETTERS ? undefined : 'whitespace-nowrap'}>{phrase}</span>
        {/* Within a phrase no line may end, not even at its last space. */}
        {phrase !== part && ' '}
      </Fragment>
    )
  })
}
