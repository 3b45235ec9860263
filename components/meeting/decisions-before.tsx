import { fillWords } from './fill-words'
import type { SentDraft } from './room-draft'
import type { RoomWords } from './room-props'

/** Sentences said before the one in the box: on their way, or not recorded and why. */
export function DecisionsBefore({
  before,
  take,
  words,
}: Readonly<{ before: readonly SentDraft[]; take: (one: SentDraft) => void; words: RoomWords }>) {
  return before.map((one) =>
    one.sending ? (
      <p key={`${one.key} ${one.text}`} role="status" className="room-22 text-ink-3">
        {fillWords(words.recording, { text: one.text })}
      </p>
    ) : (
      <p key={`${one.key} ${one.text}`} role="alert" className="room-22 mb-2 text-red-ink">
        {fillWords(words.unrecorded, { text: one.text })} {one.why}
        <button type="button" className="ml-3 text-link underline" onClick={() => take(one)}>
          {words.takeUp}
          <span className="sr-only"> {one.text}</span>
        </button>
      </p>
    ),
  )
}
