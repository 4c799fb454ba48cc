import { parseCommands, type Command, type Form } from '@core/at/command-text'
import type { Decoder, Group, Note, Reading } from '@core/at/decoder'
import type { Endings } from '@core/at/endings'
import type { Explanation, Facts, Knowledge, LineContext } from '@core/at/knowledge'
import { explainCommand, explainFacts } from '@core/at/phrase-words'
import type { Words } from '@core/words'
import { combine, readPart } from './shared/combine'
import { joinEndings } from './shared/join-endings'
import { networkCauseOf } from './shared/network-cause'
import { describe, type FormDoc, type ParameterDoc } from './shared/describe'
import { createRegistry } from './shared/registry'
import { decodersOf } from './shared/decoders-of'
import { longestLine, sortLines } from './shared/sort-lines'

const found = import.meta.glob<unknown>(['./*/*.ts', '!./shared/*.ts'], {
  eager: true,
  import: 'default',
})

/** Every decoder of the groups' folders: adding one is adding a file, or a row to the file of its family. */
export const registry = createRegistry(decodersOf(found))

/** Commands come again and again; a few hundred different ones cover any session. */
const parsed = new Map<string, Command[]>()

export function commandsOf(text: string): readonly Command[] {
  const known = parsed.get(text)
  if (known) return known
  const commands = text.length > longestLine ? [] : parseCommands(text)
  if (parsed.size >= 512) parsed.clear()
  if (text.length < 512) parsed.set(text, commands)
  return commands
}

/** The catalogue as the core and the bench use it. */
export const knowledge: Knowledge = {
  line: explainLine,
  command: explainSent,
  answer: answerFacts,
  networkCause(line, context) {
    const explained = explainLine(line, context)
    return explained && networkCauseOf(explained)
  },
  endings: endingsOf,
}

/** What the names of lines begin with that a modem may send unasked. */
export const unsolicitedPrefixes: readonly string[] = registry.all
  .filter((one) => one.urc !== undefined)
  .flatMap((one) => one.prefixes)

/** A log says the same things over and over (polls, OK); explanations never change, so they are shared. */
const explained = new Map<string, Explanation | undefined>()

function explainLine(line: string, context: LineContext): Explanation | undefined {
  if (line.length > 128) return explainAfresh(line, context)
  const key = `${context.charset ?? ''}${context.reasons === true ? '!' : ''}\n${context.command ?? ''}\n${line}`
  const known = explained.get(key)
  if (known || explained.has(key)) return known
  const fresh = explainAfresh(line, context)
  if (explained.size >= 4096) explained.clear()
  explained.set(key, fresh)
  return fresh
}

function explainAfresh(line: string, context: LineContext): Explanation | undefined {
  if (line.length > longestLine) return undefined
  const sent = context.command ?? ''
  const commands = sent === '' ? [] : commandsOf(sent)
  if (sent !== '' && line.trim() === sent.trim()) return explainSent(line)
  for (const command of commands) {
    const decoder = registry.ofCommand(command.name)
    if (decoder?.answers(line, command)) return answered(decoder, line, command, context)
  }
  const known = registry.ofLine(line)
  if (known) return unasked(known, line, context, known.final ? commands[0] : undefined)
  return freeLine(line, commands, context)
}

function answered(
  decoder: Decoder,
  line: string,
  command: Command,
  context: LineContext,
): Explanation {
  const asked = { form: command.form, command, charset: context.charset }
  const reading = decoder.decode([line], asked)
  return explanation(decoder, reading, explainFacts(decoder, reading.facts, asked))
}

/** `ended`: a result is of nobody's form, but what it says may depend on the command it ends. */
function unasked(
  decoder: Decoder,
  line: string,
  context: LineContext,
  ended: Command | undefined,
): Explanation {
  const { charset, reasons } = context
  const asked = { form: 'urc', command: ended, charset, reasons } as const
  const reading = decoder.decode([line], asked)
  return explanation(decoder, reading, explainFacts(decoder, reading.facts, asked))
}

/** Bare digits after AT+CGSN, a PDU after its header: lines only the command in flight explains. */
function freeLine(
  line: string,
  commands: readonly Command[],
  context: LineContext,
): Explanation | undefined {
  if (line.trim() === '') return undefined
  for (const command of commands) {
    const decoder = registry.ofCommand(command.name)
    if (!decoder?.free && !decoder?.body) continue
    const explained = answered(decoder, line, command, context)
    if (Object.keys(explained.facts).length > 0) return explained
  }
  return undefined
}

function explanation(decoder: Decoder, reading: Reading, note: Note): Explanation {
  return {
    name: decoder.id,
    facts: reading.facts,
    words: note.words,
    severity: note.severity ?? 'fine',
    secrets: reading.secrets,
    spec: decoder.spec,
  }
}

function explainSent(text: string): Explanation | undefined {
  const all = commandsOf(text).flatMap((command) => {
    const decoder = registry.ofCommand(command.name)
    return decoder ? [sentOne(decoder, text, command)] : []
  })
  const [first] = all
  if (!first || all.length === 1) return first
  return {
    ...first,
    facts: combine(all.map(({ name, facts }) => ({ name, facts }))),
    words: {
      en: all.map((one) => one.words.en).join(' '),
      ja: all.map((one) => one.words.ja).join(' '),
    },
    secrets: all.flatMap((one) => one.secrets),
  }
}

function sentOne(decoder: Decoder, text: string, command: Command): Explanation {
  const reading = command.args === '' ? nothing : decoder.decodeSet(text, command)
  return explanation(decoder, reading, explainCommand(decoder, reading.facts, command))
}

const nothing: Reading = { facts: {}, problems: [], secrets: [] }

function answerFacts(command: string, lines: readonly string[], context: LineContext = {}): Facts {
  const sorted = sortLines(registry, command, commandsOf(command), lines)
  return combine(
    sorted.parts.flatMap((part) => {
      const reading = readPart(part, command, true, context.charset)
      return reading && part.decoder ? [{ name: part.decoder.id, facts: reading.facts }] : []
    }),
  )
}

/** A command as completion, the reference panel and docs/at-commands.md show it. */
export interface CommandDoc {
  readonly name: string
  readonly forms: readonly FormDoc[]
  readonly title: Words
  readonly parameters: readonly ParameterDoc[]
  readonly spec: string
  readonly group: Group
}

export type { Form, FormDoc, ParameterDoc }

/** Every command the catalogue knows, by name. */
export function commandReference(): CommandDoc[] {
  return registry.all.flatMap(describe)
}

const endingsOfLine = new Map<string, Endings>()

/** What ends a command line: its last command's final result, anybody's prompt and true result. */
function endingsOf(text: string): Endings {
  const known = endingsOfLine.get(text)
  if (known) return known
  const fresh = joinEndings(registry, commandsOf(text))
  if (endingsOfLine.size >= 512) endingsOfLine.clear()
  if (text.length < 512) endingsOfLine.set(text, fresh)
  return fresh
}
