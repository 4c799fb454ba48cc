import { computed } from 'vue'
import type { SlotName } from '@contract'
import type { MenuItem } from '../../components/menu-item'
import { modeWays } from '../../components/mode-ways'
import { useLook } from '../../stores/look'
import { useModems } from '../../stores/modems'
import { useSettings } from '../../stores/settings'
import { modemDialogs, useShell } from '../../stores/shell'
import { useSimulators } from '../../stores/simulators'
import { t } from '../../text'

/** What is needed of a slot now and then. */
export function useSlotMenu(slot: SlotName) {
  const modems = useModems()
  const look = useLook()
  const settings = useSettings()
  const shell = useShell()
  const simulators = useSimulators()

  return computed<readonly MenuItem[]>(() => {
    const state = modems.slots[slot]
    const own = look.slots[slot]
    const open = state.port?.state === 'open'
    const ways = modeWays(state)
    const simulated = simulators.nameOf(slot)
    const item = (id: string, text: string, act: () => unknown, more: Partial<MenuItem> = {}) => ({
      id: `slot-${slot}-${id}`,
      text,
      act,
      ...more,
    })
    return [
      ...(simulated
        ? [
            item(
              'simulator',
              t('simulator.title'),
              () => (shell.simulatorFor = shell.simulatorFor === simulated ? null : simulated),
              { hint: t('simulator.hint'), on: shell.simulatorFor === simulated },
            ),
          ]
        : []),
      ...(ways.back ? [item('back-to-command', t('terminal.back'), () => modems.back(slot))] : []),
      ...(ways.pause
        ? [
            item('pause', t('wayBack.pause'), () => modems.back(slot, true), {
              hint: t('wayBack.pauseHint'),
            }),
          ]
        : []),
      item('poll', t('facts.poll'), () => modems.poll(slot, !state.poll.on), {
        on: state.poll.on,
        disabled: !open,
      }),
      item('refresh', t('facts.refresh'), () => modems.refresh(slot), { disabled: !open }),
      item('reveal', t('facts.reveal'), () => (own.revealed = !own.revealed), {
        on: own.revealed || !settings.values.maskSecrets,
        disabled: !settings.values.maskSecrets,
      }),
      item('lines', t('line.title'), () => (own.lines = !own.lines), {
        hint: t('line.what'),
        on: own.lines,
        disabled: state.port?.lines === undefined,
      }),
      ...modemDialogs.map(({ name, title, what }) =>
        item(name, t(title), () => shell.openDialog(name, slot), {
          hint: t(what),
          disabled: !open,
        }),
      ),
      item('care', t('care.name'), () => shell.openDialog('care', slot), { hint: t('care.hint') }),
    ]
  })
}
