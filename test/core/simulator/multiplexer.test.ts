import { expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import type { BytePort } from '@core/ports/byte-port'
import { CmuxSession } from '@core/cmux/session'
import { generic } from '@catalog/modems/personas/generic'
import { sim5320 } from '@catalog/modems/personas/sim5320'
import { Host, prompt } from './host'

/** A multiplexer on the port, from the OK of AT+CMUX=0 on. */
async function muxed(host: Host) {
  expect(await host.lines('AT+CMUX=0')).toEqual(['OK'])
  const session = new CmuxSession({
    role: 'initiator',
    clock: host.clock,
    write: (bytes) => host.port.write(bytes),
  })
  host.port.onBytes((bytes) => session.feed(bytes))
  await host.clock.until(session.start())
  return session
}

async function ask(host: Host, port: BytePort, line: string, ms = 1_000): Promise<string> {
  let text = ''
  const stop = port.onBytes((bytes) => (text += latin1(bytes)))
  await Promise.all([port.write(bytesOf(`${line}\r`)), host.clock.advance(ms)])
  stop()
  return text
}

test('says what its multiplexer can do, and that a SIM5320 has none', async () => {
  expect(await new Host().lines('AT+CMUX=?')).toEqual([
    '+CMUX: (0),(0),(1-8),(1-1500),(0),(0),(2-1000)',
    'OK',
  ])
  const old = new Host({ persona: prompt(sim5320) })
  expect(await old.lines('AT+CMUX=0')).toEqual(['ERROR'])
})

test('answers AT on two channels, each with its own echo setting, and refuses a fifth', async () => {
  const host = await new Host().profiled()
  const session = await muxed(host)
  const first = await host.clock.until(session.openChannel(1))
  const second = await host.clock.until(session.openChannel(2))
  expect(await ask(host, first, 'AT+CEREG?')).toBe('AT+CEREG?\r\r\n+CEREG: 0,5\r\n\r\nOK\r\n')
  await ask(host, second, 'ATE0')
  expect(await ask(host, second, 'AT+IFC?')).toBe('\r\n+IFC: 0,0\r\n\r\nOK\r\n')
  expect(await ask(host, first, 'AT')).toBe('AT\r\r\nOK\r\n')
  await expect(host.clock.until(session.openChannel(5))).rejects.toMatchObject({
    code: 'cmux-refused',
  })
  expect(host.modem.mode).toBe('cmux')
})

test('keeps PPP on one channel and answers AT on the other, with DCD for the call', async () => {
  const host = await new Host().profiled()
  const session = await muxed(host)
  const data = await host.clock.until(session.openChannel(1))
  const command = await host.clock.until(session.openChannel(2))
  expect(await ask(host, data, 'ATD*99***1#', 2_000)).toContain('CONNECT\r\n~')
  expect((await data.lines.get()).dcd).toBe(true)
  expect(await ask(host, command, 'AT+CSQ')).toMatch(/\+CSQ: \d+,99/)
  expect(await ask(host, command, 'ATO')).toContain('NO CARRIER')
  await host.clock.until(data.close())
  await host.clock.advance(500)
  expect(host.modem.call).toBeUndefined()
})

test('goes back to commands after CLD', async () => {
  const host = await new Host().registered()
  const session = await muxed(host)
  await host.clock.until(session.openChannel(1))
  await host.clock.until(session.close())
  await host.clock.advance(500)
  expect(host.modem.mode).toBe('command')
  expect((await host.lines('AT')).at(-1)).toBe('OK')
})

test('stays in the multiplexer when AT comes between the frames', async () => {
  const host = await new Host().registered()
  await muxed(host)
  expect(await host.ask('AT')).not.toContain('OK')
  expect(host.modem.mode).toBe('cmux')
})

test('goes back to commands by itself when no SABM comes within 5 s', async () => {
  const host = new Host({ persona: prompt(generic) })
  await host.ask('AT+CMUX=0')
  expect(host.modem.mode).toBe('cmux')
  await host.clock.advance(5_000)
  expect((await host.lines('AT')).at(-1)).toBe('OK')
})

test('tells news on every channel', async () => {
  const host = await new Host().registered()
  const session = await muxed(host)
  const texts = ['', '']
  for (const index of [0, 1]) {
    const channel = await host.clock.until(session.openChannel(index + 1))
    channel.onBytes((bytes) => (texts[index] += latin1(bytes)))
  }
  host.modem.faults.removeCard()
  await host.clock.advance(500)
  expect(texts).toEqual(Array(2).fill('\r\n+CPIN: SIM REMOVED\r\n'))
})
