// Loaded into every measured Node process: adds its peak resident memory, in KiB, to a file when it ends.
process.on('exit', () => require('node:fs').appendFileSync(`${process.env.BENCH_RUN}/memory`, `${process.resourceUsage().maxRSS}\n`));
