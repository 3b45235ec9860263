import { notFound } from 'next/navigation'
import { PendingApprovals } from '@/components/approval/approval-list'
import { ClearingList } from '@/components/level/clearing'
import { Lamp } from '@/components/level/lamp'
import { NextTurn } from '@/components/level/next-turn'
import { Provisional, ProvisionalNote } from '@/components/level/provisional'
import { TimeBar } from '@/components/level/time-bar'
import { WhyLevel } from '@/components/level/why'
import { PapersOn } from '@/components/notice/papers-on'
import { ToldList } from '@/components/notice/told-list'
import { ProcedureCalls } from '@/components/procedure/calls'
import { cellScale } from '@/components/procedure/cell-scale'
import { ClockCells } from '@/components/procedure/clock-cells'
import { ProcedureFacts } from '@/components/procedure/facts'
import { Files } from '@/components/procedure/files'
import { Limits } from '@/components/procedure/limits'
import { Plan } from '@/components/procedure/plan-form'
import { ProcedureHistory } from '@/components/procedure/procedure-history'
import { BackBar } from '@/components/shell/back-bar'
import { Acknowledge } from '@/components/ui/acknowledge'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import {
  ArrowDownToLine,
  Ban,
  Check,
  CheckCheck,
  ChevronRight,
  CircleSlash,
  FilePlus2,
  Hourglass,
  Pause,
  Play,
  RotateCcw,
  Send,
  Stamp,
  Undo2,
} from '@/components/ui/icons'
import { DropDraft } from '@/components/ui/keep-draft'
import { Link } from '@/components/ui/link'
import { NoteVersion } from '@/components/ui/passed'
import { withdrawMove } from '@/lib/actions/procedures'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { pendingOfProcedure } from '@/lib/data/approval-list'
import { listAttachments } from '@/lib/data/attachments'
import { papersOn } from '@/lib/data/colour-papers'
import { loadToldOf } from '@/lib/data/notice-inbox'
import { findProcedure, listApprovers } from '@/lib/data/procedure-detail'
import { relationFor } from '@/lib/domain/access'
import { MOVES, type MoveKind } from '@/lib/domain/procedure-move'
import { seesCardOnly } from '@/lib/domain/sight'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { standingOwner, standingReason } from '@/lib/i18n/standing-text'
import { translator } from '@/lib/i18n/translator'
import { isFileAnswer } from '@/lib/schemas/attachment'
import { isUuid } from '@/lib/schemas/id'
import { REASON_MAX } from '@/lib/schemas/procedure'
import { SlipsAbout } from '../../supervision/_parts/slips-about'

export const generateMetadata = pageTitle('projectPage.procedures')

const ICONS: Partial<Record<MoveKind, typeof Check>> = {
  FILE: Send,
  RECEIVE: ArrowDownToLine,
  WITHDRAW: Undo2,
  ACCEPT: Stamp,
  NOT_ACCEPT: Ban,
  NOTICE: Pause,
  SUPPLEMENTED: FilePlus2,
  SPECIAL: Pause,
  SPECIAL_DONE: Play,
  EXTEND: Hourglass,
  FINISH: Check,
  FINISH_TOL: CheckCheck,
  TOL_CLEARED: CheckCheck,
  REJECT: Ban,
  NOT_APPLICABLE: CircleSlash,
  REINSTATE: RotateCcw,
}

/** Moves people make most, first. */
const ORDER: readonly MoveKind[] = [
  'FINISH',
  'SUPPLEMENTED',
  'SPECIAL_DONE',
  'TOL_CLEARED',
  'ACCEPT',
  'FILE',
  'RECEIVE',
  'NOTICE',
  'SPECIAL',
  'EXTEND',
  'FINISH_TOL',
  'NOT_ACCEPT',
  'REJECT',
  'WITHDRAW',
  'NOT_APPLICABLE',
  'REINSTATE',
]

export default async function ProcedurePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string; move?: string; file?: string }>
}) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const { done, move, file } = await searchParams
  const today = businessDay()
  const procedure = isUuid(id) ? await findProcedure(actor, id, today) : null
  if (!procedure) notFound()
  const t = translator(locale)
  const [files, told, papers, approvers, pending] = await Promise.all([
    listAttachments(actor, procedure.id),
    loadToldOf(actor, { projectId: procedure.project.id, procedureId: procedure.id }),
    papersOn(actor, { projectId: procedure.project.id, procedureId: procedure.id }, today),
    procedure.mayReplan ? listApprovers(actor, procedure.id, procedure.planApproval) : [],
    pendingOfProcedure(actor, procedure.id, today),
  ])
  const reason = procedure.reasons[0]
  // From before it begins, finishing at once is the exception, not the first thing to offer.
  const early =
    procedure.state === 'NOT_STARTED' ||
    procedure.state === 'READY' ||
    procedure.state === 'WITHDRAWN' ||
    procedure.state === 'REJECTED'
  // What was received is accepted, or told what is missing, before it is finished.
  const received: readonly MoveKind[] = ['ACCEPT', 'NOTICE', 'FINISH']
  const usual = procedure.state === 'RECEIVED' ? [...received, ...ORDER.filter((k) => !received.includes(k))] : ORDER
  const order = early ? [...ORDER.slice(5, 7), ...ORDER.slice(4, 5), ...ORDER.slice(0, 1), ...ORDER.slice(7)] : usual
  const moves = order.filter((kind) => procedure.moves.includes(kind))
  const lastMove = procedure.events.reduce<(typeof procedure.events)[number] | null>(
    (last, event) => (last && last.seq > event.seq ? last : event),
    null,
  )
  // Taken back from the bar below, the page's address still says that it was recorded.
  const undone = done === 'back' || (done === '1' && move !== undefined && lastMove?.move === 'TAKE_BACK')
  const moved = !undone && move !== undefined && lastMove?.move === procedure.takeBack
  const raise =
    relationFor(actor.role, 'issue.enter') && !procedure.offered
      ? (`/issues/new?project=${procedure.project.id}&procedure=${procedure.id}` as const)
      : null
  return (
    <div className="flex flex-col lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_400px] lg:grid-rows-[auto_1fr]">
      <BackBar
        href={`/projects/${procedure.project.id}`}
        title={t('procedurePage.bar')}
        aside={listed([procedure.agency, procedure.handler], t)}
        doors={raise ? [{ href: raise, label: t('issue.start.open') }] : []}
        t={t}
      />
      {/* On a phone the colour comes first: what is wrong, with what, whose. */}
      <div className="px-4 pt-5 pb-5 max-sm:flex max-sm:flex-col max-sm:pt-4 sm:px-8">
        <p className="text-ink-2 max-sm:order-1">
          <Link href={`/projects/${procedure.project.id}`} className="hover:text-link">
            {procedure.project.name}
          </Link>
          {raise && (
            <Link href={raise} className="no-print ml-4 text-link max-sm:hidden">
              {t('issue.start.open')}
            </Link>
          )}
          {seesCardOnly(actor.role) && procedure.finishedOn === null && (
            <Link href={`/projects/${procedure.project.id}/forecast`} className="no-print ml-4 text-link">
              {t('forecast.own.open')}
            </Link>
          )}
          {procedure.acceptedOn && (
            <span className="sm:hidden">
              {t('shell.comma')}
              {t('procedurePage.acceptedOn', { day: dayIn(procedure.acceptedOn, today) })}
            </span>
          )}
        </p>
        <h1 className="text-xl font-semibold sm:text-2xl">{locale === 'en' ? procedure.nameEn : procedure.nameZh}</h1>
        {done && (
          <div
            role="status"
            className="mt-2 flex flex-wrap items-center gap-1.5 text-green-ink max-sm:-order-2 max-sm:mt-0 max-sm:mb-2"
          >
            <NoteVersion id={procedure.id} version={procedure.version} />
            <DropDraft ids={MOVES.map((kind) => draftOf(actor, 'move', `${procedure.id}:${kind}`))} />
            <Check size={16} aria-hidden="true" />
            {t(undone ? 'procedurePage.recordedBack' : done === 'asked' ? 'approval.asked' : 'procedurePage.recorded')}
            {files.mayAdd && !undone && (
              <a href="#files" className="ml-2 text-link underline">
                {t('files.open')}
              </a>
            )}
            {moved && procedure.takeBack && (
              <>
                <Acknowledge
                  done={{
                    text: t('procedurePage.ackMove', {
                      item: locale === 'en' ? procedure.nameEn : procedure.nameZh,
                      move: t(`procedure.move.${procedure.takeBack}`),
                    }),
                    undo: {
                      move: 'procedure',
                      fields: [
                        ['formKey', issueFormKey(actor.userId)],
                        ['procedureId', procedure.id],
                        ['version', String(procedure.version)],
                        ['reason', t('procedurePage.undoneAtOnce')],
                      ],
                    },
                  }}
                />
                {/* The bar goes after some seconds; here it stays. */}
                <Form action={withdrawMove} formKey={issueFormKey(actor.userId)} className="ml-2">
                  <input type="hidden" name="procedureId" value={procedure.id} />
                  <input type="hidden" name="version" value={procedure.version} />
                  <input type="hidden" name="reason" value={t('procedurePage.undoneAtOnce')} />
                  <Submit quiet className="max-sm:btn-big">
                    {t('shell.ack.undo')}
                  </Submit>
                </Form>
              </>
            )}
          </div>
        )}
        <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:-order-1 max-sm:mt-0 max-sm:mb-1">
          <Lamp level={procedure.level} size="l" t={t} />
          <span className={`text-lg why-${procedure.level}`}>
            {reason
              ? standingReason(reason, procedure.state, locale)
              : t(procedure.level === 'GREY' ? 'level.noClock' : 'level.onPlan')}
            <Provisional when={procedure.provisional || reason?.provisional} t={t} />
          </span>
          <span className="text-ink-3">{t(`procedure.state.${procedure.state}`)}</span>
          {procedure.recordedBySteward && <span className="text-sm text-ink-3">{t('procedurePage.bySteward')}</span>}
        </div>
        <dl className="mt-2 grid grid-cols-[var(--col-term)_1fr] gap-y-0.5 max-sm:order-3 [&_dt]:text-ink-3">
          {procedure.owner && (
            <>
              <dt>{t('projectPage.owner')}</dt>
              <dd>
                {standingOwner(
                  { reason: reason ?? null, state: procedure.state, owner: procedure.owner },
                  agencyText(procedure.agency, locale),
                  locale,
                )}
              </dd>
            </>
          )}
          <dt>{t('projectPage.ifNothing')}</dt>
          <dd className="font-semibold">
            <NextTurn
              turn={procedure}
              nextInWd={procedure.nextInWd}
              agency={procedure.agency}
              today={today}
              locale={locale}
            />
          </dd>
          {procedure.clearing && (
            <>
              <dt>{t('projectPage.cure')}</dt>
              <dd>
                <ClearingList ways={procedure.clearing} today={today} locale={locale} />
              </dd>
            </>
          )}
        </dl>
        {reason?.level === procedure.level && (
          <div className="max-sm:order-3">
            <WhyLevel level={procedure.level} why={reason.why} today={today} locale={locale} />
          </div>
        )}
        {procedure.reasons.length > 1 && (
          <ul className="mt-1 space-y-0.5 text-sm max-sm:order-3">
            {procedure.reasons.slice(1).map((r) => (
              <li key={r.code} className="flex gap-2">
                <Lamp level={r.level} quiet t={t} />
                <span className="text-ink-2">
                  {reasonText(r, locale)}
                  <Provisional when={r.provisional} t={t} />
                </span>
                <span className="text-ink-3">
                  {r.code === 'CLOCK_PAUSED'
                    ? t('level.clockOf', { agency: agencyText(procedure.agency, locale) })
                    : r.owner?.kind === 'AGENCY'
                      ? agencyText(procedure.agency, locale)
                      : ownerText(r.owner, locale)}
                </span>
              </li>
            ))}
          </ul>
        )}
        <PendingApprovals
          {...pending}
          formKey={() => issueFormKey(actor.userId)}
          today={today}
          locale={locale}
          className="mt-4 pt-2 max-sm:order-3"
        />
        {procedure.clock && (
          <div className="mt-4 max-sm:order-2 max-sm:mt-3">
            <ClockCells clock={procedure.clock} days={cellScale([procedure])} t={t} />
          </div>
        )}
      </div>
      <aside className="border-divider bg-zebra max-lg:border-t lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:border-l">
        <section className="no-print border-b border-divider pt-5">
          <h2 className="px-4 pb-3 text-lg font-semibold sm:px-6">{t('procedurePage.where')}</h2>
          {moves.length === 0 ? (
            <p className="px-4 pb-5 text-ink-2 sm:px-6">
              {t(procedure.state === 'DONE' ? 'procedurePage.closed' : 'procedurePage.noMoves')}
            </p>
          ) : (
            <ul>
              {moves.map((kind) => {
                const Icon = ICONS[kind] ?? Check
                const waiting = pending.rows.find((row) => row.kind === kind)
                if (waiting)
                  return (
                    <li key={kind} className="border-t border-divider bg-card">
                      <Link
                        href={`/approvals/${waiting.id}`}
                        className="flex min-h-14 items-center gap-4 px-4 py-2 hover:bg-hover sm:px-6"
                      >
                        <Icon size={20} strokeWidth={1.5} aria-hidden="true" className="flex-none text-ink-3" />
                        <span className="flex-1">
                          <b className="block text-ink-2">{t(`procedure.move.${kind}`)}</b>
                          <span className="block text-sm leading-[18px] text-ink-3">
                            {t('approval.waitsFor', { name: waiting.approver, day: dayIn(waiting.askedOn, today) })}
                          </span>
                        </span>
                        <ChevronRight size={16} aria-hidden="true" className="text-ink-3" />
                      </Link>
                    </li>
                  )
                return (
                  <li key={kind} className="border-t border-divider bg-card">
                    <Link
                      href={`/procedures/${procedure.id}/${kind.toLowerCase()}`}
                      className="flex min-h-14 items-center gap-4 px-4 py-2 hover:bg-hover sm:px-6"
                    >
                      <Icon size={20} strokeWidth={1.5} aria-hidden="true" className="flex-none text-ink-2" />
                      <span className="flex-1">
                        <b className="block">{t(`procedure.move.${kind}`)}</b>
                        <span className="block text-sm leading-[18px] text-ink-3">
                          {kind === 'NOT_ACCEPT' && procedure.deemed
                            ? t('procedurePage.hintDeemed')
                            : t(`procedurePage.hint.${kind as Exclude<MoveKind, 'OPEN' | 'BLOCK'>}`)}
                        </span>
                      </span>
                      <ChevronRight size={16} aria-hidden="true" className="text-ink-3" />
                    </Link>
                  </li>
                )
              })}
            </ul>
          )}
          <ProcedureCalls procedure={procedure} role={actor.role} locale={locale} t={t} />
          {procedure.takeBack && (
            <details className="border-t border-divider px-4 py-3 sm:px-6">
              <summary className="text-link">
                {t('procedurePage.takeBack', { move: t(`procedure.move.${procedure.takeBack}`) })}
              </summary>
              <p className="mt-1 text-sm text-ink-3">{t('procedurePage.takeBackHint')}</p>
              <Form action={withdrawMove} formKey={issueFormKey(actor.userId)} className="mt-2 space-y-3">
                <input type="hidden" name="procedureId" value={procedure.id} />
                <input type="hidden" name="version" value={procedure.version} />
                <TextField name="reason" label={t('form.reason')} maxLength={REASON_MAX} />
                <Submit quiet>{t('procedurePage.taken')}</Submit>
              </Form>
            </details>
          )}
        </section>
        <div className="px-4 py-5 sm:px-6">
          <p className="no-print mb-5 text-center text-sm text-ink-3 lg:hidden">
            {t('procedurePage.noPhoto')}
            {procedure.project.steward && procedure.project.stewardPhone && actor.role !== 'STEWARD' && (
              <a href={`tel:${procedure.project.stewardPhone}`} className="text-link underline">
                {t('procedurePage.call', { name: procedure.project.steward })}
              </a>
            )}
          </p>
          <PapersOn papers={papers} today={today} locale={locale} />
          <SlipsAbout of="procedure" id={procedure.id} actor={actor} locale={locale} />
          <ToldList told={told} today={today} locale={locale} />
          <ProcedureHistory events={procedure.events} deemed={procedure.deemed} today={today} locale={locale} />
        </div>
      </aside>
      <div className="px-4 pt-6 pb-6 sm:px-8 lg:col-start-1 lg:row-start-2 lg:pt-0">
        <div className="grid gap-6 border-t border-divider pt-5 xl:grid-cols-2">
          <Limits procedure={procedure} today={today} locale={locale} />
          <Plan
            procedure={procedure}
            approvers={approvers}
            pending={pending.rows}
            formKey={issueFormKey(actor.userId)}
            today={today}
            t={t}
          />
        </div>
        <section className="mt-6 border-t border-divider pt-5">
          <h2 className="mb-1.5 text-lg font-semibold">
            {t('time.title')}
            <span className="ml-3 text-sm font-normal text-ink-3">
              {t('time.procedure', { from: dayIn(procedure.time.from, today), to: dayIn(procedure.time.to, today) })}
            </span>
          </h2>
          <div className="max-w-[560px]">
            <TimeBar account={procedure.time.account} caption={t('time.procedureCaption')} t={t} />
            <ProvisionalNote when={procedure.time.provisional} t={t} />
          </div>
        </section>
        <div className="mt-6 border-t border-divider pt-5">
          <ProcedureFacts procedure={procedure} today={today} locale={locale} />
        </div>
        <div className="mt-6 border-t border-divider pt-5 empty:hidden">
          <Files
            place={{ procedureId: procedure.id }}
            lines={files.lines}
            mayAdd={files.mayAdd}
            answer={isFileAnswer(file) ? file : null}
            today={today}
            formKey={issueFormKey(actor.userId)}
            removalKeys={files.lines.map(() => issueFormKey(actor.userId))}
            t={t}
          />
        </div>
      </div>
    </div>
  )
}
