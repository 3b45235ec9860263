import 'server-only'
import { headers } from 'next/headers'
import type { Locale } from './locale'

/** Language of a visitor without an account: what the browser asks for, else Chinese. */
export async function requestLocale(): Promise<Locale> {
  const wanted = (await headers()).get('accept-language') ?? ''
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh-CN'
}
