import { Fault } from '../fault'
import { partsOf } from './command'
import type { SendOptions } from './send-options'
import { messageEndsEarly, messageWithoutEnd } from './words'

const SUB = 0x1a
const ESC = 0x1b

/** Throws `at-bad-command` when the payload would end early, never, or as a cancellation (27.005 3.5.1). */
export function assertPayload(command: string, options: SendOptions): void {
  const { payload } = options
  if (!payload || !partsOf(command).some((part) => /^\+CM(GS|GW|GC)$/.test(part.name))) return
  if (payload[payload.length - 1] !== SUB) throw new Fault('at-bad-command', messageWithoutEnd)
  if (payload.subarray(0, -1).some((octet) => octet === SUB || octet === ESC))
    throw new Fault('at-bad-command', messageEndsEarly)
}
