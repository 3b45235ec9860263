import type { Locale } from './locale'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

/**
 * A page of words alone, for an answer that has no page to be said on.
 *
 * @param rest HTML below the words
 */
export const plainPage = (locale: Locale, title: string, words: string, rest: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title></head><body style="font:16px/1.7 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 16px"><main><h1 style="font-size:20px">${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p>${rest}</main></body></html>`
