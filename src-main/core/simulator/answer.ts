import { cmeText } from './cme'
import type { CmeCode } from './cme'
import { cmsText } from './cms'
import type { CmsCode } from './cms'

export type Final =
  | { readonly kind: 'ok' }
  | { readonly kind: 'error' }
  | { readonly kind: 'no-carrier' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cme'; readonly code: CmeCode }
  | { readonly kind: 'cms'; readonly code: CmsCode }

/** What a command says: lines, then the final result (OK when none is named). */
export interface Answer {
  readonly lines?: readonly string[]
  readonly final?: Final
  /** Runs when the final result has been handed to the wire. */
  readonly after?: () => void
}

/** A command that takes its time. An octet that arrives meanwhile aborts an abortable one (V.250, 5.6.1). */
export interface Slow {
  readonly waitMs: number
  readonly abortable?: boolean
  readonly then: () => Answer
  /** Said when it was aborted; ABORTED where nothing else is named. */
  readonly aborted?: Answer
}

/** A command that answers when something else has happened: a connection is there, or is not. */
export interface Waiting {
  readonly until: () => Promise<Answer>
}

/** A command that asks for a text, with `> ` unless it says otherwise: Ctrl-Z ends it, Esc takes the command back (27.005, 3.5.1). */
export interface Prompt {
  readonly prompt: (text: string) => Answer | Slow
  /** So many octets end it, whatever they are; Ctrl-Z and Esc are octets like others. */
  readonly octets?: number
  /** A line that asks in place of `> `: `CONNECT`. */
  readonly asks?: string
}

export type Outcome = Answer | Slow | Waiting | Prompt

export const ok = (...lines: string[]): Answer => ({ lines })
export const error: Answer = { final: { kind: 'error' } }
export const cme = (code: CmeCode): Answer => ({ final: { kind: 'cme', code } })
export const cms = (code: CmsCode): Answer => ({ final: { kind: 'cms', code } })

/** The wrong value in a command. */
export const wrong = cme(50)

export interface Wording {
  readonly verbose: boolean
  readonly quiet: boolean
  readonly cmee: 0 | 1 | 2
  readonly connect: string
}

/** Lines of an answer or an unsolicited result as they stand on the wire (V.250, 5.7.1). */
export function linesText(lines: readonly string[], verbose: boolean): string {
  if (lines.length === 0) return ''
  return `${verbose ? '\r\n' : ''}${lines.join('\r\n')}\r\n`
}

/** The final result as it stands on the wire; empty with ATQ1. */
export function finalText(final: Final, wording: Wording): string {
  if (wording.quiet) return ''
  const text = finalLine(final, wording)
  if (wording.verbose) return `\r\n${text}\r\n`
  const digit = digits[text] ?? (final.kind === 'connect' ? '1' : undefined)
  return digit === undefined ? `${text}\r\n` : `${digit}\r`
}

const digits: Record<string, string> = { OK: '0', RING: '2', 'NO CARRIER': '3', ERROR: '4' }

function finalLine(final: Final, wording: Wording): string {
  switch (final.kind) {
    case 'ok':
      return 'OK'
    case 'error':
      return 'ERROR'
    case 'no-carrier':
      return 'NO CARRIER'
    case 'connect':
      return wording.connect
    case 'text':
      return final.text
    case 'cme':
      if (wording.cmee === 0) return 'ERROR'
      return `+CME ERROR: ${wording.cmee === 1 ? final.code : cmeText(final.code)}`
    case 'cms':
      if (wording.cmee === 0) return 'ERROR'
      return `+CMS ERROR: ${wording.cmee === 1 ? final.code : cmsText(final.code)}`
  }
}
