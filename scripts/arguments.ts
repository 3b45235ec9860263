import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Reads a command's arguments; one it does not know is answered with the command's usage, not with a stack. */
export function readArguments<const T extends ParseArgsConfig>(config: T, usage: string) {
  try {
    return parseArgs(config)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(2)
  }
}
