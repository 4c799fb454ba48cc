import { addressesText, type CallError, type SlotState, type Verdict, type Words } from '@contract'
import { modeKey } from '../../components/mode-ways'
import { say, seen, t, type TextKey } from '../../text'
import { dayTimeText } from '../../text/time'
import { modemName } from '../../components/modem-name'
import { portName } from '../../components/port-name'

/** What the one button of the answer bar does. */
export type Act =
  | 'open'
  | 'connect'
  | 'again'
  | 'cancelConnect'
  | 'disconnect'
  | 'ask'
  | 'back'
  | 'cancelBack'
  | 'resume'
  | 'cycle'
  | 'board'
  | 'care'
  | 'pin'
  | 'card'

/** A sentence of the window's own, with what it names, or one that came from the host. */
export type Sentence =
  | Words
  | { readonly key: TextKey; readonly named?: Readonly<Record<string, string | Words | number>> }

/** What led to it, and all there is to try. */
export interface Why {
  readonly meaning: Sentence
  readonly seen: readonly (string | Words)[]
  readonly tries: readonly Sentence[]
}

/** How a slot stands, in one sentence, and the one thing to do about it. */
export interface Answer {
  readonly level: 'idle' | 'busy' | 'fine' | 'notice' | 'warning' | 'failure'
  readonly sentence: Sentence
  readonly act: Act | null
  readonly why: Why | null
}

/** What the state of the slot does not hold. */
export interface AnswerExtra {
  /** Why the last attempt to open the port failed. */
  readonly problem: CallError | null
  /** What stands in the port field. */
  readonly chosen: string
}

const of = (
  level: Answer['level'],
  sentence: Sentence,
  act: Act | null = null,
  why: Why | null = null,
): Answer => ({ level, sentence, act, why })

/** The first of what can be said that applies, from the port upwards. */
export function answerOf(state: SlotState, extra: AnswerExtra): Answer {
  return (
    ofPort(state, extra) ??
    ofWayBack(state) ??
    ofRun(state) ??
    ofPrompt(state) ??
    ofCall(state) ??
    ofSilence(state) ??
    ofLink(state) ??
    ofMode(state)
  )
}

function ofPort({ port }: SlotState, { problem, chosen }: AnswerExtra): Answer | undefined {
  const detail = port?.detail ?? ''
  const shown = detail === '' ? [] : [detail]
  switch (port?.state) {
    case 'open':
      return undefined
    case 'opening':
      return of('busy', { key: 'answer.opening', named: { port: portName(port.label) } })
    case 'gone': {
      const why = { meaning: { key: 'port.goneHint' }, seen: shown, tries: [] } as const
      return of('warning', { key: 'answer.gone' }, null, why)
    }
    case 'failed': {
      const meaning = { key: 'answer.portFailed', named: { port: portName(port.path) } } as const
      return of('failure', meaning, 'open', { meaning, seen: shown, tries: [] })
    }
    default:
  }
  if (problem) {
    const { meaning, tries, said, detail: told } = problem
    const lines = said ? [said] : told === '' ? [] : [told]
    return of('failure', meaning, 'open', { meaning, seen: lines, tries })
  }
  return chosen.trim() === ''
    ? of('idle', { key: 'answer.choose' })
    : of('idle', { key: 'answer.closed' }, 'open')
}

function ofWayBack({ back, mode, board }: SlotState): Answer | undefined {
  const steps = back?.steps.map(({ words }) => words) ?? []
  if (back?.running) {
    const meaning = { key: 'wayBack.running' } as const
    const last = steps.at(-1)
    const sentence: Sentence = last
      ? { key: 'answer.goingBack', named: { step: last } }
      : { key: 'wayBack.running' }
    return of('busy', sentence, 'cancelBack', { meaning, seen: steps, tries: [] })
  }
  if (back?.result !== 'none' || mode !== 'unknown') return undefined
  const meaning = { key: 'wayBack.stuck' } as const
  const power = board && (board.can.reset || (board.can.off && board.can.on))
  const tries: readonly Sentence[] = power ? [] : [{ key: 'wayBack.byHand' }]
  const why = { meaning, seen: steps, tries }
  return of('failure', meaning, power ? 'cycle' : 'board', why)
}

function ofRun({ connect }: SlotState): Answer | undefined {
  if (connect.state === 'disconnecting') return of('busy', { key: 'answer.disconnecting' })
  if (connect.state !== 'running') return undefined
  const step = connect.steps.find((one) => one.state === 'running')
  const sentence: Sentence = step
    ? { key: 'answer.connecting', named: { step: step.title } }
    : { key: 'answer.begins' }
  return of('busy', sentence, 'cancelConnect')
}

function ofPrompt({ prompt }: SlotState): Answer | undefined {
  return prompt ? of('notice', { key: 'answer.prompt' }) : undefined
}

/** Somebody waits for an answer. */
function ofCall({ voice }: SlotState): Answer | undefined {
  if (voice?.phase !== 'incoming') return undefined
  return of('notice', { key: 'answer.incoming', named: { number: voice.number } })
}

/** The verdict of a connection that did not get beyond the port. */
export function silenceTold({ state, verdict }: SlotState['connect']): Verdict | undefined {
  return state === 'failed' && verdict?.step === 'port' ? verdict : undefined
}

function ofSilence({ unresponsive, sleep, connect }: SlotState): Answer | undefined {
  // No answer is not death: it was granted to sleep.
  if (sleep) {
    const meaning = sleepSentence(sleep)
    return of('notice', meaning, 'ask', { meaning, seen: [], tries: [{ key: 'answer.wakeIt' }] })
  }
  if (!unresponsive) return undefined
  // A connection that was tried knows what came instead of an answer.
  const heard = silenceTold(connect)
  if (heard) {
    const { meaning, title = meaning, seen: lines, tries } = heard
    return of('failure', title, 'care', { meaning, seen: lines, tries })
  }
  const meaning = { key: 'mode.silentHint' } as const
  return of('failure', meaning, 'care', { meaning, seen: [], tries: [] })
}

function sleepSentence({ untilMs, told }: NonNullable<SlotState['sleep']>): Sentence {
  if (untilMs === null) return { key: 'answer.sleepsLong' }
  const named = { until: dayTimeText(untilMs) }
  return { key: told ? 'answer.sleeps' : 'answer.maySleep', named }
}

function ofLink({ ip, connect, at, mode }: SlotState): Answer | undefined {
  if (at.held) return of('notice', { key: 'terminal.held' }, 'resume')
  if (!ip) return at.through === null && mode !== 'unknown' ? refused(mode, at.found) : undefined
  const address = addressesText(ip)
  const act = connect.state === 'connected' ? 'disconnect' : 'back'
  const ping = connect.verdict?.ping
  if (!ping) return of('fine', { key: 'answer.online', named: { address } }, act)
  if (ping.received === 0)
    return of('warning', { key: 'answer.noPing', named: { address, host: ping.host } }, act)
  const ms = Math.round(ping.avgMs ?? 0)
  return of('fine', { key: 'answer.onlinePing', named: { address, ms } }, act)
}

/** Commands are refused: who has the port, and the way back. */
function refused(mode: SlotState['mode'], found: boolean): Answer | undefined {
  if (mode === 'cmux' && found) return of('warning', { key: 'wayBack.cmuxFound' }, 'back')
  if (mode !== 'data') return undefined
  return found
    ? of('warning', { key: 'wayBack.dataFound' }, 'back')
    : of('notice', { key: 'terminal.refused' }, 'back')
}

/** The modem answers, but no connection is possible with its SIM as it is. */
function ofSim({ rungs, facts, mode }: SlotState): Answer | undefined {
  if (mode !== 'command' && mode !== 'cmux') return undefined
  if (rungs.find(({ id }) => id === 'sim')?.state !== 'failure') return undefined
  const sim = facts.find(({ key }) => key === 'sim')
  const told = simAnswers[sim?.value ?? '']
  // What the modem said last of it, with its advice, is behind "Why".
  if (told)
    return of('warning', told.sentence, told.act, {
      meaning: sim?.words ?? told.sentence,
      seen: [],
      tries: [],
    })
  return sim?.words && of('warning', sim.words, 'connect')
}

const noSim = { sentence: { key: 'answer.simNone' }, act: 'again' } as const
/** 3GPP TS 27.007, 8.3: <code>, where a person has to do one thing. Which command met it first does not matter. */
const simAnswers: {
  readonly [code: string]: { readonly sentence: Sentence; readonly act: Act } | undefined
} = {
  'NOT INSERTED': noSim,
  'SIM REMOVED': noSim,
  'SIM PIN': { sentence: { key: 'answer.simPin' }, act: 'pin' },
  'SIM PUK': { sentence: { key: 'answer.simPuk' }, act: 'card' },
}

/** One command without an answer is no dead modem yet, and no ready one either. */
function ofUnanswered({ unanswered, inFlight, mode }: SlotState): Answer | undefined {
  if (!unanswered || (mode === 'unknown' && inFlight)) return undefined
  const { code, command, meaning, tries } = unanswered
  const key = code === 'at-garbled' ? 'answer.garbled' : 'answer.unanswered'
  return of('warning', { key, named: { command } }, 'ask', { meaning, seen: [], tries })
}

function ofMode(state: SlotState): Answer {
  const { connect, mode, inFlight } = state
  const { verdict } = connect
  if (connect.state === 'failed' && verdict) {
    const { meaning, title = meaning, tries } = verdict
    return of('failure', title, 'again', { meaning, seen: verdict.seen, tries })
  }
  const unanswered = ofUnanswered(state)
  if (unanswered) return unanswered
  const name = modemName(state)
  const stopped = ofSim(state)
  if (stopped) return stopped
  if (mode === 'command' || mode === 'cmux' || mode === 'data')
    return name !== undefined
      ? of('fine', { key: 'answer.ready', named: { name } }, 'connect')
      : of('fine', { key: 'answer.readyNameless' }, 'connect')
  if (mode === 'unknown')
    return inFlight
      ? of('busy', { key: 'answer.asking' })
      : of('idle', { key: 'answer.unasked' }, 'ask')
  return of('busy', { key: `modeHint.${modeKey(state)}` })
}

/** The sentence in the reader's language. */
export function sentenceText(sentence: Sentence): string {
  if (!('key' in sentence)) return say(sentence)
  const named = Object.entries(sentence.named ?? {}).map(
    ([name, value]) => [name, typeof value === 'number' ? value : seen(value)] as const,
  )
  return t(sentence.key, Object.fromEntries(named))
}

/** 3GPP TS 27.007, 10.1.22: registration denied. What is asked behind it for its reason may be refused as well. */
const tellsDenial = /^\+C(?:5G|E|G)?REG: (?:\d,)?3(?:$|,"|,,)/
/** 3GPP TS 27.007, 6.10: why the last call was not set up, where it names a reason. */
const tellsCause = /^\+CEER: (?!\d+$|.*\b(?:no cause|no report|no error|normal|none)\b)/i
/** What stands in the way of all else is told with OK. */
const tellsSim = /^\+CPIN: (?!READY)/
const tellsFailure = /ERROR|NO CARRIER|NO ANSWER|BUSY|Reject|Failure|Nak|denied/i

/** What was seen with the line first that says what failed. */
export function failingFirst(lines: readonly string[]): {
  readonly failing: string | undefined
  readonly others: readonly string[]
} {
  const last = (rule: RegExp) => lines.findLastIndex((line) => rule.test(line))
  const found = [tellsDenial, tellsCause, tellsFailure, tellsSim].map(last).find((at) => at >= 0)
  const index = found ?? lines.length - 1
  return { failing: lines[index], others: lines.filter((_line, at) => at !== index) }
}
