import type { Behaviour } from '../behaviour'
import { ok } from '../answer'
import { basicSetting, numberSetting } from './setting'

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
  {
    name: 'S0',
    read: ({ channel }) => ok(String(channel.settings.S0).padStart(3, '0')),
    set: ({ channel, command }) => {
      channel.settings.S0 = Math.min(255, Number(command.text))
      return {}
    },
  },
  { name: 'S3', read: () => ok('013') },
  { name: 'S4', read: () => ok('010') },
  { name: 'S5', read: () => ok('008') },
]
