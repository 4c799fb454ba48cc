import { askItems, itemsOf } from '../../radio/ask'
import { limits, valueWords } from '../../radio/change'
import type { RadioLimit } from '../../radio/limit'
import type { StepContext } from '../step'

/**
 * Settings of the radio that keep the modem from networks: an earlier person's lock to a band, a technology, an operator or a cell.
 * Only the lines of these stay in what was seen; empty where there are none, or the modem does not say.
 */
export async function radioLimits(context: StepContext): Promise<readonly RadioLimit[]> {
  const { radioFamilies, seen } = context
  if (!radioFamilies) return []
  const before = seen.length
  // What cannot be read is no reason to tell nothing of the registration.
  const asked = await all(context).catch(() => [])
  const found = asked.flatMap(({ item, read }) => (read && limits(read) ? [{ item, read }] : []))
  seen.splice(before)
  return found.map(({ item, read }) => {
    const { value } = read.reading
    seen.push(...[item.command, value.raw].map((line) => ({ en: line, ja: line })))
    const { list } = item.options(read.reading)
    return { item: item.id, title: item.title, value: valueWords(item, value.chosen, list) }
  })

  async function all({ ask }: StepContext) {
    const replies = []
    for (const command of ['ATI', 'AT+CGMI', 'AT+CGMM']) replies.push(await ask(command))
    const identity = replies.flatMap(({ ok, lines }) => (ok ? lines : [])).join('\n')
    const family = radioFamilies?.find((one) => one.matches(identity))
    return askItems(ask, itemsOf(family))
  }
}
