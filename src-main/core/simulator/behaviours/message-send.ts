import { fromHex } from '../../bytes'
import { cms, ok } from '../answer'
import type { Answer, Outcome, Slow } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import { isPhoneNumber, numberOf } from '../../sms/address'
import { understood } from '../sms/character-set'
import { characterSetOf, isTextMode, statusNames } from '../sms/message-lines'
import type { MessageStatus, StoredMessage } from '../sms/message-store'
import { userDataOf } from '../../sms/body'
import { codingOf } from '../../sms/coding'
import { HAS_HEADER, readTpdu, tpduOctets } from '../../sms/tpdu'
import type { Tpdu } from '../../sms/tpdu'
import { withMessages } from './messages'

/** From the first attempt to the network's acknowledgement. */
const SENDING_MS = [700, 2_400] as const
const badPdu = cms(304)
const badText = cms(305)
const MOST_TPDU_OCTETS = 164

/** A message from what was typed, or what is wrong with it. */
type Made = { readonly message: Omit<StoredMessage, 'status'>; readonly tpdu: Tpdu } | Answer

/** `AT+CMGS=<length>`, then service centre and TPDU in hex; a service centre of length 0 is the card's. */
function fromPdu({ modem }: Asked, length: number, typed: string): Made {
  const octets = fromHex(typed)
  const centreLength = octets?.[0] ?? 0
  if (!octets || octets.length !== 1 + centreLength + length) return badPdu
  const own = octets.subarray(2, 1 + centreLength)
  const serviceCentre =
    centreLength > 1 ? numberOf(octets[1] ?? 0, own) : modem.stored.serviceCentre
  const tpdu = octets.slice(1 + centreLength)
  const read = readTpdu(tpdu)
  return read ? { message: { serviceCentre, tpdu }, tpdu: read } : badPdu
}

/** `AT+CMGS="number"`, then a text in the channel's character set, or octets in hex where +CSMP asks for such. */
function fromText(asked: Asked, number: string, typed: string): Made {
  const { modem, channel } = asked
  const [firstOctet, validity, protocol, dataCoding] = modem.stored.textParameters
  const isText = codingOf(dataCoding) === 'gsm' && (firstOctet & HAS_HEADER) === 0
  const octets = isText ? undefined : fromHex(typed)
  const text = isText ? understood(typed, characterSetOf(channel)) : undefined
  if (text === undefined && octets === undefined) return badText
  const body = octets ? { length: octets.length, userData: octets } : userDataOf(text ?? '', 0)
  const relative = (firstOctet & 0x18) === 0x10
  const tpdu = tpduOctets({
    kind: 'submit',
    firstOctet: (firstOctet & ~0x1b) | 0x01 | (relative ? 0x10 : 0),
    reference: 0,
    number,
    protocol,
    dataCoding,
    validity: relative ? Uint8Array.of(validity) : new Uint8Array(0),
    timestamp: new Uint8Array(0),
    ...body,
  })
  const read = readTpdu(tpdu)
  return read
    ? { message: { serviceCentre: modem.stored.serviceCentre, tpdu }, tpdu: read }
    : badText
}

/** The number of a command, in the channel's character set; <toda> 145 makes it international. */
function addressOf({ channel, values }: Asked, at: number): string | undefined {
  const text = understood(values[at]?.text ?? '', characterSetOf(channel))
  const type = values[at + 1]?.text ? numberIn(values[at + 1], 128, 255) : 129
  if (text === undefined || !isPhoneNumber(text) || type === undefined) return undefined
  return type === 145 && !text.startsWith('+') ? `+${text}` : text
}

/** Asks for the message a command announces; `values[0]` is its length, or its number in text mode. */
function asksFor(asked: Asked, use: (made: Exclude<Made, Answer>) => Answer | Slow): Outcome {
  const { channel, values } = asked
  const text = isTextMode(channel)
  const number = text ? addressOf(asked, 0) : undefined
  const length = text ? undefined : numberIn(values[0], 1, MOST_TPDU_OCTETS)
  if (number === undefined && length === undefined) return text ? badText : badPdu
  return {
    prompt: (typed) => {
      // The LF of a host that ends its lines in CRLF.
      const body = typed.replace(/^\n/, '')
      const made =
        number === undefined ? fromPdu(asked, length ?? 0, body) : fromText(asked, number, body)
      return 'message' in made ? use(made) : made
    },
  }
}

function handedOn({ modem, command }: Asked, tpdu: Tpdu, serviceCentre: string): Answer | Slow {
  if (tpdu.kind !== 'submit') return badPdu
  if (modem.radio.state.kind !== 'registered') return cms(331)
  if (serviceCentre === '') return cms(330)
  return {
    waitMs: modem.pick(SENDING_MS),
    then: () => {
      if (modem.radio.state.kind !== 'registered') return cms(331)
      return ok(`${command.name}: ${modem.messages.send(tpdu, serviceCentre)}`)
    },
  }
}

const send = (asked: Asked): Outcome =>
  asksFor(asked, ({ tpdu, message }) => handedOn(asked, tpdu, message.serviceCentre))

/** <stat> of +CMGW: a stored message is unsent unless said otherwise. */
function storedStatus({ channel, values }: Asked): MessageStatus | undefined {
  const at = isTextMode(channel) ? 2 : 1
  const value = values[at]
  if (!value?.text) return 2
  const index = isTextMode(channel)
    ? statusNames.findIndex((name) => name === value.text.toUpperCase())
    : numberIn(value, 0, 3)
  return ([0, 1, 2, 3] as const).find((one) => one === index)
}

function write(asked: Asked): Outcome {
  const status = storedStatus(asked)
  if (status === undefined) return isTextMode(asked.channel) ? badText : badPdu
  return asksFor(asked, ({ message }) => {
    const { store, memories } = asked.modem.messages
    const index = store.add(memories[1], { ...message, status })
    return index === undefined ? cms(322) : ok(`+CMGW: ${index}`)
  })
}

function sendStored(asked: Asked): Outcome {
  const { modem, values } = asked
  const { store, memories } = modem.messages
  const index = numberIn(values[0], 1, store.size(memories[1]))
  const message = index === undefined ? undefined : store.get(memories[1], index)
  if (index === undefined || !message) return cms(321)
  const read = readTpdu(message.tpdu)
  const number = values[1] ? addressOf(asked, 1) : read?.number
  if (!read || number === undefined) return badText
  const outcome = handedOn(asked, { ...read, number }, message.serviceCentre)
  if (!('waitMs' in outcome)) return outcome
  const then = (): Answer => {
    const answer = outcome.then()
    if (!answer.final) store.mark(memories[1], index, 3)
    return answer
  }
  return { ...outcome, then }
}

/** Sending and storing (27.005, 3.5). */
export const messageSend: Behaviour = [
  { name: '+CMGS', test: () => ok(), set: withMessages(send) },
  { name: '+CMGW', test: () => ok(), set: withMessages(write) },
  { name: '+CMSS', test: () => ok(), set: withMessages(sendStored) },
]
