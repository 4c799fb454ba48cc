import { Fault } from '../fault'
import { measured, mostParts } from './body'
import { emptyText, halfCharacter, tooManyParts } from './words'

/** Beyond this a text is sent when somebody said so: each part may be charged as a message of its own. */
export const partsUnasked = 3

const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** In how many parts a text goes out. Throws `sms-text` where no message can hold it (23.040, 9.2.3.24.1). */
export function partsOf(text: string): number {
  if (text === '') throw new Fault('sms-text', emptyText)
  if (half.test(text)) throw new Fault('sms-text', halfCharacter)
  const { parts } = measured(text)
  if (parts.length > mostParts) throw new Fault('sms-text', tooManyParts(parts.length, mostParts))
  return parts.length
}
