import type { Locale } from './locale'

/**
 * The language of a name or a text as people gave it, where it is not the page's: without it a screen reader says Chinese
 * names with English sounds. Undefined where there is nothing to say.
 *
 * @example languageOf('自规局', 'en') // 'zh-CN'
 */
export const languageOf = (text: string | null | undefined, locale: Locale): 'zh-CN' | undefined =>
  locale === 'en' && text && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined
