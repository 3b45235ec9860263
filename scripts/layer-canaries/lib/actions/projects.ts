export const target = 'lib/actions/projects.ts'
