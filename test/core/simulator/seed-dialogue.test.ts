import { expect, test } from 'vitest'
import { sim7672 } from '@catalog/modems/personas/sim7672'
import { Host } from './host'

const modem = () => new Host().profiled()

test.each([
  ['AT', 'AT\r\r\nOK\r\n'],
  ['AT+IFC?', 'AT+IFC?\r\r\n+IFC: 0,0\r\n\r\nOK\r\n'],
  ['AT+IFC=2,2', 'AT+IFC=2,2\r\r\nOK\r\n'],
  ['AT+IPR?', 'AT+IPR?\r\r\n+IPR: 115200\r\n\r\nOK\r\n'],
  ['AT+CPIN?', 'AT+CPIN?\r\r\n+CPIN: READY\r\n\r\nOK\r\n'],
  ['AT+CEREG?', 'AT+CEREG?\r\r\n+CEREG: 0,5\r\n\r\nOK\r\n'],
  ['AT+CGDCONT?', 'AT+CGDCONT?\r\r\n+CGDCONT: 1,"IP","soracom.io","10.164.98.251"\r\n\r\nOK\r\n'],
  ['AT+CGAUTH?', 'AT+CGAUTH?\r\r\n+CGAUTH: 1,2,"sora","sora"\r\n\r\nOK\r\n'],
  ['AT+CFUN=4', 'AT+CFUN=4\r\r\nOK\r\n'],
  ['AT+CFUN=1', 'AT+CFUN=1\r\r\nOK\r\n'],
  ['AT+CIMI', 'AT+CIMI\r\r\n901310000000430\r\n\r\nOK\r\n'],
  ['AT+CICCID', 'AT+CICCID\r\r\n+ICCID: 89423100000000004305\r\n\r\nOK\r\n'],
  ['AT+COPS?', 'AT+COPS?\r\r\n+COPS: 0,2,"44010",7\r\n\r\nOK\r\n'],
  ['AT+CBC', 'AT+CBC\r\r\n+CBC: 3.978V\r\n\r\nOK\r\n'],
  ['AT+CPMUTEMP', 'AT+CPMUTEMP\r\r\n+CPMUTEMP: 23\r\n\r\nOK\r\n'],
  [
    'ATI',
    'ATI\r\r\nManufacturer: SIMCOM INCORPORATED\r\nModel: SIM7672JP-MNGV\r\nRevision: V1.9.05\r\n' +
      'IMEI: 869850000004430\r\n\r\nOK\r\n',
  ],
  ['ATD*99***1#', 'ATD*99***1#\r\r\nCONNECT\r\n'],
])('answers %s octet for octet as the MicroCat.1 log shows', async (command, answer) => {
  const host = await modem()
  const text = await host.ask(command)
  expect(text.slice(0, answer.length)).toBe(answer)
  if (!command.startsWith('ATD')) expect(text).toBe(answer)
})

test('leaves the address out of +CGDCONT? while the radio is off', async () => {
  const host = await modem()
  await host.ask('AT+CFUN=4', 5_000)
  expect(await host.ask('AT+CGDCONT?')).toBe(
    'AT+CGDCONT?\r\r\n+CGDCONT: 1,"IP","soracom.io"\r\n\r\nOK\r\n',
  )
})

test('gives +CPSI in table indices, as the log has it', async () => {
  const host = await modem()
  host.modem.air.heldDbm = -79
  const line = (await host.lines('AT+CPSI?'))[0]
  expect(line).toMatch(
    /^\+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,\d+,61,41,\d+$/,
  )
})

test('says 99,99 for +CSQ until it is registered, though +CPSI has values already', async () => {
  const host = await modem()
  await host.ask('AT+CFUN=4')
  await host.ask('AT+CFUN=1')
  await host.clock.advance(1_000)
  expect(host.modem.radio.state.kind).toBe('camped')
  expect(await host.lines('AT+CSQ', 50)).toEqual(['+CSQ: 99,99', 'OK'])
  expect((await host.lines('AT+CPSI?', 100))[0]).toContain('+CPSI: LTE,Online,440-10')
  await host.registered()
  expect((await host.lines('AT+CSQ', 50))[0]).toMatch(/^\+CSQ: 2\d,99$/)
})

test('searches for several polls of half a second after CFUN=1, then roams', async () => {
  const host = await modem()
  await host.ask('AT+CFUN=4', 5_000)
  await host.ask('AT+CFUN=1', 400)
  const polls: string[] = []
  for (let i = 0; i < 10; i++) polls.push((await host.lines('AT+CEREG?', 500))[0] ?? '')
  expect(polls.slice(0, 4)).toEqual(Array(4).fill('+CEREG: 0,2'))
  expect(polls.at(-1)).toBe('+CEREG: 0,5')
})

test('sends answers in pieces of 12 to 16 octets', async () => {
  const host = await modem()
  const text = await host.ask('AT+CGDCONT?')
  expect(host.pieces.join('')).toBe(text)
  expect(Math.max(...host.pieces.map((piece) => piece.length))).toBeLessThanOrEqual(16)
  expect(host.pieces.length).toBeGreaterThan(4)
})

test('plays the second log: a slow CFUN=4 keeps one line, echoes it again, and loses the next', async () => {
  const slow = { ...sim7672, timing: { ...sim7672.timing, slowChance: 1 } }
  const host = await new Host({ persona: slow }).registered()
  await host.ask('AT+CFUN=4', 600)
  expect(host.text).toBe('AT+CFUN=4\r')
  await host.type('AT+CFUN=1\r\n')
  await host.clock.advance(400)
  await host.type('AT+CPIN?\r\n')
  await host.clock.advance(9_000)
  expect(host.text).toBe('AT+CFUN=4\rAT+CFUN=1\rAT+CPIN?\r\r\nOK\r\nAT+CFUN=1\r\r\nOK\r\n')
})
