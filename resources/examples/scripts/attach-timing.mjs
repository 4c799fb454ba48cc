// How long a modem takes to register with the network, from "radio on" to +CEREG 1 or 5, over many cycles.
//
//   modem-bench run attach-timing.mjs -- /dev/ttyUSB2 --cycles 100
//
// --cycles N   how often (10)
// --limit S    seconds after which a cycle counts as failed (180)
// --every MS   how often the modem is asked (250)
import { parseArgs } from 'node:util'
import { openBench, sleep } from 'modem-bench'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cycles: { type: 'string', default: '10' },
    limit: { type: 'string', default: '180' },
    every: { type: 'string', default: '250' },
  },
})
const [port = 'sim:sim7672'] = positionals
const [cycles, limit, every] = [values.cycles, values.limit, values.every].map(Number)

const bench = await openBench()
const slot = bench.slot('a')

/** Sends a command that must not be refused. */
async function must(command) {
  const { ok, final } = await slot.at(command)
  if (!ok) throw new Error(`${command}: ${final}`)
}

/** Seconds until the modem is registered; undefined: not within the limit. */
async function attach() {
  await must('AT+CFUN=0')
  const from = performance.now()
  await must('AT+CFUN=1')
  for (;;) {
    const { lines } = await slot.at('AT+CEREG?')
    const seconds = (performance.now() - from) / 1000
    if (lines.some((line) => /^\+CEREG: \d,[15]\b/.test(line))) return seconds
    if (seconds > limit) return undefined
    await sleep(every)
  }
}

await slot.open(port)
const times = []
try {
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const seconds = await attach()
    console.log(`${cycle}\t${seconds === undefined ? 'not registered' : `${seconds.toFixed(2)} s`}`)
    if (seconds !== undefined) times.push(seconds)
  }
} finally {
  // However it ended: the radio stays on.
  if (!bench.signal.aborted) await slot.at('AT+CFUN=1')
  table(times)
  await slot.close()
}
if (times.length < cycles) process.exitCode = 1

function table(seconds) {
  const sorted = seconds.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  const shown = (value) => (value === undefined || Number.isNaN(value) ? '-' : value.toFixed(2))
  console.log(`registered\t${sorted.length} of ${cycles}`)
  console.log(`min\t${shown(sorted[0])} s`)
  console.log(`median\t${shown(median)} s`)
  console.log(`max\t${shown(sorted.at(-1))} s`)
}
