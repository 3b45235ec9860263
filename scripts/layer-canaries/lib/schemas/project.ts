export const target = 'lib/schemas/project.ts'
