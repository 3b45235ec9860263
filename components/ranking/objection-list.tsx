import { TextArea } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { decideObjection } from '@/lib/actions/ranking'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { recordedText } from '@/lib/i18n/instant'
import { countsForText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import { DECISION_MAX, type EvidenceKind, type ObjectionLine } from '@/lib/schemas/ranking'
import { originHref } from './ranking-link'
import { type Remediable, RemedyChecks } from './remedy-checks'

const PAGE_OF: Readonly<Partial<Record<EvidenceKind, string>>> = {
  PROCEDURE: '/procedures/',
  PROJECT: '/projects/',
  TASK: '/tasks/',
  ISSUE: '/issues/',
  FACTOR: '/factors/',
  ATTACHMENT: '/api/files/',
}

function Evidence({ objection, t }: { objection: ObjectionLine; t: Translator }) {
  if (objection.evidence.length === 0) return null
  return (
    <p className="text-sm text-ink-2">
      {t('ranking.objection.evidence')}
      {objection.evidence.map(({ kind, id, label }, i) => {
        const page = PAGE_OF[kind]
        return (
          <span key={`${kind}${id}`} lang="zh-CN">
            {i > 0 && t('ranking.listComma')}
            {page ? (
              <a href={`${page}${id}`} className="inline-flex min-h-6 items-center text-link max-sm:min-h-11">
                {label}
              </a>
            ) : (
              label
            )}
          </span>
        )
      })}
    </p>
  )
}

/** The office's answer to an objection; what it changes is ticked where the items are known. */
function Decide({
  objection,
  items,
  formKey,
  t,
}: {
  objection: ObjectionLine
  items: readonly Remediable[]
  formKey: string
  t: Translator
}) {
  const { table, indicator, subject } = objection
  const about = { name: subject, indicator: countsForText(table, indicator, t) }
  return (
    <Form
      action={decideObjection}
      formKey={formKey}
      label={t('ranking.objection.of', about)}
      className="mt-2 max-w-[640px] space-y-3"
    >
      <input type="hidden" name="objectionId" value={objection.id} />
      <input type="hidden" name="version" value={objection.version} />
      {items.length > 0 && <RemedyChecks items={items} t={t} />}
      <TextArea
        name="reason"
        label={t('ranking.objection.reason')}
        maxLength={DECISION_MAX}
        hint={t('ranking.objection.reasonHint', { most: DECISION_MAX })}
        rows={2}
      />
      <div className="flex flex-wrap gap-3">
        {items.length > 0 && (
          <Submit answer={{ name: 'verdict', value: 'ACCEPTED' }} label={t('ranking.objection.acceptOf', about)}>
            {t('ranking.objection.accept')}
          </Submit>
        )}
        <Submit quiet answer={{ name: 'verdict', value: 'REFUSED' }} label={t('ranking.objection.refuseOf', about)}>
          {t('ranking.objection.refuse')}
        </Submit>
      </div>
    </Form>
  )
}

/**
 * Objections of a month with what came of them; the open ones first.
 *
 * @param decide where the reader answers them: the form key, and the items an objection may change
 */
export function ObjectionList({
  objections,
  month,
  decide,
  today,
  t,
}: {
  objections: readonly ObjectionLine[]
  month: string
  decide: Readonly<{ formKey: () => string; items: (objection: ObjectionLine) => readonly Remediable[] }> | null
  today: PlainDate
  t: Translator
}) {
  const ordered = [...objections].sort((a, b) => Number(b.state === 'OPEN') - Number(a.state === 'OPEN'))
  return (
    <ul>
      {ordered.map((objection) => {
        const { table, subjectId, state } = objection
        const items = decide && state === 'OPEN' ? decide.items(objection) : []
        const where = originHref({ month, table, subjectId }, objection.seq ? { item: objection.seq } : {})
        return (
          <li key={objection.id} id={`o-${objection.id}`} className="scroll-mt-16 border-b border-divider py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <b className={state === 'OPEN' ? 'text-ink' : 'text-ink-2'}>{t(`ranking.objection.state.${state}`)}</b>
              <Link
                href={where}
                aria-label={`${objection.subject} ${objection.itemLabel ?? objection.claim}`}
                className="font-semibold hover:text-link"
                lang="zh-CN"
              >
                {objection.subject}
              </Link>
              <span className="text-ink-2">{countsForText(table, objection.indicator, t)}</span>
              <span className="text-sm text-ink-3">
                {t('ranking.objection.by', { by: objection.raisedBy, at: dayIn(objection.raisedOn, today) })}
              </span>
            </p>
            {objection.itemLabel && (
              <p className="text-sm text-ink-2" lang="zh-CN">
                {objection.itemLabel}
              </p>
            )}
            <p className="wrap-anywhere" lang="zh-CN">
              {objection.claim}
            </p>
            <Evidence objection={objection} t={t} />
            {objection.reason && (
              <p className="mt-1 border-l-[3px] border-divider pl-3">
                {t('ranking.objection.decided', {
                  by: objection.decidedBy ?? '—',
                  at: objection.decidedAt ? recordedText(new Date(objection.decidedAt)) : '',
                  reason: objection.reason,
                })}
                {objection.changes.map(({ seq, remedy, label }) => (
                  <span key={seq} className="block text-sm text-ink-2">
                    {t(`ranking.remedy.${remedy}`, { item: label })}
                  </span>
                ))}
              </p>
            )}
            {decide && state === 'OPEN' && (
              <>
                {items.length === 0 && (
                  <p className="mt-1">
                    <Link
                      href={`${where}#o-${objection.id}`}
                      className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
                    >
                      {t('ranking.objection.pick')}
                    </Link>
                  </p>
                )}
                <Decide objection={objection} items={items} formKey={decide.formKey()} t={t} />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
