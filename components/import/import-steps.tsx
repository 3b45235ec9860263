import clsx from 'clsx'
import type { Translator } from '@/lib/i18n/translator'
import type { ImportStep } from '@/lib/schemas/import'
import { GoLink } from './go-link'

/** `go` is what the form of the preview calls the step, where what is typed there has to be kept on the way. */
type Step = Readonly<{ key: 'file' | ImportStep | 'write'; note: string; href: string | null; go?: string }>

/** Where one stands between the file and the library; what is behind can be gone back to. */
export function ImportSteps({ steps, now, t }: { steps: readonly Step[]; now: ImportStep; t: Translator }) {
  const at = steps.findIndex(({ key }) => key === now)
  return (
    <nav aria-label={t('imports.steps')} className="mt-3">
      <ol className="flex border-t-2 border-divider max-sm:flex-wrap">
        {steps.map(({ key, note, href, go }, i) => {
          const words = (
            <>
              <span className={clsx('block', key === now && 'font-semibold text-ink')}>{t(`imports.step.${key}`)}</span>
              <span className="block text-xs">{note}</span>
            </>
          )
          return (
            <li
              key={key}
              aria-current={key === now ? 'step' : undefined}
              className={clsx(
                '-mt-0.5 flex-1 border-t-2 pt-2 pr-2 max-sm:min-w-[44%] max-sm:pb-2',
                i === at ? 'border-ink' : i < at ? 'border-control' : 'border-transparent',
                i <= at ? 'text-ink-2' : 'text-ink-3',
              )}
            >
              {href && i !== at ? (
                <GoLink href={href} go={go} className="block text-left hover:text-link">
                  {words}
                </GoLink>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
