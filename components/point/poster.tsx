import './poster.css'
import { Logo } from '@/components/shell/logo'
import { QrCode } from '@/components/ui/qr-code'
import type { Translator } from '@/lib/i18n/translator'
import type { PosterFacts } from '@/lib/schemas/monitor-point'

/** Signs of a code as it is printed: they stay together on a line. */
const CODE_SHOWN = 11
/** More points than these are not drawn one by one. */
const MOST_CELLS = 60

/** The points of the district as a ruler, this one taller: a poster says that it is one of several. */
function Ruler({ n, of, label }: { n: number; of: number; label: string }) {
  return (
    <svg
      viewBox={`0 0 ${of * 9.6} 14`}
      preserveAspectRatio="xMinYMid"
      className="poster-ruler"
      role="img"
      aria-label={label}
    >
      {Array.from({ length: of }, (_, i) => {
        const own = i + 1 === n
        return (
          <rect
            key={`p${i.toString()}`}
            x={i * 9.6}
            y={own ? 0 : 5}
            width="6"
            height={own ? 14 : 4}
            fill={own ? '#1B2430' : '#B7C1CE'}
          />
        )
      })}
    </svg>
  )
}

/** What hangs at a point, on one sheet of A4: what it is for, the code, the two doors, an address to type, whom to call. */
export function PosterSheet({
  poster,
  modules,
  address,
  brand,
  demo,
  t,
}: {
  poster: PosterFacts
  modules: readonly (readonly boolean[])[]
  address: string
  brand: string
  demo: boolean
  t: Translator
}) {
  const { number: n, of, name } = poster
  return (
    <article className="poster" aria-label={t('point.poster.place', { n, name, of })}>
      <p className="poster-brand">
        <Logo size={44} />
        {brand}
      </p>
      <h2>
        {t('point.poster.first')}
        <br />
        {t('point.poster.second')}
      </h2>
      <p className="poster-lead">
        {t('point.poster.free')}
        <br />
        {t('point.poster.answer')}
      </p>
      <div className="poster-doors">
        <QrCode modules={modules} label={t('point.poster.code', { n })} className="poster-code" />
        <ol>
          <li>
            <b>{t('point.poster.complaint')}</b>
            {t('point.poster.complaintBy')}
          </li>
          <li>
            <b>{t('point.poster.report')}</b>
            {t('point.poster.reportBy')}
          </li>
        </ol>
      </div>
      <div className="poster-foot">
        <p>
          {t('point.poster.type')}
          <br />
          <b>
            {address.slice(0, -CODE_SHOWN)}
            <span className="whitespace-nowrap">{address.slice(-CODE_SHOWN)}</span>
          </b>
        </p>
        <dl>
          <dt>{t('point.poster.call')}</dt>
          <dd>12345</dd>
          <dt>{t('point.poster.discipline')}</dt>
          <dd>12388</dd>
        </dl>
        <p className="poster-small">{t('point.poster.place', { n, name, of })}</p>
        <p className="poster-small">{demo && t('point.poster.demo')}</p>
        {of <= MOST_CELLS && <Ruler n={n} of={of} label={t('point.poster.which', { n, of })} />}
      </div>
    </article>
  )
}
