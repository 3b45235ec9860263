import { Link } from '@/components/ui/link'
import type { Role } from '@/lib/domain/access'
import type { Translator } from '@/lib/i18n/translator'
import { GUIDE_STEPS } from './guide-steps'

const NTH = ['first', 'second', 'third'] as const

/** What a role does first: three steps, each the way there. Somebody else's are words: he cannot go there. */
export function RoleGuide({ role, own, t }: { role: Role; own: boolean; t: Translator }) {
  return (
    <ol className="mt-2 list-decimal space-y-1.5 pl-5">
      {NTH.map((nth, i) => {
        const words = t(`help.step.${role}.${nth}`)
        return (
          <li key={nth}>
            {own ? (
              <Link href={GUIDE_STEPS[role][i] ?? '/'} className="text-link hover:underline">
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        )
      })}
    </ol>
  )
}
