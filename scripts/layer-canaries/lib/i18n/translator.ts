export const target = 'lib/i18n/translator.ts'
