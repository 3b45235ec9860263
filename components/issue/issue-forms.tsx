import { ProjectField } from '@/components/project/project-field'
import { EnterpriseField } from '@/components/service/name-field'
import { Check, Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import {
  askIssueExtension,
  extendIssue,
  moveIssue,
  relateIssue,
  revisitIssue,
  sayIssue,
  urgeIssue,
} from '@/lib/actions/issues'
import { OUTCOMES } from '@/lib/domain/issue/issue'
import { ISSUE_KINDS } from '@/lib/domain/issue/kind'
import { goesUp, type IssueMoveKind } from '@/lib/domain/issue/move'
import { LEADING_MOVES } from '@/lib/domain/issue/parts'
import { tierAbove } from '@/lib/domain/issue/tier'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, markedText } from '@/lib/i18n/day'
import { issueHolderText, issueNumberText } from '@/lib/i18n/issue-text'
import type { Translator } from '@/lib/i18n/translator'
import { ISSUE_TEXT_MAX, type IssueDetail } from '@/lib/schemas/issue'

type Props = Readonly<{ issue: IssueDetail; formKey: () => string; today: PlainDate; t: Translator }>

/** Which problem a form speaks of, as it was seen. */
const About = ({ issue }: Pick<Props, 'issue'>) => (
  <>
    <input type="hidden" name="issueId" value={issue.id} />
    <input type="hidden" name="version" value={issue.version} />
  </>
)

const nameOf = (issue: IssueDetail, move: string, t: Translator) =>
  t('issue.form.of', { move, no: issueNumberText(issue, t) })

/** What it is about: read from its words, put right by whoever knows better. */
const Kind = ({ issue, t }: Pick<Props, 'issue' | 't'>) => (
  <Choice
    name="issueKind"
    label={t('issue.form.kind')}
    initial={issue.kind}
    options={ISSUE_KINDS.map((kind) => ({ value: kind, label: t(`issue.kind.${kind}`) }))}
    className="min-w-0 flex-1 basis-40"
  />
)

/** The unit it goes to, and who helps; a proposal can be changed. */
function Units({ issue, assigning, t }: Pick<Props, 'issue' | 't'> & { assigning: boolean }) {
  const { units, proposedId } = issue.choices
  const options = units.map(({ id, name, refused }) => ({
    value: id,
    label: refused
      ? t(
          refused === 'COMPLAINT_ROUTE_AGAINST' ? 'complaint.form.refusedAgainst' : 'complaint.form.refusedSupervisor',
          { name },
        )
      : name,
  }))
  const barred = units.some(({ refused }) => refused) ? t('complaint.form.unitHint') : undefined
  return (
    <div className="flex flex-wrap gap-3">
      <Choice
        name="unitId"
        label={t('issue.form.unit')}
        hint={barred ?? (assigning && proposedId ? t('issue.form.proposed') : undefined)}
        empty={t('issue.form.chooseUnit')}
        initial={assigning ? (proposedId ?? undefined) : undefined}
        options={options.filter(({ value }) => value !== issue.lead?.id)}
        className="min-w-0 flex-1 basis-56"
      />
      <Choice
        name="supportIds[]"
        label={t('issue.form.support')}
        empty={t('issue.form.noSupport')}
        options={options}
        className="min-w-0 flex-1 basis-48"
      />
      {assigning && <Kind issue={issue} t={t} />}
      {assigning && (
        <TextField
          name="dueOn"
          type="date"
          label={t('issue.form.due')}
          hint={t(issue.tier === 'CITY' ? 'issue.form.dueCity' : 'issue.form.dueHint')}
          className="min-w-0 flex-1 basis-56"
        />
      )}
    </div>
  )
}

/** The unit's answer: one of four results, in words the enterprise reads. */
const Answer = ({ issue, today, t }: Pick<Props, 'issue' | 'today' | 't'>) => (
  <>
    <div className="flex flex-wrap gap-3">
      <Choice
        name="outcome"
        label={t('issue.form.outcome')}
        empty={t('issue.form.chooseOutcome')}
        options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`issue.state.${outcome}`) }))}
        className="min-w-0 flex-1 basis-48"
      />
      <TextField
        name="plannedOn"
        type="date"
        label={t('issue.form.planned')}
        hint={
          issue.countedOn
            ? t('issue.form.plannedLater', { day: dayIn(issue.countedOn, today) })
            : t('issue.form.plannedHint')
        }
        className="min-w-0 flex-1 basis-56"
      />
    </div>
    <TextArea
      name="text"
      label={t('issue.form.answerText')}
      hint={t('issue.form.answerHint')}
      rows={2}
      maxLength={ISSUE_TEXT_MAX}
    />
  </>
)

/** Whether it is solved: asked once, of the enterprise, or of who rang it up. */
function Confirm({ issue, t }: Pick<Props, 'issue' | 't'>) {
  const phone = issue.way === 'PHONE'
  const solved = issue.outcome === 'SOLVED'
  return (
    <>
      <p className="max-w-2xl">{issue.result}</p>
      {issue.way === 'SETTLE' && <p className="text-ink-2">{t('issue.form.settle')}</p>}
      {issue.way === 'AGAIN' && <p className="max-w-2xl text-ink-2">{t('issue.form.again')}</p>}
      {issue.way !== 'SETTLE' && (
        <>
          {issue.way !== 'AGAIN' && (
            <Choice
              name="satisfied"
              label={t('issue.form.rate')}
              hint={t('issue.form.once')}
              empty={t('issue.form.chooseOutcome')}
              options={[
                { value: 'yes', label: t(solved ? 'issue.form.yes' : 'issue.form.accept') },
                { value: 'no', label: t(solved ? 'issue.form.no' : 'issue.form.refuse') },
              ]}
              className="max-w-60"
            />
          )}
          {!solved && <Check name="understood" value="1" label={t('issue.form.understood')} />}
        </>
      )}
      <TextArea
        name="text"
        label={phone ? t('issue.form.phone') : t('issue.form.why.CONFIRM')}
        hint={
          phone
            ? t(issue.enterpriseSilent ? 'issue.form.phoneNoAccount' : 'issue.form.phoneLate')
            : t('issue.form.optional')
        }
        rows={2}
        maxLength={ISSUE_TEXT_MAX}
      />
    </>
  )
}

function hintOf(move: IssueMoveKind, issue: IssueDetail, t: Translator): string | undefined {
  const above = tierAbove(issue.tier)
  return move === 'RAISE' && above ? t('issue.form.raiseHint', { tier: t(`issue.tier.${above}`) }) : undefined
}

/** The third time it goes to no unit but a tier up: said before anybody writes a reason. */
function ThirdTime({ issue, t }: Pick<Props, 'issue' | 't'>) {
  const above = tierAbove(issue.tier)
  return (
    above && (
      <p className="max-w-2xl border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2">
        {t('issue.form.passUp', { n: issue.passed, tier: t(`issue.tier.${above}`) })}
      </p>
    )
  )
}

function Move({ move, issue, formKey, today, t }: { move: IssueMoveKind } & Props) {
  const leading = LEADING_MOVES.includes(move)
  const up = (move === 'TRANSFER' || move === 'RETURN') && goesUp(issue)
  const gives = move === 'ASSIGN' || (move === 'TRANSFER' && !up)
  const optional = move === 'ASSIGN' || move === 'CLOSE'
  return (
    <Form
      action={moveIssue}
      formKey={formKey()}
      label={nameOf(issue, t(`issue.form.${move}`), t)}
      className="space-y-3 border-b border-divider py-3 last:border-0"
    >
      <About issue={issue} />
      <input type="hidden" name="kind" value={move} />
      {up && <ThirdTime issue={issue} t={t} />}
      {gives && <Units issue={issue} assigning={move === 'ASSIGN'} t={t} />}
      {move === 'ANSWER' && <Answer issue={issue} today={today} t={t} />}
      {move === 'CONFIRM' && <Confirm issue={issue} t={t} />}
      {move !== 'ANSWER' && move !== 'CONFIRM' && move !== 'REPORT' && move !== 'CLOSE' && (
        <TextArea
          name="text"
          label={t(`issue.form.why.${move}`)}
          hint={optional ? t('issue.form.optional') : hintOf(move, issue, t)}
          rows={2}
          maxLength={ISSUE_TEXT_MAX}
        />
      )}
      <Submit quiet={!leading}>{t(`issue.form.${move}`)}</Submit>
    </Form>
  )
}

/** What the reader may do now: what it waits for lies open, each other move is one press away. */
export function IssueForms({ issue, formKey, today, t }: Props) {
  const moves = issue.moves.filter((move) => move !== 'REPORT')
  const open = moves.filter((move) => LEADING_MOVES.includes(move))
  const folded = moves.filter((move) => !LEADING_MOVES.includes(move))
  const who = issueHolderText(issue, t)
  return (
    <>
      <DecideTime issue={issue} formKey={formKey} today={today} t={t} />
      {open.map((move) => (
        <Move key={move} move={move} issue={issue} formKey={formKey} today={today} t={t} />
      ))}
      <div className="flex flex-wrap items-start gap-3 py-2">
        {issue.mayUrge && who && (
          <Fold name={t('issue.form.URGE', { who })}>
            <Say issue={issue} action={urgeIssue} formKey={formKey} t={t} name={t('issue.form.URGE', { who })}>
              <TextField
                name="text"
                label={t('issue.form.urgeLabel')}
                initial={t('issue.form.urgeText')}
                maxLength={ISSUE_TEXT_MAX}
              />
            </Say>
          </Fold>
        )}
        {folded.map((move) => (
          <Fold key={move} name={t(`issue.form.${move}`)}>
            <Move move={move} issue={issue} formKey={formKey} today={today} t={t} />
          </Fold>
        ))}
        {issue.extension.mayAsk && (
          <Fold name={t('issue.form.ask')}>
            <Say issue={issue} action={askIssueExtension} formKey={formKey} t={t} name={t('issue.form.ask')}>
              <TextField
                name="untilOn"
                type="date"
                label={t('issue.form.askUntil')}
                hint={
                  issue.extension.latestOn
                    ? t('issue.form.askHint', {
                        day: markedText(
                          dayIn(issue.extension.latestOn.on, today),
                          issue.extension.latestOn.provisional,
                          t,
                        ),
                      })
                    : undefined
                }
                max={issue.extension.latestOn?.on}
                className="max-w-60"
              />
              <TextArea name="text" label={t('issue.form.askWhy')} rows={2} maxLength={ISSUE_TEXT_MAX} />
            </Say>
          </Fold>
        )}
        {issue.choices.relations && (
          <Fold name={t('issue.form.relate')}>
            <Relate issue={issue} formKey={formKey} t={t} />
          </Fold>
        )}
        {issue.mayRevisit && (
          <Fold name={t('issue.form.REVISIT')}>
            <Say issue={issue} action={revisitIssue} formKey={formKey} t={t} name={t('issue.form.REVISIT')}>
              <TextArea name="text" label={t('issue.form.revisitText')} rows={2} maxLength={ISSUE_TEXT_MAX} />
            </Say>
          </Fold>
        )}
      </div>
    </>
  )
}

/** What the unit asked for in time is granted or refused. */
function DecideTime({ issue, formKey, today, t }: Props) {
  const { askedUntilOn, mayDecide } = issue.extension
  if (!askedUntilOn) return null
  const said = t(mayDecide ? 'issue.form.decide' : 'issue.form.asked', { day: dayIn(askedUntilOn, today) })
  if (!mayDecide) return <p className="py-2 text-ink-2">{said}</p>
  return (
    <div className="flex flex-wrap items-start gap-3 border-b border-divider py-3">
      <p className="w-full">{said}</p>
      <Form
        action={extendIssue}
        formKey={formKey()}
        label={nameOf(issue, t('issue.form.approve'), t)}
        className="flex flex-wrap items-end gap-3"
      >
        <About issue={issue} />
        <input type="hidden" name="decision" value="APPROVE" />
        <Submit>{t('issue.form.approve')}</Submit>
      </Form>
      <Fold name={t('issue.form.refuseTime')}>
        <Form
          action={extendIssue}
          formKey={formKey()}
          label={nameOf(issue, t('issue.form.refuseTime'), t)}
          className="mt-2 space-y-2"
        >
          <About issue={issue} />
          <input type="hidden" name="decision" value="REFUSE" />
          <TextField name="text" label={t('issue.form.refuseWhy')} maxLength={ISSUE_TEXT_MAX} />
          <Submit quiet>{t('issue.form.refuseTime')}</Submit>
        </Form>
      </Fold>
    </div>
  )
}

/** Which project or enterprise it is about, put right with a reason. */
function Relate({ issue, formKey, t }: Omit<Props, 'today'>) {
  const { relations } = issue.choices
  if (!relations) return null
  return (
    <Say issue={issue} action={relateIssue} formKey={formKey} t={t} name={t('issue.form.relate')}>
      <div className="flex flex-wrap gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <ProjectField
            label={t('issue.form.project')}
            hint={t('issue.start.projectHint')}
            empty={t('issue.form.noProject')}
            current={issue.project}
            offers={relations.projects}
          />
        </div>
        <div className="min-w-0 flex-1 basis-56">
          <EnterpriseField
            label={t('issue.form.enterprise')}
            hint={t('issue.form.enterpriseHint')}
            initial={issue.enterprise?.name}
            offers={relations.enterprises}
          />
        </div>
        <Kind issue={issue} t={t} />
      </div>
      <TextField name="text" label={t('issue.form.relateWhy')} maxLength={ISSUE_TEXT_MAX} />
    </Say>
  )
}

const Fold = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <details className="open:w-full">
    <summary className="btn">{name}</summary>
    {children}
  </details>
)

function Say({
  issue,
  action,
  name,
  formKey,
  t,
  children,
}: Omit<Props, 'today'> & { action: typeof urgeIssue; name: string; children: React.ReactNode }) {
  return (
    <Form action={action} formKey={formKey()} label={nameOf(issue, name, t)} className="space-y-3 py-3">
      <About issue={issue} />
      {children}
      <Submit>{name}</Submit>
    </Form>
  )
}

/** The one box to write in: whoever has the problem says how far it is, the others say a word. */
export function IssueBox({ issue, formKey, t }: Omit<Props, 'today'>) {
  if (!issue.maySay) return null
  const reports = issue.moves.includes('REPORT')
  return (
    <Form
      action={sayIssue}
      formKey={formKey()}
      label={nameOf(issue, t('issue.form.say'), t)}
      className="mt-4 rounded border border-control p-3"
    >
      <About issue={issue} />
      {reports && <input type="hidden" name="report" value="1" />}
      <TextArea
        name="text"
        label={t('issue.form.say')}
        hint={t('issue.form.sayHint', { who: t('issue.form.sayWho') })}
        rows={2}
        maxLength={ISSUE_TEXT_MAX}
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Submit quiet>{t(reports ? 'issue.form.report' : 'issue.form.record')}</Submit>
        {issue.mayHide && <Check name="internal" value="1" label={t('issue.form.hide')} />}
      </div>
    </Form>
  )
}
