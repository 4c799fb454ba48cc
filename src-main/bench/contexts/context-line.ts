import type { Facts, Knowledge } from '@core/at/knowledge'
import type { AtReply } from '@core/at/reply'
import { ownAuthOf } from '@core/context/auth'
import type { StoredContextAuth } from '@core/context/context'
import { authIn, contextsOf, entriesOf, factRows } from '@core/context/rows'
import type { FaultCode } from '@core/fault'
import { profileFor, type ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import { contextFault } from './context-faults'

export interface ContextLineOptions {
  readonly session: () => Pick<ModemSession, 'ask' | 'memory'>
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
}

/** The command that holds a modem's authentication; undefined: it has none that is known here. */
export type AuthWay = 'cgauth' | 'qicsgp' | undefined

/** Commands about contexts on the AT line of a slot. */
export class ContextLine {
  readonly #o: ContextLineOptions

  constructor(options: ContextLineOptions) {
    this.#o = options
  }

  /** Rejects with `code`, or with what the card says, where it was refused. */
  async ask(
    command: string,
    code: FaultCode,
    options: { readonly signal?: AbortSignal | undefined; readonly secret?: boolean } = {},
  ): Promise<AtReply> {
    const reply = await this.#send(command, options.signal, options.secret)
    if (!reply.ok) throw contextFault(command, reply.final, code)
    return reply
  }
  /** The facts of an answer; a refusal is an answer, too. */
  async tried(command: string, signal?: AbortSignal): Promise<Facts | undefined> {
    const reply = await this.#send(command, signal)
    return reply.ok ? this.#o.knowledge.answer(command, reply.lines) : undefined
  }
  #send(command: string, signal?: AbortSignal, secret = false): Promise<AtReply> {
    return this.#o.session().ask(command, {
      priority: 'user',
      ...(secret ? { secret } : {}),
      ...(signal ? { signal } : {}),
    })
  }

  /** Whose modem it is: which order names and passwords have, and which context it attaches with. */
  async profile(signal?: AbortSignal): Promise<ModemProfile | undefined> {
    const { memory } = this.#o.session()
    if (memory.profile) return memory.profile
    const ati = await this.#send('ATI', signal)
    const model = await this.#send('AT+CGMM', signal)
    const identity = [...ati.lines, ...model.lines].join('\n')
    const profile = profileFor(this.#o.profiles, identity)
    if (profile && ati.ok) memory.profile = profile
    return profile
  }

  /** Registered in EPS; null: the modem knows no AT+CEREG. */
  async inEps(signal?: AbortSignal): Promise<boolean | null> {
    const stat = (await this.tried('AT+CEREG?', signal))?.['stat']
    return typeof stat === 'number' ? stat === 1 || stat === 5 : null
  }

  /** Which numbers a context may have. */
  async cids(signal?: AbortSignal): Promise<readonly [number, number] | null> {
    const rows = factRows((await this.tried('AT+CGDCONT=?', signal))?.['contexts'])
    const numbers = (name: string) =>
      rows.map((row) => row[name]).filter((one) => typeof one === 'number')
    const [low, high] = [numbers('cid_min'), numbers('cid_max')]
    return low.length > 0 && high.length > 0 ? [Math.min(...low), Math.max(...high)] : null
  }

  /** All rows, without what they are for. */
  async rows(profile: ModemProfile | undefined, signal?: AbortSignal) {
    const command = 'AT+CGDCONT?'
    const reply = await this.ask(command, 'context-unsupported', { signal })
    const defined = this.#o.knowledge.answer(command, reply.lines)
    const cids = factRows(defined['contexts'])
      .map(({ cid }) => cid)
      .filter((cid) => typeof cid === 'number')
    const active = await this.tried('AT+CGACT?', signal)
    const addresses = await this.#addresses(cids, signal)
    const granted = await this.#granted(cids, active, signal)
    const { way, auth } = await this.#auth(profile, cids, signal)
    const answers = { defined, definedLines: reply.lines, active, addresses, granted, auth }
    return { way, rows: contextsOf(answers) }
  }
  /** Some modems want the numbers (AT+CGPADDR alone is ERROR with them). */
  async #addresses(cids: readonly number[], signal?: AbortSignal): Promise<Facts | undefined> {
    const all = await this.tried('AT+CGPADDR', signal)
    if (all || cids.length === 0) return all
    return this.tried(`AT+CGPADDR=${cids.join(',')}`, signal)
  }
  /** The same of AT+CGCONTRDP: with the number of each context that is not known to be inactive. */
  async #granted(
    cids: readonly number[],
    active: Facts | undefined,
    signal?: AbortSignal,
  ): Promise<Facts | undefined> {
    const all = await this.tried('AT+CGCONTRDP', signal)
    if (all) return all
    const off = factRows(active?.['contexts']).filter(({ state }) => state === 0)
    const entries: Facts[] = []
    for (const cid of cids.filter((one) => off.every((row) => row['cid'] !== one))) {
      const one = await this.tried(`AT+CGCONTRDP=${cid}`, signal)
      if (one) entries.push(...entriesOf(one))
    }
    return entries.length > 0 ? { entries } : undefined
  }
  async #auth(
    profile: ModemProfile | undefined,
    cids: readonly number[],
    signal?: AbortSignal,
  ): Promise<{ way: AuthWay; auth: ReadonlyMap<number, StoredContextAuth> | undefined }> {
    const facts = await this.tried('AT+CGAUTH?', signal)
    if (facts) return { way: 'cgauth', auth: new Map(authRows(facts)) }
    if (!profile || ownAuthOf(profile) === undefined) return { way: undefined, auth: undefined }
    const auth = new Map<number, StoredContextAuth>()
    for (const cid of cids) {
      const row = await this.tried(`AT+QICSGP=${cid}`, signal)
      if (row) auth.set(cid, authIn(row))
    }
    return auth.size > 0 ? { way: 'qicsgp', auth } : { way: undefined, auth: undefined }
  }
}

function authRows(facts: Facts): readonly (readonly [number, StoredContextAuth])[] {
  return factRows(facts['contexts']).flatMap((row) =>
    typeof row['cid'] === 'number' ? [[row['cid'], authIn(row)] as const] : [],
  )
}
