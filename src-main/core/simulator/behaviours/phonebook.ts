import { cme, ok, wrong } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { personAtBoard } from './words'
import { numberIn } from '../parameters'
import { quoted } from '../sms/message-lines'

interface Entry {
  readonly index: number
  readonly number: string
  readonly name: string
}
const stores = ['SM', 'FD', 'ON'] as const
type Store = (typeof stores)[number]
const places: { readonly [store in Store]: number } = { SM: 250, FD: 20, ON: 4 }

/** A few people as a bench may have them on its card; the numbers belong to nobody. */
const people: readonly Entry[] = [
  { index: 1, number: '+818000000001', name: 'Bench' },
  { index: 3, number: '0800000002', name: personAtBoard },
  { index: 120, number: '*100#', name: 'Balance' },
]

const chosen = ({ kept }: ModemParts): Store => stores[(kept.get('+CPBS') ?? [0])[0] ?? 0] ?? 'SM'
function entriesOf(modem: ModemParts): readonly Entry[] {
  const number = modem.card.data?.number
  if (chosen(modem) === 'SM') return people
  if (chosen(modem) === 'FD' || number === undefined) return []
  return [{ index: 1, number, name: '' }]
}
const typeOf = (number: string): number => (number.startsWith('+') ? 145 : 129)

const read = withCard(({ modem, channel, values }: Asked) => {
  const most = places[chosen(modem)]
  const from = numberIn(values[0], 1, most)
  const to = values.length > 1 ? numberIn(values[1], 1, most) : from
  if (from === undefined || to === undefined || values.length > 2) return cme(21)
  const found = entriesOf(modem).filter(({ index }) => index >= from && index <= to)
  return ok(
    ...found.map(
      ({ index, number, name }) =>
        `+CPBR: ${index},"${number}",${typeOf(number)},${quoted(channel, name)}`,
    ),
  )
})

/** The phone book, read alone (27.007, 8.11 and 8.12). */
export const phonebook: Behaviour = [
  {
    name: '+CPBS',
    test: withCard(() => ok(`+CPBS: (${stores.map((store) => `"${store}"`).join(',')})`)),
    read: withCard(({ modem }) =>
      ok(`+CPBS: "${chosen(modem)}",${entriesOf(modem).length},${places[chosen(modem)]}`),
    ),
    set: withCard(({ modem, values }) => {
      const store = stores.findIndex((one) => one === values[0]?.text.toUpperCase())
      if (store < 0 || values.length !== 1) return wrong
      modem.kept.set('+CPBS', [store])
      return {}
    }),
  },
  {
    name: '+CPBR',
    test: withCard(({ modem }) => ok(`+CPBR: (1-${places[chosen(modem)]}),40,14`)),
    set: read,
  },
]
