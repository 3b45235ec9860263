export const target = 'lib/files/sheet.ts'
