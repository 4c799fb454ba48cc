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
    /^usb-unknown .*GM-1; known are Quectel/,
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
