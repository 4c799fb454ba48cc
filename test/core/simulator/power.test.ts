import { expect, test } from 'vitest'
import { sim5320 } from '@catalog/modems/personas/sim5320'
import { Host, prompt } from './host'

async function press(host: Host, ms: number): Promise<void> {
  host.modem.power.pwrkey(true)
  await host.clock.advance(ms)
  host.modem.power.pwrkey(false)
}

test('turns on after 50 ms of PWRKEY and raises STATUS 320 ms later', async () => {
  const host = new Host({ startOn: false })
  await press(host, 40)
  await host.clock.advance(1_000)
  expect(host.modem.power.state).toBe('off')
  await press(host, 60)
  expect(host.modem.power.state).toBe('booting')
  expect(host.modem.power.status()).toBe(false)
  await host.clock.advance(320)
  expect(host.modem.power.status()).toBe(true)
})

test('turns off after 2.5 s of PWRKEY, not after 1 s', async () => {
  const host = new Host()
  await press(host, 1_000)
  await host.clock.advance(5_000)
  expect(host.modem.power.state).toBe('on')
  await press(host, 2_600)
  await host.clock.advance(2_000)
  expect(host.modem.power.state).toBe('off')
  expect(host.modem.power.status()).toBe(false)
})

test('does one thing per press: 3 s turn on and do not turn off again', async () => {
  const host = new Host({ persona: prompt(sim5320), startOn: false })
  await press(host, 3_000)
  await host.clock.advance(10_000)
  expect(host.modem.power.state).toBe('on')
  await press(host, 3_000)
  await host.clock.advance(10_000)
  expect(host.modem.power.state).toBe('off')
})

test('ignores PWRKEY while booting', async () => {
  const host = new Host({ startOn: false })
  await press(host, 100)
  await host.clock.advance(1_000)
  await press(host, 3_000)
  await host.clock.advance(10_000)
  expect(host.modem.power.state).toBe('on')
})

test('drops AT before the boot banner without even an echo', async () => {
  const host = new Host({ startOn: false })
  await press(host, 100)
  await host.clock.advance(5_000)
  expect(await host.ask('AT')).toBe('')
  await host.clock.advance(2_500)
  expect(await host.ask('AT')).toContain('AT\r\r\nOK\r\n')
})

test('says its boot lines, and SIM5320 also START and +STIN', async () => {
  const host = new Host({ startOn: false })
  await press(host, 100)
  await host.clock.advance(20_000)
  expect(host.text).toBe('\r\n*ATREADY: 1\r\n\r\n+CPIN: READY\r\n\r\nSMS DONE\r\n\r\nPB DONE\r\n')
  const old = new Host({ persona: prompt(sim5320), startOn: false })
  await press(old, 3_000)
  await old.clock.advance(80_000)
  expect(old.text.split(/[\r\n]+/).filter(Boolean)).toEqual([
    'START',
    '+STIN: 25',
    '+STIN: 25',
    '+CPIN: READY',
    'SMS DONE',
    'PB DONE',
    '+STIN: 25',
  ])
})

test('restarts on RESET: STATUS falls, comes back, and AT answers again after the boot', async () => {
  const host = new Host()
  const seen: boolean[] = []
  host.modem.power.onStatus((active) => seen.push(active))
  host.modem.power.reset(true)
  await host.clock.advance(1_000)
  host.modem.power.reset(false)
  await host.clock.advance(12_000)
  expect(seen).toEqual([false, true])
  expect(await host.ask('AT')).toContain('OK')
})

test('powers off after the OK of AT+CPOF and is silent then', async () => {
  const host = new Host()
  expect(await host.ask('AT+CPOF', 5_000)).toBe('AT+CPOF\r\r\nOK\r\n')
  expect(host.modem.power.status()).toBe(false)
  expect(await host.ask('AT')).toBe('')
})

test('keeps context, credentials and AT&W over power cycles, but not IFC and CMEE', async () => {
  const host = await new Host().profiled()
  await host.ask('AT+IFC=2,2')
  await host.ask('AT+CMEE=1')
  await host.ask('ATE0&W')
  host.modem.power.cut()
  host.modem.power.restore()
  host.modem.power.boot()
  await host.clock.advance(13_000)
  expect((await host.lines('AT+CGDCONT?'))[0]).toMatch(/^\+CGDCONT: 1,"IP","soracom\.io"/)
  expect(await host.lines('AT+CGAUTH?')).toEqual(['+CGAUTH: 1,2,"sora","sora"', 'OK'])
  expect(await host.ask('AT+IFC?;+CMEE?')).toBe('\r\n+IFC: 0,0\r\n\r\n+CMEE: 2\r\n\r\nOK\r\n')
})

test('stops at once when the supply is cut, and stays off until the key is pressed', async () => {
  const host = await new Host().registered()
  host.modem.power.cut()
  expect(host.modem.snapshot()).toMatchObject({ power: 'unpowered', status: false, stat: 0 })
  host.modem.power.restore()
  await host.clock.advance(30_000)
  expect(host.modem.power.state).toBe('off')
})

test.each(['AT+CRESET', 'AT+CFUN=1,1', 'AT+CFUN=6'])(
  'says OK to %s, restarts, and says its banner',
  async (line) => {
    const host = await new Host().registered()
    expect(await host.lines(line, 14_000)).toEqual([
      'OK',
      '*ATREADY: 1',
      '+CPIN: READY',
      'SMS DONE',
      'PB DONE',
    ])
  },
)
