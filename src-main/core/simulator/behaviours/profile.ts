import { ok } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { factorySettings, profileNames, startSettings } from '../settings'

/** AT&V in one line, as a SIM7672G prints it: `&F:0;&W:0;E:1;Q:0;…;+IPR:115200`. */
function show({ modem, channel }: Asked): string {
  const values = profileNames.map((name) => `${name}:${channel.settings[name]}`)
  return ['&F:0', '&W:0', ...values, 'Z:0', `+IPR:${modem.baudRate()}`].join(';')
}

/** Stored and factory settings (V.250, 6.1). */
export const profile: Behaviour = [
  { name: '&V', execute: (asked) => ok(show(asked)) },
  {
    name: '&W',
    execute: ({ modem, channel }) => {
      for (const name of profileNames) modem.stored.profile.set(name, channel.settings[name])
      return {}
    },
  },
  {
    name: 'Z',
    execute: ({ modem, channel }) => ({
      after: () => {
        channel.settings = startSettings(modem.persona, modem.stored.profile)
      },
    }),
  },
  {
    name: '&F',
    execute: ({ modem, channel }) => ({
      after: () => {
        channel.settings = factorySettings(modem.persona)
      },
    }),
  },
]
