import type { SlotName, Verdict } from '@contract'
import { useShell } from '../../stores/shell'
import type { TextKey } from '../../text'

/** The first thing to try after a failure, where the window itself can do it or lead to the field it is done in. */
export interface FirstAct {
  readonly title: TextKey
  /** The field it is about, by its id. */
  readonly field?: string
  /** It is done with the SIM. */
  readonly card?: true
}

const acts: readonly { readonly of: readonly string[]; readonly act: FirstAct }[] = [
  {
    of: ['sim-pin-needed', 'sim-pin-wrong'],
    act: { title: 'firstAct.pin', field: 'connect-pin' },
  },
  {
    of: ['context-refused', 'context-not-activated', 'context-not-kept', 'dial-no-carrier'],
    act: { title: 'firstAct.apn', field: 'connect-apn' },
  },
  {
    of: ['link-auth-refused', 'link-auth-ended', 'link-auth-no-answer'],
    act: { title: 'firstAct.login', field: 'connect-user' },
  },
  {
    of: ['link-auth-unsupported'],
    act: { title: 'firstAct.auth', field: 'connect-auth' },
  },
  {
    of: ['connect-no-ping', 'connect-no-dns'],
    act: { title: 'firstAct.ping', field: 'connect-pingHost' },
  },
  {
    of: ['registration-denied', 'registration-searching', 'registration-no-coverage'],
    act: { title: 'firstAct.scan' },
  },
]

export function firstActOf({ result, reason = '', forbidden }: Verdict): FirstAct | undefined {
  if (result !== 'failed') return undefined
  return forbidden ? cardAct : acts.find(({ of }) => of.includes(reason))?.act
}
const cardAct: FirstAct = { title: 'firstAct.forbidden', card: true }

/** Does it: to the field, ready to be typed over, or to the list of operators around. */
export function doFirstAct({ field, card }: FirstAct, slot: SlotName): void {
  const shell = useShell()
  shell.slotInUse = slot
  if (card) {
    shell.openDialog('card', slot)
    return
  }
  if (field === undefined) {
    shell.signalTab = 'scan'
    shell.show('signal')
    return
  }
  const input = document.getElementById(field)
  input?.focus()
  if (input instanceof HTMLInputElement) input.select()
}
