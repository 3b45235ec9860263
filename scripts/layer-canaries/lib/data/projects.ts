export const target = 'lib/data/projects.ts'
