import { finalLine } from '../at/final'
import type { AtReply } from '../at/reply'
import type { Words } from '../words'
import { linesComeUnasked } from './words'

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
    words: {
      en: 'Errors come as numbers (+CMEE=1) instead of words.',
      ja: 'エラーが文字ではなく番号で返ります（+CMEE=1）。',
    },
  },
  {
    id: 'character-set',
    question: 'AT+CSCS?',
    left: /^\+CSCS: ?"UCS2"/i,
    restore: 'AT+CSCS="IRA"',
    words: {
      en: 'Texts come as UCS2 in hex (+CSCS="UCS2"): operator names, USSD and numbers cannot be read.',
      ja: 'テキストが UCS2 の 16 進表記で返ります（+CSCS="UCS2"）。事業者名、USSD、電話番号がそのままでは読めません。',
    },
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
    words: {
      en: '+CNSMOD lines come unasked at each change of the radio technology.',
      ja: '無線方式が変わるたびに +CNSMOD が自発的に通知されます。',
    },
  },
  {
    id: 'signal',
    question: 'AT+AUTOCSQ?',
    left: /^\+AUTOCSQ: ?1/,
    restore: 'AT+AUTOCSQ=0',
    words: {
      en: '+CSQ lines come unasked, and look like answers to AT+CSQ.',
      ja: '+CSQ が自発的に通知され、AT+CSQ の応答と紛らわしくなります。',
    },
  },
  {
    id: 'events',
    question: 'AT+CGEREP?',
    left: /^\+CGEREP: ?[12]/,
    restore: 'AT+CGEREP=0',
    words: { en: '+CGEV lines come unasked.', ja: '+CGEV が自発的に通知されます。' },
  },
]

const flow: Row = {
  id: 'flow',
  question: 'AT+IFC?',
  left: /^\+IFC: ?2,2/,
  restore: 'AT+IFC=0,0',
  words: {
    en: 'The modem waits for RTS/CTS (+IFC=2,2), but this port has it off: with three wires it would go mute.',
    ja: 'モデムは RTS/CTS フロー制御（+IFC=2,2）ですが、このポートでは無効です。3 線接続では応答しなくなります。',
  },
}

const echoOff: Leftover = {
  id: 'echo',
  seen: 'ATE0',
  restore: 'ATE1',
  words: {
    en: 'Echo is off: late answers cannot be told from new ones.',
    ja: 'エコーがオフです。遅れた応答と新しい応答を区別できません。',
  },
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
