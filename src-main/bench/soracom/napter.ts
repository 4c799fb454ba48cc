import { Fault } from '@core/fault'
import type { MappingMade } from '@core/soracom/napter'
import { quoted } from '@core/words'
import { portMappingAnswer, read } from './answers'
import { operations } from './operations'
import type { Way } from './way'

/** What the User Console offers first; a mapping that is not taken back costs nothing and ends then. */
const durationS = 1800

/** A port of the SIM's device, reachable from where this computer's own network goes out. */
export async function mapPort(way: Way, simId: string, port: number): Promise<MappingMade> {
  const { body } = await way.ask(operations.createPortMapping(simId, port, durationS))
  const { hostname, ipAddress, port: outside, duration } = read(portMappingAnswer, body)
  if (!ipAddress || typeof outside !== 'number')
    throw new Fault('soracom-odd-answer', quoted('ipAddress, port'))
  return {
    ipAddress,
    host: hostname ?? ipAddress,
    port: outside,
    duration: duration ?? durationS,
  }
}

export const unmapPort = async (way: Way, { ipAddress, port }: MappingMade): Promise<void> => {
  await way.ask(operations.deletePortMapping(ipAddress, port))
}
