import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { recordedText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingMonth, RankingSubject } from '@/lib/schemas/ranking'

type Of = Pick<RankingMonth | RankingSubject, 'edition' | 'editions' | 'days' | 'state' | 'objections'>

/** The first signs of a checksum, as people compare them aloud. */
const shortSum = (checksum: string) =>
  checksum
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-')

/** Which version one is looking at, up to which day its facts go, and by which rules it was counted. */
export function EditionLine({
  of,
  count = null,
  today,
  t,
}: {
  of: Of
  /** Objections of the month, where the reader sees all of them. */
  count?: Readonly<{ all: number; accepted: number }> | null
  today: PlainDate
  t: Translator
}) {
  const { edition, days } = of
  const parts = [
    edition.signed
      ? t('ranking.meta.published', {
          nth: String(edition.number),
          day: recordedText(new Date(edition.signed.at)).slice(0, 10),
          name: edition.signed.by,
        })
      : t('ranking.meta.draft'),
    t('ranking.meta.dataLine', { day: dayIn(days.dataLineOn, today) }),
    edition.rulesNumber === 0
      ? t('ranking.meta.delivered')
      : t('ranking.meta.rules', { n: String(edition.rulesNumber) }),
    ...(count
      ? [
          t(count.all > 0 ? 'ranking.meta.objections' : 'ranking.meta.noObjections', {
            n: count.all,
            accepted: count.accepted,
          }),
        ]
      : []),
  ]
  return (
    <p className="mt-0.5 flex flex-wrap text-ink-2 max-sm:gap-x-3 max-sm:[&>span+span]:before:hidden [&>span+span]:before:mx-2 [&>span+span]:before:text-[var(--line-control)] [&>span+span]:before:content-['|']">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {edition.signed && (
        <span title={edition.signed.checksum} data-verbatim>
          {t('ranking.meta.sum', { sum: shortSum(edition.signed.checksum) })}
        </span>
      )}
    </p>
  )
}

/** What a version corrects, the others there are, and that one is looking at an old one. */
export function Editions({ of, hrefOf, t }: { of: Of; hrefOf: (nth: number | undefined) => string; t: Translator }) {
  const { edition, editions } = of
  const newest = editions[0]
  const old = newest !== undefined && edition.number < newest.number
  return (
    <>
      {edition.note && (
        <p role="note" className="mt-2 border-l-[3px] border-ink bg-zebra px-3 py-2">
          {t('ranking.state.corrected', { nth: String(edition.number), note: edition.note })}
        </p>
      )}
      {old && (
        <p role="note" className="mt-2 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-3 py-2">
          {t('ranking.state.old', { nth: String(edition.number) })}
          <Link href={hrefOf(undefined)} className="ml-2 text-link underline">
            {t('ranking.state.seeNewest')}
          </Link>
        </p>
      )}
      {editions.length > 1 && (
        <nav aria-label={t('ranking.state.versions')} className="no-print mt-1 flex flex-wrap gap-x-3">
          {editions.map(({ number }) =>
            number === edition.number ? (
              <b key={number} aria-current="page" className="inline-flex min-h-8 items-center">
                {t('ranking.state.version', { nth: String(number) })}
              </b>
            ) : (
              <Link
                key={number}
                href={hrefOf(number === newest?.number ? undefined : number)}
                className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
              >
                {t('ranking.state.version', { nth: String(number) })}
              </Link>
            ),
          )}
        </nav>
      )}
    </>
  )
}

/** What happens next to a month that is not published, and until when. */
export function StateLine({ of, today, t }: { of: Of; today: PlainDate; t: Translator }) {
  const { state, days } = of
  if (state === 'PUBLISHED') return null
  return (
    <p role="note" className="mt-2 border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2">
      {t(`ranking.state.${state}`, {
        until: dayIn(days.objectUntilOn, today),
        decide: dayIn(days.decideByOn, today),
        publish: dayIn(days.publishOn, today),
      })}
    </p>
  )
}
