import { Fault } from '../fault'
import { concat } from '../bytes'
import { partsOf } from './command'
import type { Endings } from './endings'
import { splitFields } from './fields'
import { ruleOf } from './timeouts'
import { otherCountAnnounced } from './words'

/** The modem waits for text or octets (27.005 3.5.1, and the payloads of the makers' own commands). */
export interface OpenPrompt {
  /** The command it follows, secrets hidden. Undefined: one that an earlier program left, or that was typed raw. */
  readonly command?: string
  /** What the modem said: `> `, `@`, `DOWNLOAD`, `CONNECT`. */
  readonly text: string
  /** How many octets it takes; undefined: up to Ctrl-Z (1A). */
  readonly octets?: number
}

/** A prompt that an earlier program left is nobody's to fill. */

/** How many octets a command says that it will send after its prompt; undefined where Ctrl-Z ends them. */
export function announcedOctets(command: string, { counts }: Endings): number | undefined {
  if (counts === undefined) return undefined
  const value = partsOf(command).at(-1)?.value ?? ''
  const text = splitFields(value, 0).at(counts)?.text.trim() ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** The prompt that a command is to lead to, for a payload that is given with it. */
export function expectedPrompt(command: string, endings: Endings): OpenPrompt {
  const { prompt } = ruleOf(command)
  const octets = announcedOctets(command, endings)
  const text = endings.prompt ?? prompt ?? '> '
  return { command, text, ...(octets === undefined ? {} : { octets }) }
}

const SUB = 0x1a

/**
 * A text or file as its prompt takes it: as many octets as were announced, else with the Ctrl-Z (1A) that ends it. Throws
 * `at-bad-command` where the count is another, as the modem would wait for the rest, or take it for commands.
 */
export function wholePayload(octets: Uint8Array, open: OpenPrompt): Uint8Array {
  if (open.octets !== undefined && open.octets !== octets.length)
    throw new Fault('at-bad-command', otherCountAnnounced(open.command, open.octets, octets.length))
  if (open.octets !== undefined || !open.text.startsWith('> ') || octets.at(-1) === SUB)
    return octets
  return concat([octets, Uint8Array.of(SUB)])
}
