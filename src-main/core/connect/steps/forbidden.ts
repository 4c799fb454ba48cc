import { cardFileKinds } from '../../card/files'
import { networksIn } from '../../card/networks'
import { isDone, readFile, type CardSaid } from '../../card/read-file'
import type { StepContext } from '../step'

/** The networks of EF FPLMN, `44020`; empty where the card has none, or does not say. */
export async function forbiddenNetworks(context: StepContext): Promise<readonly string[]> {
  const exchange = async (parameters: string): Promise<CardSaid> => {
    const reply = await context.ask(`AT+CRSM=${parameters}`)
    const { sw1, sw2, response } = reply.ok ? context.read(reply) : {}
    return {
      sw1: typeof sw1 === 'number' ? sw1 : 0,
      sw2: typeof sw2 === 'number' ? sw2 : 0,
      hex: typeof response === 'string' ? response : '',
    }
  }
  const { fplmn } = cardFileKinds
  // A file that cannot be read is no reason to tell nothing of the registration.
  const { seen } = context
  const before = seen.length
  const said = await readFile(exchange, fplmn.id, false).catch(() => undefined)
  const networks = said && isDone(said) ? networksIn(said.hex) : []
  // An empty list is no evidence of anything, and would stand behind the lines that are.
  if (networks.length === 0) seen.splice(before)
  return networks
}
