import type { Behaviour } from '../behaviour'
import type { OwnCommands } from '../persona'
import { basics } from './basics'
import { card } from './card'
import { cardAccess } from './card-access'
import { cardChannels } from './card-channels'
import { cells } from './cells'
import { characterSet } from './character-set'
import { commands } from './commands'
import { contexts } from './contexts'
import { dial } from './dial'
import { events } from './events'
import { files } from './files'
import { flow } from './flow'
import { functionality } from './functionality'
import { http } from './http'
import { identity } from './identity'
import { internet } from './internet'
import { messageMemory } from './message-memory'
import { messageSend } from './message-send'
import { messageSettings } from './message-settings'
import { mqtt } from './mqtt'
import { multiplexer } from './multiplexer'
import { networkMode } from './network-mode'
import { nordic } from './nordic'
import { operator } from './operator'
import { phonebook } from './phonebook'
import { position } from './position'
import { power } from './power'
import { powerSaving } from './power-saving'
import { preferredNetworks } from './preferred-operators'
import { profile } from './profile'
import { quectel } from './quectel'
import { radioLimits } from './radio-limits'
import { registration } from './registration'
import { reporting } from './reporting'
import { signal } from './signal'
import { sim7070 } from './sim7070'
import { sockets } from './sockets'
import { supply } from './supply'
import { telit } from './telit'
import { telitWeb } from './telit-web'
import { tls } from './tls'
import { tlsSockets } from './tls-sockets'
import { ublox } from './u-blox'
import { ubloxFiles } from './u-blox-files'
import { ubloxPosition } from './u-blox-position'
import { ubloxServices } from './u-blox-services'
import { usb } from './usb'
import { ussd } from './ussd'
import { voice } from './voice'
import { wallClock } from './wall-clock'

/** Everything a simulated modem can answer; a persona takes away what its firmware lacks. */
export const behaviours: readonly Behaviour[] = [
  basics,
  card,
  cardAccess,
  cardChannels,
  cells,
  characterSet,
  commands,
  contexts,
  dial,
  events,
  files,
  flow,
  functionality,
  http,
  identity,
  internet,
  messageMemory,
  messageSend,
  messageSettings,
  mqtt,
  multiplexer,
  networkMode,
  operator,
  phonebook,
  position,
  power,
  powerSaving,
  preferredNetworks,
  profile,
  radioLimits,
  registration,
  reporting,
  signal,
  sockets,
  supply,
  tls,
  tlsSockets,
  usb,
  ussd,
  voice,
  wallClock,
]

/** The commands of the maker. */
export function ownBehaviours(own: OwnCommands | undefined): readonly Behaviour[] {
  switch (own?.maker) {
    case 'quectel':
      return quectel(own)
    case 'sim7070':
      return sim7070
    case 'u-blox':
      // SARA-R410M and SARA-R412M tell their cells by mode 5, and answer MQTT in the older way.
      return [ublox(own), ubloxFiles, ubloxPosition, ubloxServices(own.cells === 5)]
    case 'nordic':
      return nordic
    case 'telit':
      return [telit, telitWeb]
    case undefined:
      return []
  }
}
