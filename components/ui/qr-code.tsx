/** White around a code, in modules: fewer, and some telephones do not find it. */
const QUIET = 4

/** A code drawn as squares, black on white in any theme; `crispEdges` keeps its modules sharp in print. */
export function QrCode({
  modules,
  label,
  className,
}: {
  modules: readonly (readonly boolean[])[]
  label: string
  className: string
}) {
  const side = modules.length + 2 * QUIET
  const path = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      className={className}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
