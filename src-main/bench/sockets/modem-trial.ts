import { concat } from '@core/bytes'
import { Fault } from '@core/fault'
import { parseUrl } from '@core/ip/http'
import type { FamilyCommand } from '@core/modem/family-command'
import type { SocketPlace } from '@core/sockets/family'
import type { SocketOutcome, SocketStepId } from '@core/sockets/outcome'
import { hostOf, isAddress, placeOf } from '@core/sockets/target'
import { lookAtApn, notRegistered } from '@core/sockets/words'
import { sleep } from '@core/wait'
import { quoted, twoSentences } from '@core/words'
import { isOnNetwork } from '@bench/slot/on-network'
import type { Arrivals } from './arrivals'
import { askAs, type ModemTrialOptions } from './ask-as'
import { ModemMqtt } from './modem-mqtt'
import {
  answerMs,
  echoed,
  fetched,
  isRefusal,
  nothingBack,
  onlyOpened,
  outcomeOf,
  pinged,
} from './outcomes'
import { refusedBy, Steps, TrialEnd, trouble } from './steps'
import type { Trial } from './trial'
import { addressIs } from './words'

const registerMs = 60_000
const lookAgainMs = 1_000
const mostAtOnce = 1_024
const mostBody = 10_240

/** One try over the modem's own stack: it opens what it needs, and leaves what was open before. */
export class ModemTrial {
  readonly #o: ModemTrialOptions
  readonly #trial: Trial
  readonly #steps: Steps

  constructor(options: ModemTrialOptions, trial: Trial) {
    this.#o = options
    this.#trial = trial
    this.#steps = new Steps(options.clock, {
      over: 'modem',
      what: trial.what,
      target: trial.target,
    })
  }

  run(): Promise<SocketOutcome> {
    return outcomeOf(this.#steps, async () => {
      const wasOpen = await this.#openContext()
      try {
        return await this.#tried()
      } finally {
        if (!wasOpen) await this.#o.line.restore(this.#o.family.context.close)
      }
    })
  }

  #tried(): Promise<SocketOutcome> {
    const { what, target } = this.#trial
    switch (what) {
      case 'dns':
        return this.#dns(hostOf(target))
      case 'ping':
        return this.#ping(hostOf(target))
      case 'tcp':
      case 'udp':
        return this.#socket(what, placeOf(target))
      case 'tls':
        return this.#handshake(placeOf(target))
      case 'http':
        return this.#http(target)
      case 'mqtt':
        return new ModemMqtt(this.#o, this.#steps, this.#trial).run()
    }
  }

  #ask<T>(id: SocketStepId, ask: FamilyCommand<T>, seen?: (value: T) => string): Promise<T> {
    return askAs(this.#o, this.#steps, id, ask, seen)
  }
  /** Whether it was open before. A modem that does not tell is taken to open it by itself. */
  async #openContext(): Promise<boolean> {
    const { line, family, signal } = this.#o
    if (this.#trial.what === 'mqtt' && family.mqtt?.ownContext !== false) return true
    const { value } = await line.ask(family.context.is, signal)
    if (value === true) return true
    await this.#registered()
    if (value === undefined) return true
    try {
      await this.#ask('context', family.context.open)
    } catch (error) {
      if (!(error instanceof TrialEnd)) throw error
      const { meaning } = error.trouble
      throw new TrialEnd({ ...error.trouble, meaning: twoSentences(meaning, lookAtApn) })
    }
    return false
  }
  /** A modem that was just switched on, as a simulated one is, has no network yet. One that does not tell is not waited for. */
  async #registered(): Promise<void> {
    const { line, signal, clock } = this.#o
    if ((await isOnNetwork(line, signal)) !== false) return
    const untilUs = this.#steps.nowUs + registerMs * 1_000
    const wait = async () => {
      while (this.#steps.nowUs < untilUs) {
        await sleep(clock, lookAgainMs, signal)
        if ((await isOnNetwork(line, signal)) !== false) return
      }
      throw new TrialEnd({ ...trouble('context', ''), meaning: notRegistered(registerMs / 1_000) })
    }
    await this.#steps.run('registration', wait, () => '')
  }

  async #dns(host: string): Promise<SocketOutcome> {
    const { dns, name } = this.#o.family
    if (!dns) throw new Fault('sockets-no-such', quoted(name))
    const startUs = this.#steps.nowUs
    const ip = await this.#ask('dns', dns(host), (found) => found)
    return this.#steps.worked(this.#steps.msSince(startUs), addressIs(ip))
  }
  async #ping(host: string): Promise<SocketOutcome> {
    const { ping, name } = this.#o.family
    if (!ping) throw new Fault('sockets-no-such', quoted(name))
    const pings = await this.#ask(
      'ping',
      ping(await this.#address(host), 4),
      (found) => `${found.received}/${found.sent}`,
    )
    return pinged(this.#steps, pings)
  }
  /** The name is looked up as a step of its own, so that it is known where it fails. */
  async #address(host: string): Promise<string> {
    const { dns } = this.#o.family
    return isAddress(host) || !dns ? host : this.#ask('dns', dns(host), (found) => found)
  }

  async #socket(kind: 'tcp' | 'udp', { host, port }: SocketPlace): Promise<SocketOutcome> {
    const { socket, name } = this.#o.family
    if (socket.takes?.(this.#trial.octets) === false) throw new Fault('sockets-text', quoted(name))
    const to = { host: await this.#address(host), port }
    for (const command of socket.prepare) await this.#o.line.ask(command, this.#o.signal)
    const number = socket.create ? await this.#ask('open', socket.create(kind)) : socket.number
    const startUs = this.#steps.nowUs
    try {
      for (const command of socket.open(number, kind, to)) await this.#ask('open', command)
      const openMs = this.#steps.msSince(startUs)
      const { octets } = this.#trial
      if (octets.length === 0) return onlyOpened(this.#steps, openMs)
      return await this.#echo(number, kind, to, octets)
    } finally {
      await this.#o.line.restore(socket.close(number))
    }
  }
  async #echo(
    number: number,
    kind: 'tcp' | 'udp',
    to: SocketPlace,
    octets: Uint8Array,
  ): Promise<SocketOutcome> {
    const { socket } = this.#o.family
    const arrived = this.#o.arrivals.expect(socket.waiting, socket.closed)
    const sentUs = this.#steps.nowUs
    await this.#ask('send', socket.send(number, kind, to, octets))
    const back = await this.#steps.run(
      'receive',
      () => this.#received(number, kind, octets.length, arrived),
      (came) => `${came.length} B`,
    )
    return echoed(this.#steps, octets, back, this.#steps.msSince(sentUs))
  }
  /** Reads when the modem says that octets wait, and now and then where it does not, until as many came as were sent. */
  async #received(
    number: number,
    kind: 'tcp' | 'udp',
    wanted: number,
    arrived: ReturnType<Arrivals['expect']>,
  ): Promise<Uint8Array> {
    const { line, family, signal } = this.#o
    const untilUs = this.#steps.nowUs + answerMs * 1_000
    let came: Uint8Array = new Uint8Array(0)
    while (this.#steps.nowUs < untilUs) {
      await arrived.next(lookAgainMs, signal)
      const command = family.socket.receive(number, kind, mostAtOnce)
      const told = await line.ask(command, signal)
      if (told.trouble && came.length === 0) throw refusedBy(command.command, told.trouble)
      came = concat([came, told.value ?? new Uint8Array(0)])
      if (came.length >= wanted || (came.length > 0 && arrived.closed)) return came
    }
    if (came.length > 0) return came
    throw nothingBack()
  }

  async #handshake({ host, port }: SocketPlace): Promise<SocketOutcome> {
    const { handshake, name } = this.#o.family
    if (!handshake) throw new Fault('sockets-no-tls', quoted(name))
    const { start, stop, settings, open, close } = handshake
    const { tlsContext } = this.#trial
    // With the name, which SNI and the certificate go by.
    await this.#address(host)
    const started = start ? await this.#ask('start', start) : false
    let opened = false
    try {
      if (settings) await this.#ask('tls', settings(tlsContext))
      const startUs = this.#steps.nowUs
      opened = await this.#ask('open', open({ host, port }, tlsContext))
      return onlyOpened(this.#steps, this.#steps.msSince(startUs))
    } finally {
      if (opened) await this.#o.line.restore(close)
      if (started && stop) await this.#o.line.restore(stop)
    }
  }

  async #http(url: string): Promise<SocketOutcome> {
    const { http, name } = this.#o.family
    if (!http) throw new Fault('sockets-no-such', quoted(name))
    const { secure } = parseUrl(url)
    if (secure && !http.secure) throw new Fault('sockets-no-tls', quoted(name))
    const startUs = this.#steps.nowUs
    try {
      for (const command of http.begin(url, secure, this.#trial.tlsContext))
        await this.#ask('begin', command)
      for (const command of http.connect?.(url) ?? []) await this.#ask('connect', command)
      const { status, octets } = await this.#ask('get', http.get(url), (got) => `${got.status}`)
      const ms = this.#steps.msSince(startUs)
      const most = isRefusal(status) ? 0 : Math.min(octets, mostBody)
      if (http.read && most > 0)
        await this.#ask('read', http.read(most), (body) => `${body.length} B`)
      return fetched(this.#steps, { status, octets, ms })
    } finally {
      for (const command of http.end) await this.#o.line.restore(command)
    }
  }
}
