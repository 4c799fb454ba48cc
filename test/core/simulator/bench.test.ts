import { expect, test } from 'vitest'
import { errorWords } from '@core/fault'
import { latin1, bytesOf } from '@core/bytes'
import type { BytePort } from '@core/ports/byte-port'
import { seededChance } from '@core/ports/chance'
import { SimulatedBench } from '@core/simulator/bench'
import { parseBenchName } from '@core/simulator/bench-name'
import { personas } from '@catalog/modems/personas'
import { ManualClock } from '../../support/manual-clock'

function bench() {
  const clock = new ManualClock()
  const bench = new SimulatedBench({ clock, chance: seededChance(3), personas })
  const ask = async (port: BytePort, line: string, ms = 1_000): Promise<string> => {
    let text = ''
    const stop = port.onBytes((bytes) => (text += latin1(bytes)))
    await port.write(bytesOf(`${line}\r`))
    await clock.advance(ms)
    stop()
    return text
  }
  return { clock, bench, ask }
}

test('offers the two modems of the default bench before anybody opens them', () => {
  expect(bench().bench.ports()).toMatchObject([
    { name: 'sim:sim7672', title: 'SIM7672JP-MNGV (MicroCat.1)' },
    { name: 'sim:sim5320', usb: { vendorId: '05c6', productId: '9000' } },
  ])
})

test.each(personas.map((persona) => persona.id))('opens sim:%s and gets an OK', async (id) => {
  const { bench: made, ask } = bench()
  expect(await ask(await made.open(`sim:${id}`), 'AT')).toContain('OK')
})

test('keeps a modem between opens, and gives #2 a card and IMEI of its own', async () => {
  const { bench: made, ask } = bench()
  const port = await made.open('sim:sim7672')
  await ask(port, 'AT+CGDCONT=1,"IP","soracom.io"')
  await expect(made.open('sim:sim7672')).rejects.toMatchObject({ code: 'port-already-open' })
  await port.close()
  const again = await made.open('sim:sim7672')
  expect(await ask(again, 'AT+CGDCONT?')).toContain('soracom.io')
  const second = await made.open('sim:sim7672#2')
  expect(await ask(second, 'AT+CGDCONT?')).not.toContain('soracom.io')
  expect(await ask(second, 'AT+CIMI')).toContain('901310000000431')
  expect(made.modem('sim:sim7672#2').imei).not.toBe(made.modem('sim:sim7672').imei)
  expect([...made.modems().keys()]).toEqual(['sim:sim7672', 'sim:sim7672#2'])
})

test.each([
  ['sim:nokia', 'there is no such simulated modem'],
  ['sim:', 'expected sim:<modem>'],
  ['sim:sim7672#0', 'counted from #1'],
  ['sim:sim7672?pin=abc', 'pin=abc: expected 4 to 8 digits'],
  ['sim:sim7672?signal=loud', 'expected dBm from -140 to -40'],
  ['sim:sim7672?boot=maybe', 'expected on, off or cold'],
  ['sim:sim7672?speed=0', 'expected fast or a number from 1 to 100'],
  ['sim:sim7672?colour=red', 'there is no option colour'],
  ['sim:sim7672?nosim', 'expected name=value'],
  ['sim:sim7672?sim-pin', 'there is no option sim-pin; there are boot'],
  ['sim:sim7672?apn=%zz', '% must be followed by two hex digits'],
])('refuses the name %s and says what it expected', async (name, words) => {
  await expect(bench().bench.open(name)).rejects.toMatchObject({
    // What stands behind the “?” is a setting; the rest is the name.
    code: name.includes('?') ? 'simulator-setting' : 'port-name',
    detail: expect.stringContaining(words),
  })
})

test('takes its set-up from the name', async () => {
  const { bench: made, ask, clock } = bench()
  const port = await made.open('sim:sim7672?pin=9876&apn=soracom.io&user=sora&password=sora')
  expect(await ask(port, 'AT+CPIN?')).toContain('SIM PIN')
  expect(await ask(port, 'AT+CPIN="9876"')).toContain('OK')
  expect(await ask(port, 'AT+CGAUTH?')).toContain('+CGAUTH: 1,2,"sora","sora"')
  const empty = await made.open('sim:sim7600?nosim=1')
  expect(await ask(empty, 'AT+CPIN?')).toContain('SIM not inserted')
  const refused = await made.open('sim:generic?reject=11&signal=-120')
  await clock.advance(20_000)
  expect(await ask(refused, 'AT+CEREG?')).toContain('+CEREG: 0,3')
  expect(await ask(refused, 'AT+CESQ')).toMatch(/\+CESQ: 99,99,255,255,\d+,21/)
})

test('turns every knob by its name, at every open', async () => {
  const { bench: made, ask, clock } = bench()
  const port = await made.open('sim:sim7672?supply=3.6&operator=44020&roaming=home&temperature=40')
  await clock.advance(30_000)
  expect(await ask(port, 'AT+CBC')).toContain('+CBC: 3.600V')
  expect(await ask(port, 'AT+CPMUTEMP')).toContain('+CPMUTEMP: 40')
  expect(await ask(port, 'AT+CEREG?')).toContain('+CEREG: 0,1')
  await port.close()
  const again = await made.open('sim:sim7672?supply=off&lose-cells=on')
  expect(await ask(again, 'AT+CBC')).toContain('+CBC: 3.978V')
  expect(await ask(again, 'AT+CEREG?')).toContain('+CEREG: 0,2')
})

test('is silent, only echoes, or is only noise, as the name says', async () => {
  const { bench: made, ask } = bench()
  expect(await ask(await made.open('sim:sim7672?noanswer=1'), 'AT')).toBe('')
  expect(await ask(await made.open('sim:sim7672#2?echo=only'), 'AT')).toBe('AT\r')
  expect(await ask(await made.open('sim:sim7672#3?noise=1'), 'AT')).not.toContain('OK')
})

test('is off with boot=off until its key is pressed, and boots from now with boot=cold', async () => {
  const { bench: made, ask, clock } = bench()
  const off = await made.open('sim:sim7672?boot=off')
  expect(await ask(off, 'AT')).toBe('')
  made.modem('sim:sim7672').power.pwrkey(true)
  await clock.advance(60)
  made.modem('sim:sim7672').power.pwrkey(false)
  await clock.advance(9_000)
  expect(await ask(off, 'AT')).toContain('OK')
  const cold = await made.open('sim:sim7672#2?boot=cold')
  expect(await ask(cold, 'AT', 9_000)).toContain('*ATREADY: 1')
})

test('does everything twenty times faster with speed=fast', async () => {
  const { bench: made, ask, clock } = bench()
  const port = await made.open('sim:sim7672?speed=fast&boot=cold')
  await clock.advance(1_000)
  expect(await ask(port, 'AT+CEREG?', 20)).toContain('+CEREG: 0,5')
})

test('refuses a set-up that comes too late, but turns knobs at any open', async () => {
  const { bench: made, ask } = bench()
  const port = await made.open('sim:sim7672?seed=5')
  await port.close()
  await expect(made.open('sim:sim7672?seed=6')).rejects.toMatchObject({
    code: 'simulator-runs',
    detail: expect.stringContaining('open sim:sim7672#2?seed=6'),
  })
  await (await made.open('sim:sim7672?seed=5')).close()
  const silent = await made.open('sim:sim7672?noanswer=1')
  expect(await ask(silent, 'AT')).toBe('')
})

test('lists a modem under its new name after it came back, and refuses the old one', async () => {
  const { bench: made, clock } = bench()
  await made.open('sim:sim5320')
  const modem = made.modem('sim:sim5320')
  modem.faults.reEnumerate()
  expect(made.ports().map((port) => port.name)).toEqual(['sim:sim7672'])
  await expect(made.open('sim:sim5320')).rejects.toMatchObject({ code: 'port-not-found' })
  await clock.advance(3_000)
  expect(made.ports()[1]).toMatchObject({ name: 'sim:sim5320@2', identity: 'sim:sim5320' })
  await expect(made.open('sim:sim5320')).rejects.toThrow('sim:sim5320@2')
  expect((await made.open('sim:sim5320@2')).label).toBe('sim:sim5320@2')
})

test('behaves the same for the same seed', async () => {
  const run = async () => {
    const { bench: made, ask } = bench()
    const port = await made.open('sim:sim7672?seed=11&boot=cold')
    return (await ask(port, 'AT+CEREG=2', 30_000)) + (await ask(port, 'AT+CPSI?'))
  }
  expect(await run()).toBe(await run())
})

test.each([
  ['sim:nokia', /「sim:nokia」：この名前の模擬モデムはありません。使用できる名前：/],
  ['sim:sim7672?pin=abc', /「pin=abc」には、4～8 桁の数字を指定/],
  ['sim:sim7672?signal=loud', /「signal=loud」：.*dBm、または off を指定/],
  ['sim:sim7672?power=1', /「power」というオプションはありません/],
  ['sim:sim7672?nosim', /「nosim」は 名前=値 の形式/],
])('%s is refused in Japanese without English in it', (name, ja) => {
  const said = refusalOf(name)
  expect(said.ja).toMatch(ja)
  expect(said.ja).not.toMatch(/expected|there (is|are)|must be/)
})

function refusalOf(name: string) {
  try {
    parseBenchName(name, ['sim7672'])
  } catch (error) {
    return errorWords(error)
  }
  throw new Error(`${name} was taken`)
}
