/** Says which parts of an address were left out because nobody understood them; nothing when all were. */
export function Misread({ parts, words }: { parts: readonly string[]; words: (parts: string) => string }) {
  if (parts.length === 0) return null
  return (
    <p role="note" className="no-print border-b border-divider bg-subtle px-4 py-2 text-ink-2 sm:px-6">
      {words(parts.join('  '))}
    </p>
  )
}
