import { Unbroken } from '@/components/ui/unbroken'
import { linesOf, type PaperBody } from '@/lib/domain/meeting/paper'
import { longDate } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'

/** The report of an event as a sheet of paper 公文. What it says is Chinese whoever reads it. */
export function ReportSheet({
  body: { head, paragraphs },
  checksum,
  demo,
  t,
}: {
  body: PaperBody
  checksum: string
  demo: boolean
  t: Translator
}) {
  return (
    <article className="gw" lang="zh-CN">
      <h1 className="gw-mark">{head.mark}</h1>
      <p className="gw-number">{head.number}</p>
      <p className="gw-rule">
        <span>{head.unit}</span>
        <span>{longDate(head.on, 'zh-CN')}</span>
      </p>
      {linesOf(paragraphs).map(({ key, role, runs }) => {
        const text = <Unbroken key={key} text={runs.map((run) => run.text).join('')} />
        if (role === 'TITLE')
          return (
            <h2 key={key} className="gw-title">
              {text}
            </h2>
          )
        return role === 'HEADING' ? (
          <h3 key={key} className="gw-head">
            {text}
          </h3>
        ) : (
          <p key={key}>{text}</p>
        )
      })}
      <footer className="gw-foot">
        <span>{t('papers.web', { demo: demo ? 'yes' : 'no' })}</span>
        <span title={checksum} data-verbatim>
          {t('papers.sum', { sum: checksum.slice(0, 8).toUpperCase() })}
        </span>
      </footer>
    </article>
  )
}
