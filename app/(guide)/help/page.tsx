import { Call } from '@/components/help/call'
import {
  drawnEntries,
  type Entry,
  findEntries,
  questionEntries,
  signInEntries,
  termEntries,
} from '@/components/help/entries'
import { Found, Questions, Terms } from '@/components/help/entry-lists'
import { HelpSearch } from '@/components/help/help-search'
import { Legend } from '@/components/help/legend'
import { RoleGuides } from '@/components/help/role-guide'
import { topicOf } from '@/components/help/topics'
import { Link } from '@/components/ui/link'
import { actorOf } from '@/lib/auth/actor'
import { pageTitle } from '@/lib/auth/page-title'
import { currentAccount } from '@/lib/auth/require-actor'
import { whomToCall } from '@/lib/auth/whom-to-call'
import { businessDay } from '@/lib/clock'
import { loadRules } from '@/lib/data/rule-versions'
import type { Actor } from '@/lib/domain/access'
import { SIGHT } from '@/lib/domain/access'
import { SEES_TASKS } from '@/lib/domain/sight'
import type { Locale } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('help.title')

/** Longer than any word of help; an address may hold anything. */
const Q_MAX = 40

export default async function HelpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const asked = await searchParams
  const account = await currentAccount()
  const actor = account && !account.mustChangePassword ? actorOf(account) : null
  const locale = account?.locale ?? (await requestLocale())
  const t = translator(locale)
  const q = typeof asked.q === 'string' ? asked.q.trim().slice(0, Q_MAX) : ''
  const topic = actor && typeof asked.page === 'string' ? topicOf(asked.page) : undefined
  const [signIn, terms] = [signInEntries(locale), termEntries(locale)]
  const questions = actor ? await questionsOf(actor, locale) : []
  const call = await whomToCall()
  const reads = actor !== null && SIGHT.project[actor.role] !== undefined
  return (
    <div className="max-w-[860px] px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-7 [&_h2]:text-lg [&_h2]:font-semibold [&_h3]:mt-3 [&_h3]:mb-1 [&_h3]:font-semibold">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('help.title')}</h1>
      <HelpSearch q={q} t={t} />
      {q !== '' ? (
        <Found q={q} entries={findEntries([...signIn, ...questions, ...terms, ...drawnEntries(locale)], q)} t={t} />
      ) : (
        <>
          {topic && (
            <section
              aria-labelledby="this-page"
              className="mt-4 border-l-[3px] border-ink bg-zebra px-4 py-3 [&_h2]:mt-0!"
            >
              <h2 id="this-page">{t('help.thisPage')}</h2>
              <p className="mt-1">{t(`help.topic.${topic}`)}</p>
            </section>
          )}
          <nav
            aria-label={t('help.parts')}
            className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-1 [&_a]:inline-block [&_a]:min-h-6 [&_a]:text-link"
          >
            <a href="#guide">{t('help.guide')}</a>
            <a href="#legend">{t('help.legend')}</a>
            {questions.length > 0 && <a href="#questions">{t('help.questions')}</a>}
            <a href="#sign-in">{t('help.signInHelp')}</a>
            <a href="#terms">{t('help.terms')}</a>
            <Link href={actor ? `/help/card?role=${actor.role}` : '/help/card'}>
              {actor ? t('help.card') : t('help.allCards')}
            </Link>
            {actor && <Link href="/rules">{t('help.more')}</Link>}
            {reads && <Link href="/catalog">{t('help.catalog')}</Link>}
            {reads && <Link href="/search">{t('help.search')}</Link>}
          </nav>
          {!actor && <Questions id="sign-in" title={t('help.signInHelp')} entries={signIn} open />}
          <RoleGuides own={actor?.role ?? null} t={t} />
          <section aria-labelledby="legend">
            <h2 id="legend">{t('help.legend')}</h2>
            <Legend tasks={actor !== null && SEES_TASKS.has(actor.role)} t={t} />
          </section>
          {questions.length > 0 && <Questions id="questions" title={t('help.questions')} entries={questions} />}
          {actor && <Questions id="sign-in" title={t('help.signInHelp')} entries={signIn} />}
          <Terms id="terms" title={t('help.terms')} entries={terms} />
        </>
      )}
      <div className="mt-7">
        <Call {...call} t={t} />
      </div>
    </div>
  )
}

/** Thresholds of the answers are those in force. */
async function questionsOf(actor: Actor, locale: Locale): Promise<Entry[]> {
  const { parameters: p } = await loadRules(actor, businessDay())
  return questionEntries(locale, {
    promise: String(p.promise_red_wd),
    plan: String(p.plan_red_wd),
    blue: String(p.fresh_blue_cd),
    yellow: String(p.fresh_yellow_cd),
    accept: String(p.accept_wd),
    tolerance: String(p.tol_red_wd),
  })
}
