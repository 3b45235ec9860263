export const target = 'lib/data/db.ts'
