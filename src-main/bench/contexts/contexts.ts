import type { ContextComparison, ContextTable, Input } from '@contract'
import { authNumbers, cgauthCommand, qicsgpCommand } from '@core/context/auth'
import { withRoles } from '@core/context/bearer'
import { differencesOf, isAttach, notKept, warningsOf } from '@core/context/change'
import type { ContextChange, ContextSet, PdpContext } from '@core/context/context'
import { errorWords, Fault } from '@core/fault'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { listed, type Words } from '@core/words'
import { InTurn } from '@bench/in-turn'
import { ContextLine, type AuthWay, type ContextLineOptions } from './context-line'
import { askedDefined, askedModemTakes, radioStillOff, writtenButOffAir } from './words'

interface Options extends ContextLineOptions {
  readonly clock: Clock
  readonly session: () => Pick<ModemSession, 'ask' | 'memory' | 'upLink' | 'callHeld' | 'mode'>
  /** The context of the call that stands; null: none does. */
  readonly dialled: () => number | null
  readonly note: (text: Words) => void
}
type Given = Input<'contexts.compare'>['change']
type Reading = ContextTable & { readonly way: AuthWay; readonly profile: ModemProfile | undefined }

/** The PDP contexts of a slot: read, compared with what is wanted, written and read back. One thing after the other. */
export class SlotContexts {
  readonly #o: Options
  readonly #line: ContextLine
  readonly #turn = new InTurn()

  constructor(options: Options) {
    this.#o = options
    this.#line = new ContextLine(options)
  }

  read(signal?: AbortSignal): Promise<ContextTable> {
    return this.#turn.run(async () => tableOf(await this.#read(signal)))
  }
  compare(given: Given, signal?: AbortSignal): Promise<ContextComparison> {
    const change = changeOf(given)
    return this.#turn.run(async () => {
      const reading = await this.#read(signal)
      mustFit(reading, change)
      const now = find(reading, change.cid)
      const differences = differencesOf(now, change).map(({ words }) => words)
      return { differences, warnings: warningsOf(now, change), seen: seenOf(now) }
    })
  }
  write(given: Given, seen: string | undefined, signal?: AbortSignal): Promise<ContextTable> {
    const change = changeOf(given)
    return this.#turn.run(async () => {
      const reading = await this.#read(signal)
      mustFit(reading, change)
      const now = find(reading, change.cid)
      if (seen !== undefined && seen !== seenOf(now)) throw new Fault('context-changed')
      if (differencesOf(now, change).length === 0) return tableOf(reading)
      this.#mustNotBreakTheCall(now)
      await this.#withRadioOff(now !== undefined && isAttach(now), signal, () =>
        this.#write(reading, change),
      )
      return tableOf(await this.#readBack(change))
    })
  }

  async #read(signal?: AbortSignal): Promise<Reading> {
    const profile = await this.#line.profile(signal)
    const { way, rows } = await this.#line.rows(profile, signal)
    const inEps = await this.#line.inEps(signal)
    const cids = await this.#line.cids(signal)
    const contexts = withRoles(rows, { inEps, profile, dialled: this.#o.dialled() })
    const readMs = this.#o.clock.nowMs()
    return { contexts, cids, authKnown: way !== undefined, readMs, way, profile }
  }

  /** Over the multiplexer or a second port there is AT beside a call. */
  #mustNotBreakTheCall(now: PdpContext | undefined): void {
    const session = this.#o.session()
    const calls = session.upLink !== undefined || session.callHeld || session.mode === 'data'
    if (calls && now && now.roles.length > 0) throw new Fault('context-in-use')
  }

  /** What is under way is written to its end: half a context would be worse than either. */
  async #write(reading: Reading, change: ContextChange): Promise<void> {
    const { cid } = change
    if (change.kind === 'remove') {
      const stored = find(reading, cid)?.auth
      // Some firmware keeps name and password for whoever defines the number next.
      if (reading.way === 'cgauth' && stored && stored.kind !== 'none')
        await this.#line.tried(`AT+CGAUTH=${cid},0`)
      await this.#line.ask(`AT+CGDCONT=${cid}`, 'context-refused')
      return
    }
    const { pdpType, apn } = change
    const now = find(reading, cid)
    const parts = new Set(differencesOf(now, change).map(({ part }) => part))
    if (parts.has('context') || parts.has('apn') || parts.has('type'))
      await this.#line.ask(`AT+CGDCONT=${cid},"${pdpType}","${apn}"`, 'context-refused')
    if (parts.has('auth') || parts.has('user') || parts.has('password'))
      await this.#writeAuth(reading, change)
  }
  async #writeAuth({ way, profile }: Reading, change: ContextSet): Promise<void> {
    if (change.auth === 'keep') return
    const number = authNumbers[change.auth]
    const order = profile?.cgauthOrder ?? 'user, password'
    const command =
      way === 'qicsgp'
        ? qicsgpCommand(change, number, change)
        : cgauthCommand(order, change.cid, number, change)
    await this.#line.ask(command, 'context-refused', { secret: true })
  }

  async #readBack(change: ContextChange): Promise<Reading> {
    const reading = await this.#read()
    const left = notKept(find(reading, change.cid), change)
    if (left.length > 0) throw new Fault('context-not-kept', listed(left))
    return reading
  }

  /** An LTE modem takes the APN of its attach when it attaches: the radio goes off for the writing, and on again whatever came of it. */
  async #withRadioOff(
    wanted: boolean,
    signal: AbortSignal | undefined,
    work: () => Promise<void>,
  ): Promise<void> {
    const radio = wanted ? (await this.#line.tried('AT+CFUN?', signal))?.['fun'] : undefined
    if (radio !== 1) return work()
    await this.#line.ask('AT+CFUN=4', 'radio-refused', { signal })
    const radioOn = () => this.#line.ask('AT+CFUN=1', 'radio-refused')
    try {
      await work()
    } catch (error) {
      await radioOn().catch((why: unknown) => this.#noteRadioOff(why))
      throw error
    }
    await radioOn().catch((error: unknown) => {
      throw stillOff(error)
    })
  }
  /** What went wrong first is told; that the radio stayed off stands in the log. */
  #noteRadioOff(why: unknown): void {
    const { en, ja } = errorWords(why)
    this.#o.note(radioStillOff({ en, ja }))
  }
}

/** The write is done, and the modem is off the air: whoever reads only of the radio would write again. */
function stillOff(error: unknown): unknown {
  if (!(error instanceof Fault)) return error
  const { en, ja } = error.said
  return new Fault(error.code, writtenButOffAir({ en, ja }), { cause: error })
}

const find = ({ contexts }: ContextTable, cid: number): PdpContext | undefined =>
  contexts.find((one) => one.cid === cid)
/** Only what the contract tells. */
const tableOf = ({ contexts, cids, authKnown, readMs }: Reading): ContextTable => ({
  contexts,
  cids,
  authKnown,
  readMs,
})
/** How a context stands, as text to compare: what a write changes, and what a warning was about. */
function seenOf(now: PdpContext | undefined): string {
  if (!now) return 'none'
  const { pdpType, apn, extras, auth, roles } = now
  return JSON.stringify([pdpType, apn, extras, auth, roles.map(({ kind }) => kind)])
}

function changeOf(given: Given): ContextChange {
  if (given.kind === 'remove') return given
  const { cid, apn, pdpType = 'IP', auth = 'keep', user = '', password = '' } = given
  return { kind: 'set', cid, apn: apn.trim(), pdpType, auth, user, password }
}

/** Throws where the modem has no such context, or nothing to write a change with. */
function mustFit(reading: Reading, change: ContextChange): void {
  const { cids, contexts, way } = reading
  const { cid } = change
  const known = contexts.map((one) => one.cid).join(', ')
  if (change.kind === 'remove' && !find(reading, cid))
    throw new Fault('context-unknown', askedDefined(cid, known))
  if (change.kind === 'set' && !find(reading, cid) && cids && (cid < cids[0] || cid > cids[1]))
    throw new Fault('context-unknown', askedModemTakes(cid, cids[0], cids[1]))
  if (change.kind === 'set' && change.auth !== 'keep' && way === undefined)
    throw new Fault('context-no-auth')
}
