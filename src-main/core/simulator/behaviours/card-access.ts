import { fromHex, hexOf } from '../../bytes'
import { cme, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour, Run } from '../behaviour'
import { withCard } from '../behaviour'
import { commandOf } from '../card-command'
import { SERVICE_PROVIDER_NAME } from '../card-files'
import type { CardAnswer, CardCommand } from '../card-command'
import { numberIn } from '../parameters'
import { textOfSeptets } from '../../sms/alphabet'
import { quoted } from '../sms/message-lines'

const CARD_MS = [30, 120] as const
const nothing = new Uint8Array(0)

/** Refuses without a card; a locked one is still read as far as it allows. */
function inserted(run: Run): Run {
  return (asked) => {
    if (asked.modem.cardBusy) return cme(14)
    return asked.modem.card.state === 'absent' ? cme(10) : run(asked)
  }
}

/** The instruction octets of the numbers AT+CRSM takes (27.007, 8.18). */
const instructions = new Map([
  [176, 0xb0],
  [178, 0xb2],
  [192, 0xc0],
  [214, 0xd6],
  [220, 0xdc],
  [242, 0xf2],
])

function restricted({ modem, values }: Asked): Outcome {
  const instruction = instructions.get(numberIn(values[0], 0, 255) ?? 0)
  const [file, p1, p2, p3] = [1, 2, 3, 4].map((at) =>
    values[at]?.text ? numberIn(values[at], 0, at === 1 ? 0xffff : 255) : 0,
  )
  const data = values[5]?.text ? fromHex(values[5].text) : nothing
  if (instruction === undefined || file === undefined || p1 === undefined) return wrong
  if (p2 === undefined || p3 === undefined || !data || values.length > 7) return wrong
  const command: CardCommand = { instruction, p1, p2, expected: p3, data }
  return {
    waitMs: modem.pick(CARD_MS),
    then: () => {
      const { status, data: found } = modem.cardReader.onFile(file, command)
      const response = found.length > 0 ? `,"${hexOf(found).toUpperCase()}"` : ''
      return ok(`+CRSM: ${status >> 8},${status & 0xff}${response}`)
    },
  }
}

function generic({ modem, values }: Asked): Outcome {
  const length = numberIn(values[0], 8, 522)
  const text = values[1]?.text ?? ''
  const octets = fromHex(text)
  const command = octets && commandOf(octets)
  if (length !== text.length || !command || values.length !== 2) return wrong
  return {
    waitMs: modem.pick(CARD_MS),
    then: () => {
      const response = answerText(modem.cardReader.exchange(command))
      return ok(`+CSIM: ${response.length},"${response}"`)
    },
  }
}

function answerText({ data, status }: CardAnswer): string {
  return `${hexOf(data)}${status.toString(16).padStart(4, '0')}`.toUpperCase()
}

const providerName = withCard(({ modem, channel }) => {
  const data = modem.cardReader.file(SERVICE_PROVIDER_NAME)?.data ?? nothing
  const name = textOfSeptets([...data.subarray(1)].filter((octet) => octet !== 0xff))
  return name === '' ? ok() : ok(`+CSPN: ${quoted(channel, name)},${data[0] ?? 0}`)
})

/** `+CPINR: SIM PIN,3`: tries that are left, for one of the codes or all (27.007, 8.65). */
function retries({ modem, values }: Asked): Outcome {
  const { pin, puk } = modem.card.tries
  const rows = [
    ['SIM PIN', pin, 3],
    ['SIM PUK', puk, 10],
    ['SIM PIN2', modem.cardReader.pin2Tries, 3],
    ['SIM PUK2', 10, 10],
  ] as const
  const wanted = values[0]?.text.toUpperCase()
  const found = rows.filter(([code]) => wanted === undefined || code === wanted)
  return found.length === 0
    ? wrong
    : ok(...found.map(([code, left, all]) => `+CPINR: ${code},${left},${all}`))
}

/** The files of the card, and how often a wrong PIN may still be tried (27.007, 8.17, 8.18, 8.65). */
export const cardAccess: Behaviour = [
  { name: '+CRSM', test: () => ok(), set: inserted(restricted) },
  { name: '+CSIM', test: () => ok(), set: inserted(generic) },
  { name: '+CSPN', test: () => ok(), read: providerName },
  { name: '+CPINR', test: () => ok(), execute: inserted(retries), set: inserted(retries) },
  {
    name: '+SPIC',
    test: () => ok(),
    execute: inserted(({ modem }) => {
      const { pin, puk } = modem.card.tries
      return ok(`+SPIC: ${pin},${puk},${modem.cardReader.pin2Tries},10`)
    }),
  },
]
