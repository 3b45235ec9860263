import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { decideRules, withdrawRules } from '@/lib/actions/rules'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { recordedText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import { RULES_NOTE_MAX, type RulesDesk, type RulesProposalLine } from '@/lib/schemas/rules-trial'
import { ThresholdChanges } from './threshold-changes'
import { trialHref } from './trial-link'

const About = ({ proposal }: { proposal: Pick<RulesProposalLine, 'id' | 'version'> }) => (
  <>
    <input type="hidden" name="proposalId" value={proposal.id} />
    <input type="hidden" name="version" value={proposal.version} />
  </>
)

const ByWhom = ({ proposal, t }: { proposal: RulesProposalLine; t: Translator }) =>
  t('ranking.rules.proposedBy', {
    name: proposal.proposedBy,
    at: recordedText(new Date(proposal.proposedAt)),
    note: proposal.note,
  })

function Waiting({
  proposal,
  desk,
  formKey,
  today,
  t,
}: {
  proposal: RulesProposalLine
  desk: RulesDesk
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  const { may, effectiveOn } = desk
  return (
    <div className="max-w-[760px] border-l-[3px] border-ink bg-zebra px-4 py-3">
      <p>
        <ByWhom proposal={proposal} t={t} />
      </p>
      <ThresholdChanges changes={proposal.changes} t={t} />
      <p className="mt-1 text-ink-2">{t('rulesTrial.effective', { day: dayIn(effectiveOn, today) })}</p>
      <p>
        <Link href={trialHref(proposal.trialId)} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
          {t('rulesTrial.see')}
        </Link>
      </p>
      {may.decide ? (
        <div className="no-print mt-3 grid gap-5 sm:grid-cols-2">
          <Form action={decideRules} formKey={formKey()} label={t('ranking.rules.approve')}>
            <About proposal={proposal} />
            <input type="hidden" name="verdict" value="APPROVED" />
            <Submit>{t('ranking.rules.approve')}</Submit>
          </Form>
          <Form action={decideRules} formKey={formKey()} label={t('ranking.rules.reject')} className="space-y-2">
            <About proposal={proposal} />
            <input type="hidden" name="verdict" value="REFUSED" />
            <TextField name="answer" label={t('ranking.rules.rejectWhy')} maxLength={RULES_NOTE_MAX} />
            <Submit quiet>{t('ranking.rules.reject')}</Submit>
          </Form>
        </div>
      ) : (
        <p className="mt-2 text-ink-2">{t('ranking.rules.ownProposal')}</p>
      )}
      {may.withdraw && (
        <Form action={withdrawRules} formKey={formKey()} label={t('ranking.rules.withdraw')} className="no-print mt-3">
          <About proposal={proposal} />
          <Submit quiet>{t('ranking.rules.withdraw')}</Submit>
        </Form>
      )}
    </div>
  )
}

/** What is proposed about the thresholds and what became of it, for the two who may change them. */
export function RulesChanges({
  desk,
  formKey,
  today,
  t,
}: {
  desk: RulesDesk
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  const { proposal, past } = desk
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="scroll-mt-16">
        {t('rulesTrial.changes')}
      </h2>
      <p className="no-print py-2">
        <Link href="/rules/try" className="btn">
          {t('rulesTrial.draft')}
        </Link>
      </p>
      {proposal && <Waiting proposal={proposal} desk={desk} formKey={formKey} today={today} t={t} />}
      <ul className="max-w-[960px]">
        {past.map((one) => (
          <li key={one.id} className="border-b border-divider py-2">
            <p className="flex flex-wrap gap-x-3">
              <b>{t(`ranking.rules.state.${one.state}`)}</b>
              {one.rulesNumber !== null && <span>{t('ranking.rules.version', { n: String(one.rulesNumber) })}</span>}
              <span className="text-ink-2">
                <ByWhom proposal={one} t={t} />
              </span>
              {one.decidedBy && one.decidedAt && (
                <span className="text-ink-2">
                  {t('ranking.rules.decidedBy', { name: one.decidedBy, at: recordedText(new Date(one.decidedAt)) })}
                  {one.answer && `${t('ranking.colon')}${one.answer}`}
                </span>
              )}
            </p>
            <ThresholdChanges changes={one.changes} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}
