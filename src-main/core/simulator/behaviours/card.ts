import { cme, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import { cpinText } from '../card'

const PIN = /^\d{4,8}$/

function read({ modem }: Asked): Outcome {
  if (modem.cardBusy) return cme(14)
  const text = cpinText(modem.card.state)
  if (text) return ok(`+CPIN: ${text}`)
  return modem.card.state === 'absent' ? cme(10) : cme(13)
}

/** `AT+CPIN=<pin>`, or `AT+CPIN=<puk>,<new pin>` when the PIN is blocked (27.007, 8.3). */
function enter({ modem, values }: Asked): Outcome {
  const { card } = modem
  const [first, second] = values.map((value) => value.text)
  if (card.state === 'absent') return cme(10)
  if (card.state === 'blocked') return cme(13)
  if (card.state === 'ready') return cme(3)
  if (first === undefined || values.length > 2) return wrong
  const right =
    card.state === 'puk'
      ? second !== undefined && PIN.test(second) && card.enterPuk(first, second)
      : second === undefined && PIN.test(first) && card.enterPin(first)
  // The answer depends on the state after the try: the third wrong PIN asks for the PUK.
  return { waitMs: 300, then: () => (right ? {} : cme(16)) }
}

function lockRead({ modem }: Asked): Outcome {
  return ok(`+CLCK: ${modem.card.locked ? 1 : 0}`)
}

/** The SIM, and locks that nobody has set: fixed dialling, first SIM, network, provider. */
const facilities = ['SC', 'FD', 'PF', 'PN', 'PU', 'PP', 'PC']

/** `AT+CLCK="SC",0|1,"pin"` turns the question for the PIN off or on; mode 2 asks (27.007, 7.4). */
const lock = withCard((asked) => {
  const [facility, mode, pin] = asked.values.map((value) => value.text)
  if (!facilities.includes(facility ?? '')) return cme(4)
  if (facility !== 'SC') return mode === '2' ? ok('+CLCK: 0') : cme(17)
  if (mode === '2') return lockRead(asked)
  if ((mode !== '0' && mode !== '1') || pin === undefined) return wrong
  if (!asked.modem.card.enterPin(pin)) return cme(16)
  asked.modem.card.locked = mode === '1'
  return {}
})

/** `AT+CPWD="SC","old","new"`: only while the card asks for its PIN (27.007, 7.5; 102 221, 11.1.10). */
const password = withCard(({ modem, values }) => {
  const [facility, old, changed] = values.map((value) => value.text)
  if (facility !== 'SC') return cme(4)
  if (old === undefined || changed === undefined || !PIN.test(changed)) return wrong
  if (!modem.card.locked) return cme(3)
  if (!modem.card.enterPin(old)) return cme(16)
  modem.card.changePin(changed)
  return {}
})

export const card: Behaviour = [
  { name: '+CPIN', test: () => ok(), read, set: enter },
  {
    name: '+CLCK',
    test: () => ok(`+CLCK: (${facilities.map((one) => `"${one}"`).join(',')})`),
    set: lock,
  },
  { name: '+CPWD', test: () => ok('+CPWD: ("SC",8)'), set: password },
]
