/** Languages of the product. zh-CN is the source of truth. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text)
