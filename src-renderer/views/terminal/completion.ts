import type { CommandHelp, Words } from '@contract'

export interface Suggestion {
  readonly text: string
  /** What the command is about, and what this form of it does. */
  readonly title: Words
  readonly form: Words
}

const limit = 40

/** Forms of known commands that begin with what is typed; whole commands first, in the order of the reference. */
export function suggestionsFor(
  typed: string,
  reference: readonly CommandHelp[],
): readonly Suggestion[] {
  const wanted = typed.trim().toUpperCase()
  if (wanted === '') return []
  const found: Suggestion[] = []
  for (const command of reference) {
    for (const form of command.forms) {
      const text = form.text.toUpperCase()
      if (text.startsWith(wanted) && text !== wanted)
        found.push({ text: typeable(form.text), title: command.title, form: form.title })
      if (found.length === limit) return found
    }
  }
  return found
}

/** The part of a form that can be typed as it stands: `AT+CGDCONT=<cid>,…` gives `AT+CGDCONT=`. */
function typeable(form: string): string {
  const end = form.search(/[<[]/)
  return end < 0 ? form : form.slice(0, end)
}

export interface ParameterHint {
  readonly command: CommandHelp
  /** The parameter the cursor is in; -1 before the `=`. */
  readonly at: number
}

/** The command that is typed, and which of its parameters is being typed. */
export function parameterHint(
  typed: string,
  reference: readonly CommandHelp[],
): ParameterHint | undefined {
  const name = /^\s*(AT[^=?]*)/i.exec(typed)?.[1]?.trim().toUpperCase()
  if (!name) return undefined
  const command = reference.find((one) => [name, name.slice(2)].includes(one.name.toUpperCase()))
  if (!command) return undefined
  const equals = typed.indexOf('=')
  return { command, at: equals < 0 ? -1 : commasIn(typed.slice(equals + 1)) }
}

function commasIn(text: string): number {
  let count = 0
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (character === ',' && !quoted) count++
  }
  return count
}
