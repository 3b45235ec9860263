'use client'

import { useEffect, useState } from 'react'
import type { LetterWords } from '@/lib/i18n/report-text'
import { PHOTO_KINDS, type ReportLetter } from '@/lib/schemas/sealed-report'
import { openLetter, openNote, openPhoto } from './vault'
import { usePair, useVault } from './vault-context'

type Sealed = Readonly<{ keyId: string; sealed: string }>

/** A letter as far as its key is open: undefined while it is closed, null where it does not open. */
export function useLetter({ keyId, sealed }: Sealed): ReportLetter | null | undefined {
  const pair = usePair(keyId)
  const [letter, setLetter] = useState<ReportLetter | null>()
  useEffect(() => {
    let left = false
    if (pair)
      openLetter(pair, sealed).then((opened) => {
        if (!left) setLetter(opened)
      })
    return () => {
      left = true
      // Nothing that was open stays behind when it is locked.
      setLetter(undefined)
    }
  }, [pair, sealed])
  return letter
}

/** Why something cannot be read: the vault is closed, or another key is asked for. */
function Closed({ keyId, short = false }: { keyId: string; short?: boolean }) {
  const { open, words } = useVault()
  return (
    <span className="text-ink-3">{open.size > 0 ? words.otherKey[keyId] : short ? words.sealed : words.closed}</span>
  )
}

/** Whom and what a report is about, as a line of the list. */
export function LetterLine({ lines, ...of }: Sealed & { lines: 1 | 2 }) {
  const { words } = useVault()
  const letter = useLetter(of)
  if (letter === undefined) return <Closed keyId={of.keyId} short />
  if (letter === null) return <span className="text-red-ink">{words.broken}</span>
  return (
    <>
      <span lang="zh-CN" className="line-clamp-1 leading-6 font-semibold">
        {letter.about || letter.text}
      </span>
      {letter.about && (
        <span
          lang="zh-CN"
          className={lines === 1 ? 'block truncate text-sm leading-6 text-ink-2' : 'line-clamp-2 text-ink-2'}
        >
          {letter.text}
        </span>
      )}
    </>
  )
}

/** Everything that was told. */
export function LetterBody({ words, ...of }: Sealed & { words: LetterWords }) {
  const vault = useVault()
  const letter = useLetter(of)
  if (letter === undefined)
    return (
      <p className="py-3">
        <Closed keyId={of.keyId} />
      </p>
    )
  if (letter === null)
    return (
      <p role="alert" className="py-3 text-red-ink">
        {vault.words.broken}
      </p>
    )
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [words.about, letter.about],
    [words.name, letter.realName ? letter.realName.name : words.anonymous],
    [words.contact, letter.realName?.contact],
    [words.point, letter.point],
    [words.way, words.ways[letter.way]],
  ]
  return (
    <div className="py-3" data-opened>
      <p lang="zh-CN" className="whitespace-pre-wrap break-words">
        {letter.text}
      </p>
      <dl className="mt-3 grid grid-cols-[104px_minmax(0,1fr)] gap-x-3">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className="col-span-2 grid grid-cols-subgrid border-t border-divider py-1.5">
                <dt className="text-ink-2">{label}</dt>
                <dd lang="zh-CN" className="min-w-0 break-words">
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}

/** A note of the file, where its key is open. */
export function NoteText({ keyId, sealed }: Sealed) {
  const { words } = useVault()
  const pair = usePair(keyId)
  const [note, setNote] = useState<string | null>()
  useEffect(() => {
    let left = false
    if (pair)
      openNote(pair, sealed).then((opened) => {
        if (!left) setNote(opened)
      })
    return () => {
      left = true
      setNote(undefined)
    }
  }, [pair, sealed])
  if (note === undefined)
    return (
      <p>
        <Closed keyId={keyId} short />
      </p>
    )
  return note === null ? (
    <p className="text-red-ink">{words.broken}</p>
  ) : (
    <p lang="zh-CN" className="whitespace-pre-wrap break-words">
      {note}
    </p>
  )
}

type Shown = Readonly<{ id: string; url: string | null }>

/** Photos of a report: fetched and opened when they are asked for, and gone when the vault is locked. */
export function Photos({
  keyId,
  files,
  names,
  words,
}: {
  keyId: string
  files: readonly string[]
  names: readonly string[]
  words: LetterWords
}) {
  const pair = usePair(keyId)
  const [shown, setShown] = useState<readonly Shown[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(
    () => () => {
      for (const { url } of shown) if (url) URL.revokeObjectURL(url)
    },
    [shown],
  )
  useEffect(() => {
    if (!pair) setShown([])
  }, [pair])
  if (!pair || files.length === 0) return null
  async function show() {
    if (!pair) return
    setBusy(true)
    const opened: Shown[] = []
    for (const id of files) {
      const answer = await fetch(`/api/sealed-files/${id}`).catch(() => null)
      const photo = answer?.ok ? await openPhoto(pair, new Uint8Array(await answer.arrayBuffer())) : null
      const kind = PHOTO_KINDS.find((each) => each === photo?.mime)
      opened.push({ id, url: photo && kind ? URL.createObjectURL(new Blob([photo.bytes], { type: kind })) : null })
    }
    setShown(opened)
    setBusy(false)
  }
  return (
    <section aria-label={words.photos} className="pb-3">
      {shown.length === 0 ? (
        <button type="button" className="btn" aria-busy={busy} onClick={show}>
          {words.showPhotos}
        </button>
      ) : (
        <ul className="flex flex-wrap gap-3">
          {shown.map(({ id, url }, i) => (
            <li key={id}>
              {url ? (
                // biome-ignore lint/performance/noImgElement: it is in this page's memory only
                <img src={url} alt={names[i]} className="max-h-80 max-w-full border border-divider" />
              ) : (
                <p className="text-red-ink">{words.photoBroken}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
