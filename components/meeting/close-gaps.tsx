import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { mendDecision, mendTopic } from '@/lib/actions/sitting'
import type { Book } from '@/lib/domain/meeting/decision-mention'
import type { Translator } from '@/lib/i18n/translator'
import { TOPIC_REASON_MAX } from '@/lib/schemas/meeting'
import type { GapRow } from '@/lib/schemas/sitting'
import { DecisionForm, type DecisionFormWords } from './decision-form'

/** What is missing before the meeting can be closed, each with what mends it beside it. */
export function CloseGaps({
  gaps,
  book,
  formKey,
  words,
  t,
}: Readonly<{
  gaps: readonly GapRow[]
  book: Book
  formKey: () => string
  words: DecisionFormWords
  t: Translator
}>) {
  return (
    <section className="border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3">
      <h2 className="text-lg font-semibold">{t('sitting.close.gaps', { n: gaps.length })}</h2>
      <ul>
        {gaps.map(({ kind, topic, decision }) => (
          <li key={`${kind}-${topic.itemId}-${decision?.id ?? ''}`} className="border-t border-divider py-2">
            <p>
              <b className="mr-3">{t(`sitting.close.gap.${kind}`)}</b>
              {t('sitting.close.topic', { nth: topic.nth, name: topic.name })}
              {decision && (
                <span lang="zh-CN" className="ml-3 text-ink-2">
                  {decision.text}
                </span>
              )}
            </p>
            {decision ? (
              <details>
                <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                  {t('sitting.close.mend')}
                </summary>
                <DecisionForm
                  key={decision.version}
                  decision={decision}
                  action={mendDecision}
                  formKey={formKey()}
                  book={book}
                  label={`${t(`sitting.close.gap.${kind}`)} ${decision.no}`}
                  words={words}
                />
              </details>
            ) : (
              <TopicMends kind={kind} topic={topic} formKey={formKey} t={t} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TopicMends({
  kind,
  topic,
  formKey,
  t,
}: Pick<GapRow, 'kind' | 'topic'> & { formKey: () => string; t: Translator }) {
  const holds = kind === 'PROJECT_GONE' && topic.decisions > 0
  return (
    <div className="mt-1 flex flex-wrap items-end gap-x-6 gap-y-2">
      {topic.decisions === 0 && (
        <Form action={mendTopic} formKey={formKey()} label={`${t('sitting.close.nextTime')} ${topic.name}`}>
          <input type="hidden" name="itemId" value={topic.itemId} />
          <input type="hidden" name="to" value="NEXT_TIME" />
          <Submit quiet label={`${t('sitting.close.nextTime')} ${topic.name}`}>
            {t('sitting.close.nextTime')}
          </Submit>
        </Form>
      )}
      <Form
        action={mendTopic}
        formKey={formKey()}
        label={`${t(holds ? 'sitting.close.keep' : 'sitting.close.withdraw')} ${topic.name}`}
        className="flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="itemId" value={topic.itemId} />
        <input type="hidden" name="to" value={holds ? 'KEEP' : 'WITHDRAWN'} />
        <TextField
          name="reason"
          label={t(holds ? 'sitting.close.keepWhy' : 'sitting.close.withdrawWhy')}
          maxLength={TOPIC_REASON_MAX}
          className="min-w-0 flex-1 basis-60"
        />
        <Submit quiet label={`${t(holds ? 'sitting.close.keep' : 'sitting.close.withdraw')} ${topic.name}`}>
          {t(holds ? 'sitting.close.keep' : 'sitting.close.withdraw')}
        </Submit>
      </Form>
    </div>
  )
}
