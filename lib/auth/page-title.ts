import 'server-only'
import type { Metadata } from 'next'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'
import { sessionAccount } from './require-actor'

type Key = Parameters<ReturnType<typeof translator>>[0]

/** The title of a page in the language of whoever opens it: `export const generateMetadata = pageTitle('projects.title')`. */
export const pageTitle = (key: Key) => async (): Promise<Metadata> => {
  const account = await sessionAccount()
  const t = translator(account?.locale ?? (await requestLocale()))
  return { title: t(key as 'shell.product') }
}
