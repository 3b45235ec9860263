import { headers } from 'next/headers'
import { forbidden, notFound } from 'next/navigation'
import { Hatches } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { EarlyKeys } from '@/components/meeting/early-keys'
import { Room } from '@/components/meeting/room'
import { RoomTopicFacts } from '@/components/meeting/room-topic'
import { roomWords } from '@/components/meeting/room-words'
import { meetingHref } from '@/components/meeting/week-link'
import { Logo } from '@/components/shell/logo'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadSitting } from '@/lib/data/closing'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { findRoom } from '@/lib/data/room'
import { loadSentenceSetting } from '@/lib/data/sentence-book'
import { relationFor } from '@/lib/domain/access'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { isoWeekOf } from '@/lib/domain/plain-date'
import { SEES_ALL_TOPICS } from '@/lib/domain/sight'
import { calledTo } from '@/lib/i18n/agenda-text'
import { dayIn, longDay } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('sitting.room.title')

export default async function RoomPage({
  params,
  searchParams,
}: {
  params: Promise<{ week: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, account, locale } = await requireActor()
  if (!SEES_ALL_TOPICS.has(actor.role)) forbidden()
  const { week } = await params
  const weekOf = mondayOfKey(week)
  if (!weekOf) notFound()
  const t = translator(locale)
  const today = businessDay()
  const [room, live, heading, query] = await Promise.all([
    findRoom(actor, weekOf, today),
    loadSitting(actor, weekOf),
    loadPaperHeading(actor),
    searchParams,
  ])
  if (!room || !live) notFound()
  const { agenda, topics } = room
  if (agenda.state === 'DRAFT' || topics.length === 0)
    return (
      <main className="room paper min-h-screen place-content-center gap-6 p-8 text-center">
        <h1>{t(agenda.state === 'DRAFT' ? 'sitting.room.unsent' : 'sitting.room.noTopics')}</h1>
        <p>
          <Link href={meetingHref(weekOf, '/agenda')} className="text-link underline">
            {t('sitting.room.back')}
          </Link>
        </p>
      </main>
    )
  const wanted = Number(query.topic)
  const first = Number.isInteger(wanted) && wanted >= 1 && wanted <= topics.length ? wanted - 1 : 0
  const { year, week: number } = isoWeekOf(weekOf)
  return (
    <>
      <EarlyKeys nonce={(await headers()).get('x-nonce') ?? undefined} />
      <Hatches />
      <Room
        at={{
          room: meetingHref(weekOf, '/room'),
          live: `/api${meetingHref(weekOf, '/room')}`,
          agenda: meetingHref(weekOf, '/agenda'),
          close: meetingHref(weekOf, '/close'),
        }}
        weekOf={weekOf}
        meetingId={agenda.meetingId}
        accountId={actor.userId}
        heads={topics.map(({ line, level, tier }) => ({
          id: line.id,
          name: line.name,
          tier,
          called: t('sitting.room.attend', {
            names: listed(
              calledTo(line).map(({ name }) => name),
              t,
            ),
          }),
          lamp: level && <Lamp level={level} quiet t={t} />,
        }))}
        topics={topics.map((topic) => (
          <RoomTopicFacts key={topic.line.id} topic={topic} today={today} locale={locale} />
        ))}
        first={first}
        head={
          <>
            <Logo size={44} />
            <span className="font-semibold">{t('sitting.room.head', { district: heading.district })}</span>
            <span className="room-24 text-ink-3">
              {t('sitting.room.week', { year: String(year), week: number, day: longDay(agenda.on, locale) })}
            </span>
            {/* What stood on the wall then is not kept: of a meeting that is over the facts are those of today. */}
            {agenda.state !== 'SENT' && (
              <b className="room-24">{t('sitting.room.factsOf', { day: dayIn(today, agenda.on) })}</b>
            )}
          </>
        }
        live={live}
        setting={await loadSentenceSetting(actor, today)}
        mayType={relationFor(actor.role, 'decision.record') !== null}
        formKey={issueFormKey(actor.userId)}
        words={roomWords(locale)}
        demo={account.district.isDemo}
      />
    </>
  )
}
