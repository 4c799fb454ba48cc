// Connects and hangs up again and again, and counts what became of it and how long it took: what a site does whose router restarts
// all night.
//
//   modem-bench run reconnect-storm.mjs -- /dev/ttyUSB2 --preset soracom --times 50
//
// --preset ID  APN, user, password (soracom)
// --times N    how often (10)
// --pause S    seconds between hanging up and the next connection (0)
// --ping       ping the host of the preset, too; without it a connection counts that is up
import { parseArgs } from 'node:util'
import { openBench, sleep } from 'modem-bench'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'soracom' },
    times: { type: 'string', default: '10' },
    pause: { type: 'string', default: '0' },
    ping: { type: 'boolean', default: false },
  },
})
const [port = 'sim:sim7672'] = positionals
const [times, pause] = [values.times, values.pause].map(Number)

const bench = await openBench()
const slot = bench.slot('a')
const outcomes = new Map()

await slot.open(port)
for (let time = 1; time <= times; time++) {
  const proof = values.ping ? {} : { pingHost: '' }
  const { result, step, reason, ms } = await slot.connect({ preset: values.preset, ...proof })
  // How a connection failed: the step, and the code that `modem-bench connect --json` prints, too.
  const outcome = result === 'connected' ? result : `${step} ${reason}`
  console.log(`${time}\t${outcome}\t${(ms / 1000).toFixed(1)} s`)
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  await slot.disconnect()
  await sleep(pause * 1000)
}
await slot.close()

for (const [outcome, count] of outcomes) console.log(`${count} of ${times}\t${outcome}`)
if (outcomes.get('connected') !== times) process.exitCode = 1
