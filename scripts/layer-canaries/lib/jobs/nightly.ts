export const target = 'lib/jobs/nightly.ts'
