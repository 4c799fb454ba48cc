import { listed, quoted, wordsOf, type Words } from '../words'
import type { RadioItem, RadioItemId, RadioOption, RadioReading } from './item'
import { psmOf } from './psm-choice'
import {
  added,
  anyOperator,
  becomes,
  cellWords,
  leavesBand,
  listensSeldom,
  noCell,
  noOperator,
  psmWords,
  removed,
  restartNeeded,
  sleepsAfter,
  someOperator,
  switchesRadio,
} from './words'

/** What somebody wants of one setting. */
export interface RadioChange {
  readonly item: RadioItemId
  readonly chosen: readonly string[]
}

/** A setting as it was read, with how it is written. */
export interface ReadItem {
  readonly item: RadioItem
  readonly reading: RadioReading
}

export const sameChoice = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/** Null: nothing differs. */
export function differenceOf({ item, reading }: ReadItem, chosen: readonly string[]): Words | null {
  const { value } = reading
  if (sameChoice(value.chosen, chosen)) return null
  const { title } = item
  const { list } = item.options(reading)
  if (item.kind !== 'many')
    return becomes(title, valueWords(item, value.chosen, list), valueWords(item, chosen, list))
  const gone = value.chosen.filter((id) => !chosen.includes(id))
  const fresh = chosen.filter((id) => !value.chosen.includes(id))
  return listed([
    ...(gone.length > 0 ? [removed(title, gone)] : []),
    ...(fresh.length > 0 ? [added(title, fresh)] : []),
  ])
}

/** How a setting stands, in words. */
export function valueWords(
  { kind }: Pick<RadioItem, 'kind'>,
  chosen: readonly string[],
  options: readonly RadioOption[],
): Words {
  if (kind === 'many') return wordsOf(quoted(chosen.join(' ')))
  const [one] = chosen
  if (kind === 'cell') return one === undefined ? noCell : cellWords(one)
  if (kind === 'operator') return operatorWords(one)
  if (kind === 'psm') return psmWords(one ?? '')
  return options.find(({ id }) => id === one)?.name ?? wordsOf(quoted(one ?? '?'))
}
function operatorWords(one: string | undefined): Words {
  if (one === 'auto') return anyOperator
  if (one === 'off') return noOperator
  if (one === 'manual' || one === undefined) return someOperator
  return wordsOf(quoted(one))
}

/** What a write does besides what is wanted. `servingBand`: the band the modem is on now, `B3`. */
export function warningsOf(
  read: ReadItem,
  chosen: readonly string[],
  servingBand: string | null,
): readonly Words[] {
  const { item } = read
  const list: Words[] = []
  const leaves =
    servingBand !== null &&
    item.id === 'lte-bands' &&
    read.reading.value.chosen.includes(servingBand) &&
    !chosen.includes(servingBand)
  if (leaves) list.push(leavesBand(servingBand))
  list.push(...savingWarnings(item.id, chosen[0] ?? 'off'))
  if (item.takes === 'radio-off') list.push(switchesRadio)
  if (item.takes === 'restart') list.push(restartNeeded)
  return list
}

/** What somebody at a terminal meets when the modem sleeps. */
function savingWarnings(id: RadioItemId, one: string): readonly Words[] {
  if (one === 'off') return []
  if (id === 'psm') return [sleepsAfter(psmOf(one)?.active)]
  return id === 'edrx' || id === 'edrx-nbiot' ? [listensSeldom] : []
}

/** Whether a setting keeps the modem from networks it could use otherwise. */
export function limits({ item, reading }: ReadItem): boolean {
  const { chosen } = reading.value
  if (item.kind === 'cell') return chosen.length > 0
  if (item.kind === 'operator') return chosen[0] !== 'auto'
  const { list, told } = item.options(reading)
  if (item.kind === 'many')
    return told ? list.some(({ id }) => !chosen.includes(id)) : few(item.id, chosen)
  const { free } = item
  return free !== undefined && chosen[0] !== free && list.some(({ id }) => id === free)
}
/** Where the modem does not tell which bands of LTE it has: no modem with a table here is sold with one or two. */
const few = (id: RadioItemId, chosen: readonly string[]): boolean =>
  id === 'lte-bands' && chosen.length <= 2
/** The choice that limits nothing; undefined: what that is cannot be told. */
export function freed({ item, reading }: ReadItem): readonly string[] | undefined {
  if (item.kind === 'cell') return []
  if (item.kind === 'operator') return ['auto']
  if (item.kind === 'one') return item.free === undefined ? undefined : [item.free]
  const { list, told } = item.options(reading)
  return told ? list.map(({ id }) => id) : undefined
}
