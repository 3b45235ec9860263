/** The phone people call when something is wrong 服务电话; each deployment sets its own, and none is made up. */
export const helpLine = (): string | null => process.env.HELP_LINE?.trim() || null
