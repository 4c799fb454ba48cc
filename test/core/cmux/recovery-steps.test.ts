import { expect, test } from 'vitest'
import { bytesOf, hexOf, latin1 } from '@core/bytes'
import { encodeFrame } from '@core/cmux/frame'
import { recoverCmux, type RecoveryOptions } from '@core/cmux/recovery'
import { Fault, faultCode } from '@core/fault'
import { ManualClock } from '../../support/manual-clock'

interface Modem {
  /** What it says to what was written, at which speed. */
  answer?: (text: string, baudRate: number) => Uint8Array | string | undefined
  setBaudRate?: ((baudRate: number) => Promise<void>) | 'none'
}

/** A port whose modem answers at once; what was written to it, and how many listen. */
function port({ answer = () => undefined, setBaudRate }: Modem = {}) {
  const clock = new ManualClock()
  const written: string[] = []
  const listeners = new Set<(bytes: Uint8Array) => void>()
  let speed = 115_200
  const it = {
    write: async (bytes: Uint8Array) => {
      written.push(hexOf(bytes))
      const said = answer(latin1(bytes), speed)
      if (said === undefined) return
      for (const listener of listeners) listener(typeof said === 'string' ? bytesOf(said) : said)
    },
    onBytes: (listener: (bytes: Uint8Array) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ...(setBaudRate === 'none'
      ? {}
      : {
          setBaudRate: async (baudRate: number) => {
            await setBaudRate?.(baudRate)
            speed = baudRate
          },
        }),
  }
  return { clock, written, listeners, it }
}

/** The ladder to its end, each rung as `2 no: what was seen | octets`. */
async function climbed(modem: Modem, options: Partial<RecoveryOptions> = {}) {
  const { clock, written, listeners, it } = port(modem)
  const { result, steps, baudRate } = await clock.until(recoverCmux(it, { clock, ...options }))
  const told = steps.map(
    ({ step, worked, seen, octets }) =>
      `${step} ${worked ? 'yes' : 'no'}: ${seen.en.replace(/: .*/, '')}${octets.length > 0 ? ` | ${latin1(octets)}` : ''}`,
  )
  return { result, told, written, left: listeners.size, baudRate, ms: clock.monotonicUs() / 1000 }
}

const at = '41540d'
const at2 = [at, at]
const cld = ['f9f9f9f9f903ef05c301f2f9', '7e7e7e7e7e03efc301707e']

test('silence, where the speed cannot be changed: all that is written, and seen', async () => {
  const all = await climbed({ setBaudRate: 'none' })
  expect(all.told).toEqual([
    '1 no: nothing was heard',
    '2 no: nothing was heard',
    '3 no: nothing was heard',
    '4 no: nothing was heard',
    '5 no: nothing was heard',
    '6 no: skipped',
    '7 no: nothing was heard',
    '8 no: nothing was heard',
    '9 no: nothing was heard',
    '10 no: nothing else is left',
  ])
  expect(all.written.slice(0, 6)).toEqual([...at2, ...cld, ...at2])
  expect(all.written.slice(-6, -2)).toEqual([
    `f9f9f9f9${[1, 2, 3, 4].map((dlci) => hexOf(encodeFrame({ dlci, cr: 1, control: 'DISC', pf: 1 }))).join('')}`,
    `7e7e7e7e${[1, 2, 3, 4].map((dlci) => hexOf(encodeFrame({ dlci, cr: 1, control: 'DISC', pf: 1 }, 'advanced'))).join('')}`,
    ...cld,
  ])
  expect([all.result, all.written.length, all.left]).toEqual(['none', 24, 0])
})

test.each<[string, Modem, number | undefined, string]>([
  [
    'cannot be changed',
    { setBaudRate: 'none' },
    115_200,
    'skipped: the speed of this port cannot be changed',
  ],
  ['is not known', {}, undefined, 'skipped: the present speed of this port is not known'],
])('a speed that %s is passed over', async (_how, modem, baudRate, seen) => {
  const { clock, it } = port(modem)
  const { steps } = await clock.until(
    recoverCmux(it, { clock, ...(baudRate === undefined ? {} : { baudRate }) }),
  )
  expect(steps.filter(({ step }) => step === 6).map((one) => [one.seen.en, one.worked])).toEqual([
    [seen, false],
  ])
})

test('other speeds in turn, with the same steps at each; one that is refused has none', async () => {
  const speeds: number[] = []
  const all = await climbed(
    {
      setBaudRate: async (baudRate) => {
        speeds.push(baudRate)
        if (baudRate === 9600) throw new Fault('port-failed')
      },
    },
    { baudRate: 115_200, baudRates: [9600, 115_200, 57_600] },
  )
  expect(all.told.slice(5, 7)).toEqual(['6 no: at 9600 baud', '6 no: at 57600 baud'])
  expect(speeds).toEqual([9600, 57_600, 115_200])
  // At the usual speed behind steps 2 to 5, 8 and 9, and at the other behind the same as steps 2 to 5; twice each.
  expect(all.written.filter((hex) => hex === at)).toHaveLength(2 * (4 + 4 + 2))
  expect(all.baudRate).toBeUndefined()
})

test('a speed at which AT is answered at once', async () => {
  const all = await climbed(
    { answer: (text, baudRate) => (baudRate === 57_600 && text === 'AT\r' ? 'OK\r\n' : undefined) },
    { baudRate: 115_200, baudRates: [57_600] },
  )
  expect([all.result, all.baudRate, all.told.at(-1)]).toEqual([
    'command',
    57_600,
    '6 yes: at 57600 baud | OK\r\n',
  ])
})

test('another fault of the port than a refusal ends it', async () => {
  const { clock, it, listeners } = port({
    setBaudRate: async () => {
      throw new Fault('port-closed')
    },
  })
  const recovering = recoverCmux(it, { clock, baudRate: 115_200 }).catch(faultCode)
  expect([await clock.until(recovering), listeners.size]).toEqual(['port-closed', 0])
})

test.each<[string, string, string, string]>([
  ['OK at the beginning', 'OK\r\n', 'command', '2 yes: AT was answered | OK\r\n'],
  ['OK behind an echo', 'AT\r\r\nOK\r\n', 'command', '2 yes: AT was answered | AT\r\r\nOK\r\n'],
  ['OK inside a word', 'BOOK\r\n', 'none', '2 no: the modem speaks text | BOOK\r\nBOOK\r\n'],
  ['OK without its end', 'OK', 'none', '2 no: the modem speaks text | OKOK'],
])('%s', async (_what, said, result, told) => {
  const all = await climbed({
    answer: (text) => (text === 'AT\r' ? said : undefined),
    setBaudRate: 'none',
  })
  expect([all.result, all.told[1]]).toEqual([result, told])
})

const uih = (text: string, option: 'basic' | 'advanced' = 'basic') =>
  encodeFrame({ dlci: 1, cr: 0, control: 'UIH', info: bytesOf(text) }, option)
const both = (...frames: Uint8Array[]) => Uint8Array.from(frames.flatMap((frame) => [...frame]))

test.each<[string, Uint8Array, string]>([
  [
    'OK in one of two frames',
    both(uih('AT\r'), uih('OK\r')),
    '2 no: an answer came, but inside CMUX frames',
  ],
  [
    'OK in the advanced option',
    uih('OK\r', 'advanced'),
    '2 no: an answer came, but inside CMUX frames',
  ],
  ['a frame without OK', uih('RING\r'), '2 no: the modem speaks CMUX'],
])('%s', async (_what, said, told) => {
  const all = await climbed({
    answer: (text) => (text === 'AT\r' ? said : undefined),
    setBaudRate: 'none',
  })
  expect(all.told[1]?.startsWith(told)).toBe(true)
})

test('UA of a channel is not that of the multiplexer', async () => {
  const ua = encodeFrame({ dlci: 1, cr: 1, control: 'UA', pf: 1 })
  const all = await climbed({
    answer: (text) => (hexOf(bytesOf(text)).startsWith('f9033f') ? ua : undefined),
    setBaudRate: 'none',
  })
  expect([all.result, all.told[6]?.slice(0, 28)]).toEqual(['none', '7 no: the modem speaks CMUX '])
})

test('one that still multiplexes, and is not to be resumed, is closed before the wait', async () => {
  let closed = false
  const ua = encodeFrame({ dlci: 0, cr: 1, control: 'UA', pf: 1 })
  const all = await climbed(
    {
      answer: (text) => {
        const hex = hexOf(bytesOf(text))
        if (hex.startsWith('f9033f')) return ua
        if (hex.includes('f90753013ff9')) closed = true
        return closed && text === 'AT\r' ? 'OK\r\n' : undefined
      },
      setBaudRate: 'none',
    },
    { insist: true },
  )
  expect(all.result).toBe('command')
  expect(all.told.slice(6).map((one) => one.slice(0, 5))).toEqual(['7 yes', '9 yes'])
  expect(all.ms).toBeLessThan(8000)
})
