import type { Severity, Words } from '../words'
import type { Command, Form } from './command-text'
import type { Endings } from './endings'
import type { Facts, LineContext, Secret } from './knowledge'
import { lineName } from './line-name'
import type { Parameter } from './parameter'
import { collect, positional, testFacts } from './read-facts'
import { Row } from './row'

/** Where a command belongs in the reference. */
export type Group =
  | 'result'
  | 'basic'
  | 'identity'
  | 'sim'
  | 'network'
  | 'signal'
  | 'packet'
  | 'control'
  | 'sms'
  | 'call'
  | 'power'
  | 'internet'
  | 'simcom'
  | 'quectel'
  | 'u-blox'
  | 'telit'
  | 'sierra'
  | 'nordic'
  | 'cinterion'
  | 'huawei'
  | 'others'

/** What a line answers: a form of its command, or nobody (`urc`). */
export interface Asked {
  readonly form: Form | 'urc'
  readonly command?: Command | undefined
  readonly charset?: LineContext['charset']
  readonly reasons?: LineContext['reasons']
}

/** A sentence about facts and how much attention they ask for (`fine` unless said). */
export interface Note {
  readonly words: Words
  readonly severity?: Severity
}

/** What a decoder file gives. Only what differs from the ordinary way of reading needs a function. */
export interface Definition {
  /** The command, or the line's own name: `+CEREG`, `ATI`, `PB DONE`. */
  readonly id: string
  /** Further commands that do the same. */
  readonly aliases?: readonly string[]
  /** What its lines begin with, when not the id and the aliases. */
  readonly prefixes?: readonly string[]
  /** A line without a prefix: the whole of it must match. */
  readonly pattern?: RegExp
  /** Lines of other names that are part of this answer, such as +GCAP in ATI. */
  readonly includes?: readonly string[]
  /** What it is about, as a noun: `registration in LTE`. */
  readonly title: Words
  /** What the bare command does, as a sentence, when it does something rather than ask. */
  readonly does?: Words
  readonly spec: string
  readonly group: Group
  /** `read`, `set` and `test` unless said; a line that nobody asks for has none. */
  readonly forms?: readonly Form[]
  readonly parameters?: readonly Parameter[]
  /** Parameters of the set form when they differ. */
  readonly set?: readonly Parameter[]
  /** Several lines make a list under this name, even when there is one. */
  readonly list?: string
  /** So many fields a row of an answer has at least; a line that ends before is named as cut. */
  readonly least?: number
  /** Several lines give only `entries`. */
  readonly onlyEntries?: boolean
  /** Lines may come unasked; with parameters of their own when they differ. */
  readonly urc?: true | readonly Parameter[]
  /** The answer may be a line without prefix. */
  readonly free?: boolean
  /** Ends an answer: always (`hard`), or only where nothing harder does (`soft`: NO CARRIER, SEND OK). */
  readonly final?: 'hard' | 'soft'
  /** What ends the command besides OK and its kin, and what it says on the way; its set and bare forms unless said. */
  readonly ends?: Endings & { readonly forms?: readonly Form[] }
  /** The set form asks for something and stores nothing: without lines there is nothing to say. */
  readonly asks?: boolean
  /** What the set form does when its first number (`#`) stands alone: `Deletes entry #.` */
  readonly alone?: Words
  /** The set form without any value has a meaning of its own: `AT+CPSMS=`. */
  readonly empty?: true
  /** The set form answers with lines, although such lines may also come unasked. */
  readonly setAnswers?: boolean
  /** The line after the header belongs to it (a PDU). */
  readonly body?: 'urc' | 'answer' | 'both'
  /** Tells an unsolicited line from an answer while the command is outstanding. */
  readonly isUnsolicited?: (row: Row) => boolean
  readonly row?: (row: Row, asked: Asked) => Facts
  readonly answer?: (rows: readonly Row[], asked: Asked) => Facts
  readonly test?: (rows: readonly Row[], asked: Asked) => Facts
  readonly setFacts?: (row: Row, command: Command) => Facts
  /** Adds what follows from the facts (dBm from an index). */
  readonly derive?: (facts: Facts, asked: Asked) => Facts
  readonly explain?: (facts: Facts, asked: Asked) => Note | undefined
  /** A sentence about the command as sent, when the ordinary one will not do. */
  readonly explainCommand?: (facts: Facts, command: Command) => Note | undefined
}

/** What reading lines gave: facts, what could not be read, and what must be masked (offsets in the last line). */
export interface Reading {
  readonly facts: Facts
  readonly problems: readonly string[]
  readonly secrets: readonly Secret[]
}

/** One AT answer or unsolicited line that the product understands. */
export interface Decoder extends Definition {
  readonly commands: readonly string[]
  readonly prefixes: readonly string[]
  readonly forms: readonly Form[]
  readonly parameters: readonly Parameter[]
  /** Facts of all the lines of one answer, or of one unsolicited line (with its body). */
  decode(lines: readonly string[], asked: Asked): Reading
  /** The line is its own, and an answer by its shape while `command` is outstanding. */
  answers(line: string, command: Command): boolean
  /** The values a set command carries; `text` is the command line it stands in. */
  decodeSet(text: string, command: Command): Reading
}

/** Completes what a decoder file says with the ordinary way of reading. */
export function decoder(definition: Definition): Decoder {
  const own = [definition.id, ...(definition.aliases ?? [])]
  const named = definition.pattern === undefined
  const forms = definition.forms ?? (named ? ['read', 'set', 'test'] : [])
  const complete = {
    ...definition,
    commands: forms.length > 0 ? own : [],
    prefixes: definition.prefixes ?? (named ? own.filter((name) => /^\W/.test(name)) : []),
    forms,
    parameters: definition.parameters ?? [],
  }
  return {
    ...complete,
    decode: (lines, asked) => decodeLines(complete, lines, asked),
    decodeSet: (text, command) => decodeSet(complete, text, command),
    answers: (line, command) => answers(complete, line, command),
  }
}

type Complete = Omit<Decoder, 'decode' | 'decodeSet' | 'answers'>

function answers(from: Complete, line: string, command: Command): boolean {
  const { name, end } = lineName(line)
  if (!from.prefixes.includes(name)) return from.includes?.includes(name) ?? false
  if (command.form === 'test') return true
  if (command.form === 'set' && from.urc && !from.setAnswers) return false
  return !from.isUnsolicited?.(new Row(line, end))
}

function decodeLines(from: Complete, lines: readonly string[], asked: Asked): Reading {
  const rows = lines.map((line) => new Row(line, prefixEnd(from, line)))
  const facts = factsOf(from, rows, asked)
  return {
    facts,
    problems: rows.flatMap((row) => row.problems),
    secrets: rows.at(-1)?.secrets ?? [],
  }
}

function factsOf(from: Complete, rows: readonly Row[], asked: Asked): Facts {
  if (asked.form === 'test')
    return (from.test ?? testFacts(from.set ?? from.parameters))(rows, asked)
  if (from.answer) return from.answer(rows, asked)
  if (from.pattern && !from.row) return { event: rows[0]?.line.trim() ?? from.id }
  const urc = asked.form === 'urc' && Array.isArray(from.urc) ? from.urc : undefined
  const parameters: readonly Parameter[] = urc ?? from.parameters
  const least = asked.form === 'urc' ? 0 : (from.least ?? 0)
  const each = rows.map((row) => {
    // A list may be empty: `+CGACT:`.
    if (row.count < least && (row.count > 0 || from.list === undefined)) {
      row.refuse(`at least ${least} fields`)
      return {}
    }
    const facts = from.row ? from.row(row, asked) : positional(row, parameters)
    return from.derive ? from.derive(facts, asked) : facts
  })
  // `+CGACT:` with nothing behind it says that there is nothing to list.
  return collect(from, from.list === undefined ? each : each.filter((_facts, i) => rows[i]?.count))
}

function decodeSet(from: Complete, text: string, command: Command): Reading {
  const row = new Row(text, command.argsStart, command.argsStart + command.args.length)
  const facts = from.setFacts
    ? from.setFacts(row, command)
    : positional(row, from.set ?? from.parameters)
  return { facts, problems: row.problems, secrets: row.secrets }
}

/** Where the values of a line begin: behind `+X:`, or at its start when the answer has no prefix. */
function prefixEnd(from: Complete, line: string): number {
  const { name, end } = lineName(line)
  return from.prefixes.includes(name) || from.includes?.includes(name) ? end : 0
}
