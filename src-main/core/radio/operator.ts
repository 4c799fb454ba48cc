import { bare, fieldsIn } from './answer'
import { lineOf } from './choice'
import type { RadioItem } from './item'
import { radioTitles } from './words'

/** MCC and MNC. */
export const isPlmn = (text: string): boolean => /^\d{5,6}$/.test(text)

/** +COPS (3GPP TS 27.007, 7.3), read in numbers (AT+COPS=3,2) where an operator was chosen. */
export const operatorItem: RadioItem = {
  id: 'operator',
  kind: 'operator',
  title: radioTitles.operator,
  command: 'AT+COPS?',
  takes: 'now',
  free: 'auto',
  read(lines) {
    const fields = fieldsIn(lines, '+COPS:')
    const [mode = '', format = '', name] = fields ?? []
    const raw = lineOf(lines, '+COPS:')
    if (mode === '0') return { chosen: ['auto'], raw }
    if (mode === '2') return { chosen: ['off'], raw }
    if (mode !== '1' && mode !== '4') return undefined
    const plmn = bare(name)
    return { chosen: [format === '2' && isPlmn(plmn) ? plmn : 'manual'], raw }
  },
  options: () => ({ list: [], told: false }),
  write([one = '']) {
    if (one === 'auto') return ['AT+COPS=0']
    if (one === 'off') return ['AT+COPS=2']
    return isPlmn(one) ? [`AT+COPS=1,2,"${one}"`] : undefined
  },
}
/** An operator was chosen, and its name is not told in numbers. */
export const namedInWords = (lines: readonly string[]): number | undefined => {
  const [mode, format] = fieldsIn(lines, '+COPS:') ?? []
  return (mode === '1' || mode === '4') && (format === '0' || format === '1')
    ? Number(format)
    : undefined
}
