/** Ids and the instant that rows get when they must come out the same every time (the demo district). */
export type Stamp = Readonly<{ newId: () => string; at: Date }>
