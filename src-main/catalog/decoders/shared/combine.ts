import type { Facts, FactValue, LineContext } from '@core/at/knowledge'
import type { Reading } from '@core/at/decoder'
import type { Part } from './sort-lines'

/** The facts of one command's answer, or undefined when there is nothing to say. */
export function readPart(
  part: Part,
  sent: string,
  done: boolean,
  charset: LineContext['charset'],
): Reading | undefined {
  const { command, decoder, lines } = part
  if (!decoder) return undefined
  if (lines.length > 0) return decoder.decode(lines, { form: command.form, command, charset })
  if (!done) return undefined
  if (command.form === 'set' && !decoder.asks) return decoder.decodeSet(sent, command)
  if (command.form === 'test' || !decoder.list) return undefined
  return { facts: { [decoder.list]: [] }, problems: [], secrets: [] }
}

/**
 * The facts of several commands sent in one line. Names that more than one uses are kept only under the command
 * (`+CREG: {…}`), since a single `stat` could not say whose it is.
 */
export function combine(
  answers: readonly { readonly name: string; readonly facts: Facts }[],
): Facts {
  const [only] = answers
  if (answers.length <= 1) return only?.facts ?? {}
  const seen = new Map<string, number>()
  for (const { facts } of answers)
    for (const name of Object.keys(facts)) seen.set(name, (seen.get(name) ?? 0) + 1)
  const all: Record<string, FactValue> = {}
  for (const { name, facts } of answers) {
    all[name] = facts
    for (const [key, value] of Object.entries(facts))
      if (seen.get(key) === 1 && value !== undefined) all[key] = value
  }
  return all
}
