// A reader that takes memory outside the heap, a little at a time.
process.stdout.write('.')
const eaten = []
const bite = () => {
  eaten.push(Buffer.alloc(16_000_000, eaten.length))
  setTimeout(bite, 5)
}
bite()
