import { Link } from '@/components/ui/link'
import { ROLES, type Role } from '@/lib/domain/access'
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

/** One's own guide first, everybody else's folded away; a stranger finds them all. */
export function RoleGuides({ own, t }: { own: Role | null; t: Translator }) {
  const others = ROLES.filter((role) => role !== own).map((role) => (
    <div key={role}>
      <h3>{t(`shell.roles.${role}`)}</h3>
      <RoleGuide role={role} own={false} t={t} />
    </div>
  ))
  return (
    <section aria-labelledby="guide">
      <h2 id="guide">{own ? t('help.guideOf', { role: t(`shell.roles.${own}`) }) : t('help.guide')}</h2>
      {own && <RoleGuide role={own} own t={t} />}
      <details className="mt-3">
        <summary className="text-link">{own ? t('help.otherRoles') : t('help.roles')}</summary>
        {others}
        <p className="mt-3">
          <Link href="/help/card" className="text-link hover:underline">
            {t('help.allCards')}
          </Link>
        </p>
      </details>
    </section>
  )
}
