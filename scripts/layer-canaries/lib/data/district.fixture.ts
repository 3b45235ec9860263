export const target = 'fixture'
