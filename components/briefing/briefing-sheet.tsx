import { Link } from '@/components/ui/link'
import { Unbroken } from '@/components/ui/unbroken'
import type { BriefingParagraph } from '@/lib/domain/briefing/paper'
import { sectionNumber } from '@/lib/domain/meeting/paper'
import { longDate } from '@/lib/i18n/day'
import { figureWords } from '@/lib/i18n/figure-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { BriefingPaper } from '@/lib/schemas/briefing'

type Opening = Readonly<{
  /** Where the rows of each figure are that the reader may open. */
  hrefs: ReadonlyMap<string, string>
  locale: Locale
}>

/** A paragraph: what was counted leads to its rows, what was worded is text. */
function Paragraph({ paragraph, hrefs, locale }: { paragraph: BriefingParagraph } & Opening) {
  let end = 0
  return (
    <p>
      {paragraph.runs.map(({ text, figure }) => {
        const at = end
        end += text.length
        const href = figure === null ? undefined : hrefs.get(figure)
        if (figure === null) return <Unbroken key={at} text={text} />
        if (href === undefined)
          return (
            <b key={at} title={translator(locale)('briefing.figures.closed')}>
              {text}
            </b>
          )
        const words = figureWords(figure, locale)
        return (
          <Link
            key={at}
            href={href}
            className="figure"
            title={words?.definition}
            aria-label={`${words?.label ?? figure} ${text}`}
          >
            {text}
          </Link>
        )
      })}
    </p>
  )
}

/**
 * A briefing as a sheet of paper 工作情况. What it says is Chinese whoever reads it.
 *
 * @param foot lines below the text: as of when, who published it, its checksum
 */
export function BriefingSheet({
  paper,
  foot,
  ...opening
}: { paper: BriefingPaper; foot: readonly string[] } & Opening) {
  const { head, title, sections } = paper.body
  return (
    <article className="gw" lang="zh-CN">
      <h1 className="gw-mark">{head.mark}</h1>
      <p className="gw-number">
        {head.number}
        {!paper.published && '（底稿）'}
      </p>
      <p className="gw-rule">
        <span>{head.unit}</span>
        <span>{longDate(head.on, 'zh-CN')}</span>
      </p>
      <h2 className="gw-title">
        {title.split(/(?=（)/u).map((part) => (
          // The days of a title stand on one line.
          <span key={part} className="inline-block">
            {part}
          </span>
        ))}
      </h2>
      {sections.map(({ key, heading, paragraphs }, i) => (
        <section key={key}>
          <h3 className="gw-head">
            {sectionNumber(i + 1)}、{heading}
          </h3>
          {paragraphs.map((paragraph) => (
            <Paragraph key={paragraph.key} paragraph={paragraph} {...opening} />
          ))}
        </section>
      ))}
      {paper.note && (
        <p>
          <b className="gw-hei">更正说明：</b>
          {paper.note}
        </p>
      )}
      <footer className="gw-foot" lang={opening.locale}>
        {foot.map((line) => (
          <span key={line} data-verbatim title={paper.published?.checksum}>
            {line}
          </span>
        ))}
      </footer>
    </article>
  )
}
