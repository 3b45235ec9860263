import { Hatches } from '@/components/level/clock-ruler'
import { PrintStamp } from '@/components/shell/print-stamp'
import { printStampOf } from '@/lib/auth/print-stamp'
import { requireActor } from '@/lib/auth/require-actor'

/** Papers: no rail, no bar, nothing but the sheet and what prints it. */
export default async function PaperLayout({ children }: { children: React.ReactNode }) {
  const { actor, account, locale } = await requireActor()
  return (
    <main className="paper min-h-dvh">
      <PrintStamp {...(await printStampOf(actor, account.district.isDemo, locale))} />
      <Hatches />
      {children}
    </main>
  )
}
