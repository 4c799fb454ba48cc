/** What lpac asks of the one that holds its card (its back-end `stdio`, docs/backends/stdio-schema.json). */
export const apduFunctions = [
  'connect',
  'disconnect',
  'logic_channel_open',
  'logic_channel_close',
  'transmit',
] as const
export type ApduFunction = (typeof apduFunctions)[number]

/** What lpac asks of its card. */
export interface CardRequest {
  readonly func: ApduFunction
  readonly octets: Uint8Array
}
/** What becomes of it: the channel that was opened, 0, or below 0 where it failed; and what the card answered. */
export interface CardAnswer {
  readonly ecode: number
  readonly data?: Uint8Array
}
export type AskCard = (request: CardRequest) => Promise<CardAnswer>

/**
 * How lpac reaches its card: by lines of JSON on standard input and output, or, since 2.3.0 gives up there before it has its first answer, by
 * AT on a terminal that is made for it.
 */
export type LpacBackEnd = 'stdio' | 'at'

/** lpac (a local profile assistant, GSMA SGP.22) as it runs. */
export interface LpacRun {
  /** What it prints, but for what it asks of its card; ends when the program has. Fails where asking the card did. */
  readonly lines: AsyncIterable<string>
  /** Asks it to end by itself, so that it can tell card and server that nothing comes of it. */
  interrupt(): void
  kill(): void
  /** What it wrote beside its lines, once it has ended. */
  readonly ended: Promise<string>
}

/** Starts it with these arguments; rejects with `esim-lpac-missing`. */
export type StartLpac = (
  backEnd: LpacBackEnd,
  args: readonly string[],
  ask: AskCard,
) => Promise<LpacRun>
