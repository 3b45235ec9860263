const SHAFTS = { up: 'm5 12 7-7 7 7M12 19V5', down: 'M12 5v14m7-7-7 7-7-7' } as const

/** An arrow up or down. Drawn here because long lists hold many: a sign of the library is a component of the browser's. */
export const Arrow = ({ to, size }: { to: keyof typeof SHAFTS; size: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={SHAFTS[to]} />
  </svg>
)
