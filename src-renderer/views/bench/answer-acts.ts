import type { SlotName } from '@contract'
import { useConnect } from '../../stores/connect'
import { formProblems } from '../../stores/connect-form'
import { useModems } from '../../stores/modems'
import { useShell } from '../../stores/shell'
import { useTyping } from '../../stores/typing'
import { t } from '../../text'
import { atField, doFirstAct } from '../connect/first-act'
import type { Act } from './answer'

const enterPin = atField('firstAct.pin', 'connect-pin')

/** What the button of the answer bar says and does in a slot. */
export function useAnswerActs(slot: SlotName) {
  const modems = useModems()
  const connect = useConnect()
  const shell = useShell()
  const typing = useTyping()
  const presetName = () => connect.presets.find(({ id }) => id === connect.chosen[slot])?.name ?? ''
  const complete = () => Object.keys(formProblems(connect.forms[slot])).length === 0

  function textOf(act: Act): string {
    if (act === 'connect' && complete() && presetName() !== '')
      return t('answer.connectWith', { preset: presetName() })
    return t(`answer.act.${act}`)
  }
  /** What is still to be filled in is filled in on the page of the connection. */
  function start(): void {
    if (complete()) void connect.start(slot)
    else shell.showConnect(slot)
  }
  const acts: { readonly [act in Act]: () => unknown } = {
    open: () => modems.open(slot),
    connect: start,
    again: start,
    cancelConnect: () => connect.cancel(slot),
    disconnect: () => connect.disconnect(slot),
    ask: () => typing.run(slot, 'AT'),
    back: () => modems.back(slot),
    cancelBack: () => modems.cancelBack(slot),
    resume: () => modems.resume(slot),
    cycle: () => modems.powerCycle(slot),
    board: () => shell.show('board'),
    care: () => shell.openDialog('care', slot),
    pin: () => doFirstAct(enterPin, slot),
    card: () => shell.openDialog('card', slot),
  }
  return { textOf, run: (act: Act) => void acts[act]() }
}
