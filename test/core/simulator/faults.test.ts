import { expect, test } from 'vitest'
import { applyFault, faultKnobs } from '@core/simulator/fault-rows'
import { sim5320 } from '@catalog/modems/personas/sim5320'
import { Host, ppp, prompt } from './host'

async function connected(host = new Host()): Promise<Host> {
  await host.profiled()
  expect(await host.ask('ATD*99***1#', 3_000)).toContain('CONNECT')
  const { link, up } = ppp(host)
  link.open()
  await host.clock.advance(5_000)
  expect(up()).toBeDefined()
  host.take()
  return host
}

test('ends the call when the network cuts the session, and attaches again with another address', async () => {
  const host = await connected()
  expect(host.modem.faults.cutSession()).toBe(true)
  await host.clock.advance(1_000)
  expect(host.text).toContain('+PPPD: DISCONNECTED\r\n\r\nNO CARRIER\r\n')
  expect((await host.lines('AT+CEREG?'))[0]).toBe('+CEREG: 0,2')
  await host.registered()
  expect((await host.lines('AT+CGPADDR=1'))[0]).toBe('+CGPADDR: 1,10.164.98.98')
})

test('loses its cells: searching at once, the call ends 15 s later, and all is well when they are back', async () => {
  const host = await connected()
  host.modem.faults.loseCells()
  await host.clock.advance(1_000)
  expect(host.modem.snapshot()).toMatchObject({ stat: 2, mode: 'data' })
  await host.clock.advance(16_000)
  expect(host.text).toContain('NO CARRIER')
  expect((await host.lines('AT+CPSI?'))[0]).toBe('+CPSI: NO SERVICE,Online')
  expect((await host.lines('AT+CSQ'))[0]).toBe('+CSQ: 99,99')
  host.modem.faults.restoreCells()
  await host.registered()
  expect(host.modem.snapshot()).toMatchObject({ stat: 5 })
})

test('survives a gap in coverage shorter than 15 s without losing the call', async () => {
  const host = await connected()
  host.modem.faults.loseCells(4_000)
  await host.clock.advance(30_000)
  expect(host.modem.snapshot()).toMatchObject({ stat: 5, mode: 'data' })
})

test.each([
  [11, 3],
  [15, 3],
  [22, 2],
  [3, 3],
])('is refused with EMM cause %i and shows stat %i', async (cause, stat) => {
  const host = await new Host().registered()
  host.modem.faults.rejectWith(cause)
  await host.clock.advance(6_000)
  expect(host.modem.snapshot().stat).toBe(stat)
  host.modem.faults.rejectWith(undefined)
  await host.registered()
  expect(host.modem.snapshot().stat).toBe(5)
})

test('attaches slowly when told to', async () => {
  const host = await new Host().profiled()
  host.modem.faults.slowAttach(60_000)
  await host.ask('AT+CFUN=4')
  await host.ask('AT+CFUN=1')
  await host.clock.advance(55_000)
  expect(host.modem.snapshot().stat).toBe(2)
  await host.clock.advance(12_000)
  expect(host.modem.snapshot().stat).toBe(5)
})

test('crashes in the middle of a command and boots again with its banner', async () => {
  const host = await new Host().registered()
  await host.ask('AT+COPS=?', 1_000)
  host.modem.faults.crash()
  await host.clock.advance(14_000)
  expect(host.text).toBe(
    'AT+COPS=?\r\r\n*ATREADY: 1\r\n\r\n+CPIN: READY\r\n\r\nSMS DONE\r\n\r\nPB DONE\r\n',
  )
})

test('warns of under-voltage and restarts on a brown-out, also out of data mode', async () => {
  const host = await new Host().registered()
  host.modem.faults.brownOut()
  await host.clock.advance(20)
  expect(host.text).toContain('UNDER-VOLTAGE WARNNING')
  await host.clock.advance(2_000)
  expect(host.modem.power.state).toBe('booting')
  const busy = await connected()
  busy.modem.faults.brownOut()
  await busy.clock.advance(14_000)
  expect(busy.modem.snapshot()).toMatchObject({ mode: 'command', power: 'on' })
})

test('says that the SIM was removed, and registers again when it is back', async () => {
  const host = await new Host().registered()
  host.modem.faults.removeCard()
  await host.clock.advance(500)
  expect(host.text).toBe('\r\n+CPIN: SIM REMOVED\r\n')
  expect((await host.lines('AT+CEREG?'))[0]).toBe('+CEREG: 0,0')
  host.modem.faults.insertCard()
  await host.registered()
  expect((await host.lines('AT+CEREG?'))[0]).toBe('+CEREG: 0,5')
})

test('garbles the line under noise and is clear again without it', async () => {
  const host = new Host()
  host.modem.faults.noise(1)
  expect(await host.ask('AT')).not.toContain('OK')
  host.modem.faults.noise(0)
  await host.ask('')
  expect((await host.lines('AT')).at(-1)).toBe('OK')
})

test('ends the port when it is unplugged, and comes back under another name', async () => {
  const host = new Host()
  host.modem.faults.reEnumerate(2_000)
  expect(host.end).toMatchObject({ reason: 'gone' })
  await expect(host.port.write(new Uint8Array(1))).rejects.toMatchObject({ code: 'port-gone' })
  expect(() => host.modem.open()).toThrow(expect.objectContaining({ code: 'port-not-found' }))
  await host.clock.advance(2_000)
  host.listen(host.modem.open())
  expect((await host.lines('AT')).at(-1)).toBe('OK')
  expect(host.modem.renames).toBe(1)
})

test('ends a silent session after 62 minutes, and a shorter time when told', async () => {
  const host = await connected(new Host({ persona: prompt(sim5320) }))
  await host.clock.advance(61 * 60_000)
  expect(host.modem.call).toBeDefined()
  await host.clock.advance(2 * 60_000)
  expect(host.modem.call).toBeUndefined()
  expect(host.text).toContain('NO CARRIER')
  await host.ask('ATD*99#', 3_000)
  host.modem.faults.idleCut(0.1)
  await host.clock.advance(8_000)
  expect(host.modem.call).toBeUndefined()
})

test('does not answer while it hangs', async () => {
  const host = new Host()
  host.modem.faults.hang(true)
  expect(await host.ask('AT')).toBe('')
  host.modem.faults.hang(false)
  expect((await host.lines('AT')).at(-1)).toBe('OK')
})

test('turns every knob on and off by its id, and shows its state', async () => {
  expect(new Set(faultKnobs.map((knob) => knob.id)).size).toBe(faultKnobs.length)
  for (const knob of faultKnobs) {
    const { modem } = new Host()
    if (knob.kind === 'act' || knob.kind === 'text') {
      applyFault(modem, knob.id)
      expect(knob.value(modem)).toBeUndefined()
      continue
    }
    expect(knob.value(modem)).toBe('off')
    applyFault(modem, knob.id, 'on')
    expect(knob.value(modem)).toBe(knob.usual ?? 'on')
    applyFault(modem, knob.id, 'off')
    expect(knob.value(modem)).toBe('off')
  }
})

test('says what it expects of a knob that gets something else', () => {
  const { modem } = new Host()
  expect(() => applyFault(modem, 'signal', 'loud')).toThrow('dBm from -140 to -40, or off')
  expect(() => applyFault(modem, 'hang', '3')).toThrow('expected on or off')
  expect(() => applyFault(modem, 'meteor')).toThrow('There is no fault "meteor"; there are cut')
})

test('leaves nothing running on the clock when it is disposed of', async () => {
  const host = await new Host().profiled()
  await host.ask('ATD*99#', 2_000)
  host.modem.faults.loseCells(60_000)
  host.modem.dispose()
  host.network.dispose()
  await host.clock.advance(1)
  expect(host.clock.pending).toBe(0)
})

test('asks PPP to end before it says so, and leaves no frame of the host in command mode', async () => {
  const host = await connected()
  host.modem.faults.cutSession()
  await host.clock.advance(1_000)
  const end = host.text.slice(host.text.lastIndexOf('~') + 1)
  expect(end).toBe('\r\n+PPPD: DISCONNECTED\r\n\r\nNO CARRIER\r\n')
})

test('hears only the operator it is told to, and is refused there when the card may not roam', async () => {
  const host = await new Host().registered()
  applyFault(host.modem, 'operator', '44020')
  await host.registered()
  expect((await host.lines('AT+COPS?'))[0]).toContain('44020')
  const home = await new Host({ persona: prompt(sim5320) }).registered()
  applyFault(home.modem, 'operator', '44020')
  await home.clock.advance(30_000)
  expect(home.modem.snapshot()).toMatchObject({ stat: 3, lastCause: 'PLMN not allowed' })
  applyFault(home.modem, 'operator', 'off')
  await home.registered()
  expect(home.modem.snapshot().stat).toBe(1)
})

test('is handed over to the cell it is told to without losing the call', async () => {
  const host = await connected()
  applyFault(host.modem, 'cell', '39683680')
  await host.clock.advance(30_000)
  expect(host.modem.snapshot()).toMatchObject({ cellId: 39683680, mode: 'data', stat: 5 })
})

test('is at home or roaming as it is told', async () => {
  const host = await new Host().registered()
  applyFault(host.modem, 'roaming', 'home')
  await host.registered()
  expect((await host.lines('AT+CEREG?'))[0]).toBe('+CEREG: 0,1')
  applyFault(host.modem, 'roaming', 'off')
  await host.registered()
  expect((await host.lines('AT+CEREG?'))[0]).toBe('+CEREG: 0,5')
})

test('wanders as far as it is told, and not at all', async () => {
  const spread = async (walk: string) => {
    const host = await new Host().registered()
    applyFault(host.modem, 'walk', walk)
    const seen: number[] = []
    for (let n = 0; n < 60; n++) {
      await host.clock.advance(20_000)
      seen.push(host.modem.snapshot().level?.powerDbm ?? NaN)
    }
    return Math.max(...seen) - Math.min(...seen)
  }
  expect(await spread('0')).toBe(0)
  expect(await spread('10')).toBeGreaterThan(15)
})

test('holds voltage and temperature, warns as the module does, and goes off for too little', async () => {
  const host = await new Host().registered()
  applyFault(host.modem, 'supply', '3.35')
  await host.clock.advance(50)
  expect(host.take()).toContain('UNDER-VOLTAGE WARNNING')
  expect((await host.lines('AT+CBC'))[0]).toBe('+CBC: 3.350V')
  applyFault(host.modem, 'temperature', '86')
  await host.clock.advance(50)
  expect(host.take()).toContain('+CMTE: 2')
  expect((await host.lines('AT+CPMUTEMP'))[0]).toBe('+CPMUTEMP: 86')
  applyFault(host.modem, 'supply', '3.0')
  await host.clock.advance(50)
  expect(host.modem.power.state).toBe('unpowered')
  applyFault(host.modem, 'supply', 'off')
  await host.clock.advance(50)
  expect(host.modem.power.state).toBe('off')
})

test('starts again when RESET is pressed', async () => {
  const host = await new Host().registered()
  applyFault(host.modem, 'press-reset')
  await host.clock.advance(15_000)
  expect(host.text).toContain('*ATREADY: 1')
})

test('refuses a value for what happens once', () => {
  expect(() => applyFault(new Host().modem, 'crash', '3')).toThrow('takes no value')
  expect(() => applyFault(new Host().modem, 'operator', 'vodafone')).toThrow('expected 44010')
})
