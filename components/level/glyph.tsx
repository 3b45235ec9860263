import type { Level } from '@/lib/domain/level-scale'

/** The sign of a colour; each has its own outline, so that it reads without colour. */
export function Glyph({ level, className }: { level: Level; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" {...(className && { className })}>
      {signs[level]}
    </svg>
  )
}

const signs: Readonly<Record<Level, React.ReactNode>> = {
  RED: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="var(--mark)" strokeWidth="1.9" strokeLinecap="round" />
    </>
  ),
  YELLOW: (
    <>
      <path d="M8 1.6L15.2 14H.8z" fill="currentColor" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
      <path d="M8 5.6v4.2" stroke="var(--mark)" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="8" cy="12.1" r="1.05" fill="var(--mark)" />
    </>
  ),
  BLUE: <path d="M8 .8L15.2 8 8 15.2.8 8z" fill="currentColor" />,
  GREEN: (
    <>
      <circle cx="8" cy="8" r="7.2" fill="currentColor" />
      <path
        d="M4.6 8.3l2.4 2.4 4.4-4.8"
        fill="none"
        stroke="var(--mark)"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  GREY: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.7 2" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
}
