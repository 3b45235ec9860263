import { Link } from '@/components/ui/link'
import { PrintButton } from '@/components/ui/print-button'
import type { Translator } from '@/lib/i18n/translator'

/** What stands above a paper on screen and is not printed: the way back, its choices, the printer. */
export function PaperBar({
  back,
  print = true,
  t,
  children,
}: {
  back: string
  /** False where there is no paper to print. */
  print?: boolean
  t: Translator
  children?: React.ReactNode
}) {
  return (
    <nav
      aria-label={t('paper.toolbar')}
      className="no-print sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-divider bg-page px-4 py-2.5 sm:px-6"
    >
      <Link href={back} className="btn">
        {t('paper.back')}
      </Link>
      {children}
      <span className="flex-1" />
      {print && (
        <>
          <noscript className="text-ink-2">{t('paper.noScript')}</noscript>
          <PrintButton>{t('paper.print')}</PrintButton>
        </>
      )}
    </nav>
  )
}
