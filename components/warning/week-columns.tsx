import type { BoardGroup } from '@/lib/domain/warning-board'
import type { Translator } from '@/lib/i18n/translator'

const COLUMN = 9
const PITCH = 13.5
const CELL = 3.4
const TALL = 24

/** Red and yellow at the end of each week: one cell a project, grey for what is history, colour for the last day. */
export function WeekColumns({ weeks, t }: { weeks: BoardGroup['weeks']; t: Translator }) {
  const most = Math.max(1, ...weeks.map(({ red, yellow }) => red + yellow))
  const pitch = Math.min(CELL, TALL / most)
  const width = weeks.length * PITCH
  return (
    <svg
      width={width}
      height={TALL + 1}
      viewBox={`0 0 ${width} ${TALL + 1}`}
      role="img"
      aria-label={t('warnings.weekLabel', { weeks: weeks.map(({ red, yellow }) => `${red}/${yellow}`).join(' ') })}
      className="block"
    >
      {weeks.map(({ red, yellow }, week) => {
        const last = week === weeks.length - 1
        const key = `week-${week}`
        return (
          <g key={key}>
            {Array.from({ length: red + yellow }, (_, i) => {
              const isRed = i < red
              const fill = last
                ? isRed
                  ? 'var(--red-solid)'
                  : 'var(--yellow-solid)'
                : isRed
                  ? 'var(--rl-crit)'
                  : 'var(--rl-done)'
              return (
                <rect
                  key={`${key}-${
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the column
                    i
                  }`}
                  x={week * PITCH}
                  y={TALL - (i + 1) * pitch}
                  width={COLUMN}
                  height={Math.max(0.6, pitch - 0.8)}
                  fill={fill}
                />
              )
            })}
            <rect x={week * PITCH} y={TALL} width={COLUMN} height="1" fill="var(--line-divider)" />
          </g>
        )
      })}
    </svg>
  )
}
