import { fromHex, hexOf } from '../../bytes'
import { cme, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { isUsim } from '../card-files'
import { commandOf } from '../card-command'
import { isIsdR } from '../euicc'
import { numberIn } from '../parameters'

const CARD_MS = [30, 120] as const
/** What 27.007, 9.2 calls "not found"; the card says 6A82 to a name it does not have. */
const NOT_FOUND = 22
const INCORRECT = 50
const channels = [1, 2, 3] as const

function opened({ modem, values }: Asked): Outcome {
  const name = values[0]?.text ? fromHex(values[0].text) : undefined
  if (!name || values.length !== 1) return cme(INCORRECT)
  if (modem.cardBusy) return cme(14)
  if (!modem.card.data && !modem.card.euicc) return cme(10)
  const { card } = modem
  const application =
    card.euicc && isIsdR(name) ? 'isd-r' : card.data && isUsim(name) ? 'usim' : undefined
  if (!application) return cme(NOT_FOUND)
  const free = channels.find((one) => !card.channels.has(one))
  if (free === undefined) return cme(3)
  return {
    waitMs: modem.pick(CARD_MS),
    then: () => {
      card.channels.set(free, application)
      return ok(`+CCHO: ${free}`)
    },
  }
}

function closed({ modem, values }: Asked): Outcome {
  const channel = numberIn(values[0], 1, 255)
  if (channel === undefined || values.length !== 1) return cme(INCORRECT)
  return modem.card.channels.delete(channel) ? ok() : cme(NOT_FOUND)
}

function exchanged({ modem, values }: Asked): Outcome {
  const channel = numberIn(values[0], 1, 255)
  const length = numberIn(values[1], 8, 522)
  const text = values[2]?.text ?? ''
  const octets = fromHex(text)
  const command = octets && commandOf(octets)
  if (channel === undefined || length !== text.length || !command || values.length !== 3)
    return wrong
  const application = modem.card.channels.get(channel)
  if (!application) return cme(NOT_FOUND)
  return {
    waitMs: modem.pick(CARD_MS),
    then: () => {
      const said =
        application === 'usim'
          ? modem.cardReader.exchange(command)
          : modem.card.euicc?.exchange(command)
      if (!said) return cme(10)
      const response = `${hexOf(said.data)}${said.status.toString(16).padStart(4, '0')}`
      return ok(`+CGLA: ${response.length},"${response.toUpperCase()}"`)
    },
  }
}

/** Channels to the applications of a card (27.007, 8.43, 8.45, 8.46): USIM, and ISD-R of an eUICC. */
export const cardChannels: Behaviour = [
  { name: '+CCHO', test: () => ok(), set: opened },
  { name: '+CCHC', test: () => ok(), set: closed },
  { name: '+CGLA', test: () => ok(), set: exchanged },
]
