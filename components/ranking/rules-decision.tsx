import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { decideRules, withdrawRules } from '@/lib/actions/ranking'
import { recordedText } from '@/lib/i18n/instant'
import { changeText } from '@/lib/i18n/ranking-rule-text'
import { monthText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import { RANKING_NOTE_MAX, type RankingRulesLine, type RankingRulesPage } from '@/lib/schemas/ranking'

const About = ({ rules }: { rules: Pick<RankingRulesLine, 'id' | 'version'> }) => (
  <>
    <input type="hidden" name="rulesId" value={rules.id} />
    <input type="hidden" name="version" value={rules.version} />
  </>
)

/** What a version changes against the one before it. */
export function Changes({ rules, t }: { rules: Pick<RankingRulesLine, 'changes'>; t: Translator }) {
  return (
    <ul className="list-inside list-disc">
      {rules.changes.map((change) => (
        <li key={change.field}>{changeText(change, t)}</li>
      ))}
    </ul>
  )
}

/** A proposal that waits: what it changes, and for another person than its author the two answers. */
export function Proposal({
  proposal,
  effectiveMonth,
  may,
  formKey,
  t,
}: {
  proposal: RankingRulesLine
  effectiveMonth: string
  may: RankingRulesPage['may']
  formKey: () => string
  t: Translator
}) {
  return (
    <div className="max-w-[760px] border-l-[3px] border-ink bg-zebra px-4 py-3">
      <p>
        {t('ranking.rules.proposedBy', {
          name: proposal.proposedBy,
          at: recordedText(new Date(proposal.proposedAt)),
          note: proposal.note,
        })}
      </p>
      <Changes rules={proposal} t={t} />
      <p className="mt-1 text-ink-2">{t('ranking.rules.effective', { month: monthText(effectiveMonth, t) })}</p>
      {may.decide ? (
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          <Form action={decideRules} formKey={formKey()} label={t('ranking.rules.approve')}>
            <About rules={proposal} />
            <input type="hidden" name="verdict" value="APPROVED" />
            <Submit>{t('ranking.rules.approve')}</Submit>
          </Form>
          <Form action={decideRules} formKey={formKey()} label={t('ranking.rules.reject')} className="space-y-2">
            <About rules={proposal} />
            <input type="hidden" name="verdict" value="REFUSED" />
            <TextField name="answer" label={t('ranking.rules.rejectWhy')} maxLength={RANKING_NOTE_MAX} />
            <Submit quiet>{t('ranking.rules.reject')}</Submit>
          </Form>
        </div>
      ) : (
        <p className="mt-2 text-ink-2">{t('ranking.rules.ownProposal')}</p>
      )}
      {may.withdraw && (
        <Form action={withdrawRules} formKey={formKey()} label={t('ranking.rules.withdraw')} className="mt-3">
          <About rules={proposal} />
          <Submit quiet>{t('ranking.rules.withdraw')}</Submit>
        </Form>
      )}
    </div>
  )
}
