import { fieldsIn } from '@core/radio/answer'
import { bandMaskItem } from '@core/radio/band-item'
import { lineOf } from '@core/radio/choice'
import type { RadioFamily } from '@core/radio/item'
import { decimalMask, hexMask } from '@core/radio/mask'

/**
 * The third field of #BND is the mask of LTE, decimal on one firmware and hex without 0x on another: which, the answer to =? or a
 * letter in it says. Where nothing does, it is not read.
 */
function lteMask(text: string, test: readonly string[]) {
  const able = fieldsIn(test, '#BND:')?.[2]
  const hex = /[a-f]/i
  if (hex.test(text) || (able !== undefined && hex.test(able))) return hexMask(text, 64)
  return able !== undefined && /^\(\d+(?:-\d+)?\)$/.test(able) ? decimalMask(text) : undefined
}

/** LE910, LM9xx, ME910, ME310, FN9xx; their choice of technology is 27.007's +WS46. */
const telit: RadioFamily = {
  id: 'telit',
  name: 'Telit',
  source: 'Telit LE910 and ME310G1/ME910G1 AT Commands Reference Guides, #BND; FN990',
  matches: (identity) => /telit/i.test(identity),
  items: [
    bandMaskItem({
      id: 'lte-bands',
      command: 'AT#BND?',
      test: 'AT#BND=?',
      find(lines, test) {
        const fields = fieldsIn(lines, '#BND:')
        if (!fields || fields.length < 3 || fields.length > 8) return undefined
        if (!fields.every((field) => /^[0-9a-f]{0,16}$/i.test(field))) return undefined
        const mask = lteMask(fields[2] ?? '', test)
        return mask && { raw: lineOf(lines, '#BND:'), mask }
      },
      write(mask, { value }) {
        const fields = [...(fieldsIn([value.raw], '#BND:') ?? [])]
        fields[2] = mask
        return [`AT#BND=${fields.join(',')}`]
      },
    }),
  ],
}
export default telit
