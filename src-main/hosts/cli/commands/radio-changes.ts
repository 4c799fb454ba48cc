import { Fault } from '@contract'
import type { Input, RadioItemState, RadioState } from '@contract'
import { givenTwice, noSuchSetting, notAll, unknownSetting } from './radio-words'

type Changes = Input<'radio.write'>['changes']

/** What was typed as `lte-bands=1,3`, for the settings this modem has. */
export function changesOf(texts: readonly string[], { items }: RadioState): Changes {
  const changes = texts.map((text) => {
    const at = text.indexOf('=')
    if (at < 1) throw new Fault('bad-input', noSuchSetting(text))
    const name = text.slice(0, at)
    const item = items.find(({ id }) => id === name)
    if (!item)
      throw new Fault(
        'bad-input',
        unknownSetting(
          name,
          items.map(({ id }) => id),
        ),
      )
    return { item: item.id, chosen: [...chosenIn(item, text.slice(at + 1).trim())] }
  })
  const twice = changes.find(({ item }, at) => changes.findIndex((one) => one.item === item) < at)
  if (twice) throw new Fault('bad-input', givenTwice(twice.item))
  return changes
}

function chosenIn(item: RadioItemState, text: string): readonly string[] {
  const { id, kind, options, free } = item
  if (text === 'none' && kind === 'cell') return []
  if (text === 'all' && kind === 'many') {
    if (!free) throw new Fault('bad-input', notAll(id))
    return free
  }
  if (kind === 'psm') return [inSeconds(text)]
  if (id === 'edrx' || id === 'edrx-nbiot') return [cycleIn(options, text)]
  if (kind !== 'many') return [text]
  const known = new Map(options.map((option) => [option.id.toLowerCase(), option.id]))
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(
      (one) => known.get(one.toLowerCase()) ?? known.get(`b${one}`) ?? known.get(`n${one}`) ?? one,
    )
}

const secondsOf: { readonly [unit: string]: number } = { s: 1, m: 60, min: 60, h: 3600 }
/** `1h30m,30s` as `5400,30`; anything else as it is. */
const inSeconds = (text: string): string =>
  text
    .split(',')
    .map((one) => {
      if (!/^(?: *\d+ *(?:h|min|m|s))+ *$/.test(one)) return one.trim()
      const parts = one.matchAll(/(\d+) *(h|min|m|s)/g)
      return String(
        [...parts].reduce(
          (sum, [, count, unit = '']) => sum + Number(count) * (secondsOf[unit] ?? 0),
          0,
        ),
      )
    })
    .join(',')
/** `20.48` or `20.48s` for the bits that stand for it. */
function cycleIn(options: RadioItemState['options'], text: string): string {
  const seconds = text.replace(/ *s$/, '')
  return options.find(({ name }) => name.en === `${seconds} s`)?.id ?? text
}
