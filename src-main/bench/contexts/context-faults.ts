import { finalLine, type Final } from '@core/at/final'
import { Fault, type FaultCode } from '@core/fault'
import { cardFault } from '@bench/card/card-faults'
import { quoted } from '@core/words'

/** What the card of a modem says of itself, whatever was asked. */
const ofCard: readonly FaultCode[] = ['card-absent', 'card-locked', 'card-puk', 'card-busy']

/** Why a command about contexts was refused, with the line that was seen; what was asked may hold a password and is not told. */
export function contextFault(command: string, final: Final, code: FaultCode): Fault {
  const card = cardFault(command, final)
  if (ofCard.includes(card.code)) return card
  const name = command.split(/[=?]/)[0] ?? ''
  return new Fault(code, quoted(`${name}: ${finalLine(final)}`))
}
