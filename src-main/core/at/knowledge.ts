import type { Severity, Words } from '../words'
import type { EndingsOf } from './endings'

/** A value inside facts: JSON, so that it crosses every host unchanged. */
export type FactValue =
  | string
  | number
  | boolean
  | null
  | readonly FactValue[]
  | { readonly [name: string]: FactValue | undefined }

/** What a line says, under 3GPP TS 27.007 names in lower case with underscores. */
export type Facts = { readonly [name: string]: FactValue | undefined }

/** What a secret is, so that every view and export masks it and gives it a stable pseudonym. */
export type SecretKind =
  | 'imei'
  | 'imsi'
  | 'iccid'
  /** TMSI, P-TMSI and GUTI: what the network calls the SIM by, with where it last was. */
  | 'tmsi'
  | 'key'
  | 'number'
  | 'name'
  | 'message'
  | 'password'
  | 'pin'
  | 'position'
  | 'address'
  | 'cell'

/** A stretch of the raw line that identifies somebody or opens something. `start` and `end` are character offsets. */
export interface Secret {
  readonly kind: SecretKind
  readonly start: number
  readonly end: number
}

/** One line (or command) explained: what it is, what its values mean, whether it asks for attention. */
export interface Explanation {
  /** The name of the command or line: `+CEREG`, `ATI`, `OK`, `NO CARRIER`. */
  readonly name: string
  readonly facts: Facts
  readonly words: Words
  readonly severity: Severity
  readonly secrets: readonly Secret[]
  /** Where it is defined: `3GPP TS 27.007, 10.1.22`. */
  readonly spec?: string
}

/** Why a network refused: `emm` the modem (3GPP TS 24.301 annex A), `esm` its data connection (annex B). */
export interface NetworkCause {
  readonly kind: 'emm' | 'esm'
  readonly code: number
  /** As the standard calls it. */
  readonly meaning: Words
  /** What usually helps. */
  readonly fix: Words
}

/** What to know about a line before explaining it. */
export interface LineContext {
  /** The command in flight whose answer the line may be part of; undefined when nothing was asked. */
  readonly command?: string | undefined
  /** The character set the modem was told to use (+CSCS). */
  readonly charset?: 'UCS2' | 'GSM' | 'IRA' | undefined
  /** It was told to give the reason of an error (+CMEE), or has given one. */
  readonly reasons?: boolean | undefined
}

/** What the core may ask of the catalogue of decoders; the bench hands it in. */
export interface Knowledge {
  /** A line that came from the modem. Undefined when no decoder knows it. */
  line(line: string, context: LineContext): Explanation | undefined
  /** A command as it was typed or sent. Undefined when no decoder knows it. */
  command(command: string): Explanation | undefined
  /** The facts of a whole answer (all its lines without echo and final result); empty when no decoder knows it. */
  answer(command: string, lines: readonly string[], context?: LineContext): Facts
  /** The cause of the network that a line tells, by its number or its name; undefined where it tells none, or one that no table has. */
  networkCause(line: string, context: LineContext): NetworkCause | undefined
  /** What ends this command line besides the results of V.250: the decoders of its commands say it. */
  readonly endings: EndingsOf
}
