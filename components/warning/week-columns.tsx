import type { BoardGroup } from '@/lib/domain/warning-board'
import type { Translator } from '@/lib/i18n/translator'

const COLUMN = 9
const PITCH = 13.5
const CELL = 3.4
const TALL = 24
/** Below this the cells of a column cannot be told apart: it becomes one block of each colour. */
const FINEST = 1.6

/** The cells of a column from below, red under yellow; where they would be too fine, one block of each. */
function blocksOf(red: number, yellow: number, pitch: number) {
  if (pitch >= FINEST) return Array.from({ length: red + yellow }, (_, i) => ({ isRed: i < red, at: i, many: 1 }))
  return [
    { isRed: true, at: 0, many: red },
    { isRed: false, at: red, many: yellow },
  ].filter(({ many }) => many > 0)
}

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
            {blocksOf(red, yellow, pitch).map(({ isRed, at, many }) => {
              const fill = last
                ? isRed
                  ? 'var(--red-solid)'
                  : 'var(--yellow-solid)'
                : isRed
                  ? 'var(--rl-crit)'
                  : 'var(--rl-done)'
              return (
                <rect
                  key={`${key}-${at}`}
                  x={week * PITCH}
                  y={TALL - (at + many) * pitch}
                  width={COLUMN}
                  height={many > 1 ? many * pitch : Math.max(0.6, pitch - 0.8)}
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
