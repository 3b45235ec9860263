// A reader that breaks on a file.
process.stdout.write('.')
process.exitCode = 3
