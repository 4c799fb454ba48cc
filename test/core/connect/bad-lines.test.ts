import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import { bytesOf } from '@core/bytes'
import { stepIds, type ConnectState } from '@core/connect/connect-state'
import { runConnect } from '@core/connect/run'
import { ModemSession } from '@core/modem/session'
import { seededChance } from '@core/ports/chance'
import { connectBench, soracom } from '../../support/connect-bench'
import { ManualClock } from '../../support/manual-clock'
import { MemoryPort } from '../../support/memory-port'

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/

/** A verdict somebody can act on at two in the morning, in either language. */
function expectUseful(end: ConnectState): void {
  const { verdict } = end
  expect(verdict?.result).toBe('failed')
  expect(verdict?.meaning.en).toMatch(/^[A-Z].{15,}/)
  expect(verdict?.meaning.ja).toMatch(japanese)
  expect(verdict?.tries.length).toBeGreaterThan(0)
  for (const words of verdict?.tries ?? []) {
    expect(words.en).toMatch(/^\S.{10,}/)
    expect(words.ja).toMatch(japanese)
  }
  expect(end.steps.find((step) => step.id === verdict?.step)?.state).toBe('failed')
  expect(end.steps.map((step) => step.state)).not.toContain('running')
}

test.each(stepIds)(
  'unplugged as step %s begins: the port is the reason, and nothing hangs',
  async (id) => {
    const bench = await connectBench('sim:sim7672?apn=other.example')
    // A modem left in data mode makes even the step that finds the mode do something.
    if (id === 'mode') {
      await bench.connect()
      await bench.reopen()
    }
    bench.whenBegins(id, () => bench.modem.faults.unplug())
    const end = await bench.connect({ httpUrl: 'http://pong.soracom.io/' })
    expectUseful(end)
    expect(end.verdict).toMatchObject({ reason: 'port-gone', mode: 'closed' })
    const stopped = stepIds.findIndex((step) => step === end.verdict?.step)
    expect(stopped).toBeGreaterThanOrEqual(stepIds.indexOf(id))
    expect(bench.session.open).toBe(false)
  },
)

/** Something that is no modem on the port, and the verdict on it. */
async function verdictOn(behave: (far: MemoryPort) => void): Promise<ConnectState> {
  const clock = new ManualClock()
  const [near, far] = MemoryPort.pair()
  const chance = seededChance(1)
  const session = new ModemSession({ port: near, clock, chance, tap: () => undefined })
  behave(far)
  const end = await clock.until(
    runConnect({
      session,
      target: soracom,
      clock,
      knowledge,
      profiles: modemProfiles,
      signal: new AbortController().signal,
      onState: () => undefined,
    }),
    900_000,
    20,
  )
  await session.close()
  return end
}

const each = (far: MemoryPort, answer: (bytes: Uint8Array) => Uint8Array) =>
  far.onBytes((bytes) => void far.write(answer(bytes)))
const sent = new WeakSet<MemoryPort>()
function sendOnce(far: MemoryPort): void {
  if (sent.has(far)) return
  sent.add(far)
  void far.write(new Uint8Array(10_000_000).fill(0x78))
}
const noise = seededChance(7)

test.each<[string, (far: MemoryPort) => void, string]>([
  ['nothing', () => undefined, 'connect-silent'],
  ['a wire from TX to RX', (far) => each(far, (bytes) => bytes), 'connect-echo-only'],
  [
    'noise of the wrong speed',
    (far) =>
      each(far, () => Uint8Array.from({ length: 40 }, () => 128 + Math.floor(noise.next() * 128))),
    'connect-noise',
  ],
  [
    'a GPS receiver',
    (far) => each(far, () => bytesOf('$GPGGA,123519,4807.038,N,01131.000,E*47\r\n')),
    'connect-no-modem',
  ],
  [
    'a shell that does not know AT',
    (far) =>
      each(far, (bytes) => bytesOf(`${String.fromCharCode(...bytes)}\nsh: AT: not found\r\n# `)),
    'connect-no-modem',
  ],
  [
    'a modem that refuses everything',
    (far) => each(far, () => bytesOf('\r\nERROR\r\n')),
    'connect-no-modem',
  ],
  ['a line of 10 MB', (far) => void far.onBytes(() => sendOnce(far)), 'connect-no-modem'],
])('%s on the port ends with a verdict', async (_what, behave, reason) => {
  const end = await verdictOn(behave)
  expectUseful(end)
  expect(end.verdict).toMatchObject({ step: 'port', reason })
})

test.each(['soracom.io"', 'sora\ncom', 'soracom\r\nAT+CFUN=0', 'x'.repeat(2000), '日本'])(
  'an APN of %j never becomes another command, even past the contract',
  async (apn) => {
    const bench = await connectBench()
    const end = await bench.connect({ apn })
    expectUseful(end)
    const sent = bench.wire
      .filter((part) => part.dir === 'tx')
      .map((part) => String.fromCharCode(...part.bytes))
      .join('')
    expect(sent).not.toMatch(/(^|\r|\n)AT\+CFUN=0/)
    expect(sent).not.toContain('\n')
    await bench.close()
  },
)
