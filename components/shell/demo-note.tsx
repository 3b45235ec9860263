import type { Translator } from '@/lib/i18n/translator'

/** That what stands here is made up, on a page outside the house: there its frame says so. */
export function DemoNote({ className, t }: { className?: string; t: Translator }) {
  if (process.env.EMBEDDED_DATABASE !== '1') return null
  return <span className={className}>{t('shell.demo')}</span>
}
