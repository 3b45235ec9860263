import { Legend } from '@/components/help/legend'
import { RoleGuide } from '@/components/help/role-guide'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadRules } from '@/lib/data/rule-versions'
import { ROLES, SIGHT } from '@/lib/domain/access'
import { MESSAGES } from '@/lib/i18n/messages'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('help.title')

type Question = keyof (typeof MESSAGES)['en']['help']['question']
type Term = keyof (typeof MESSAGES)['en']['help']['term']
const keysOf = <K extends string>(words: Readonly<Record<K, string>>) => Object.keys(words) as K[]

export default async function HelpPage() {
  const { actor, locale } = await requireActor()
  const t = translator(locale)
  const { parameters: p } = await loadRules(actor, businessDay())
  // Thresholds of the answers are those in force.
  const numbers = {
    promise: String(p.promise_red_wd),
    plan: String(p.plan_red_wd),
    blue: String(p.fresh_blue_cd),
    yellow: String(p.fresh_yellow_cd),
    accept: String(p.accept_wd),
    tolerance: String(p.tol_red_wd),
  }
  const { question, term } = MESSAGES[locale].help
  const reads = SIGHT.project[actor.role] !== undefined
  return (
    <div className="max-w-[860px] px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-7 [&_h2]:text-lg [&_h2]:font-semibold [&_h3]:mt-3 [&_h3]:mb-1 [&_h3]:font-semibold">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('help.title')}</h1>
      <nav aria-label={t('help.parts')} className="no-print mt-2 flex flex-wrap gap-x-5 gap-y-1 [&_a]:text-link">
        <a href="#guide">{t('help.guide')}</a>
        <a href="#legend">{t('help.legend')}</a>
        <a href="#questions">{t('help.questions')}</a>
        <a href="#terms">{t('help.terms')}</a>
        <Link href="/rules">{t('help.more')}</Link>
        {reads && <Link href="/catalog">{t('help.catalog')}</Link>}
        {reads && <Link href="/search">{t('help.search')}</Link>}
      </nav>
      <section aria-labelledby="guide">
        <h2 id="guide">{t('help.guideOf', { role: t(`shell.roles.${actor.role}`) })}</h2>
        <RoleGuide role={actor.role} own t={t} />
        <details className="mt-3">
          <summary className="text-link">{t('help.otherRoles')}</summary>
          {ROLES.filter((role) => role !== actor.role).map((role) => (
            <div key={role}>
              <h3>{t(`shell.roles.${role}`)}</h3>
              <RoleGuide role={role} own={false} t={t} />
            </div>
          ))}
        </details>
      </section>
      <section aria-labelledby="legend">
        <h2 id="legend">{t('help.legend')}</h2>
        <Legend t={t} />
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">{t('help.questions')}</h2>
        <div className="mt-1 border-t border-divider">
          {keysOf<Question>(question).map((key) => (
            <details key={key} id={key} className="border-b border-divider py-2">
              <summary className="font-semibold">{t(`help.question.${key}`)}</summary>
              <p className="mt-1 text-ink-2">{t(`help.answer.${key}`, numbers as never)}</p>
            </details>
          ))}
        </div>
      </section>
      <section aria-labelledby="terms">
        <h2 id="terms">{t('help.terms')}</h2>
        <dl className="mt-1 grid gap-x-4 border-t border-divider sm:grid-cols-[140px_1fr]">
          {keysOf<Term>(term).map((key) => (
            <div key={key} className="contents">
              <dt className="pt-2 font-semibold sm:border-b sm:border-divider sm:pb-2">{t(`help.term.${key}`)}</dt>
              <dd className="border-b border-divider pb-2 text-ink-2 sm:pt-2">{t(`help.meaning.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
