import { describe, expect, test } from 'vitest'
import { bytesOf, hexOf, latin1 } from '@core/bytes'
import { encodeFrame } from '@core/cmux/frame'
import { recoverCmux } from '@core/cmux/recovery'
import { Fault, faultCode } from '@core/fault'
import { ManualClock } from '../../support/manual-clock'
import { MemoryPort } from '../../support/memory-port'
import { quoted } from '@core/words'

/** A modem as a rule: what it says to what was written, by the state it is in. */
function bench(answer: (written: Uint8Array, at: number) => Uint8Array | string | undefined) {
  const clock = new ManualClock()
  const [port, modem] = MemoryPort.pair()
  let baudRate = 115_200
  const speeds: number[] = []
  modem.onBytes((bytes) => {
    const said = answer(bytes, baudRate)
    if (said !== undefined) void modem.write(typeof said === 'string' ? bytesOf(said) : said)
  })
  const setBaudRate = async (next: number) => {
    speeds.push(next)
    baudRate = next
  }
  const plain = { write: port.write.bind(port), onBytes: port.onBytes.bind(port) }
  return { clock, port: plain, tunable: { ...plain, setBaudRate }, modem, speeds }
}

const isAt = (bytes: Uint8Array) => latin1(bytes) === 'AT\r'
const ok = 'AT\r\r\nOK\r\n'

/** In the multiplexer until one of these octets comes, as hex; AT is then answered. */
function until(hex: string, atBaud = 115_200) {
  let out = false
  return (bytes: Uint8Array, baudRate: number) => {
    if (baudRate !== atBaud) return undefined
    if (hexOf(bytes).includes(hex)) out = true
    return out && isAt(bytes) ? ok : undefined
  }
}

describe('the ladder', () => {
  test.each([
    ['AT is answered', 2, () => (bytes: Uint8Array) => (isAt(bytes) ? ok : undefined)],
    ['close-down works', 3, () => until('f903ef05c301f2f9')],
    ['only the old close-down works', 4, () => until('f903ef03c316f9')],
    ['only DISC 0 works', 5, () => until('f9035301fdf9')],
    ['the channels must be closed first', 9, () => until('f90753013ff9')],
  ] as const)('%s: stops at step %i', async (_name, step, rule) => {
    const { clock, port } = bench(rule())
    const { result, steps } = await clock.until(recoverCmux(port, { clock }))
    expect(result).toBe('command')
    expect(steps.at(-1)).toMatchObject({ step, worked: true })
    expect(steps.map((entry) => entry.step)).toEqual(
      Array.from({ length: step }, (_, i) => i + 1).filter((number) => number <= step),
    )
  })

  test('finds the speed AT+CMUX has set, and leaves the port there', async () => {
    const { clock, tunable, speeds } = bench(until('f903ef05c301f2f9', 460_800))
    const found = await clock.until(recoverCmux(tunable, { clock, baudRate: 115_200 }))
    expect(found).toMatchObject({ result: 'command', baudRate: 460_800 })
    expect(speeds).toEqual([921_600, 460_800])
    expect(found.steps.at(-1)?.seen.en).toContain('460800')
  })

  test('passes over a speed the driver refuses', async () => {
    const { clock, tunable } = bench(until('f903ef05c301f2f9', 460_800))
    const { setBaudRate } = tunable
    const choosy = {
      ...tunable,
      setBaudRate: async (next: number) => {
        if (next === 921_600)
          throw new Fault('port-failed', quoted('the driver stays at 115200 bit/s'))
        await setBaudRate(next)
      },
    }
    const found = await clock.until(recoverCmux(choosy, { clock, baudRate: 115_200 }))
    expect(found).toMatchObject({ result: 'command', baudRate: 460_800 })
    const seen = found.steps.filter(({ step }) => step === 6).map((step) => step.seen.en)
    expect(seen[0]).toBe('at 921600 baud: skipped: the driver refuses this speed')
  })

  test('UA to SABM 0: it still multiplexes', async () => {
    const ua = encodeFrame({ dlci: 0, cr: 1, control: 'UA', pf: 1 })
    const { clock, port } = bench((bytes) => (hexOf(bytes) === 'f9033f011cf9' ? ua : undefined))
    const { result, steps } = await clock.until(recoverCmux(port, { clock }))
    expect([result, steps.at(-1)?.step]).toEqual(['cmux', 7])
  })

  test('our SABM echoed is no UA', async () => {
    const { clock, port } = bench((bytes) => bytes.slice())
    expect((await clock.until(recoverCmux(port, { clock }))).result).toBe('none')
  })

  test('OK inside frames is not command mode', async () => {
    const framed = encodeFrame({ dlci: 1, cr: 0, control: 'UIH', info: bytesOf('\r\nOK\r\n') })
    const { clock, port } = bench((bytes) => (isAt(bytes) ? framed : undefined))
    const { result, steps } = await clock.until(recoverCmux(port, { clock }))
    expect(result).toBe('none')
    expect(steps[1]?.seen.en).toContain('inside CMUX frames')
  })

  test('a modem that falls back by itself after some seconds', async () => {
    const { clock, modem, port } = bench(() => undefined)
    let back = false
    clock.schedule(8000, () => (back = true))
    modem.onBytes((bytes) => {
      if (back && isAt(bytes)) void modem.write(bytesOf(ok))
    })
    const { result, steps } = await clock.until(recoverCmux(port, { clock }))
    expect([result, steps.at(-1)?.step]).toEqual(['command', 8])
  })

  test('silence: every step is told once, the last is to switch it off and on', async () => {
    const { clock, tunable, speeds } = bench(() => undefined)
    const told: number[] = []
    const options = {
      clock,
      baudRate: 115_200,
      onStep: ({ step }: { step: number }) => told.push(step),
    }
    const { result, steps } = await clock.until(recoverCmux(tunable, options))
    expect(result).toBe('none')
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 6, 6, 6, 6, 7, 8, 9, 10])
    expect(speeds.at(-1)).toBe(115_200)
    for (const { did, seen } of steps) expect(did.ja && seen.ja).toMatch(/[ぁ-んァ-ン一-龠]/)
    expect(clock.pending).toBe(0)
  })

  test('listening names what speaks', async () => {
    const { clock, modem, port } = bench(() => undefined)
    clock.schedule(100, () => void modem.write(Uint8Array.from([0xf9, 0xf9, 0xf9, 0xf9])))
    const { steps } = await clock.until(recoverCmux(port, { clock }))
    expect(steps[0]?.seen.en).toContain('CMUX')
  })

  test('can be cancelled, and then listens no more', async () => {
    const { clock, port } = bench(() => undefined)
    const abort = new AbortController()
    const recovering = recoverCmux(port, { clock, signal: abort.signal }).catch(faultCode)
    await clock.advance(1000)
    abort.abort()
    expect(await clock.until(recovering)).toBe('at-cancelled')
    expect(clock.pending).toBe(0)
  })
})
