import pino from 'pino'

/** Structured log. Secrets and personal data never go in: ids do. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: undefined,
  redact: ['password', 'passwordHash', '*.password', '*.passwordHash'],
})
