import { Form, Submit } from '@/components/ui/form'
import { giveStars } from '@/lib/actions/ranking'
import type { Translator } from '@/lib/i18n/translator'
import type { RatingLine } from '@/lib/schemas/ranking'

const STARS = [1, 2, 3, 4, 5] as const

type Props = Readonly<{ lines: readonly RatingLine[]; formKey: () => string; t: Translator }>

/** Who may be rated, each with five buttons. */
const Lines = ({ lines, formKey, t }: Props) => (
  <ul>
    {lines.map(({ table, subjectId, name, projects, stars }) => (
      <li key={`${table}${subjectId}`} className="border-t border-divider py-2">
        <p>
          <b lang="zh-CN">{name}</b>
          <span className="ml-2 text-sm text-ink-2">
            {t(`ranking.rating.of.${table}`)}
            {stars !== null && `${t('shell.comma')}${t('ranking.rating.given', { stars })}`}
          </span>
          {projects.length > 1 && (
            <span className="block text-xs text-ink-3" lang="zh-CN">
              {projects.join(t('ranking.listComma'))}
            </span>
          )}
        </p>
        <Form
          action={giveStars}
          formKey={formKey()}
          label={t('ranking.rating.about', { name })}
          className="mt-1 flex flex-wrap gap-2"
        >
          <input type="hidden" name="table" value={table} />
          <input type="hidden" name="subjectId" value={subjectId} />
          {STARS.map((n) => (
            <Submit
              key={n}
              quiet={stars !== n}
              answer={{ name: 'stars', value: String(n) }}
              label={t('ranking.rating.give', { name, stars: n })}
            >
              {t('ranking.rating.stars', { stars: n })}
            </Submit>
          ))}
        </Form>
      </li>
    ))}
  </ul>
)

/** A project unit says in one tap what it thinks of who serves it, if it likes; within the month it may say otherwise. */
export function StarsForms({ lines, formKey, t }: Props) {
  if (lines.length === 0) return null
  const stewards = lines.filter(({ table }) => table === 'STEWARD')
  const agencies = lines.filter(({ table }) => table === 'AGENCY')
  return (
    <section className="border-divider px-4 py-5 max-sm:border-b sm:px-6" aria-labelledby="stars">
      <h2 id="stars" className="text-lg font-semibold">
        {t('ranking.rating.title')}
      </h2>
      <p className="mb-2 text-sm text-ink-2">{t('ranking.rating.hint')}</p>
      <Lines lines={stewards} formKey={formKey} t={t} />
      {agencies.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('ranking.rating.more', { n: agencies.length })}
          </summary>
          <Lines lines={agencies} formKey={formKey} t={t} />
        </details>
      )}
    </section>
  )
}
