import { Fault, type FaultCode } from '@core/fault'
import { tokens } from '@core/log/redact/tokens'
import { quoted } from '@core/words'
import { jsonOf } from '@bench/settings/kept-file'
import { errorAnswer } from './answers'
import { waitFor } from './words'

/** A refusal for now; nothing more is asked until then. */
export class AskLater extends Fault {
  readonly afterMs: number
  constructor(afterMs: number) {
    super('soracom-busy', waitFor(afterMs))
    this.afterMs = afterMs
  }
}

/** Without a number of the platform's own. */
const usualWaitMs = 60_000
const longestWaitMs = 3_600_000

/** SORACOM's codes that say more than the status: an offline SIM, a permission that is missing. */
const byCode: { readonly [code: string]: FaultCode } = {
  SEM0016: 'soracom-offline',
  SEM0049: 'soracom-forbidden',
}
const byStatus: { readonly [status: number]: FaultCode } = {
  401: 'soracom-sign-in',
  403: 'soracom-forbidden',
  404: 'soracom-no-sim',
}
const longest = 300

/** What was refused, in SORACOM's own words; `secrets` are struck from them. */
export function refusal(
  answer: { readonly status: number; readonly text: string; readonly retryAfter: string | null },
  nowMs: number,
  secrets: readonly string[],
): Fault {
  const { status, text, retryAfter } = answer
  if (status === 429) return new AskLater(waitMsOf(retryAfter, nowMs))
  const { code, message } = errorAnswer.safeParse(jsonOf(text)).data ?? {}
  // One line: what stands between the words of whoever answers there forms no line of ours.
  const said = [code ? `${code}:` : `HTTP ${status}`, message ?? '']
    .join(' ')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return new Fault(codeOf(status, code ?? ''), quoted(struck(said, secrets).slice(0, longest)))
}

function codeOf(status: number, code: string): FaultCode {
  if (Object.hasOwn(byCode, code)) return byCode[code] ?? 'soracom-refused'
  return byStatus[status] ?? (status >= 500 ? 'soracom-down' : 'soracom-refused')
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function waitMsOf(retryAfter: string | null, nowMs: number): number {
  const text = retryAfter?.trim() ?? ''
  const ms = /^\d{1,6}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 1000), longestWaitMs) : usualWaitMs
}

/**
 * A text without these, as they are and as JSON writes them, and without what says by its form that it is a key of SORACOM's or a token; what is shorter than a key is no secret and could be
 * any word.
 */
export function struck(text: string, secrets: readonly string[]): string {
  const left = secrets
    .filter((one) => one.length >= 4)
    .flatMap((one) => [JSON.stringify(one).slice(1, -1), one])
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
  return tokens(left, true)
    .toSorted((one, other) => other.start - one.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}…${rest.slice(end)}`, left)
}
