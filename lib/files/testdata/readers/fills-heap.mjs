// A reader whose heap a file has filled.
process.stdout.write('.')
const kept = []
for (;;) kept.push(new Array(1_000).fill(kept.length))
