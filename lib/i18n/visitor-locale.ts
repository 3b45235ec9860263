import { isLocale, type Locale } from './locale'

/**
 * Language of somebody on the public page: the one his address asks for, else what his browser asks for, else Chinese. No
 * cookie is read or set there.
 */
export function visitorLocale(asked: string | null, accepted: string | null): Locale {
  if (isLocale(asked)) return asked
  return /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh-CN'
}
