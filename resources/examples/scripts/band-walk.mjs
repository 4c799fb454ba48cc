// Locks a modem to one LTE band after the other, and tells on which it finds a network and how strong. The bands that were set come
// back after each, also when the script is stopped or the computer fails (docs/guides/radio.md).
//
//   modem-bench run band-walk.mjs -- /dev/ttyUSB2 --bands 1,3,19
//
// --bands LIST  these alone (those that are on now)
// --limit S     seconds after which a band counts as silent (60)
// --every MS    how often the modem is asked (500)
import { parseArgs } from 'node:util'
import { openBench, sleep } from 'modem-bench'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bands: { type: 'string' },
    limit: { type: 'string', default: '60' },
    every: { type: 'string', default: '500' },
  },
})
const [port = 'sim:sim7672'] = positionals
const [limit, every] = [values.limit, values.every].map(Number)

const bench = await openBench()
const slot = bench.slot('a')

async function registered() {
  const until = performance.now() + limit * 1000
  for (;;) {
    const { lines } = await slot.at('AT+CEREG?')
    if (lines.some((line) => /^\+CEREG: \d,[15]\b/.test(line))) return true
    if (performance.now() > until) return false
    await sleep(every)
  }
}

async function listen(band) {
  // Twice the time that is waited: whatever becomes of this script, the bands come back by themselves.
  const undoSeconds = Math.min(1800, Math.max(60, 2 * limit))
  await bench.call('radio.write', {
    slot: 'a',
    changes: [{ item: 'lte-bands', chosen: [band] }],
    undoSeconds,
  })
  try {
    if (!(await registered())) return 'no network'
    const operator = await slot.fact('operator')
    const rsrp = await slot.fact('rsrp')
    return `${operator?.value ?? '?'}\t${rsrp?.value ?? '?'} ${rsrp?.unit ?? ''}`.trim()
  } finally {
    await bench.call('radio.undo', { slot: 'a' })
  }
}

await slot.open(port)
const { items } = await bench.call('radio.read', { slot: 'a' })
const item = items.find(({ id }) => id === 'lte-bands')
if (!item) throw new Error('This modem has no setting of its LTE bands that is known here.')
const wanted = values.bands?.split(',').map((band) => (/^\d+$/.test(band) ? `B${band}` : band))
for (const band of wanted ?? item.chosen ?? []) console.log(`${band}\t${await listen(band)}`)
await slot.close()
