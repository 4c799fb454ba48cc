import { ok, wrong } from '../answer'
import type { CommandEntry } from '../behaviour'
import { numberIn } from '../parameters'

/** A command that takes a number and changes nothing one could see. */
export function accepted(name: string, highest: number): CommandEntry {
  return {
    name,
    test: () => ok(`${name}: (0-${highest})`),
    read: () => ok(`${name}: 0`),
    set: ({ values }) => (numberIn(values[0], 0, highest) === undefined ? wrong : {}),
  }
}
