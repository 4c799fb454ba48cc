import type { AskedItem } from '@core/radio/ask'
import type { RadioItemState } from '@contract'
import { freed, limits, valueWords } from '@core/radio/change'

/** A setting as the contract tells it. */
export function stateItem({ item, read, answer }: AskedItem): RadioItemState {
  const { id, kind, title, command, takes } = item
  const base = { id, kind, title, command, takes, answer }
  if (!read)
    return {
      ...base,
      chosen: null,
      value: null,
      options: [],
      optionsTold: false,
      limits: false,
      free: null,
    }
  const { list, told } = item.options(read.reading)
  const { chosen } = read.reading.value
  return {
    ...base,
    chosen,
    value: valueWords(item, chosen, list),
    options: list,
    optionsTold: told,
    limits: limits(read),
    free: freed(read) ?? null,
  }
}

/** How the settings stand, as text to compare. */
export const seenOf = (asked: readonly AskedItem[]): string =>
  JSON.stringify(
    asked.flatMap(({ item, read }) => (read ? [[item.id, read.reading.value.chosen]] : [])),
  )
