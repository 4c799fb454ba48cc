import { finalLine } from '../at/final'
import type { AtReply } from '../at/reply'
import type { Words } from '../words'
import {
  linesComeUnasked,
  cgevUnasked,
  cnsmodUnasked,
  csqUnasked,
  echoIsOff,
  errorsAsNumbers,
  textsAsUcs2,
  waitsForRts,
} from './words'

/** A setting an earlier program (mostly ModemManager) left in the modem, and how to put it back. */
export interface Leftover {
  readonly id: string
  /** What was read: `+CSCS: "UCS2"`. */
  readonly seen: string
  /** The command that restores what a bench expects. */
  readonly restore: string
  readonly words: Words
}

/** What the modem said to one question; undefined where it refused or knows no such command. */
export type LeftoverAnswers = ReadonlyMap<string, string | undefined>

interface Row {
  readonly id: string
  readonly question: string
  /** The answer that shows it. */
  readonly left: RegExp
  readonly restore: string
  readonly words: Words
}

// What ModemManager 1.2x sends to a SIMCom modem when it detects and enables it; nothing of it is undone at the end.
const rows: readonly Row[] = [
  {
    id: 'errors',
    question: 'AT+CMEE?',
    left: /^\+CMEE: ?1\b/,
    restore: 'AT+CMEE=2',
    words: errorsAsNumbers,
  },
  {
    id: 'character-set',
    question: 'AT+CSCS?',
    left: /^\+CSCS: ?"UCS2"/i,
    restore: 'AT+CSCS="IRA"',
    words: textsAsUcs2,
  },
  ...(['+CREG', '+CGREG', '+CEREG'] as const).map((name) => ({
    id: name.slice(1).toLowerCase(),
    question: `AT${name}?`,
    left: new RegExp(`^\\${name}: ?[1-5],`),
    restore: `AT${name}=0`,
    words: linesComeUnasked(name),
  })),
  {
    id: 'system-mode',
    question: 'AT+CNSMOD?',
    left: /^\+CNSMOD: ?1,/,
    restore: 'AT+CNSMOD=0',
    words: cnsmodUnasked,
  },
  {
    id: 'signal',
    question: 'AT+AUTOCSQ?',
    left: /^\+AUTOCSQ: ?1/,
    restore: 'AT+AUTOCSQ=0',
    words: csqUnasked,
  },
  {
    id: 'events',
    question: 'AT+CGEREP?',
    left: /^\+CGEREP: ?[12]/,
    restore: 'AT+CGEREP=0',
    words: cgevUnasked,
  },
]

const flow: Row = {
  id: 'flow',
  question: 'AT+IFC?',
  left: /^\+IFC: ?2,2/,
  restore: 'AT+IFC=0,0',
  words: waitsForRts,
}

const echoOff: Leftover = {
  id: 'echo',
  seen: 'ATE0',
  restore: 'ATE1',
  words: echoIsOff,
}

export const leftoverQuestions: readonly string[] = [...rows, flow].map((row) => row.question)

/** What differs from what a bench expects. `rtscts`: the port itself uses RTS/CTS. */
export function leftoversIn(
  answers: LeftoverAnswers,
  known: { readonly echo: boolean; readonly rtscts: boolean },
): Leftover[] {
  const asked = known.rtscts ? rows : [...rows, flow]
  const found = asked.flatMap(({ id, question, left, restore, words }) => {
    const seen = answers.get(question)
    return seen !== undefined && left.test(seen) ? [{ id, seen, restore, words }] : []
  })
  return known.echo ? found : [echoOff, ...found]
}

/** A line that takes commands, and tells of echoes. */
export interface LeftoverLine {
  send(command: string): Promise<AtReply>
  /** Calls back at each echo; returns the way to stop. */
  onEcho(listener: () => void): () => void
}

/** Asks one question after the other; a command the modem does not know is no leftover. */
export async function readLeftovers(line: LeftoverLine, rtscts: boolean): Promise<Leftover[]> {
  let echo = false
  const stop = line.onEcho(() => (echo = true))
  try {
    const answers = new Map<string, string | undefined>()
    for (const question of leftoverQuestions) {
      const reply = await line.send(question)
      answers.set(question, reply.ok ? reply.lines[0] : undefined)
    }
    return leftoversIn(answers, { echo, rtscts })
  } finally {
    stop()
  }
}

/** How putting back went. */
export interface Restored {
  readonly id: string
  readonly command: string
  readonly ok: boolean
  readonly final: string
}

export async function restoreLeftovers(
  line: LeftoverLine,
  found: readonly Leftover[],
): Promise<Restored[]> {
  const done: Restored[] = []
  for (const { id, restore } of found) {
    const reply = await line.send(restore)
    done.push({ id, command: restore, ok: reply.ok, final: finalLine(reply.final) })
  }
  return done
}
