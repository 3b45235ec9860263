export const target = 'lib/auth/require-actor.ts'
