export const target = 'app/projects/page.tsx'
