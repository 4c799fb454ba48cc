import { version } from '../version'
import { contractDeclarations } from './contract-declarations'

/** What a script imports from "modem-bench", as types for an editor and for tsc: a file beside the script is enough. */
export const scriptTypes = (): string =>
  [
    `// Made by "modem-bench api script" from the contract of version ${version}.`,
    "declare module 'modem-bench' {",
    contractDeclarations(),
    declared,
    '}',
    '',
  ].join('\n')

const declared = `
export type CallName = keyof Calls
export type EventName = keyof Events
type Target = Calls['connect.start']['input']['target']
/** How a connection ended, with what was seen, what it means and what to try. */
export type ConnectVerdict = NonNullable<SlotState['connect']['verdict']>

/** The bench that "modem-bench run" was started on. */
export function openBench(): Promise<Bench>

/** Waits so many milliseconds. Rejects when the script is to end. */
export function sleep(ms: number): Promise<void>

/** What a call fails with. */
export class BenchFault extends Error {
  /** The kind of fault, the same in every language. */
  readonly code: string
  readonly title: string
  /** What was seen. */
  readonly detail: string
  /** What to try. */
  readonly tries: readonly string[]
}

export interface Bench {
  /** Aborted when the script is to end: Ctrl-C, or its time is over. 3 s later it is ended. */
  readonly signal: AbortSignal
  slot(name: 'a' | 'b'): Slot
  /** Any call of the contract. Rejects with BenchFault. */
  call<N extends CallName>(
    name: N,
    ...input: undefined extends Calls[N]['input'] ? [input?: Calls[N]['input']] : [input: Calls[N]['input']]
  ): Promise<Calls[N]['answer']>
  /** Calls back at each event of this name; the script is not over while it listens. Returns the way to stop. */
  on<N extends EventName>(name: N, listener: (value: Events[N]) => void): () => void
}

export interface AtOptions {
  /** How long the answer is waited for; absent: as long as its kind may take. */
  readonly timeoutMs?: number
  /** What is sent when the modem prompts for it (AT+CMGS, AT+CIPSEND …): text as UTF-8, or octets. */
  readonly payload?: string | Uint8Array
  /** Wait for the line behind the final result, where that carries the true one. */
  readonly awaitSecond?: boolean
}

/** What is asked of a connection; what a preset holds is filled in where nothing is given. */
export type ConnectOptions = Partial<Target> & {
  /** The id or the name of a preset: \`soracom\`. */
  readonly preset?: string
}

/** One of the two slots of a bench: a port and the modem behind it. */
export interface Slot {
  readonly name: 'a' | 'b'
  /** Opens a port (a path, \`tcp:host:port\`, \`sim:sim7672\`) and brings AT to it. */
  open(path: string, options?: NonNullable<Calls['port.open']['input']['options']>): Promise<void>
  /** Hangs up, whatever became of the call, and closes the port. */
  close(): Promise<void>
  /** Sends a command and waits for its final result. One that the modem refuses is an answer, too: \`ok\` is false. */
  at(text: string, options?: AtOptions): Promise<AtAnswer>
  /** Makes a data connection and resolves with its verdict, a failed one too. */
  connect(options?: ConnectOptions): Promise<ConnectVerdict>
  /** Ends the call and a multiplexer with it; nothing happens where there is none. */
  disconnect(): Promise<void>
  /** What is known of the modem by this name, asked anew first: \`rsrp\`, \`operator\`. Undefined: it does not tell. */
  fact(key: string): Promise<KnownFact | undefined>
  /** Everything that is known of the slot now. */
  state(): Promise<SlotState>
  /** What \`find\` gives for the state of the slot, now or as soon as that is no longer undefined. Rejects after \`timeoutMs\`. */
  until<T>(find: (state: SlotState) => T | undefined, options?: { readonly timeoutMs?: number }): Promise<T>
}`
