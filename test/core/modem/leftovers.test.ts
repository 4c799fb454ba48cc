import { expect, test } from 'vitest'
import { AtEngine } from '@core/at/engine'
import { bytesOf, latin1 } from '@core/bytes'
import {
  leftoverQuestions,
  leftoversIn,
  readLeftovers,
  restoreLeftovers,
  type LeftoverLine,
} from '@core/modem/leftovers'
import { ManualClock } from '../../support/manual-clock'
import { MemoryPort } from '../../support/memory-port'

/** A modem as ModemManager leaves it, with just the settings in question. */
function leftModem(clock: ManualClock) {
  const settings: Record<string, string> = {
    '+CMEE': '1',
    '+CSCS': '"UCS2"',
    '+CREG': '0,1',
    '+CEREG': '2,5,"1A2B","00C3D4",7',
    '+CNSMOD': '1,8',
    '+AUTOCSQ': '1,1',
    '+CGEREP': '2,0',
    '+IFC': '2,2',
  }
  let echo = false
  const [host, modem] = MemoryPort.pair()
  modem.onBytes((bytes) => {
    const command = latin1(bytes).trim()
    const say = (text: string) => void modem.write(bytesOf(text))
    if (echo) say(`${command}\r\r\n`)
    const [, name = '', question, value] = /^AT(\+[A-Z]+|E)(\?)?=?(.*)$/.exec(command) ?? []
    const known = settings[name]
    if (name === 'E') echo = value === '1'
    else if (known === undefined) return say('\r\nERROR\r\n')
    else if (question) say(`\r\n${name}: ${known}\r\n`)
    else settings[name] = value ?? ''
    say('\r\nOK\r\n')
  })
  const engine = new AtEngine({ write: (bytes) => host.write(bytes), clock })
  host.onBytes((bytes) => engine.feed(bytes))
  const line: LeftoverLine = {
    send: (command) => engine.send(command),
    onEcho: (listener) =>
      engine.onToken((token) => {
        if (token.kind === 'echo') listener()
      }),
  }
  return { line, settings, engine }
}

test('names what ModemManager left, and puts it back', async () => {
  const clock = new ManualClock()
  const { line, settings, engine } = leftModem(clock)
  const found = await clock.until(readLeftovers(line, false))
  expect(found.map((one) => one.id)).toEqual([
    'echo',
    'errors',
    'character-set',
    'cereg',
    'system-mode',
    'signal',
    'events',
    'flow',
  ])
  const done = await clock.until(restoreLeftovers(line, found))
  expect(done.every((one) => one.ok)).toBe(true)
  expect(settings).toMatchObject({ '+CMEE': '2', '+CSCS': '"IRA"', '+CEREG': '0', '+IFC': '0,0' })
  expect((await clock.until(readLeftovers(line, false))).map((one) => one.id)).toEqual([])
  engine.stop('port-closed')
})

test('takes RTS/CTS in the modem for right where the port uses it, too', () => {
  const answers = new Map([['AT+IFC?', '+IFC: 2,2']])
  expect(leftoversIn(answers, { echo: true, rtscts: true })).toEqual([])
  expect(leftoversIn(answers, { echo: true, rtscts: false }).map((one) => one.restore)).toEqual([
    'AT+IFC=0,0',
  ])
})

test('does not blame a modem for commands it refuses', () => {
  const answers = new Map(leftoverQuestions.map((question) => [question, undefined]))
  expect(leftoversIn(answers, { echo: true, rtscts: false })).toEqual([])
})
