import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { Entry } from './entries'

type Section = Readonly<{ id: string; title: string; entries: readonly Entry[] }>

/** Questions that open on their answers. */
export function Questions({ id, title, entries, open = false }: Section & { open?: boolean }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="mt-1 border-t border-divider">
        {entries.map(({ key, title: question, text }) => (
          <details key={key} id={key} open={open} className="border-b border-divider py-2">
            <summary className="font-semibold">{question}</summary>
            <p className="mt-1 text-ink-2">{text}</p>
          </details>
        ))}
      </div>
    </section>
  )
}

export function Terms({ id, title, entries }: Section) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className="mt-1 grid gap-x-4 border-t border-divider sm:grid-cols-[140px_1fr]">
        {entries.map(({ key, title: term, text }) => (
          <div key={key} className="contents">
            <dt className="pt-2 font-semibold sm:border-b sm:border-divider sm:pb-2">{term}</dt>
            <dd className="border-b border-divider pb-2 text-ink-2 sm:pt-2">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What a search in help has found, said in full: nobody has to look for it again on the page. */
export function Found({ q, entries, t }: { q: string; entries: readonly Entry[]; t: Translator }) {
  return (
    <section aria-label={t('help.find')} className="mt-4">
      <p role="status" className="text-ink-2">
        {entries.length > 0
          ? t('help.found', { q, n: entries.length })
          : t('help.nothing', { q, who: t('help.askOffice') })}
      </p>
      <dl className="mt-1">
        {entries.map(({ key, title, text }) => (
          <div key={key} className="border-b border-divider py-2">
            <dt className="font-semibold">{title}</dt>
            <dd className="mt-1 text-ink-2">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">
        <Link href="/help" className="btn">
          {t('help.all')}
        </Link>
      </p>
    </section>
  )
}
