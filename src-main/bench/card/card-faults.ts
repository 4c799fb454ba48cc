import { finalLine, type Final } from '@core/at/final'
import { Fault, type FaultCode } from '@core/fault'
import { quoted } from '@core/words'

/** +CME ERROR numbers that say what to do (27.007, 9.2). */
const codes: Readonly<Record<number, FaultCode>> = {
  4: 'card-unsupported',
  10: 'card-absent',
  11: 'card-locked',
  12: 'card-puk',
  13: 'card-absent',
  14: 'card-busy',
  15: 'card-absent',
  16: 'card-wrong-pin',
}
/** The same where the modem says it in words (AT+CMEE=2). */
const words: readonly (readonly [RegExp, FaultCode])[] = [
  [/not inserted|no sim|sim fail|sim wrong/i, 'card-absent'],
  [/sim busy/i, 'card-busy'],
  [/incorrect password/i, 'card-wrong-pin'],
  [/\bpuk\b/i, 'card-puk'],
  [/\bpin\b/i, 'card-locked'],
  [/not support/i, 'card-unsupported'],
]

function codeOf(final: Final): FaultCode | undefined {
  if (final.kind === 'not supported') return 'card-unsupported'
  if (final.kind !== 'cme') return undefined
  if (final.code !== null) return codes[final.code]
  return words.find(([pattern]) => pattern.test(final.text ?? ''))?.[1]
}

/** Why a command about the card was refused, with the line that was seen; what was asked may hold a PIN and is not told. */
export function cardFault(command: string, final: Final): Fault {
  const name = command.split(/[=?]/)[0] ?? ''
  return new Fault(codeOf(final) ?? 'card-refused', quoted(`${name}: ${finalLine(final)}`))
}
