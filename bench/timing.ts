export type Figures = Readonly<{ medianMs: number; p95Ms: number; runs: number }>

const rounded = (ms: number): number => Math.round(ms * 100) / 100

/** Runs something again and again; the first rounds warm caches up and are not counted. */
export async function repeat(runs: number, act: (round: number) => unknown): Promise<Figures> {
  const times: number[] = []
  const warm = Math.min(5, runs)
  for (let round = -warm; round < runs; round++) {
    const started = performance.now()
    await act(round)
    if (round >= 0) times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => rounded(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  return { medianMs: at(0.5), p95Ms: at(0.95), runs }
}

/** Time of one run, for what cannot be repeated. */
export async function once<T>(act: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await act()
  return { ms: Math.round(performance.now() - started), result }
}
