import { expect, test } from 'vitest'
import { hexOf, latin1 } from '@core/bytes'
import { sim5320 } from '@catalog/modems/personas/sim5320'
import { sim7600 } from '@catalog/modems/personas/sim7600'
import { Host, ppp, prompt } from './host'

async function dialled(host: Host): Promise<Host> {
  const text = await host.ask('ATD*99***1#', 800)
  expect(text).toContain('CONNECT')
  return host
}

test('begins PPP itself right after CONNECT: the first frame is an LCP request', async () => {
  const host = await dialled(await new Host().profiled())
  const bytes = Uint8Array.from(host.text, (char) => char.charCodeAt(0))
  const after = bytes.subarray(latin1(bytes).indexOf('CONNECT\r\n') + 9)
  expect(hexOf(after)).toMatch(/^7eff7d23c0217d21/)
})

test.each(['pap', 'chap'] as const)('gives address and name servers over %s', async (auth) => {
  const host = await dialled(await new Host({ auth }).profiled())
  const { link, up } = ppp(host)
  link.open()
  await host.clock.advance(8_000)
  expect(up()).toMatchObject({
    address: '10.164.98.251',
    dns: ['100.127.0.53', '100.127.1.53'],
    auth,
  })
})

test('goes down to PAP when the host cannot do CHAP and nothing else is configured', async () => {
  const host = await new Host().registered()
  await host.ask('AT+CGDCONT=1,"IP","soracom.io"')
  await dialled(host)
  const { link, up } = ppp(host, { auth: 'pap' })
  link.open()
  await host.clock.advance(10_000)
  expect(up()).toMatchObject({ auth: 'pap' })
})

test('refuses a wrong password, ends the call and says why in +CEER', async () => {
  const host = await dialled(await new Host().profiled())
  const { link } = ppp(host, { credentials: { user: 'sora', password: 'wrong' } })
  link.open()
  await host.clock.advance(15_000)
  expect(host.text).toContain('+PPPD: DISCONNECTED\r\n')
  expect(host.modem.mode).toBe('command')
  expect((await host.lines('AT+CEER'))[0]).toBe('+CEER: User authentication failed')
})

test.each([
  ['nowhere.example', 'Missing or unknown APN'],
  ['plus.4g', 'Requested service option not subscribed'],
])('answers the dial with NO CARRIER for APN %s', async (apn, reason) => {
  const host = await new Host().registered()
  await host.ask(`AT+CGDCONT=1,"IP","${apn}"`)
  expect(await host.lines('ATD*99***1#')).toEqual(['NO CARRIER'])
  expect((await host.lines('AT+CEER'))[0]).toBe(`+CEER: ${reason}`)
})

test('answers NO CARRIER while it is not registered, and to a telephone number', async () => {
  const host = await new Host().profiled()
  await host.ask('AT+CFUN=4')
  expect(await host.lines('ATD*99***1#')).toEqual(['NO CARRIER'])
  expect(await host.lines('ATD0312345678;')).toEqual(['NO CARRIER'])
})

test('drops AT commands in data mode and comes out with guarded +++, then ATO goes back', async () => {
  const host = await dialled(await new Host().profiled())
  const { link, up } = ppp(host)
  link.open()
  await host.clock.advance(8_000)
  expect(up()).toBeDefined()
  expect(await host.ask('AT+CSQ')).not.toContain('CSQ')
  await host.clock.advance(1_100)
  host.take()
  await host.type('+++')
  await host.clock.advance(900)
  expect(host.text).toBe('')
  await host.clock.advance(200)
  expect(host.text).toBe('\r\nOK\r\n')
  expect((await host.lines('AT+CSQ')).at(-1)).toBe('OK')
  expect(host.modem.call?.state).toBe('held')
  expect(await host.ask('ATO')).toContain('CONNECT\r\n')
  expect(host.modem.mode).toBe('data')
})

test.each([
  ['without silence before', 300, '+++', 1_500],
  ['with something after', 1_500, '+++x', 1_500],
  ['with four plus signs', 1_500, '++++', 1_500],
])('does not escape %s', async (_case, before, text, after) => {
  const host = await dialled(await new Host().profiled())
  await host.type('x')
  await host.clock.advance(before)
  await host.type(text)
  await host.clock.advance(after)
  expect(host.modem.mode).toBe('data')
})

test('takes plus signs typed by hand up to 900 ms apart, and not further', async () => {
  const host = await dialled(await new Host().profiled())
  await host.clock.advance(1_500)
  for (let i = 0; i < 3; i++) {
    await host.type('+')
    await host.clock.advance(950)
  }
  await host.clock.advance(1_500)
  expect(host.modem.mode).toBe('data')
  for (let i = 0; i < 3; i++) {
    await host.clock.advance(800)
    await host.type('+')
  }
  await host.clock.advance(1_100)
  expect(host.modem.mode).toBe('command')
})

test('hangs up with ATH after the escape; ATO then has no carrier', async () => {
  const host = await dialled(await new Host().profiled())
  await host.clock.advance(1_100)
  await host.type('+++')
  await host.clock.advance(1_100)
  expect(await host.lines('ATH')).toEqual(['OK'])
  expect(await host.lines('ATO')).toEqual(['NO CARRIER'])
  expect((await host.lines('AT+CGDCONT?'))[0]).toContain('"10.164.98.251"')
})

test('says +PPPD: DISCONNECTED when the host ends PPP, and takes commands again', async () => {
  const host = await dialled(await new Host().profiled())
  const { link } = ppp(host)
  link.open()
  await host.clock.advance(8_000)
  host.take()
  void link.close()
  await host.clock.advance(2_000)
  expect(host.text).toContain('\r\n+PPPD: DISCONNECTED\r\n')
  expect(await host.ask('AT')).toBe('AT\r\r\nOK\r\n')
})

test.each([
  [0, 'data', undefined],
  [1, 'command', '\r\nOK\r\n'],
  [2, 'command', '\r\nNO CARRIER\r\n'],
] as const)('with AT&D%i a falling DTR leaves it in %s mode', async (setting, mode, text) => {
  const host = await new Host({ persona: prompt(sim7600) }).profiled()
  await host.ask(`AT&D${setting}`)
  await dialled(host)
  host.take()
  await host.port.lines?.set({ dtr: false, rts: true })
  await host.clock.advance(300)
  expect(host.modem.mode).toBe(mode)
  if (text) expect(host.text).toContain(text)
})

test('raises DCD with the call and lowers it with its end', async () => {
  const host = await new Host().profiled()
  const dcd = async () => (await host.port.lines?.get())?.dcd
  expect(await dcd()).toBe(false)
  await dialled(host)
  expect(await dcd()).toBe(true)
  host.modem.calls.hangUp()
  expect(await dcd()).toBe(false)
})

test('stays in data mode when the port is closed; who opens it next finds PPP', async () => {
  const host = await dialled(await new Host().profiled())
  const { link } = ppp(host)
  link.open()
  await host.clock.advance(8_000)
  await host.port.close()
  host.pieces = []
  host.listen(host.modem.open())
  await host.clock.advance(31_000)
  expect(host.text).toContain('~')
  expect(host.modem.mode).toBe('data')
})

test('keeps the address of an LTE attach over calls, and gets another with each call before LTE', async () => {
  const lte = await dialled(await new Host().profiled())
  lte.modem.calls.hangUp()
  await dialled(lte)
  expect(lte.modem.snapshot().call?.address).toBe('10.164.98.251')
  const old = await new Host({ persona: prompt(sim5320) }).profiled()
  const addresses: (string | undefined)[] = []
  for (let i = 0; i < 3; i++) {
    await old.ask('ATD*99#', 3_000)
    addresses.push(old.modem.snapshot().call?.address)
    old.modem.calls.hangUp()
  }
  expect(addresses).toEqual(['10.164.98.251', '10.164.98.98', '10.164.98.97'])
})
