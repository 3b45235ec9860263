import { PaperBar } from '@/components/project/paper-bar'
import type { Translator } from '@/lib/i18n/translator'

/** A list on lying A4: title, who fills it in, as of when, and the table. */
export function PaperList({
  back,
  title,
  unit,
  day,
  problem,
  t,
  children,
}: {
  back: string
  title: string
  unit: string
  day: string
  /** Why there is no table. */
  problem: string | null
  t: Translator
  children: React.ReactNode
}) {
  return (
    <>
      <PaperBar back={back} t={t} />
      <article tabIndex={0} className="page-lying-a4 overflow-x-auto px-6 py-5 print:overflow-visible print:p-0">
        <div className="w-[269mm] print:w-auto">
          <h1 className="font-formal text-center text-[28px] leading-10 font-bold">{title}</h1>
          {problem ? (
            <p className="mt-16 text-center text-lg">{problem}</p>
          ) : (
            <>
              <p className="mt-2 mb-2 flex justify-between gap-6 text-sm">
                <span>{t('paper.filler', { unit })}</span>
                <span>{t('task.paper.asOf', { day })}</span>
              </p>
              {children}
            </>
          )}
        </div>
      </article>
    </>
  )
}
