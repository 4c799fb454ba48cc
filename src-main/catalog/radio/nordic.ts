import { bare, fieldsIn, numbersIn } from '@core/radio/answer'
import { bandsIn } from '@core/radio/band-mask'
import { bandNumber, bandOption } from '@core/radio/bands'
import { lineOf, optionOf } from '@core/radio/choice'
import type { RadioFamily, RadioItem, RadioReading } from '@core/radio/item'
import { bitString, maskOf } from '@core/radio/mask'
import { radioTitles } from '@core/radio/words'
import type { Words } from '@core/words'

const locks = (lines: readonly string[]) => {
  const fields = fieldsIn(lines, '%XBANDLOCK:')
  if (!fields || fields.length !== 2) return undefined
  const [permanent = '', runtime = ''] = fields.map(bare)
  const right = [permanent, runtime].every((one) => one === '' || bitString(one))
  return right ? { permanent, runtime } : undefined
}
const able = (test: readonly string[]) => numbersIn(fieldsIn(test, '%XCBAND:')?.join(',') ?? '')
const lockCommand = (operation: 1 | 2, bits: string) => `AT%XBANDLOCK=${operation},"${bits}"`

/**
 * %XBANDLOCK: <permanent>,<run-time>, one bit string each, band 1 last, empty where there is no lock; both hold. What is written
 * is the run-time lock, which ends with the power: a permanent one is taken away for that, and comes back with the undo.
 */
const bandLock: RadioItem = {
  id: 'lte-bands',
  kind: 'many',
  title: radioTitles['lte-bands'],
  command: 'AT%XBANDLOCK?',
  test: 'AT%XCBAND=?',
  takes: 'radio-off',
  read(lines, test) {
    const found = locks(lines)
    const bands = able(test)
    // Without the list of bands "no lock" could not be told from "no band".
    if (!found || bands.length === 0) return undefined
    const masks = [found.permanent, found.runtime].flatMap((one) => bitString(one)?.mask ?? [])
    const open = masks.reduce((both, mask) => both & mask, maskOf(bands.map((band) => band - 1)))
    return { chosen: bandsIn(open), raw: lineOf(lines, '%XBANDLOCK:') }
  },
  options: ({ test }) => ({ list: able(test).map((band) => bandOption(band)), told: true }),
  write(chosen, now) {
    if (chosen.length === 0) return undefined
    const all = able(now.test).every((band) => chosen.includes(`B${band}`))
    const bits = maskOf(chosen.map((id) => bandNumber(id) - 1)).toString(2)
    return all ? ['AT%XBANDLOCK=0'] : ['AT%XBANDLOCK=0', lockCommand(2, bits)]
  },
  restore(before) {
    const found = locks([before.raw])
    if (!found) return undefined
    const { permanent, runtime } = found
    return [
      'AT%XBANDLOCK=0',
      ...(permanent === '' ? [] : [lockCommand(1, permanent)]),
      ...(runtime === '' ? [] : [lockCommand(2, runtime)]),
    ]
  },
}

const systems: { readonly [id: string]: Words } = {
  '1,0': { en: 'LTE-M only', ja: 'LTE-M のみ' },
  '0,1': { en: 'NB-IoT only', ja: 'NB-IoT のみ' },
  '1,1': { en: 'LTE-M and NB-IoT', ja: 'LTE-M・NB-IoT' },
}
/** %XSYSTEMMODE: <LTE-M>,<NB-IoT>,<GNSS>,<preference>; GNSS and the preference go back as they came. */
const systemMode: RadioItem = {
  id: 'iot-rat',
  kind: 'one',
  title: radioTitles['iot-rat'],
  command: 'AT%XSYSTEMMODE?',
  takes: 'radio-off',
  free: '1,1',
  read(lines) {
    const fields = fieldsIn(lines, '%XSYSTEMMODE:')
    const right = fields?.length === 4 && fields.every((field) => /^\d$/.test(field))
    const id = fields?.slice(0, 2).join(',') ?? ''
    return right && systems[id] ? { chosen: [id], raw: lineOf(lines, '%XSYSTEMMODE:') } : undefined
  },
  options: () => ({
    list: Object.keys(systems).map((id) => optionOf(id, systems)),
    told: false,
  }),
  write([one], { value }: RadioReading) {
    const [, , gnss, preference] = fieldsIn([value.raw], '%XSYSTEMMODE:') ?? []
    if (one === undefined || gnss === undefined || preference === undefined) return undefined
    return [`AT%XSYSTEMMODE=${one},${gnss},${preference}`]
  },
}

const nordic: RadioFamily = {
  id: 'nordic',
  name: 'Nordic nRF91',
  source: 'nRF9160 and nRF91x1 AT Commands Reference: %XBANDLOCK, %XCBAND, %XSYSTEMMODE, %XPTW',
  matches: (identity) => /nordic semiconductor|\bnRF91/i.test(identity),
  items: [systemMode, bandLock],
  saving: { window: { command: 'AT%XPTW?', prefix: '%XPTW:' } },
}
export default nordic
