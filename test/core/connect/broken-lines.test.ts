import { expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import type { BytePort } from '@core/ports/byte-port'
import { connectBench } from '../../support/connect-bench'

/** Behind `after` the letter `sent` arrives as `comes`. */
interface Break {
  readonly after: string
  readonly sent: string
  readonly comes: string
  /** How often; always when absent. */
  times?: number
}

/** A cable on which letters are broken on their way to us, wherever a read cuts them. */
function brokenCable(breaks: readonly Break[]): (port: BytePort) => BytePort {
  let passed = ''
  const letter = (sent: string): string => {
    const broken = breaks.find(
      (one) => one.sent === sent && passed.endsWith(one.after) && one.times !== 0,
    )
    passed = `${passed}${sent}`.slice(-40)
    if (broken?.times) broken.times--
    return broken?.comes ?? sent
  }
  return (port) =>
    new Proxy(port, {
      get(whole, name) {
        const value: unknown = Reflect.get(whole, name, whole)
        if (name === 'onBytes')
          return (listener: (bytes: Uint8Array) => void) =>
            whole.onBytes((bytes) =>
              listener(bytesOf([...latin1(bytes)].map((one) => letter(one)).join(''))),
            )
        return typeof value === 'function' ? value.bind(whole) : value
      },
    })
}
async function connectBy(breaks: readonly Break[], more = '', target = {}) {
  const name = `sim:sim7672?speed=fast${more}`
  const { verdict } = await (
    await connectBench(name, 1, undefined, brokenCable(breaks))
  ).connect(target)
  return verdict
}

test('a modem whose echoes come broken and whose answers do not arrive is not said to be silent', async () => {
  const verdict = await connectBy([
    { after: 'AT+CP', sent: 'I', comes: 'A' },
    { after: '+CPIN: READY\r\n\r\nO', sent: 'K', comes: '\xcb' },
  ])
  expect(verdict).toMatchObject({ result: 'failed', step: 'sim', reason: 'at-garbled' })
  expect(verdict?.meaning.en).toMatch(
    /^Characters arrive broken.* AT\+CPIN\? came back as AT\+CPAN\?\.$/,
  )
  expect(verdict?.meaning.ja).toContain('AT+CPIN? が AT+CPAN? として返ってきました。')
  expect(verdict?.tries[0]?.en).toContain('bit/s')
})

test('one broken echo is an accident, and what the failing step heard whole is believed', async () => {
  const once: Break = { after: 'AT+CP', sent: 'I', comes: 'A', times: 1 }
  const failed = { step: 'sim', reason: 'sim-missing' }
  expect(await connectBy([once], '&nosim=1')).toMatchObject(failed)
  expect(once.times).toBe(0)
  const before: Break[] = [
    { after: 'AT+CGM', sent: 'M', comes: 'N', times: 1 },
    { after: 'AT+CGS', sent: 'N', comes: 'R', times: 1 },
  ]
  expect(await connectBy(before, '&nosim=1')).toMatchObject(failed)
  expect(before.map(({ times }) => times)).toEqual([0, 0])
})

test('OK that comes broken is told where its command is said to be unanswered', async () => {
  const verdict = await connectBy([
    { after: 'AT+CPIN?\r\r\n+CPIN: READY\r\n\r\nO', sent: 'K', comes: '\xcb' },
  ])
  expect(verdict).toMatchObject({ step: 'sim', reason: 'at-garbled' })
  expect(verdict?.meaning.en).toMatch(/ O\\xcb arrived where a result was expected\.$/)
  expect(verdict?.meaning.ja).toContain('結果の代わりに O\\xcb を受信しました。')
})

test('one OK that was lost does not keep each later AT from its own', async () => {
  const lost: Break = { after: 'AT\r\r\nO', sent: 'K', comes: 'x', times: 1 }
  expect(await connectBy([lost])).toMatchObject({ result: 'connected' })
  expect(lost.times).toBe(0)
})

test('a broken echo of a secret is not quoted', async () => {
  const verdict = await connectBy(
    [
      { after: 'AT+CP', sent: 'I', comes: '\xff' },
      { after: '\r\nO', sent: 'K', comes: 'K' },
    ],
    '&pin=1234',
    { pin: '9876' },
  )
  expect(verdict?.result).toBe('failed')
  expect(JSON.stringify(verdict)).not.toContain('9876')
})

test('a connection that comes up is told as such, whatever came broken', async () => {
  const verdict = await connectBy([{ after: 'AT+', sent: 'C', comes: 'B' }])
  expect(verdict?.result).toBe('connected')
})
