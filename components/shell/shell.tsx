import { Hatches } from '@/components/level/clock-ruler'
import { SearchField } from '@/components/search/search-field'
import { AckBar, AckNotice } from '@/components/ui/ack-bar'
import { FollowLinks } from '@/components/ui/follow-links'
import { Link } from '@/components/ui/link'
import { Outbox, type OutboxWords } from '@/components/ui/outbox'
import { undoMove } from '@/lib/actions/procedures'
import { takeBackUnchanged } from '@/lib/actions/projects'
import { relationFor, SIGHT } from '@/lib/domain/access'
import type { Slot } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEARCHES } from '@/lib/domain/sight'
import type { Translator } from '@/lib/i18n/translator'
import { AccountMenu, type Me } from './account-menu'
import { Bell } from './bell'
import { HelpLink } from './help-link'
import { Logo } from './logo'
import { MarkPlace } from './mark-place'
import { Nav } from './nav'
import { ownPage, sectionsOf } from './sections'
import { WeekStrip } from './week-strip'

/** The signed-in frame: rail on a desktop, bar at the bottom on a phone. */
export function Shell({
  me,
  today,
  dataLine,
  path,
  demo,
  unseen,
  formKeys,
  t,
  children,
}: {
  me: Me
  today: PlainDate
  /** Of the reader's district. */
  dataLine: Slot
  /** Of the page that is asked for. */
  path: string
  demo: boolean
  /** Things the reader was told of and has not looked at. */
  unseen: number
  formKeys: readonly [string, string]
  t: Translator
  children: React.ReactNode
}) {
  const items = sectionsOf(me.role, t)
  const seesProjects = SIGHT.project[me.role] !== undefined
  const searches = SEARCHES.has(me.role)
  return (
    <div className="group/shell min-h-dvh sm:grid sm:h-dvh sm:grid-cols-[var(--col-rail)_minmax(0,1fr)] sm:grid-rows-[52px_minmax(0,1fr)] print:block print:h-auto">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-card focus:p-2">
        {t('shell.skip')}
      </a>
      <FollowLinks />
      <MarkPlace />
      <Hatches />
      <div className="shell-frame no-print row-span-2 hidden flex-col items-center overflow-y-auto border-r border-divider bg-page py-3 [scrollbar-width:none] sm:flex">
        <Nav items={items} label={t('shell.mainNav')} path={path}>
          <Link href="/" aria-label={t('shell.home')} className="mb-4 flex-none">
            <Logo />
          </Link>
        </Nav>
      </div>
      {/* On a phone a page about one thing has a bar of its own, with the way back. */}
      <header className="shell-frame no-print group-has-[[data-back-bar]]/shell:max-sm:hidden sticky top-0 z-30 flex h-[52px] items-center gap-3 border-b border-divider bg-page px-4 sm:static sm:gap-5 sm:px-6">
        <Link href="/" aria-label={t('shell.home')} className="sm:hidden">
          <Logo size={28} />
        </Link>
        {searches && (
          <SearchField
            words={{
              label: t(seesProjects ? 'search.label' : 'search.labelNeeds'),
              placeholder: t(seesProjects ? 'search.placeholder' : 'search.placeholderNeeds'),
              results: t('search.results'),
              none: t('search.none', { q: '{q}' }),
              noneYet: t('search.noneYet'),
              found: t('search.found', { n: '{n}' }),
              loading: t('search.loading'),
              busy: t('search.busy'),
              failed: t('search.failed'),
              allResults: t('search.allResults'),
            }}
          />
        )}
        <span className="flex-1 max-sm:hidden" />
        {demo && <span className="text-xs whitespace-nowrap text-ink-3 max-sm:hidden">{t('shell.demo')}</span>}
        {/* Whoever reports nothing has no deadline. */}
        {seesProjects && <WeekStrip today={today} dataLine={dataLine} t={t} />}
        {relationFor(me.role, 'notice.see') && <Bell unseen={unseen} t={t} />}
        <HelpLink label={t('shell.help')} />
        <AccountMenu me={me} formKeys={formKeys} t={t} />
      </header>
      <main
        id="main"
        className="min-w-0 bg-card pb-24 has-data-strip:max-sm:pb-40 sm:overflow-auto sm:pb-0 print:overflow-visible"
      >
        <AckBar
          undo={{ unchanged: takeBackUnchanged, procedure: undoMove }}
          words={{ region: t('shell.ack.region'), undo: t('shell.ack.undo'), lost: t('shell.outbox.lost') }}
        >
          <Outbox owner={me.id} words={outboxWords(t)} above={<AckNotice />}>
            {children}
          </Outbox>
        </AckBar>
        {demo && <p className="no-print px-4 py-3 text-xs text-ink-3 sm:hidden">{t('shell.demo')}</p>}
      </main>
      <div className="shell-frame no-print fixed inset-x-0 bottom-0 z-30 flex border-t border-divider bg-card pb-[env(safe-area-inset-bottom)] sm:hidden">
        <Nav items={[...items, ownPage(t)]} label={t('shell.mainNav')} path={path} more={t('shell.more')} />
      </div>
    </div>
  )
}

const outboxWords = (t: Translator): OutboxWords => ({
  title: t('shell.outbox.title'),
  kept: t('shell.outbox.kept'),
  again: t('shell.outbox.again'),
  lost: t('shell.outbox.lost'),
  stale: t('shell.outbox.stale'),
  renew: t('shell.outbox.renew'),
  unsent: t('shell.outbox.unsent'),
  send: t('shell.outbox.send'),
  right: t('shell.outbox.right'),
  drop: t('shell.outbox.drop'),
  sent: t('shell.outbox.sent'),
  close: t('shell.outbox.close'),
  open: t('shell.outbox.open'),
})
