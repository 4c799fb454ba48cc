import { cme, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import type { Operator } from '../operators'
import { numberIn } from '../parameters'
import { accessTechnologyOf } from '../registration-line'
import { understood } from '../sms/character-set'
import { characterSetOf, quoted } from '../sms/message-lines'

function nameOf(operator: Operator, format: number): string {
  if (format === 0) return operator.longName
  return format === 1 ? operator.shortName : operator.plmn
}

const modes = { automatic: 0, manual: 1, deregistered: 2 } as const

function read({ modem, channel }: Asked): Outcome {
  const mode = modes[modem.radio.choice.mode]
  const cell = modem.radio.serving()?.cell
  const operator = cell && modem.network.operator(cell.plmn)
  if (!cell || !operator || mode === 2) return ok(`+COPS: ${mode}`)
  const format = channel.settings['+COPS']
  const name = nameOf(operator, format)
  const text = quoted(channel, name)
  return ok(`+COPS: ${mode},${format},${text},${accessTechnologyOf(modem.radio, cell.technology)}`)
}

/** Each network with each technology heard: 1 usable, 2 the present one, 3 forbidden (27.007, 7.3). */
function scanned({ modem, channel }: Asked): string {
  const imsi = modem.card.data?.imsi ?? ''
  const here = modem.radio.serving()?.cell
  const heard = modem.radio.air.heard().map(({ cell }) => cell)
  const rows = modem.network.operators.flatMap((operator) =>
    modem.persona.technologies
      .filter((technology) =>
        heard.some((cell) => cell.plmn === operator.plmn && cell.technology === technology),
      )
      .map((technology) => {
        const present = here?.plmn === operator.plmn && here.technology === technology
        const stat = present ? 2 : modem.network.refusal(imsi, operator.plmn) === undefined ? 1 : 3
        const names = [operator.longName, operator.shortName, operator.plmn]
          .map((name) => quoted(channel, name))
          .join(',')
        return `(${stat},${names},${accessTechnologyOf(modem.radio, technology)})`
      }),
  )
  return `+COPS: ${rows.join(',')},,(0,1,2,3,4),(0,1,2)`
}

const scan = withCard((asked) => {
  const { modem } = asked
  if (modem.radio.functionality !== 1) return cme(3)
  return {
    waitMs: modem.pick(modem.persona.timing.scanMs),
    abortable: true,
    then: () => ok(scanned(asked)),
  }
})

const set = withCard((asked) => {
  const { modem, channel, values } = asked
  const mode = numberIn(values[0], 0, 4)
  const format = values[1] === undefined ? undefined : numberIn(values[1], 0, 2)
  if (mode === undefined || (values[1] && format === undefined)) return wrong
  if (mode === 3) {
    if (format === undefined) return wrong
    channel.settings['+COPS'] = format
    return {}
  }
  if (mode === 2) return chosen(modem, () => modem.radio.choose({ mode: 'deregistered' }))
  if (mode === 0) return chosen(modem, () => modem.radio.choose({ mode: 'automatic' }))
  const name = values[2] && understood(values[2].text, characterSetOf(channel))
  const operator = modem.network.operators.find((one) => nameOf(one, format ?? 0) === name)
  if (name === undefined) return wrong
  if (!operator) return { waitMs: 4_000, abortable: true, then: () => cme(30) }
  return chosen(modem, () => modem.radio.choose({ mode: 'manual', plmn: operator.plmn }))
})

function chosen(modem: ModemParts, choose: () => void): Outcome {
  if (modem.radio.functionality !== 1) return cme(3)
  return {
    waitMs: modem.pick([400, 1_200]),
    then: () => {
      choose()
      return {}
    },
  }
}

export const operator: Behaviour = [{ name: '+COPS', read, set, test: scan }]
