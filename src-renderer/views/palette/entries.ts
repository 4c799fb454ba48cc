import { modemName } from '../../components/modem-name'
import type { SlotName } from '@contract'
import { modeKey } from '../../components/mode-ways'
import { anotherWindow } from '../../api/bridge'
import { useAlerts } from '../../stores/alerts'
import { useCommands } from '../../stores/commands'
import { useConnect } from '../../stores/connect'
import { useMacros } from '../../stores/macros'
import { useModems } from '../../stores/modems'
import { useOpened } from '../../stores/opened'
import { useSettings } from '../../stores/settings'
import { modemDialogs, useShell, viewNames } from '../../stores/shell'
import { useTyping } from '../../stores/typing'
import { say, seen, t } from '../../text'
import { answerOf } from '../bench/answer'
import { useAnswerActs } from '../bench/answer-acts'
import { macroName } from '../macros/macro-name'
import { typeable } from '../terminal/completion'
import type { PaletteEntry } from './palette'

const slots = ['a', 'b'] as const
const themes = [
  ['auto', 'settings.themeAuto'],
  ['light', 'settings.themeLight'],
  ['dark', 'settings.themeDark'],
] as const

/** Everything the window can go to or do, for the slot in use where it needs one. */
export function usePaletteEntries(): () => readonly PaletteEntry[] {
  const shell = useShell()
  const modems = useModems()
  const connect = useConnect()
  const opened = useOpened()
  const typing = useTyping()
  const macros = useMacros()
  const commands = useCommands()
  const settings = useSettings()
  const answers = { a: useAnswerActs('a'), b: useAnswerActs('b') }
  const named = (slot: SlotName) => t('bench.slot', { slot: slot.toUpperCase() })

  const pages = (): PaletteEntry[] =>
    viewNames.map((name) => ({
      id: `page-${name}`,
      kind: 'page',
      title: t(`view.${name}`),
      act: () => shell.show(name),
    }))

  /** What the answer bar of a slot offers, and what is behind keys and menus. */
  function acts(): PaletteEntry[] {
    const offered = slots.flatMap((slot): PaletteEntry[] => {
      const state = modems.slots[slot]
      const extra = { problem: modems.problems[slot], chosen: modems.chosen[slot] }
      const { act } = answerOf(state, extra)
      const hint = `${named(slot)} · ${modemName(state) ?? t(`mode.${modeKey(state)}`)}`
      const open = state.port !== null
      return [
        ...(act === null
          ? []
          : [
              entry(`answer-${slot}`, answers[slot].textOf(act), hint, () =>
                answers[slot].run(act),
              ),
            ]),
        ...(open ? modemDialogs : []).map(({ name, title }) =>
          entry(`${name}-${slot}`, t(title), hint, () => shell.openDialog(name, slot)),
        ),
        ...(open ? [entry(`close-${slot}`, t('port.close'), hint, () => modems.close(slot))] : []),
        entry(`care-${slot}`, t('care.name'), hint, () => shell.openDialog('care', slot)),
      ]
    })
    return [
      ...offered,
      entry('alerts', t('alerts.title'), '', () => (useAlerts().shown = true)),
      entry('export', t('shortcuts.export'), 'Ctrl+E', () => (shell.exportOpen = true)),
      entry('reference', t('reference.title'), 'F1', () => (shell.referenceFor = shell.slotInUse)),
      entry('macros', t('macros.title'), '', () => shell.openDialog('macros', shell.slotInUse)),
      ...(anotherWindow
        ? [entry('another', t('shortcuts.another'), 'Ctrl+Shift+N', anotherWindow)]
        : []),
      entry('shortcuts', t('shortcuts.title'), '?', () => (shell.shortcutsOpen = true)),
    ]
  }
  const entry = (id: string, title: string, hint: string, act: () => unknown): PaletteEntry => ({
    id: `act-${id}`,
    kind: 'act',
    title,
    hint,
    act,
  })

  const logs = (): PaletteEntry[] =>
    [{ id: null, name: t('log.live') }, ...opened.logs].map(({ id, name }) => ({
      id: `log-${id ?? 'live'}`,
      kind: 'log',
      title: name,
      hint: t('view.log'),
      act: () => {
        opened.shown = id
        shell.show('log')
      },
    }))

  /** A slot that has a port keeps it: others are for the slot that is free. */
  function ports(): PaletteEntry[] {
    const free = [shell.slotInUse, ...slots].find((slot) => modems.slots[slot].port === null)
    if (free === undefined) return []
    const offered = modems.ports.filter(({ kind }) => kind !== 'none')
    return offered.map(({ path, label }) => ({
      id: `port-${path}`,
      kind: 'port',
      title: t('palette.open', { port: path, slot: free.toUpperCase() }),
      hint: seen(label),
      act: () => {
        modems.chosen[free] = path
        shell.show('bench')
        return modems.open(free)
      },
    }))
  }

  /** Chosen, not dialled: a line that is up is not cut by a word in a list. */
  const presets = (): PaletteEntry[] =>
    connect.presets.map((preset) => ({
      id: `preset-${preset.id}`,
      kind: 'preset',
      title: preset.name,
      hint: `${preset.apn} ${preset.country}`,
      act: () => {
        connect.choose(shell.slotInUse, preset)
        shell.showConnect(shell.slotInUse)
      },
    }))

  const runs = (): PaletteEntry[] =>
    macros.list.map((macro) => ({
      id: `macro-${macro.id}`,
      kind: 'macro',
      title: macroName(macros.list, macro),
      hint: `${named(shell.slotInUse)}${macro.key ? ` · Alt+${macro.key}` : ''}`,
      act: () => shell.openDialog('macros', shell.slotInUse),
    }))

  const choices = (): PaletteEntry[] => [
    ...themes.map(([theme, word]): PaletteEntry => ({
      id: `setting-theme-${theme}`,
      kind: 'setting',
      title: `${t('settings.theme')}: ${t(word)}`,
      act: () => settings.change({ theme }),
    })),
    ...(['language', 'mask', 'echo', 'askOnOpen', 'poll', 'pollEvery', 'about'] as const).map(
      (name): PaletteEntry => ({
        id: `setting-${name}`,
        kind: 'setting',
        title: t(`settings.${name}`),
        act: () => shell.show('settings'),
      }),
    ),
  ]

  const typed = (): PaletteEntry[] =>
    commands.list.map((command) => ({
      id: `command-${command.name}`,
      kind: 'command',
      title: `AT${command.name}`,
      hint: say(command.title),
      act: () => {
        shell.show('bench')
        typing.insert(shell.slotInUse, typeable(`AT${command.name}`))
      },
    }))

  return () => [
    ...pages(),
    ...acts(),
    ...logs(),
    ...ports(),
    ...presets(),
    ...runs(),
    ...choices(),
    ...typed(),
  ]
}
