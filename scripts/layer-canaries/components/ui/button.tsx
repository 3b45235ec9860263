export const target = 'components/ui/button.tsx'
