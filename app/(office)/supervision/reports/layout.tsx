import { notFound } from 'next/navigation'
import { VaultOf } from '@/components/report/vault-context'
import { requireActor } from '@/lib/auth/require-actor'
import { loadReportKeys } from '@/lib/data/report-keys'
import { SEES_REPORTS } from '@/lib/domain/sight'
import { vaultWords } from '@/lib/i18n/report-text'
import { translator } from '@/lib/i18n/translator'

/** The commission's own room: for everybody else there is none. What is opened in it stays open from page to page. */
export default async function ReportsLayout({ children }: { children: React.ReactNode }) {
  const { actor, locale } = await requireActor()
  if (!SEES_REPORTS.has(actor.role)) notFound()
  const keys = await loadReportKeys(actor)
  return (
    <VaultOf keys={keys} words={vaultWords(keys, translator(locale))}>
      {children}
    </VaultOf>
  )
}
