import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { Unbroken } from '@/components/ui/unbroken'
import { linesOf, type PaperLine } from '@/lib/domain/meeting/paper'
import { longDate } from '@/lib/i18n/day'
import { recordedText } from '@/lib/i18n/instant'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { Paper } from '@/lib/schemas/meeting-paper'

/** The first signs of a checksum, as people compare them aloud. */
const shortSum = (checksum: string) =>
  checksum
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-')

const LABEL = /^(出席|请假|列席)：/u

/** A line of a paper: what was counted leads to its rows, what was typed is text. */
function Line({
  line,
  figure,
  hrefOf,
  head: Head,
}: {
  line: PaperLine
  figure: string | undefined
  hrefOf: (id: string) => string
  /** A paper without a title has its sections right below its head. */
  head: 'h2' | 'h3'
}) {
  const label = line.role === 'PEOPLE' ? LABEL.exec(line.runs[0]?.text ?? '')?.[0] : undefined
  let end = 0
  const runs = line.runs.map((run) => {
    const at = end
    end += run.text.length
    return { ...run, at }
  })
  const content = runs.map(({ text, figure: counted, at }) =>
    counted ? (
      <Link
        key={at}
        href={hrefOf(counted.id)}
        aria-current={counted.id === figure ? 'true' : undefined}
        className="figure"
      >
        {text}
      </Link>
    ) : (
      <span key={at}>
        <Unbroken text={at === 0 && label ? text.slice(label.length) : text} />
      </span>
    ),
  )
  if (line.role === 'TITLE') return <h2 className="gw-title">{content}</h2>
  if (line.role === 'HEADING') return <Head className="gw-head">{content}</Head>
  return (
    <p>
      {label && <b className="gw-hei">{label}</b>}
      {content}
    </p>
  )
}

/**
 * Minutes or a brief as a sheet of paper 公文: red head, title, paragraphs. What it says is Chinese whoever reads it.
 *
 * @param hrefOf where the rows of a figure are
 */
export function PaperSheet({
  paper,
  figure,
  hrefOf,
  demo,
  locale,
}: {
  paper: Paper
  figure: string | undefined
  hrefOf: (id: string) => string
  demo: boolean
  locale: Locale
}) {
  const t = translator(locale)
  const { head, paragraphs } = paper.body
  const brief = paper.kind === 'BRIEF'
  return (
    <article className={clsx('gw', brief && 'gw-brief')} lang="zh-CN">
      <h1 className="gw-mark">{head.mark}</h1>
      <p className="gw-number">
        {head.number}
        {!paper.signed && '（底稿）'}
      </p>
      <p className="gw-rule">
        <span>{head.unit}</span>
        <span>{longDate(head.on, 'zh-CN')}</span>
      </p>
      {linesOf(paragraphs).map((line) => (
        <Line key={line.key} line={line} figure={figure} hrefOf={hrefOf} head={brief ? 'h2' : 'h3'} />
      ))}
      {paper.note && (
        <p>
          <b className="gw-hei">更正说明：</b>
          {paper.note}
        </p>
      )}
      <footer className="gw-foot" lang={locale}>
        <span>{t('papers.web', { demo: demo ? 'yes' : 'no' })}</span>
        <span>{t('papers.asOf', { at: recordedText(new Date(paper.asOf)) })}</span>
        {paper.signed && (
          <span>
            {t('papers.signed', { name: paper.signed.by, at: recordedText(new Date(paper.signed.at)), nth: paper.nth })}
          </span>
        )}
        {paper.signed && (
          <span title={paper.signed.checksum} data-verbatim>
            {t('papers.sum', { sum: shortSum(paper.signed.checksum) })}
          </span>
        )}
      </footer>
    </article>
  )
}
