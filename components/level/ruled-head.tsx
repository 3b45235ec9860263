import clsx from 'clsx'
import { RulerScale } from './clock-ruler'

const th =
  'border-b border-control bg-thead px-2.5 py-1 text-left align-bottom text-sm font-normal whitespace-nowrap text-ink-2'

/** Heads of a list whose column `clock` is a ruler: they stay in sight, and the scale stands over its rulers. */
export function RuledHead<Name extends string>({
  heads,
  word,
}: {
  heads: readonly (readonly [name: Name, width: string])[]
  word: (name: Name) => string
}) {
  return (
    <thead className="sticky top-0 z-10">
      <tr>
        {heads.map(([name, width]) => (
          <th key={name} scope="col" className={clsx(th, width)}>
            {word(name)}
            {name === 'clock' && <RulerScale />}
          </th>
        ))}
      </tr>
    </thead>
  )
}
