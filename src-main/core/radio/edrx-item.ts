import { quoted, wordsOf } from '../words'
import { bare, numbersIn, rowsIn } from './answer'
import { cycleBits, cycleSeconds } from './gprs-timers'
import type { RadioItem, RadioOption } from './item'
import { edrxOff, radioTitles } from './words'

const prefix = '+CEDRXS:'
const options: readonly RadioOption[] = [
  { id: 'off', name: edrxOff },
  ...cycleBits.map((bits) => ({ id: bits, name: wordsOf(quoted(`${cycleSeconds(bits)} s`)) })),
]

/**
 * +CEDRXS (3GPP TS 27.007, 7.40) of one technology: 4 is LTE and LTE-M, 5 NB-IoT. `off`, or the four bits of the cycle that is asked
 * for. Offered where the modem lists the technology.
 */
const edrxItem = (id: 'edrx' | 'edrx-nbiot', act: number): RadioItem => ({
  id,
  kind: 'one',
  title: radioTitles[id],
  command: 'AT+CEDRXS?',
  test: 'AT+CEDRXS=?',
  takes: 'now',
  offered: (test) => numbersIn(rowsIn(test, prefix)[0]?.[1] ?? '').includes(act),
  read(lines) {
    const rows = rowsIn(lines, prefix)
    const row = rows.find(([type]) => type === String(act))
    if (!row) return { chosen: ['off'], raw: '' }
    const bits = bare(row[1])
    return cycleSeconds(bits) === undefined
      ? undefined
      : { chosen: [bits], raw: `${prefix} ${row.join(',')}` }
  },
  options: () => ({ list: options, told: true }),
  write([one = '']) {
    if (one === 'off') return [`AT+CEDRXS=0,${act}`]
    return cycleSeconds(one) === undefined ? undefined : [`AT+CEDRXS=1,${act},"${one}"`]
  },
})

export const edrxItems: readonly RadioItem[] = [edrxItem('edrx', 4), edrxItem('edrx-nbiot', 5)]
