import { bare, rowsIn } from '@core/radio/answer'
import { bandListItem } from '@core/radio/band-item'
import { choice } from '@core/radio/choice'
import type { RadioFamily, RadioItem } from '@core/radio/item'
import { cnmp } from './simcom-parts'

/** `+CBANDCFG: (CAT-M,NB-IOT),(1,2,3,…)`: the bands of both, as a SIM7080 answered in public. */
function ableOf(lines: readonly string[]): readonly number[] | undefined {
  const [, list] =
    /\),\(([\d, ]+)\)$/.exec(lines.find((line) => line.startsWith('+CBANDCFG:')) ?? '') ?? []
  return list?.split(',').map(Number)
}

/** `+CBANDCFG: "CAT-M",1,3,8` and a second row for NB-IoT (SIM7070_SIM7080_SIM7090 manual, 5.2.26). */
function cbandcfg(id: 'catm-bands' | 'nbiot-bands', system: 'CAT-M' | 'NB-IOT'): RadioItem {
  const bandsOf = (lines: readonly string[]) => {
    const rows = rowsIn(lines, '+CBANDCFG:').filter(([name]) => bare(name).toUpperCase() === system)
    const [row] = rows
    const numbers = row?.slice(1).flatMap((field) => field.replace(/^\(|\)$/g, '').split(',')) ?? []
    const whole = numbers.length > 0 && numbers.every((one) => /^\d{1,2}$/.test(one.trim()))
    return rows.length === 1 && row && whole
      ? { raw: `+CBANDCFG: ${row.join(',')}`, bands: numbers.map(Number) }
      : undefined
  }
  return bandListItem({
    id,
    command: 'AT+CBANDCFG?',
    test: 'AT+CBANDCFG=?',
    find: bandsOf,
    able: (test) => bandsOf(test)?.bands ?? ableOf(test),
    write: (bands) => `AT+CBANDCFG="${system}",${bands.join(',')}`,
  })
}

/** SIM7000, SIM7070, SIM7080, SIM7090: LTE-M and NB-IoT. */
const sim7070: RadioFamily = {
  id: 'sim7070',
  name: 'SIMCom SIM7000, SIM7070, SIM7080, SIM7090',
  source: 'SIM7070_SIM7080_SIM7090 Series AT Command Manual: +CNMP, +CMNB, +CBANDCFG (5.2.26)',
  matches: (identity) => /SIM70[0789]\d|SIMCOM_SIM70/i.test(identity),
  items: [
    cnmp,
    choice({
      id: 'iot-rat',
      command: 'AT+CMNB?',
      prefix: '+CMNB:',
      test: 'AT+CMNB=?',
      free: '3',
      names: {
        1: { en: 'LTE-M only', ja: 'LTE-M のみ' },
        2: { en: 'NB-IoT only', ja: 'NB-IoT のみ' },
        3: { en: 'LTE-M and NB-IoT', ja: 'LTE-M・NB-IoT' },
      },
      write: (id) => `AT+CMNB=${id}`,
    }),
    cbandcfg('catm-bands', 'CAT-M'),
    cbandcfg('nbiot-bands', 'NB-IOT'),
  ],
}
export default sim7070
