import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { recordedText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import type { FigureRows as Rows } from '@/lib/schemas/meeting-paper'

const row = 'flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-divider py-2'

/** Rows a figure says there are, and how many of them the reader sees. */
const countOf = ({ projects, tasks, topics, procedures }: Rows) =>
  projects.length + tasks.length + topics.length + procedures.length
const saidOf = ({ rows, projects }: Rows) => (rows.of === 'PROJECTS' ? projects.length : rows.ids.length)

/** The rows behind a figure of a paper, with the moment they are of 数字怎么来的. */
export function FigureRows({ rows, close, t }: { rows: Rows; close: string; t: Translator }) {
  const missing = saidOf(rows) - countOf(rows)
  return (
    <section id="rows" aria-labelledby="rows-head" className="paper-rows no-print scroll-mt-16">
      <div className="flex items-start justify-between gap-3">
        <h2 id="rows-head" className="text-lg font-semibold">
          {t('papers.rows.head', { figure: rows.text })}
        </h2>
        <Link href={close} className="btn">
          {t('papers.rows.close')}
        </Link>
      </div>
      <p className="mb-2 text-sm text-ink-2">{t('papers.rows.asOf', { at: recordedText(new Date(rows.asOf)) })}</p>
      <ul className="border-t border-control">
        {rows.projects.map(({ id, name, level, reason, open }) => (
          <li key={id} className={row}>
            <Lamp level={level} quiet t={t} />
            <span className="min-w-0 flex-1" lang="zh-CN">
              {open ? (
                <Link href={`/projects/${id}`} className="text-link">
                  {name}
                </Link>
              ) : (
                name
              )}
              {reason && <span className="ml-2 text-ink-2">{reason}</span>}
            </span>
          </li>
        ))}
        {rows.tasks.map((task) => (
          <li key={task.id} className={row} lang="zh-CN">
            <span className="whitespace-nowrap text-ink-2">{task.no}</span>
            <span className="min-w-0 flex-1">
              {task.projectId && task.project && (
                <Link href={`/projects/${task.projectId}`} className="mr-2 font-semibold hover:text-link">
                  {task.project}
                </Link>
              )}
              {task.text}
            </span>
            <span className="text-ink-2">{task.who ?? t('meeting.decided.nobody')}</span>
          </li>
        ))}
        {rows.procedures.map(({ id, item, project }) => (
          <li key={id} className={row} lang="zh-CN">
            <Link href={`/procedures/${id}`} className="text-link">
              {item}
            </Link>
            <span className="text-ink-2">{project}</span>
          </li>
        ))}
        {rows.topics.map(({ id, name, projectId }) => (
          <li key={id} className={row} lang="zh-CN">
            {projectId ? (
              <Link href={`/projects/${projectId}`} className="text-link">
                {name}
              </Link>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
      {countOf(rows) === 0 && missing === 0 && <p className="py-2 text-ink-2">{t('papers.rows.none')}</p>}
      {missing > 0 && <p className="py-2 text-ink-2">{t('papers.rows.hidden', { n: missing })}</p>}
    </section>
  )
}
