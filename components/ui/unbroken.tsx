/** A text whose dates and numbers with a hyphen, 11-23 or 46-03, stand on one line. */
export const Unbroken = ({ text }: { text: string }) =>
  text.split(/(\d+(?:-\d+)+)/).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text keep their places
      <span key={i} className="whitespace-nowrap">
        {part}
      </span>
    ),
  )
