import type { Translator } from '@/lib/i18n/translator'
import { DemoNote } from './demo-note'
import { Logo } from './logo'

/** A page outside the shell, for whoever has not come in yet: one card with one thing to do. */
export const NarrowPage = ({ title, t, children }: { title: string; t: Translator; children: React.ReactNode }) => (
  <div className="flex min-h-dvh flex-col items-center bg-page px-5 pt-16 pb-8 max-sm:pt-6">
    <Logo size={40} />
    <main className="mt-6 w-full max-w-[420px] rounded-md border border-divider bg-card px-6 py-7 sm:px-8">
      <h1 className="text-xl font-semibold">{title}</h1>
      {children}
    </main>
    <footer className="pt-6 text-sm text-ink-3">
      <DemoNote t={t} />
    </footer>
  </div>
)
