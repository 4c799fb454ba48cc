import { Fault } from '@core/fault'
import type { SoracomAccess, SoracomLogin } from '@core/soracom/soracom-access'
import { quoted } from '@core/words'
import { errorAnswer } from './answers'
import { operations, type Operation } from './operations'
import { refusal } from './refusal'
import { jsonOf } from '@bench/settings/kept-file'
import type { Answered, Way } from './way'

const timeoutMs = 30_000

interface Options {
  readonly access: SoracomAccess
  readonly login: Extract<SoracomLogin, { readonly way: 'cli' }>
  readonly nowMs: () => number
}

/** By the `soracom` command and one of its profiles: the key stays with it, and nothing secret is on a command line. */
export class CliWay implements Way {
  readonly #o: Options
  constructor(options: Options) {
    this.#o = options
  }

  /** A question that costs little: the command signs in each time by itself. */
  async signIn(): Promise<string> {
    await this.ask(operations.listSims(1))
    return this.#o.login.profile
  }

  /** The command prints no header: how its clock stands is not known. */
  async ask({ cli }: Operation): Promise<Answered> {
    const { access, login, nowMs } = this.#o
    if (!cli) throw new Fault('soracom-cli-lacks')
    const args = [...cli, '--profile', login.profile, '--coverage-type', login.coverage]
    const { code, out, err } = await access.run(args, timeoutMs)
    if (code === 0) return { body: out, aheadMs: null }
    throw cliFault(err, nowMs())
  }
}

/** `Error: {"code":"SEM0016","message":"…"}`, as the command prints what the platform answered; else its own last line. */
function cliFault(err: string, nowMs: number): Fault {
  const text = /\{.*\}/s.exec(err)?.[0] ?? ''
  const { code } = errorAnswer.safeParse(jsonOf(text)).data ?? {}
  if (!code) {
    const last = err.trim().split('\n').at(-1) ?? ''
    return new Fault('soracom-cli-failed', quoted(last.slice(0, 300)))
  }
  return refusal({ status: statusOf(code), text, retryAfter: null }, nowMs, [])
}

/** The command does not print the status; AUM are the codes of the sign-in (`AUM0001`: a token is required). */
const statusOf = (code: string): number => (code.startsWith('AUM') ? 401 : 400)
