import { finalLine, type Final } from '@core/at/final'
import { Fault, type FaultCode } from '@core/fault'
import { quoted } from '@core/words'

/** +CMS ERROR (27.005, 3.2.5) and +CME ERROR (27.007, 9.2) numbers that say what to do. */
const codes: Readonly<Record<'cms' | 'cme', Readonly<Record<number, FaultCode>>>> = {
  cms: {
    303: 'sms-unsupported',
    310: 'sms-no-sim',
    311: 'sms-locked',
    312: 'sms-locked',
    313: 'sms-no-sim',
    314: 'sms-busy',
    315: 'sms-no-sim',
    316: 'sms-locked',
    317: 'sms-locked',
    318: 'sms-locked',
    322: 'sms-full',
    330: 'sms-no-centre',
    331: 'sms-no-network',
    332: 'sms-no-network',
  },
  cme: {
    4: 'sms-unsupported',
    10: 'sms-no-sim',
    11: 'sms-locked',
    12: 'sms-locked',
    13: 'sms-no-sim',
    14: 'sms-busy',
    15: 'sms-no-sim',
    17: 'sms-locked',
    18: 'sms-locked',
    20: 'sms-full',
    30: 'sms-no-network',
    31: 'sms-no-network',
  },
}

/** The same where the modem says it in words (AT+CMEE=2). */
const words: readonly (readonly [RegExp, FaultCode])[] = [
  [/not inserted|no sim|sim fail|sim wrong/i, 'sms-no-sim'],
  [/\b(pin2?|puk2?)\b/i, 'sms-locked'],
  [/sim busy/i, 'sms-busy'],
  [/\bfull\b/i, 'sms-full'],
  [/smsc|sca? (address )?unknown|service cent/i, 'sms-no-centre'],
  [/no network|network timeout/i, 'sms-no-network'],
  [/not support/i, 'sms-unsupported'],
]

function codeOf(final: Final): FaultCode | undefined {
  if (final.kind === 'not supported') return 'sms-unsupported'
  if (final.kind !== 'cms' && final.kind !== 'cme') return undefined
  if (final.code !== null) return codes[final.kind][final.code]
  return words.find(([pattern]) => pattern.test(final.text ?? ''))?.[1]
}

/** What the card said of itself where the modem gave no reason. */
function codeOfCard(card: string): FaultCode | undefined {
  if (card === 'READY') return undefined
  return /PIN|PUK/i.test(card) && !/not inserted/i.test(card) ? 'sms-locked' : 'sms-no-sim'
}

/** Whether a modem that refuses this has no messages at all. */
const basic = /^AT\+(CMGF|CPMS|CSMS)\?$/

/** What is known of a modem that gave no reason. */
interface Known {
  /** What AT+CPIN? says. */
  readonly card?: string | undefined
  /** It is on no network. */
  readonly offline?: boolean
}

/** Why a command about messages was refused, with the line that was seen. */
export function messageFault(command: string, final: Final, { card, offline }: Known = {}): Fault {
  const refused = basic.test(command) && final.kind === 'error' ? 'sms-unsupported' : undefined
  const code =
    codeOf(final) ??
    (card === undefined ? undefined : codeOfCard(card)) ??
    refused ??
    (offline ? 'sms-no-network' : 'sms-refused')
  // What was asked may hold a number; what was answered does not.
  return new Fault(code, quoted(`${command.split(/[=?]/)[0] ?? ''}: ${finalLine(final)}`))
}
