import type { Picks } from '@/lib/domain/meeting/decision-sentence'

/** What somebody has typed and not recorded yet; `key` is that of a sending nobody answered. */
export type RoomDraft = Readonly<{ text: string; picks: Picks; key?: string }>
/** A sentence that was sent, or laid aside, before the one in the box: on its way, or why it was not recorded. */
export type SentDraft = RoomDraft & Readonly<{ sending?: boolean; why?: string }>

// Kept as every other draft is (components/ui/keep-draft.tsx), so that signing out drops it, and age does.
const nameOf = (id: string) => `draft:room:${id}`

/** The draft of a topic, kept on this device by account, meeting and topic. */
export function readRoomDraft(id: string): (RoomDraft & Readonly<{ before: readonly RoomDraft[] }>) | null {
  try {
    const stored = JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null') as { values?: RoomDraft } | null
    const kept = stored?.values
    if (!kept || typeof kept.text !== 'string' || typeof kept.picks !== 'object') return null
    return { before: [], ...kept }
  } catch {
    // Storage is closed or holds something else: the room works without it.
    return null
  }
}

/** Keeps a draft and the sentences before it, or forgets what is empty. */
export function keepRoomDraft(id: string, { text, picks, key }: RoomDraft, before: readonly SentDraft[]): void {
  // Whether what is on its way arrived is not known after a reload: its key tells.
  const others = before.map((one) => ({ text: one.text, picks: one.picks, key: one.key }))
  const values = { text, picks, key, before: others }
  try {
    if (text !== '' || others.length > 0) localStorage.setItem(nameOf(id), JSON.stringify({ at: Date.now(), values }))
    else localStorage.removeItem(nameOf(id))
  } catch {
    // Full or closed storage costs the draft, not the meeting.
  }
}

/** Forgets a sentence that has been recorded, also where its box is gone from the screen. */
export function dropSent(id: string, key: string): void {
  const draft = readRoomDraft(id)
  if (draft)
    keepRoomDraft(
      id,
      draft,
      draft.before.filter((one) => one.key !== key),
    )
}

const TYPING = 'room:typing'

/** Remembers, for this tab, in which draft and at which place of it somebody is writing; null when he has left it. */
export function keepTyping(id: string | null, caret = 0): void {
  try {
    if (id) sessionStorage.setItem(TYPING, `${caret}@${id}`)
    else sessionStorage.removeItem(TYPING)
  } catch {
    // Without storage the cursor has to be set again after a reload.
  }
}

/** Where in a draft somebody was writing when the page went; null when he was not. */
export function wasTypingAt(id: string): number | null {
  try {
    const [, caret, draft] = /^(\d+)@(.*)$/.exec(sessionStorage.getItem(TYPING) ?? '') ?? []
    return draft === id ? Number(caret) : null
  } catch {
    return null
  }
}
