/** Called once by a server before its first request: the jobs run in the process that serves, and only there. */
export async function register(): Promise<void> {
  const building = process.env.NEXT_PHASE === 'phase-production-build'
  // Compared in place, so that the bundle for any other runtime leaves the jobs out.
  if (process.env.NEXT_RUNTIME === 'nodejs' && !building && process.env.DATABASE_URL) {
    const { refuseForeignZone } = await import('@/lib/jobs/refuse-foreign-zone')
    await refuseForeignZone()
    const { settleRelease } = await import('@/lib/jobs/settle-release')
    await settleRelease()
    const { serveJobs } = await import('@/lib/jobs/serve-jobs')
    const stop = serveJobs(process.env.DATABASE_URL)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
  }
}
