import type { Metadata, Viewport } from 'next'
import { unstable_rethrow } from 'next/navigation'
import { currentAccount } from '@/lib/auth/require-actor'
import { helpLine } from '@/lib/help-line'
import { requestLocale } from '@/lib/i18n/request-locale'
import './globals.css'

export const metadata: Metadata = { title: { default: '项目管家', template: '%s · 项目管家' } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // Without its database the product still says so in words: the page below fails, and its words stand in this frame.
  const account = await currentAccount().catch((error: unknown) => {
    unstable_rethrow(error)
    return null
  })
  const locale = account?.locale ?? (await requestLocale())
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
