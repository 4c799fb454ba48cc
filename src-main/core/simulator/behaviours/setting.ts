import { ok, wrong } from '../answer'
import type { Asked, CommandEntry } from '../behaviour'
import { numberIn } from '../parameters'
import type { SettingName } from '../settings'

/** `E`, `V`, `&C` …: one digit, absent means 0. */
export function basicSetting(name: SettingName, highest: number): CommandEntry {
  return {
    name,
    execute: ({ channel, command }) => {
      const value = Number(command.text === '' ? '0' : command.text)
      if (value > highest) return { final: { kind: 'error' } }
      channel.settings[name] = value
      return {}
    },
  }
}

/** `+X=n` with its read and test forms. */
export function numberSetting(name: SettingName, highest: number): CommandEntry {
  return {
    name,
    test: () => ok(`${name}: (0-${highest})`),
    read: ({ channel }) => ok(`${name}: ${channel.settings[name]}`),
    set: (asked) => setNumber(asked, name, highest),
  }
}

export function setNumber({ channel, values }: Asked, name: SettingName, highest: number) {
  const value = values.length === 1 ? numberIn(values[0], 0, highest) : undefined
  if (value === undefined) return wrong
  channel.settings[name] = value
  return {}
}
