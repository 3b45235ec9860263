import 'server-only'
import { db } from './db'

/** Closes the connections, so that a command can end and the embedded server be stopped. */
export const closeDatabase = (): Promise<void> => db.$disconnect()
