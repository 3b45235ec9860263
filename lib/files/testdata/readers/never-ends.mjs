// A reader that met a file it cannot get out of.
process.stdout.write('.')
for (;;);
