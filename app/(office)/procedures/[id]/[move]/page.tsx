import { forbidden, notFound } from 'next/navigation'
import { WaitsFor } from '@/components/approval/waits-for'
import { MoveConsequences } from '@/components/procedure/move-consequences'
import { MoveForm } from '@/components/procedure/move-form'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { Passed } from '@/components/ui/passed'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { pendingOfProcedure } from '@/lib/data/approval-list'
import { findMoveQuestions } from '@/lib/data/move-doubts'
import { findProcedure, listApprovers, previewMove } from '@/lib/data/procedure-detail'
import { isAgency, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { MOVES, type MoveKind, movesFrom } from '@/lib/domain/procedure-move'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { moveTerms } from '@/lib/schemas/procedure'
import type { ProcedureDetail } from '@/lib/schemas/procedure-detail'

export const generateMetadata = pageTitle('manage.save')

/** Moves people record; the graph's own are not among them. */
export type RecordedMove = Exclude<MoveKind, 'OPEN' | 'BLOCK'>
const kindOf = (text: string): RecordedMove | null =>
  (MOVES.find((kind) => kind.toLowerCase() === text && kind !== 'OPEN' && kind !== 'BLOCK') as
    | RecordedMove
    | undefined) ?? null

/** Why a move cannot be recorded as things stand: it is recorded already, the state forbids it, or the project does. */
function impossibleText(procedure: ProcedureDetail, kind: RecordedMove, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const move = t(`procedure.move.${kind}`)
  const last = procedure.events.find((event) => !event.takenBack && event.move !== 'TAKE_BACK')
  if (last?.move === kind)
    return t('procedurePage.already', {
      move,
      day: dayIn(last.recordedOn, today),
      who: last.who ?? t('projectPage.someone'),
    })
  if (!movesFrom(procedure.state).includes(kind))
    return t('procedurePage.impossible', { move, state: t(`procedure.state.${procedure.state}`) })
  return t('procedurePage.notNow', { move })
}

export default async function MovePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; move: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const { id, move } = await params
  const kind = kindOf(move)
  if (!kind || !isUuid(id)) notFound()
  if (!relationFor(actor.role, `procedure.${kind}`)) forbidden()
  const today = businessDay()
  const procedure = await findProcedure(actor, id, today)
  if (!procedure) notFound()
  const t = translator(locale)
  // What was asked and not answered yet is not asked again.
  const waiting = (await pendingOfProcedure(actor, id, today)).rows.find((row) => row.kind === kind)
  const possible = !waiting && procedure.moves.includes(kind)
  const terms = moveTerms.parse(await searchParams)
  const [approvers, outlook, questions] = possible
    ? await Promise.all([
        listApprovers(actor, id, kind),
        previewMove(actor, id, kind, terms, today),
        findMoveQuestions(actor, id, kind, terms, today),
      ])
    : [[], null, null]
  const title = t('procedurePage.confirm', { move: t(`procedure.move.${kind}`) })
  return (
    <>
      <BackBar href={`/procedures/${procedure.id}`} title={title} t={t} />
      <div className="mx-auto max-w-[560px] px-4 pt-5 max-sm:pt-4 sm:px-8">
        <p className="text-ink-2">
          {procedure.project.name}　{locale === 'en' ? procedure.nameEn : procedure.nameZh}
        </p>
        <h1 className="text-xl font-semibold max-sm:sr-only">{title}</h1>
        <Passed id={procedure.id} version={procedure.version}>
          {t('procedurePage.passed')}{' '}
          <Link href={`/procedures/${procedure.id}`} className="text-link underline">
            {t('procedurePage.passedSee')}
          </Link>
        </Passed>
        {waiting ? (
          <div className="mt-4">
            <WaitsFor row={waiting} today={today} t={t} />
            <Link href={`/procedures/${procedure.id}`} className="btn mt-4">
              {t('form.back')}
            </Link>
          </div>
        ) : possible ? (
          <div className="mt-4">
            <MoveForm
              procedureId={procedure.id}
              subject={`${procedure.project.name} ${locale === 'en' ? procedure.nameEn : procedure.nameZh}`}
              version={procedure.version}
              kind={kind}
              today={today}
              approvers={approvers}
              materials={procedure.materials}
              questions={questions}
              backHref={`/procedures/${procedure.id}`}
              draft={draftOf(actor, 'move', `${procedure.id}:${kind}`)}
              formKey={issueFormKey(actor.userId)}
              locale={locale}
            >
              {outlook && (
                <MoveConsequences
                  outlook={outlook}
                  own={isAgency(actor.role)}
                  project={procedure.project.name}
                  today={today}
                  locale={locale}
                />
              )}
            </MoveForm>
          </div>
        ) : (
          <div className="mt-4">
            <p role="alert" className="text-ink-2">
              {impossibleText(procedure, kind, today, locale)}
            </p>
            <Link href={`/procedures/${procedure.id}`} className="btn mt-4">
              {t('form.back')}
            </Link>
          </div>
        )}
      </div>
    </>
  )
}
