'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useAwake } from '@/components/ui/awake'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { putOffTopic, startSitting } from '@/lib/actions/sitting'
import type { TaskTier } from '@/lib/domain/meeting/task-term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { buildCalendar } from '@/lib/domain/work-calendar'
import type { SentenceSetting, SittingLive } from '@/lib/schemas/sitting'
import { DecisionBox } from './decision-box'
import { DecisionRow } from './decision-row'
import { earlyKey } from './early-keys'
import { fillWords } from './fill-words'
import type { RoomWords } from './room-props'
import { TopicTimer } from './topic-timer'
import { useAnswer } from './use-answer'
import { useLive } from './use-live'

/** What the frame around a topic knows of it; its facts are drawn by the server. */
export type RoomHead = Readonly<{ id: string; name: string; tier: TaskTier; called: string; lamp: React.ReactNode }>

type Props = Readonly<{
  /** Addresses: of the room itself, of what moves in it, of the agenda and of closing. */
  at: Readonly<{ room: string; live: string; agenda: string; close: string }>
  weekOf: PlainDate
  meetingId: string
  accountId: string
  heads: readonly RoomHead[]
  topics: readonly React.ReactNode[]
  first: number
  head: React.ReactNode
  live: SittingLive
  setting: SentenceSetting
  mayType: boolean
  formKey: string
  words: RoomWords
  demo: boolean
}>

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

const isEmptyBox = (target: EventTarget | null) => target instanceof HTMLTextAreaElement && target.value === ''

/** The meeting on the wall: one topic a screen, every topic there from the beginning, so that the next costs no wait. */
export function Room(props: Props) {
  const { at, heads, topics, words, setting, mayType, meetingId, accountId, weekOf } = props
  const awake = useAwake()
  const [index, setIndex] = useState(props.first)
  const [, setReplayed] = useState(0)
  const { live, formKey, refresh } = useLive(at.live, props.live, props.formKey)
  const box = useMemo(
    () => ({
      book: setting.book,
      from: setting.from,
      calendar: buildCalendar(setting.years, setting.overrides),
      rhythm: setting.rhythm,
    }),
    [setting],
  )
  const putOffForm = useRef<HTMLFormElement>(null)
  const current = heads[index]
  const next = heads[index + 1]
  const result = live.results[current?.id ?? '']
  const sits = live.started !== null && live.closed === null && live.state === 'SENT'
  const types = mayType && sits
  const decisions = live.decisions.filter((one) => one.itemId === current?.id)
  const href = (i: number) => `${at.room}?topic=${i + 1}`
  const go = (i: number) => {
    if (i < 0 || i >= heads.length) return
    setIndex(i)
    window.history.replaceState(null, '', href(i))
    window.scrollTo(0, 0)
  }
  const follow = (i: number) => (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(i)
  }
  const write = () => document.querySelector<HTMLElement>('#room-say textarea')?.focus()
  const full = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void document.documentElement.requestFullscreen?.()
  }
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      arrowleft: () => go(index - 1),
      arrowright: () => go(index + 1),
      n: write,
      t: () => putOffForm.current?.requestSubmit(),
      f: full,
    }
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.key === 'Escape') {
        if (isTyping(event.target)) (event.target as HTMLElement).blur()
        else if (!document.fullscreenElement) window.location.assign(at.agenda)
        return
      }
      // Nothing is typed yet: the arrows have nothing to move in the box, and turn the topic as everywhere.
      const turns = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
      if (isTyping(event.target)) {
        if (!turns || !isEmptyBox(event.target)) return
        ;(event.target as HTMLElement).blur()
      }
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    // One a drawing: what the next key means hangs on what the one before it did.
    const early = earlyKey()
    if (early === 'escape') window.location.assign(at.agenda)
    else if (early) {
      keys[early]?.()
      setReplayed((n) => n + 1)
    }
    return () => window.removeEventListener('keydown', press)
  })
  return (
    <div className="room paper min-h-screen" data-ready={awake || undefined}>
      <header className="room-head">
        {props.head}
        <nav aria-label={fillWords(words.cells, { nth: index + 1, n: heads.length })} className="room-cells">
          {heads.map(({ id, name }, i) => (
            <a
              key={id}
              href={href(i)}
              onClick={follow(i)}
              aria-current={i === index ? 'step' : undefined}
              data-done={live.decisions.some((one) => one.itemId === id) || live.results[id] !== 'OPEN' || undefined}
            >
              <span className="sr-only">{fillWords(words.cell, { nth: i + 1, name })}</span>
            </a>
          ))}
        </nav>
        <span className="room-24 whitespace-nowrap text-ink-2">
          {fillWords(words.place, { nth: index + 1, n: heads.length })}
        </span>
        {sits && current && <TopicTimer key={current.id} id={`${meetingId}:${current.id}`} label={words.time} />}
      </header>
      <main className="room-main">
        <div className="room-left">
          {heads.map(({ id }, i) => (
            <section key={id} hidden={i !== index} data-topic={i + 1}>
              {topics[i]}
            </section>
          ))}
        </div>
        <section className="room-right" aria-label={words.decided} tabIndex={0}>
          <h2 className="flex flex-wrap items-baseline gap-x-4 font-semibold">
            {words.decided}
            <span className="room-22 ml-auto font-normal text-ink-3">
              {fillWords(words.count, { n: decisions.length })}
            </span>
          </h2>
          <ol className="room-decided">
            {decisions.map((decision, i) => (
              <DecisionRow
                key={decision.id}
                decision={decision}
                nth={i + 1}
                mayType={types}
                mendHref={`${at.close}?edit=${decision.id}`}
                formKey={formKey}
                book={setting.book}
                today={setting.from}
                words={words}
                refresh={refresh}
              />
            ))}
          </ol>
          {(result === 'NEXT_TIME' || result === 'WITHDRAWN') && (
            <p role="status" className="mt-4 font-semibold">
              {result === 'NEXT_TIME' ? words.isNextTime : words.isWithdrawn}
            </p>
          )}
          {types && current ? (
            <DecisionBox
              key={current.id}
              itemId={current.id}
              draftId={`${accountId}:${meetingId}:${current.id}`}
              setting={box}
              tier={current.tier}
              formKey={formKey}
              today={setting.from}
              words={words}
              refresh={refresh}
            />
          ) : mayType && live.state === 'SENT' && live.started === null ? (
            <Form action={startSitting} formKey={formKey} className="mt-6">
              <input type="hidden" name="weekOf" value={weekOf} />
              <p className="mb-4 text-ink-2">{words.notStarted}</p>
              <Submit>{words.start}</Submit>
            </Form>
          ) : (
            <p className="mt-6 text-ink-2">
              {live.closed
                ? words.over
                : live.state !== 'SENT'
                  ? words.off
                  : mayType
                    ? words.notStarted
                    : words.reading}
            </p>
          )}
          <p className="room-called room-22 mt-auto pt-6 text-ink-3">{current?.called}</p>
        </section>
      </main>
      <footer className="room-foot room-24">
        <a href={href(Math.max(0, index - 1))} onClick={follow(index - 1)} aria-disabled={index === 0 || undefined}>
          <kbd>←</kbd>
          {words.previous}
        </a>
        <a
          href={href(Math.min(heads.length - 1, index + 1))}
          onClick={follow(index + 1)}
          aria-disabled={!next || undefined}
        >
          <kbd>→</kbd>
          {words.next}
        </a>
        {types && (
          <>
            <button type="button" onClick={write}>
              <kbd>N</kbd>
              {words.new}
            </button>
            <PutOff
              key={current?.id}
              form={putOffForm}
              itemId={current?.id ?? ''}
              back={result !== 'OPEN'}
              formKey={formKey}
              words={words}
              refresh={refresh}
            />
          </>
        )}
        <button type="button" onClick={full}>
          <kbd>F</kbd>
          {words.full}
        </button>
        <Link href={at.agenda}>
          <kbd>Esc</kbd>
          {words.leave}
        </Link>
        {next ? (
          <a href={href(index + 1)} onClick={follow(index + 1)} className="room-next text-ink-3">
            {words.nextTopic} {next.lamp}
            <b className="text-ink">{next.name}</b>
          </a>
        ) : (
          <span className="room-next text-ink-3">{words.lastTopic}</span>
        )}
        {types && (
          <Link href={at.close} className="text-link">
            {words.close}
          </Link>
        )}
        {props.demo && <span className="text-ink-3">{words.demo}</span>}
      </footer>
    </div>
  )
}

/** The topic comes again next time, or is discussed after all. */
function PutOff({
  form,
  itemId,
  back,
  formKey,
  words,
  refresh,
}: Readonly<{
  form: React.RefObject<HTMLFormElement | null>
  itemId: string
  back: boolean
  formKey: string
  words: RoomWords
  refresh: () => Promise<void>
}>) {
  const { state, send, submit, pending } = useAnswer(putOffTopic, refresh, words)
  return (
    <form ref={form} action={send} onSubmit={submit}>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="to" value={back ? 'OPEN' : 'NEXT_TIME'} />
      <button type="submit" className="inline-flex items-center gap-2" disabled={pending}>
        <kbd>T</kbd>
        {back ? words.nextTimeBack : words.nextTime}
      </button>
      {state.status === 'refused' && state.message && (
        <span role="alert" className="text-red-ink">
          {state.message}
        </span>
      )}
    </form>
  )
}
