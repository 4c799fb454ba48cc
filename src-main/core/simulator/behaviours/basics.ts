import type { Behaviour, CommandEntry } from '../behaviour'
import { error, ok } from '../answer'
import { basicSetting, numberSetting } from './setting'

/** A register of V.250; a terminal program sets several of them at its start. */
function register(name: 'S0' | 'S6' | 'S7' | 'S8' | 'S10'): CommandEntry {
  return {
    name,
    read: ({ channel }) => ok(String(channel.settings[name]).padStart(3, '0')),
    set: ({ channel, command }) => {
      const value = Number(command.text)
      if (command.text === '' || value > 255) return error
      channel.settings[name] = value
      return {}
    },
  }
}

/** Echo, form of results, error level (V.250, 6.2; 27.007, 9.1). */
export const basics: Behaviour = [
  basicSetting('E', 1),
  basicSetting('V', 1),
  basicSetting('Q', 1),
  basicSetting('&C', 1),
  basicSetting('&D', 2),
  { name: 'X', execute: () => ok() },
  { name: 'L', execute: () => ok() },
  { name: 'M', execute: () => ok() },
  numberSetting('+CMEE', 2),
  numberSetting('+FCLASS', 1),
  register('S0'),
  register('S6'),
  register('S7'),
  register('S8'),
  register('S10'),
  { name: 'S3', read: () => ok('013') },
  { name: 'S4', read: () => ok('010') },
  { name: 'S5', read: () => ok('008') },
]
