import { cme, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import { preferOperator, preferredOperators, PREFERRED_PLMNS } from '../card-files'
import { numberIn } from '../parameters'
import { quoted } from '../sms/message-lines'
import type { Operator } from '../operators'

const PLACES = 8

function nameOf({ modem, channel }: Asked, plmn: string): string {
  const format = channel.settings['+CPOL']
  const operator = modem.network.operator(plmn)
  if (format === 2 || !operator) return `2,"${plmn}"`
  return `${format},${quoted(channel, format === 0 ? operator.longName : operator.shortName)}`
}

function read(asked: Asked): Outcome {
  const file = asked.modem.cardReader.file(PREFERRED_PLMNS)
  const rows = file ? preferredOperators(file.data) : []
  return ok(
    ...rows.map(
      ({ index, plmn, technologies }) =>
        `+CPOL: ${index},${nameOf(asked, plmn)},${technologies.join(',')}`,
    ),
  )
}

const named = (format: number, text: string) => (operator: Operator) =>
  (format === 0 ? operator.longName : operator.shortName) === text

/** `AT+CPOL=,2` chooses the form of names; an index alone clears its place (27.007, 7.19). */
function set({ modem, channel, values }: Asked): Outcome {
  const index = values[0]?.text ? numberIn(values[0], 1, PLACES) : undefined
  const format = values[1]?.text ? numberIn(values[1], 0, 2) : undefined
  if ((values[0]?.text && index === undefined) || (values[1]?.text && format === undefined))
    return wrong
  const file = modem.cardReader.file(PREFERRED_PLMNS)
  const text = values[2]?.text
  if (index === undefined) {
    if (format === undefined || text) return wrong
    channel.settings['+CPOL'] = format
    return {}
  }
  if (!file) return cme(13)
  if (text === undefined) {
    // `AT+CPOL=1,2` without a name only says how names are written.
    if (format === undefined) preferOperator(file, index, undefined)
    else channel.settings['+CPOL'] = format
    return {}
  }
  const known = modem.network.operators.find(named(format ?? 2, text))
  const plmn = format === 2 || format === undefined ? text : known?.plmn
  if (plmn === undefined || !/^\d{5,6}$/.test(plmn)) return cme(22)
  const technologies = [3, 4, 5, 6].map((at) =>
    values[at] ? numberIn(values[at], 0, 1) : at > 4 ? 1 : 0,
  )
  if (technologies.includes(undefined) || values.length > 7) return wrong
  preferOperator(file, index, { plmn, technologies: technologies.map((one) => one ?? 0) })
  return {}
}

/** The card's preferred networks, and the names the modem knows (27.007, 7.18, 7.19, 7.21). */
export const preferredNetworks: Behaviour = [
  {
    name: '+CPOL',
    test: withCard(() => ok(`+CPOL: (1-${PLACES}),(0-2)`)),
    read: withCard(read),
    set: withCard(set),
  },
  {
    name: '+COPN',
    test: () => ok(),
    execute: ({ modem, channel }) =>
      ok(
        ...modem.network.operators.map(
          ({ plmn, longName }) => `+COPN: "${plmn}",${quoted(channel, longName)}`,
        ),
      ),
  },
]
