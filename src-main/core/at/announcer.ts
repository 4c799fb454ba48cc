import type { Clock } from '../ports/clock'
import { type NoteKind, noteWords } from './note-words'
import type { Pending } from './pending'
import type { Draft, Owner, Token } from './token'

/**
 * `prompt`: the modem waits for text. `recovering`: a command was given up and its late answer is waited for, or the ladder is
 * being climbed.
 */
export type EngineState =
  | 'idle'
  | 'busy'
  | 'prompt'
  | 'recovering'
  | 'unresponsive'
  | 'data'
  | 'stopped'

/** Tells everybody who listens what was heard and how the engine is. */
export class Announcer {
  readonly #clock: Clock
  readonly #tokenListeners = new Set<(token: Token) => void>()
  readonly #stateListeners = new Set<(state: EngineState) => void>()
  #state: EngineState = 'idle'

  constructor(clock: Clock) {
    this.#clock = clock
  }

  onToken(listener: (token: Token) => void): () => void {
    this.#tokenListeners.add(listener)
    return () => this.#tokenListeners.delete(listener)
  }
  onState(listener: (state: EngineState) => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }
  get state(): EngineState {
    return this.#state
  }

  token(draft: Draft): void {
    // The draft itself becomes the token: nobody else has it, and a copy of each line costs as much as reading it.
    const token = Object.assign(draft, { atUs: this.#clock.monotonicUs() }) as Token
    for (const listener of [...this.#tokenListeners]) listener(token)
  }
  note(note: NoteKind, entry?: Pending): void {
    const words = noteWords[note]
    const raw = new Uint8Array(0)
    this.token({ kind: 'note', note, words, text: words.en, raw, ...this.owner(entry) })
  }
  show(state: EngineState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of [...this.#stateListeners]) listener(state)
  }

  /** What a token says of the command it belongs to. */
  owner(entry: Pending | undefined): Owner {
    if (!entry) return {}
    const lateMs = (this.#clock.monotonicUs() - entry.startedUs) / 1000
    return {
      commandId: entry.id,
      command: entry.command,
      ...(entry.secret ? { secret: true as const } : {}),
      ...(entry.overdue ? { late: true as const, lateMs } : {}),
    }
  }
}
