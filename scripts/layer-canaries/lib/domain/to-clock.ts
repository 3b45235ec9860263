export const canary = () => new Date()
