import type { Parsed, SocketAnswer, SocketsState } from '@contract'
import type { Token } from '@core/at/token'
import { Fault } from '@core/fault'
import type { IpHost } from '@core/ip/host'
import { parseUrl } from '@core/ip/http'
import type { ModemSession } from '@core/modem/session'
import { parseBroker } from '@core/ip/tools/mqtt'
import type { Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import type { RunMqtt } from '@core/ports/mqtt'
import { compared } from '@core/sockets/compare'
import type { SocketFamily, TlsSettings } from '@core/sockets/family'
import type { SocketOutcome, SocketStack } from '@core/sockets/outcome'
import { socketTries, type SocketTry } from '@core/sockets/socket-try'
import { hostOf, placeOf } from '@core/sockets/target'
import { utf8Bytes } from '@core/utf8'
import { quoted, type Words } from '@core/words'
import { socketFamilies } from '@catalog/sockets'
import { InTurn } from '@bench/in-turn'
import { FamilyLine } from '@bench/slot/family-line'
import { ModemFamily } from '@bench/slot/modem-family'
import { Arrivals } from './arrivals'
import { ConsoleTrial } from './console-trial'
import { ModemTrial } from './modem-trial'
import { ModemTls } from './modem-tls'
import type { BrokerLogin, Trial } from './trial'

export interface SocketsOptions {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly note: (text: Words) => void
  /** For names that no other bench has: a broker throws out the client whose name comes again. */
  readonly chance: Chance
  readonly runMqtt: RunMqtt
  /** The IP host of the link that is up; throws net-not-connected. */
  readonly host: () => IpHost
}

/** Outcomes that are kept, the newest first. */
const mostKept = 20

/** The TCP/IP stack inside the modem of a slot, tried beside the console's own. */
export class SlotSockets {
  readonly #o: SocketsOptions
  readonly #turn = new InTurn()
  readonly #line: FamilyLine
  readonly #family: ModemFamily<SocketFamily>
  readonly #arrivals: Arrivals
  #outcomes: SocketOutcome[] = []

  constructor(options: SocketsOptions) {
    this.#o = options
    this.#line = new FamilyLine(options)
    this.#family = new ModemFamily({ ...options, families: socketFamilies })
    this.#arrivals = new Arrivals(options.clock)
  }
  hear({ text }: Token): void {
    this.#arrivals.hear(text)
  }
  /** The port is closed: another modem may come. */
  close(): void {
    this.#outcomes = []
  }

  read(tlsContext: number, signal: AbortSignal): Promise<SocketsState> {
    return this.#turn.run(() => this.#read(tlsContext, signal))
  }
  async #read(tlsContext: number, signal: AbortSignal): Promise<SocketsState> {
    const family = await this.#family.find(signal)
    const context = family && (await this.#line.ask(family.context.is, signal)).value
    return {
      family: family ? { id: family.id, name: family.name, source: family.source } : null,
      tries: family ? triesOf(family) : [],
      open: context ?? null,
      tls: family?.tls ? await this.#tls(family).read(tlsContext, signal) : null,
      tlsContexts: family?.tls?.contexts ?? 0,
      outcomes: this.#outcomes,
    }
  }
  #tls(family: SocketFamily): ModemTls {
    return new ModemTls(this.#line, family)
  }
  async #needFamily(signal: AbortSignal): Promise<SocketFamily> {
    const family = await this.#family.find(signal)
    if (!family) throw new Fault('sockets-unknown', quoted(this.#family.model))
    return family
  }

  context(open: boolean, signal: AbortSignal): Promise<SocketsState> {
    return this.#turn.run(async () => {
      const { context } = await this.#needFamily(signal)
      const now = await this.#line.ask(context.is, signal)
      if (now.value !== open) {
        const command = open ? context.open : context.close
        const { trouble } = await this.#line.ask(command, signal)
        if (trouble)
          throw new Fault('sockets-context', quoted(`${command.command}: ${trouble.seen}`))
      }
      return this.#read(0, signal)
    })
  }
  tls(context: number, to: Partial<TlsSettings>, signal: AbortSignal): Promise<SocketsState> {
    return this.#turn.run(async () => {
      const family = await this.#needFamily(signal)
      if (!family.tls) throw new Fault('sockets-no-such', quoted(family.name))
      await this.#tls(family).set(context, to, signal)
      return this.#read(context, signal)
    })
  }

  run(input: Omit<Parsed<'sockets.run'>, 'slot'>, signal: AbortSignal): Promise<SocketAnswer> {
    const { over, what, text, tlsContext } = input
    const target = input.target.trim()
    mustFit(what, target)
    const login = this.#login(input)
    const trial: Trial = { what, target, octets: utf8Bytes(text), tlsContext, login }
    return this.#turn.run(async () => {
      const outcome =
        over === 'modem'
          ? await this.#overModem(trial, signal)
          : await this.#overConsole(trial, signal)
      this.#keep(outcome)
      return {
        outcome,
        together: compared(this.#last('modem', trial), this.#last('console', trial)),
      }
    })
  }
  #login({ topic, user, password }: Omit<Parsed<'sockets.run'>, 'slot'>): BrokerLogin {
    const own = Math.floor(this.#o.chance.next() * 1e9)
    const clientId = `modem-bench-${own}`
    return { clientId, topic: topic ?? `modem-bench/${own}`, user, password }
  }
  async #overModem(trial: Trial, signal: AbortSignal): Promise<SocketOutcome> {
    const family = await this.#needFamily(signal)
    const { clock } = this.#o
    const once = () => {
      const options = { clock, line: this.#line, family, arrivals: this.#arrivals, signal }
      return new ModemTrial(options, trial).run()
    }
    const outcome = await once()
    return isSecure(trial)
      ? this.#tls(family).explain(outcome, trial.tlsContext, once, signal)
      : outcome
  }
  #overConsole(trial: Trial, signal: AbortSignal): Promise<SocketOutcome> {
    const { clock, runMqtt } = this.#o
    return new ConsoleTrial({ clock, runMqtt, host: this.#o.host(), signal }, trial).run()
  }
  #keep(outcome: SocketOutcome): void {
    const { over, what, target } = outcome
    const others = this.#outcomes.filter(
      (one) => one.over !== over || one.what !== what || one.target !== target,
    )
    this.#outcomes = [outcome, ...others].slice(0, mostKept)
  }
  #last(stack: SocketStack, { what, target }: Trial): SocketOutcome | undefined {
    return this.#outcomes.find(
      (one) => one.over === stack && one.what === what && one.target === target,
    )
  }
}

/** A target that cannot be meant is refused before anything is sent. */
function mustFit(what: SocketTry, target: string): void {
  if (what === 'http') parseUrl(target)
  else if (what === 'mqtt') parseBroker(target)
  else if (what === 'tcp' || what === 'udp' || what === 'tls') placeOf(target)
  else hostOf(target)
}

function isSecure({ what, target }: Trial): boolean {
  if (what === 'tls') return true
  if (what === 'mqtt') return parseBroker(target).secure
  return what === 'http' && parseUrl(target).secure
}

const triesOf = (family: SocketFamily): readonly SocketTry[] =>
  socketTries.filter((what) => {
    if (what === 'dns') return family.dns !== undefined
    if (what === 'ping') return family.ping !== undefined
    if (what === 'tls') return family.handshake !== undefined
    if (what === 'mqtt') return family.mqtt !== undefined
    return what !== 'http' || family.http !== undefined
  })
