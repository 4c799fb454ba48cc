import type { CommandHelp, Words } from '@contract'

export interface Suggestion {
  /** What the line holds when it is taken. */
  readonly text: string
  /** The form in full, with its parameters: `AT+CFUN=<fun>,<rst>`. */
  readonly shown: string
  /** What the command is about, and what this form of it does. */
  readonly title: Words
  readonly form: Words
}

const limit = 40

/** What is known of a slot's modem and of its user. */
export interface Likely {
  /** Commands typed before, oldest first. */
  readonly history: readonly string[]
  /** Commands this modem is asked by itself, and those of them it does not know. */
  readonly polled: readonly string[]
  readonly refused: readonly string[]
}

/** The command a line or a form is about: `AT+CFUN` of `AT+CFUN=<fun>`. */
const nameOf = (text: string) => /^[^=?<[]*/.exec(text.trim().toUpperCase())?.[0] ?? ''

/** What was typed last comes first, then what this modem is known to take; what it refused comes last. */
function ranked(list: readonly Suggestion[], likely: Likely): readonly Suggestion[] {
  const places = new Map<string, number>()
  for (const command of likely.polled) places.set(nameOf(command), 1)
  for (const [at, command] of likely.history.entries()) places.set(nameOf(command), 2 + at)
  for (const command of likely.refused) places.set(nameOf(command), -1)
  const placeOf = ({ shown }: Suggestion) => places.get(nameOf(shown)) ?? 0
  return [...list].sort((one, other) => placeOf(other) - placeOf(one))
}

/**
 * What can be typed next: values of the parameter under the cursor where they are known, else forms of known commands
 * that begin with what is typed, then those whose name or title holds it.
 */
export function suggestionsFor(
  typed: string,
  reference: readonly CommandHelp[],
  likely: Likely = { history: [], polled: [], refused: [] },
): readonly Suggestion[] {
  const wanted = typed.trim().toUpperCase()
  if (wanted === '') return []
  const values = valuesFor(typed, reference)
  if (values.length > 0) return values
  const begins = formsWhere(reference, (form) => form.startsWith(wanted) && form !== wanted)
  const held = wanted.length < 3 ? [] : mentioned(wanted, reference)
  const known = new Set(begins.map((one) => one.shown))
  const others = held.filter((one) => !known.has(one.shown))
  return [...ranked(begins, likely), ...ranked(others, likely)].slice(0, limit)
}

function formsWhere(
  reference: readonly CommandHelp[],
  fits: (form: string, command: CommandHelp) => boolean,
): Suggestion[] {
  return reference.flatMap((command) =>
    command.forms
      .filter((form) => fits(form.text.toUpperCase(), command))
      .map((form) => ({
        text: typeable(form.text),
        shown: form.text,
        title: command.title,
        form: form.title,
      })),
  )
}

/** `CEREG` without its AT+, or `signal`, `電波`: words of the title. */
function mentioned(wanted: string, reference: readonly CommandHelp[]): Suggestion[] {
  const text = wanted.replace(/^AT/, '')
  return formsWhere(
    reference,
    (form, { title }) =>
      (text.length > 1 &&
        form
          .slice(2)
          .replace(/^[^A-Z]/, '')
          .startsWith(text)) ||
      title.en.toUpperCase().includes(wanted) ||
      title.ja.includes(wanted),
  )
}

/** The part of a form that can be typed as it stands: `AT+CGDCONT=<cid>,…` gives `AT+CGDCONT=`. */
export function typeable(form: string): string {
  const end = form.search(/[<[]/)
  return end < 0 ? form : form.slice(0, end)
}

function valuesFor(typed: string, reference: readonly CommandHelp[]): Suggestion[] {
  const hint = parameterHint(typed, reference)
  const parameter = hint && hint.at >= 0 ? hint.command.parameters[hint.at] : undefined
  if (!parameter?.values) return []
  const start = Math.max(typed.lastIndexOf('='), typed.lastIndexOf(',')) + 1
  const begun = typed.slice(start).trim()
  return parameter.values
    .filter(({ value }) => value.startsWith(begun) && value !== begun)
    .map(({ value, meaning }) => ({
      text: `${typed.slice(0, start)}${value}`,
      shown: `<${parameter.name}> ${value}`,
      title: meaning,
      form: parameter.meaning,
    }))
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
  if (!name || /=\s*\?/.test(typed)) return undefined
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
