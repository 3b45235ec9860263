'use client'

import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { Glyph } from '@/components/level/glyph'
import { Link } from '@/components/ui/link'
import type { SearchLine, SearchSection } from '@/lib/i18n/search-lines'

/** Letters typed quickly are one question. */
const PAUSE_MS = 120

export type PanelWords = Readonly<{
  results: string
  none: string
  noneYet: string
  found: string
  loading: string
  busy: string
  failed: string
  allResults: string
}>
export type Choice = Readonly<{ href: `/${string}` }>

type Answer = Readonly<{ of: string; sections: readonly SearchSection[]; problem: 'busy' | 'failed' | null }>

async function ask(of: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`/api/search?q=${encodeURIComponent(of)}`, { signal })
  if (!response.ok) return { of, sections: [], problem: response.status === 429 ? 'busy' : 'failed' }
  const { sections } = (await response.json()) as { sections: SearchSection[] }
  return { of, sections, problem: null }
}

/** Everything the arrow keys step through, in the order it is shown. */
const choicesOf = ({ of, sections }: Answer): Choice[] => [
  ...sections.flatMap((s) => [
    ...s.lines.flatMap(({ href }) => (href ? [{ href }] : [])),
    ...(s.all ? [{ href: s.all.href }] : []),
  ]),
  ...(of === '' || sections.length === 0 ? [] : [{ href: `/search?q=${encodeURIComponent(of)}` as const }]),
]

function Line({ line }: { line: SearchLine }) {
  return (
    <>
      <span className="flex items-center gap-1.5">
        {line.level && (
          <span className={clsx('lamp lamp-quiet', `lamp-${line.level.code}`)}>
            <Glyph level={line.level.code} />
            {line.level.word}
          </span>
        )}
        <span className="min-w-0 truncate text-ink">{line.title}</span>
      </span>
      <span className="block truncate text-xs text-ink-2">{line.detail}</span>
    </>
  )
}

/** The hits below the search field. */
export default function SearchPanel({
  id,
  text,
  active,
  words,
  onFound,
  onPick,
}: {
  id: string
  text: string
  active: number
  words: PanelWords
  onFound: (choices: readonly Choice[], of: string) => void
  onPick: () => void
}) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = useRef(onFound)
  found.current = onFound
  useEffect(() => {
    const control = new AbortController()
    const timer = setTimeout(() => {
      ask(text, control.signal)
        .catch((): Answer => ({ of: text, sections: [], problem: 'failed' }))
        .then((got) => {
          if (control.signal.aborted) return
          setAnswer(got)
          found.current(choicesOf(got), got.of)
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [text])
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])

  const current = answer?.of === text ? answer : null
  const hits = current?.sections.reduce((sum, s) => sum + s.lines.length, 0) ?? 0
  const empty = text === '' ? words.noneYet : words.none.replace('{q}', text)
  const said = !current
    ? words.loading
    : current.problem
      ? words[current.problem]
      : hits === 0
        ? empty
        : words.found.replace('{n}', String(hits))
  let nth = -1
  const option = (href: `/${string}`, key: string, content: React.ReactNode) => {
    nth += 1
    const mine = nth
    return (
      <Link
        key={key}
        id={`${id}-${mine}`}
        role="option"
        aria-selected={mine === active}
        tabIndex={-1}
        href={href}
        onClick={onPick}
        className={clsx('block rounded px-2 py-1.5 hover:bg-hover', mine === active && 'bg-selected')}
      >
        {content}
      </Link>
    )
  }
  return (
    <div className="z-40 rounded-md border border-control bg-card p-1.5 shadow-lg max-sm:fixed max-sm:inset-x-2 max-sm:top-[54px] sm:absolute sm:top-[calc(100%+6px)] sm:left-0 sm:w-[460px]">
      <p role="status" className={clsx('px-2 py-1 text-ink-2', hits > 0 && !current?.problem && 'sr-only')}>
        {said}
      </p>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={words.results}
        aria-busy={!current}
        className="max-h-[min(70dvh,560px)] overflow-y-auto"
      >
        {current?.sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div key={section.key} role="group" aria-labelledby={`${id}-${section.key}`} className="pb-1">
            <p id={`${id}-${section.key}`} className="px-2 pt-1 text-xs text-ink-3">
              {section.title}
            </p>
            {section.lines.map((line) => (line.href ? option(line.href, line.key, <Line line={line} />) : null))}
            {section.all &&
              option(section.all.href, `${section.key}-all`, <span className="text-link">{section.all.words}</span>)}
          </div>
        ))}
        {current &&
          text !== '' &&
          hits > 0 &&
          option(
            `/search?q=${encodeURIComponent(text)}`,
            'everything',
            <span className="text-link">{words.allResults}</span>,
          )}
      </div>
    </div>
  )
}
