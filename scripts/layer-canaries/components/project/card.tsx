export const target = 'components/project/card.tsx'
