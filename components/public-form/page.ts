import type { Locale } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'
import { Html, html } from './html'
import { SCRIPT } from './script'
import { STYLE } from './style'

/** What every public page is drawn with. */
export type Frame = Readonly<{
  locale: Locale
  t: Translator
  /** What stands in the address of the plate; null where none is known. */
  code: string | null
  /** The district's name; null where a plate does not say it. */
  district: string | null
  /** Address of the page in its other language. */
  path: string
  demo: boolean
  /** The number a deployment gives people to call. */
  line: string | null
  /** Reception of the next higher commission, as a deployment names it. */
  higher: string | null
}>

const LOGO = new Html(
  '<svg class="logo" width="26" height="26" viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="5" fill="#0B4FC4"/><path fill="#fff" d="M3 7h1.5v7H3zm2.6 0h1.5v14H5.6zm2.6 0h1.5v7H8.2zm2.6 0h1.5v7h-1.5zm2.6 0h1.5v7h-1.5zm2.6 0h1.5v7H16zm2.6 0h1.5v14h-1.5zm2.6 0h1.5v7h-1.5zm2.6 0h1.5v7h-1.5z"/></svg>',
)

/** An address of the public page: of its plate, in its language. */
export const addressOf = ({ code, locale }: Frame, rest = ''): string =>
  `/r${code === null ? '' : `/${encodeURIComponent(code)}`}${rest}${locale === 'en' ? '?lang=en' : ''}`

/** The name of the district in a sentence. */
export const districtIn = ({ district, t }: Frame): string => district ?? t('publicForm.ours')

/** A whole page; `title` also stands in the browser's window, after a word of it where something typed has to be put right. */
export function publicPage(frame: Frame, title: string, body: Html, wrong = false): string {
  const { locale, t } = frame
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const { district } = frame
  const name = district === null ? t('publicForm.anyTitle') : t('publicForm.title', { district })
  return html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="renderer" content="webkit"><meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex"><link rel="icon" href="/icon.svg"><title>${wrong ? t('publicForm.wrongTitle', { title }) : title} - ${name}</title><style>${new Html(STYLE)}</style></head><body><header>${LOGO}<span>${name}</span>${frame.demo && html`<small>${t('publicForm.demo')}</small>`}<a href="${frame.path}?lang=${other}" lang="${other}" hreflang="${other}">${t('publicForm.otherLanguage')}</a></header><main>${body}</main><script>${new Html(SCRIPT)}</script></body></html>`
    .text
}
