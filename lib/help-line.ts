/** The phone people call when something is wrong 服务电话; each deployment sets its own, and none is made up. */
export const helpLine = (): string | null => process.env.HELP_LINE?.trim() || null

/** Where reports about the commission itself go 上一级纪委监委信访室: name and address, set by each deployment; none is made up. */
export const higherOffice = (): string | null => process.env.HIGHER_OFFICE?.trim() || null
