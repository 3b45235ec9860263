import type { Metadata, Viewport } from 'next'
import { unstable_rethrow } from 'next/navigation'
import { sessionAccount } from '@/lib/auth/require-actor'
import { helpLine } from '@/lib/help-line'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const product = translator(await localeOfPage())('shell.product')
  return { title: { default: product, template: `%s · ${product}` } }
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

/** Without its database the product still says so in words: the page below fails, and its words stand in this frame. */
const accountIfAny = () =>
  sessionAccount().catch((error: unknown) => {
    unstable_rethrow(error)
    return null
  })

const localeOfPage = async () => (await accountIfAny())?.locale ?? (await requestLocale())

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const [account, locale] = [await accountIfAny(), await localeOfPage()]
  return (
    <html
      lang={locale}
      data-theme={account?.theme === 'dark' ? 'dark' : 'light'}
      data-help-line={helpLine() ?? undefined}
      className={account && account.textSize > 100 ? `text-${account.textSize}` : undefined}
    >
      <body>{children}</body>
    </html>
  )
}
