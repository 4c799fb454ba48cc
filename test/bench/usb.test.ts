import { expect, test } from 'vitest'
import { usbFamilies } from '@catalog/usb'
import { openedBench, refusal } from '../support/opened-bench'

const slot = 'a' as const
const familyOf = (identity: string) => usbFamilies.find((one) => one.matches(identity))

test('a modem is switched, comes back under another name, and goes back to what it was', async () => {
  const bench = await openedBench('sim:sim7600')
  const { done, clock, state, files } = bench
  const { now, choices, before } = await done('usb.read', { slot })
  expect([now, before]).toEqual(['9001', null])
  expect(choices.map(({ id, name }) => `${id} ${name}`)).toContain('9011 RNDIS')
  await done('usb.write', { slot, to: '9011' })
  // Its identity stands there as a digest.
  expect(files['usb-undo.json']).toMatch(/"before": "9001"/)
  await clock.advance(60_000)
  expect(state(slot).port).toMatchObject({ state: 'open', path: 'sim:sim7600@2' })
  await bench.at('AT')
  expect(await done('usb.read', { slot })).toMatchObject({ now: '9011', before: '9001' })
  await done('usb.undo', { slot })
  await clock.advance(60_000)
  await bench.at('AT')
  expect(await done('usb.read', { slot })).toMatchObject({ now: '9001', before: null })
})

test.each([
  ['sim:le910', '0', '3'],
  ['sim:ec25', '0', '2'],
  ['sim:rm520n', '0', '1'],
  ['sim:sim7070', '1', '86'],
])('%s: a composition holds from the next start on, under another name', async (path, from, to) => {
  const bench = await openedBench(path)
  const { done, clock, state } = bench
  const before = (await done('usb.read', { slot })).now
  expect(before).toBe(from)
  await done('usb.write', { slot, to })
  await clock.advance(60_000)
  expect(state(slot).port).toMatchObject({ state: 'open', path: `${path}@2` })
  await bench.at('AT')
  expect(await done('usb.read', { slot })).toMatchObject({ now: to, before: from })
  await done('usb.undo', { slot })
  await clock.advance(60_000)
  await bench.at('AT')
  expect(await done('usb.read', { slot })).toMatchObject({ now: from, before: null })
})

test('what does not fit is refused with what there is, and nothing is written', async () => {
  const { done, files } = await openedBench('sim:sim7600')
  const write = (to: string) => done('usb.write', { slot, to }).catch(refusal)
  await expect(write('1234')).resolves.toMatch(/^usb-no-such Expected one of 9001, 9003/)
  await expect(write('9001')).resolves.toMatch(/^usb-same/)
  await expect(done('usb.undo', { slot }).catch(refusal)).resolves.toMatch(/^usb-no-undo/)
  expect(files['usb-undo.json']).toBeUndefined()
})

test('a modem of no such family names those that there are', async () => {
  const { done } = await openedBench('sim:generic')
  await expect(done('usb.read', { slot }).catch(refusal)).resolves.toMatch(
    /^usb-unknown .*GM-1; known are .*Quectel EC2x/,
  )
})

test('answers as makers print them are read, and a composition without AT is known as such', () => {
  expect(familyOf('Quectel EC25')?.read(['+QCFG: "usbnet",1'])).toBe('1')
  const sierra = familyOf('Sierra Wireless, Incorporated\nMC7455')
  expect(
    sierra?.read([
      'Config Index: 1',
      'Config Type:  1 (Generic)',
      'Interface bitmask: 0000100D (diag,nmea,modem,mbim)',
    ]),
  ).toBe('100D')
  expect(sierra?.write('10D')).toEqual([
    'AT!ENTERCND="A710"',
    'AT!USBCOMP=1,1,0000010D',
    'AT!RESET',
  ])
  expect(sierra?.choices.filter(({ at }) => !at).map(({ id }) => id)).toEqual(['1000'])
  expect(familyOf('Quectel EC25')?.read(['+QCFG: something'])).toBeUndefined()
})

test.each([
  ['u-blox\nTOBY-L201', '+UUSBCONF: 3,"RNDIS",,"0x1146"', '3,RNDIS', 'AT+UUSBCONF=3,"RNDIS"'],
  ['u-blox\nTOBY-L210', '+UUSBCONF: 2,"ECM",,"0x1143"', '2,ECM', 'AT+UUSBCONF=2,"ECM"'],
  ['u-blox\nSARA-U201', '+UUSBCONF: 0,"",,"0x1102"', '0', 'AT+UUSBCONF=0'],
  ['Telit\nLE910C4-NF', '#USBCFG: 0', '0', 'AT#USBCFG=0'],
  ['Telit\nLE910C1-EUX', '#USBCFG: 1', '1', 'AT#USBCFG=1'],
  ['Telit\nLE910Q1', '#USBCFG: 0', '0', 'AT#USBCFG=0'],
  ['Telit\nFN990A40', '#USBCFG: 1', '1', 'AT#USBCFG=1'],
  ['Telit\nFN980m', '#USBCFG: 3', '3', 'AT#USBCFG=3'],
  ['SIMCOM_Ltd\nSIMCOM_SIM7080', '+CUSBSELNV: 86', '86', 'AT+CUSBSELNV=86'],
  ['Fibocom\nFM160-EAU', '+GTUSBMODE: 32', '32', 'AT+GTUSBMODE=32'],
  ['Fibocom Wireless Inc.\nL850 LTE Module', '+GTUSBMODE: 7', '7', 'AT+GTUSBMODE=7'],
  ['ZTE CORPORATION\nME3630-W', '+ZSWITCH: L', 'L', 'AT+ZSWITCH=L'],
] as const)('%j: %s', (identity, answer, id, write) => {
  const families = usbFamilies.filter((one) => one.matches(identity))
  expect(families).toHaveLength(1)
  expect(families[0]?.read([answer])).toBe(id)
  expect(families[0]?.choices.map((one) => one.id)).toContain(id)
  expect(families[0]?.write(id)[0]).toBe(write)
})

test('the same number is another thing with another family of the same maker', () => {
  const nameOf = (identity: string, id: string) =>
    familyOf(identity)?.choices.find((one) => one.id === id)?.name
  expect(nameOf('Telit\nLE910C4-NF', '1')).toContain('RNDIS')
  expect(nameOf('Telit\nLE910C4-WWX', '1')).toContain('ECM')
  expect(nameOf('Fibocom\nMA510', '32')).toContain('ECM')
  expect(nameOf('Fibocom\nFM150-AE', '32')).toContain('QMI')
})

test('a module whose numbers are not known is of no family', () => {
  expect(familyOf('Telit\nFN990B40')).toBeUndefined()
  expect(familyOf('u-blox\nLARA-R6001D')).toBeUndefined()
})

test('a damaged list of what modems were is kept beside and told in the log, and what can be read of it holds', async () => {
  const { done, clock, files, events } = await openedBench('sim:sim7600')
  await done('usb.write', { slot, to: '9011' })
  await clock.advance(60_000)
  const [first] = JSON.parse(files['usb-undo.json'] ?? '') as object[]
  const damaged = JSON.stringify([{ modem: 7 }, { ...first, later: 1 }, 'x'])
  files['usb-undo.json'] = damaged
  expect(await done('usb.read', { slot })).toMatchObject({ now: '9011', before: '9001' })
  await done('usb.undo', { slot })
  await clock.advance(1_000)
  expect(files['usb-undo.json']).toBe('[]\n')
  const beside = Object.keys(files).filter((name) => name.startsWith('usb-undo.json.unreadable'))
  expect(beside.map((name) => files[name])).toEqual([damaged])
  const told = events.flatMap((event) =>
    event.name === 'rows' ? event.value.rows.filter(({ text }) => text.includes('usb-undo')) : [],
  )
  expect(told).toHaveLength(1)
})
