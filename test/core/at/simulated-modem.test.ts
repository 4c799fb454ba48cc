import { expect, test } from 'vitest'
import { sim7672 } from '@catalog/modems/personas/sim7672'
import { AtEngine, type Token } from '@core/at/engine'
import { Host } from '../simulator/host'

function engineOn(host: Host): { engine: AtEngine; tokens: Token[] } {
  const data: Uint8Array[] = []
  const engine = new AtEngine({
    write: (bytes) => host.port.write(bytes),
    clock: host.clock,
    onData: (rest) => data.push(rest),
  })
  const tokens: Token[] = []
  engine.onToken((token) => tokens.push(token))
  host.port.onBytes((bytes) => engine.feed(bytes))
  return { engine, tokens }
}

const bringUp = [
  'ATE1',
  'AT+CMEE=2',
  'ATI',
  'AT+CGMM',
  'AT+CGSN',
  'AT+CIMI',
  'AT+CICCID',
  'AT+CPIN?',
  'AT+IFC?',
  'AT+IPR?',
  'AT+CGDCONT?',
  'AT+CGAUTH?',
  'AT+CFUN=4',
  'AT+CGDCONT=1,"IP","soracom.io"',
  'AT+CGAUTH=1,2,"sora","sora"',
  'AT+CFUN=1',
  'AT+CEREG?',
  'AT+CSQ',
  'AT+CESQ',
  'AT+CPSI?',
  'AT+CBC',
  'AT+CPMUTEMP',
]

test('brings a simulated SIM7672 up with every line accounted for', async () => {
  const host = new Host({ persona: sim7672 })
  const { engine, tokens } = engineOn(host)
  expect(await host.clock.until(engine.resync({ opening: true }))).toBe(true)
  for (const command of bringUp) {
    const reply = await host.clock.until(engine.send(command))
    expect(reply.ok, command).toBe(true)
  }
  await host.clock.advance(30_000)
  const dial = await host.clock.until(engine.send('ATD*99***1#'))
  expect(dial.final.kind).toBe('connect')
  expect(engine.state).toBe('data')
  const odd = tokens.filter((token) => token.kind === 'unknown' || token.orphan || token.late)
  expect(odd.map((token) => token.text)).toEqual([])
})

test('says that a simulated modem that is off does not answer', async () => {
  const host = new Host({ startOn: false })
  const { engine } = engineOn(host)
  const opened = engine.resync({ opening: true })
  expect(await host.clock.until(opened)).toBe(false)
  expect(engine.state).toBe('unresponsive')
})
