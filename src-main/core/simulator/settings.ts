import type { Persona } from './persona'

/** Settings of one AT channel: numbers only, so that AT&W, AT&V and ATZ are one loop each. */
export type SettingName =
  | 'E'
  | 'V'
  | 'Q'
  | '&C'
  | '&D'
  | 'S0'
  | 'S6'
  | 'S7'
  | 'S8'
  | 'S10'
  | '+CMEE'
  | '+CREG'
  | '+CGREG'
  | '+CEREG'
  | '+CGEREP'
  | '+COPS'
  | '+CMGF'
  | '+CSCS'
  | '+CSDH'
  | '+CPOL'
  | '+CUSD'
  | '+FCLASS'
  | '+CNSMOD'
  | '+CSCLK'

/** What AT&W keeps, in the order AT&V shows it. */
export const profileNames = ['E', 'Q', '&C', '&D', 'V', 'S0'] as const satisfies SettingName[]

export type ChannelSettings = Record<SettingName, number>

export function factorySettings(persona: Persona): ChannelSettings {
  return {
    E: 1,
    V: 1,
    Q: 0,
    S0: 0,
    S6: 2,
    S7: 60,
    S8: 2,
    S10: 15,
    '&C': persona.defaults.dcd,
    '&D': persona.defaults.dtr,
    '+CMEE': persona.defaults.cmee,
    '+CREG': 0,
    '+CGREG': 0,
    '+CEREG': 0,
    '+CGEREP': 0,
    '+COPS': persona.formats.copsFormat,
    '+CMGF': 0,
    '+CSCS': 0,
    '+CSDH': 0,
    '+CPOL': 2,
    '+CUSD': 0,
    '+FCLASS': 0,
    '+CNSMOD': 0,
    '+CSCLK': 0,
  }
}

/** The settings a channel starts with: the factory's, with the stored profile on top. */
export function startSettings(
  persona: Persona,
  profile: ReadonlyMap<string, number>,
): ChannelSettings {
  const settings = factorySettings(persona)
  for (const name of profileNames) settings[name] = profile.get(name) ?? settings[name]
  return settings
}
