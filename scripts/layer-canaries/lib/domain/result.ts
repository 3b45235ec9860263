export const target = 'lib/domain/result.ts'
