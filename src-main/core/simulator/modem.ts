import type { BytePort, LineStates } from '../ports/byte-port'
import type { Chance } from '../ports/chance'
import { between } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import type { Words } from '../words'
import type { FrameOption } from '../cmux/frame'
import { Air } from './air'
import { AtChannel } from './at-channel'
import { registryOf } from './behaviour'
import type { AnsweringModem, Registry } from './behaviour'
import { behaviours, ownBehaviours } from './behaviours'
import { BootLines } from './boot-lines'
import { Calls } from './calls'
import { SimulatedCard } from './card'
import { FORBIDDEN_PLMNS, forbiddenOperators } from './card-files'
import { CardReader } from './card-reader'
import type { Cause } from './causes'
import { ActiveContexts, StoredSettings } from './contexts'
import type { DataCall } from './data-call'
import { SimulatedFaults } from './faults'
import { FileSystem } from './file-system'
import { ModemNews } from './modem-news'
import type { FlowControl } from './modem-base'
import { SimulatedMux } from './mux'
import type { MuxOffer } from './mux-offer'
import type { SimulatedNetwork } from './network'
import type { Cell } from './operators'
import { pacedClock } from './paced-clock'
import { imeiOf } from './persona'
import type { CardData, Persona, RangeMs } from './persona'
import { Plug } from './plug'
import { OwnStack } from './own-stack'
import { PsmTimer } from './psm-timer'
import { Telephone } from './telephone'
import { Position } from './position'
import { SimulatedPower } from './power'
import { SimulatedRadio } from './radio'
import type { RadioState } from './radio'
import type { Script } from './replay/script'
import { SecondAt } from './second-at'
import { SignalReports } from './signal-reports'
import { SilentPort } from './silent-port'
import { Messages } from './sms/messages'
import { Supply } from './supply'
import { snapshotOf } from './snapshot'
import { stackNewsOf } from './stack-news'
import type { ModemSnapshot } from './snapshot'
import { MqttService } from './mqtt-service'
import { WebService } from './web-service'
import { Wire } from './wire'

export interface SimulatedModemOptions {
  readonly persona: Persona
  readonly clock: Clock
  readonly chance: Chance
  readonly network: SimulatedNetwork
  /** Powered and booted from the start; true unless said otherwise. */
  readonly startOn?: boolean
  /** What people see as the port's label. */
  readonly label?: string
  /** Divides every wait of the modem (not the round trips of its packets). */
  readonly speed?: number
  /** The card, where it is not the persona's; `locked` asks for its PIN; `inserted` false leaves the holder empty. */
  readonly card?: CardData
  readonly locked?: boolean
  readonly inserted?: boolean
  readonly imei?: string
  /** What PPP asks for, whatever AT+CGAUTH says. */
  readonly auth?: 'pap' | 'chap' | 'none'
  /** A recording that answers in place of the behaviours. */
  readonly script?: Script
}

/** A session outlives a gap in radio coverage by this long. */
const RADIO_LINK_FAILURE_MS = 15_000

const okLeavesMs = 300

/** From a REFRESH of the card to the state that follows. */
const CARD_READ_MS = 1_500

/** A modem with its card, antenna, power pins and one serial port, as a small model with state. */
export class SimulatedModem implements AnsweringModem {
  readonly persona: Persona
  readonly imei: string
  readonly registry: Registry
  readonly clock: Clock
  readonly pace: Clock
  readonly chance: Chance
  readonly network: SimulatedNetwork
  readonly card: SimulatedCard
  readonly cardReader: CardReader
  readonly messages: Messages
  readonly kept = new Map<string, readonly number[]>()
  readonly air: Air
  readonly radio: SimulatedRadio
  readonly power: SimulatedPower
  readonly stored: StoredSettings
  readonly contexts = new ActiveContexts()
  readonly supply: Supply
  readonly position: Position
  readonly stack: OwnStack
  readonly storage = new FileSystem()
  readonly web = new WebService()
  readonly mqtt = new MqttService()
  readonly signalReports: SignalReports
  readonly calls: Calls
  readonly faults: SimulatedFaults
  readonly psm: PsmTimer
  readonly telephone: Telephone
  readonly guardMs: number
  readonly main: AtChannel
  /** The second AT port, from its first opening. */
  #second: SecondAt | undefined
  readonly wire: Wire
  readonly script: Script | undefined
  flow: FlowControl = { byHost: 0, byModem: 0 }
  lastCause: Cause | undefined
  /** Whether octets reach the modem and come back at all. */
  hearing: 'normal' | 'deaf' | 'echo-only' = 'normal'
  muxOffer: MuxOffer | undefined
  muxLate = false
  muxSilent = false
  readonly #plug: Plug
  /** What a composite device has besides its AT ports. */
  readonly #nmea: SilentPort
  readonly #diag: SilentPort
  #mux: SimulatedMux | undefined
  #hostLines = { dtr: true, rts: true }
  readonly #news: ModemNews
  readonly #boot: BootLines
  #loss: Cancel | undefined
  readonly #later = new Set<Cancel>()
  constructor(options: SimulatedModemOptions) {
    const { persona, chance, network } = options
    const speed = options.speed ?? 1
    this.persona = persona
    this.script = options.script
    this.chance = chance
    this.network = network
    this.clock = options.clock
    this.pace = pacedClock(options.clock, speed)
    this.guardMs = 1000 / speed
    this.imei = options.imei ?? imeiOf(persona.identity.imei)
    const label = options.label ?? `sim:${persona.id}`
    this.#plug = this.#newPlug(label)
    this.#nmea = new SilentPort(`${label}/nmea`)
    this.#diag = new SilentPort(`${label}/diag`)
    this.#news = new ModemNews(this, () => this.#channels())
    this.#boot = new BootLines(this, (line) => this.say(line))
    this.registry = registryOf(behaviours, persona.lacks, ownBehaviours(persona.own))
    this.stored = new StoredSettings(persona.defaults.contexts, persona.bands?.lte)
    this.card = new SimulatedCard(options.card ?? persona.card, {
      inserted: options.inserted ?? true,
      locked: options.locked ?? false,
      later: (run) => this.later(CARD_READ_MS, run),
    })
    this.cardReader = new CardReader(this.card, (imsi) => network.provider(imsi))
    this.stored.serviceCentre = network.provider(this.card.data?.imsi)?.serviceCentre ?? ''
    this.messages = new Messages(this, () => this.#channels())
    this.signalReports = new SignalReports(this, (line) => this.say(line))
    this.position = new Position(this.clock, this.pace, chance, (sentences) =>
      this.#tellPlace(sentences),
    )
    this.stack = new OwnStack(this, stackNewsOf(this))
    this.supply = new Supply(options.clock, chance, () => this.call !== undefined)
    this.air = new Air(network, options.clock, chance)
    const { card, air, pace: clock } = this
    const forbidden = () => {
      const file = this.cardReader.file(FORBIDDEN_PLMNS)
      return file ? forbiddenOperators(file) : []
    }
    const allows = (cell: Cell) => this.stored.radio.allows(cell)
    this.radio = new SimulatedRadio({
      persona,
      clock,
      chance,
      network,
      card,
      air,
      forbidden,
      allows,
    })
    this.wire = new Wire(this.pace, chance, (bytes) => this.#plug.deliver(bytes))
    this.main = new AtChannel(label, this, (data) => this.wire.send(data))
    const startOn = options.startOn ?? true
    const powerEvents = { started: () => this.#started(), stopped: () => this.#stopped() }
    this.power = new SimulatedPower(persona, this.pace, powerEvents, startOn)
    this.calls = new Calls(this, air, {
      event: (text) => this.#news.session(text),
      carrier: (channel, up) => this.#mux?.carrier(channel, up),
    })
    this.calls.demand = options.auth
    this.telephone = new Telephone(this)
    this.psm = new PsmTimer({
      clock: this.pace,
      saving: () => this.stored.saving,
      registered: () => this.radio.state.kind === 'registered',
      busy: () => this.call !== undefined,
      sleep: (ms) => this.power.sleep(ms),
    })
    this.faults = new SimulatedFaults(this)
    this.radio.onChange((before, now) => this.#radioChanged(before, now))
    this.card.onChange(() => this.#news.card())
    if (startOn) this.radio.start()
  }

  /** The host's end of the serial port: the open one, or a newly opened one. */
  get port(): BytePort {
    return this.#plug.port ?? this.open()
  }
  /** Somebody has the port. */
  get opened(): boolean {
    return this.#plug.port !== undefined
  }
  get plugged(): boolean {
    return this.#plug.plugged
  }
  get call(): DataCall | undefined {
    return this.calls.current
  }
  /** Opens the port. The modem's state is whatever it was: in data mode the reader finds PPP. */
  open(label?: string): BytePort {
    const port = this.#plug.open(label)
    this.#hostLines = { dtr: true, rts: true }
    this.#holdOutput()
    this.wire.hostBaudRate = 115_200
    return port
  }
  /** Opens the second AT port: a place of its own for commands, on the same modem. */
  openSecond(label: string): BytePort {
    this.#second ??= new SecondAt(label, this, {
      hears: () => this.power.state === 'on' && this.hearing === 'normal',
      lines: (channel) => this.#inputs(channel),
      dropped: (channel) => this.calls.dropped(channel, 'dtr'),
    })
    return this.#second.open(label)
  }
  /** Opens a port that reads no commands: the sentences of the satellite receiver, or diagnosis. */
  openSilent(which: 'nmea' | 'diag', label: string): BytePort {
    return (which === 'nmea' ? this.#nmea : this.#diag).open(label)
  }
  /** Pulls the cable, or lets the device vanish from the bus; `plug` brings it back. */
  unplug(): void {
    this.#plug.pull()
    this.#second?.pull()
    this.#nmea.pull()
    this.#diag.pull()
  }
  plug(how: 'same' | 'renamed' = 'same'): void {
    this.#plug.push(how)
    this.#second?.push(how)
    this.#nmea.push(how)
    this.#diag.push(how)
  }
  /** How many times the device came back under another name. */
  get renames(): number {
    return this.#plug.renames
  }
  get cardBusy(): boolean {
    return this.#boot.cardBusy
  }
  get mode(): 'command' | 'data' | 'cmux' {
    if (this.#mux) return 'cmux'
    return this.call?.state === 'online' ? 'data' : 'command'
  }
  lines(): Required<LineStates> {
    return { ...this.#hostLines, ...this.#inputs(this.main) }
  }
  /** What one AT port's inputs show; DCD is that of the port the call is on. */
  #inputs(channel: AtChannel): Omit<Required<LineStates>, 'dtr' | 'rts'> {
    const on = this.power.state === 'on'
    const dcd = on && (channel.settings['&C'] === 0 || this.call?.channel === channel)
    return { cts: on, dsr: on, dcd, ri: false }
  }
  snapshot(): ModemSnapshot {
    return snapshotOf(this)
  }
  dispose(): void {
    this.#plug.close()
    this.#second?.close()
    this.#nmea.close()
    this.#diag.close()
    this.#stopped()
    this.messages.dispose()
    this.telephone.dispose()
    this.power.dispose()
    for (const cancel of this.#later) cancel()
  }

  pick(range: RangeMs): number {
    return between(this.chance, range[0], range[1])
  }
  setFlow(flow: FlowControl): void {
    this.flow = flow
    this.#holdOutput()
  }
  setBaudRate(baudRate: number): void {
    this.wire.changeBaudRate(baudRate)
  }
  baudRate(): number {
    return this.wire.baudRate
  }
  note(words: Words): void {
    this.#plug.note(words)
  }
  startAnew(offMs: number): void {
    const { stored } = this
    const other = stored.composition !== stored.compositionNow
    stored.compositionNow = stored.composition
    if (other) this.reEnumerate()
    else this.power.restart(offMs, okLeavesMs)
  }
  reEnumerate(): void {
    // The OK leaves first.
    this.later(okLeavesMs, () => this.faults.reEnumerate())
    this.power.restart(okLeavesMs, okLeavesMs)
  }
  /** A line to every place where commands are read. */
  say(line: string): void {
    this.#news.say(line)
  }
  #tellPlace(sentences: readonly string[]): void {
    this.#nmea.say(sentences.map((line) => `${line}\r\n`).join(''))
    if (this.position.streams) for (const line of sentences) this.say(line)
    const own = this.position.own()
    if (own !== undefined) this.say(own)
  }
  /** Runs later on the true clock, unless the modem is disposed of before. */
  later(ms: number, run: () => void): void {
    const cancel = this.clock.schedule(ms, () => {
      this.#later.delete(cancel)
      run()
    })
    this.#later.add(cancel)
  }

  get muxed(): boolean {
    return this.#mux !== undefined
  }
  startMux(option: FrameOption = 'basic'): void {
    this.main.reset()
    this.#mux = new SimulatedMux({
      modem: this,
      wire: this.wire,
      option,
      left: () => {
        this.#mux = undefined
      },
      dropped: (channel, how) => this.calls.dropped(channel, how),
    })
  }

  #newPlug(label: string): Plug {
    return new Plug(label, {
      fromHost: (bytes) => this.#fromHost(bytes),
      setHostBaudRate: (baudRate) => {
        this.wire.hostBaudRate = baudRate
      },
      setHostLines: (lines) => this.#setHostLines(lines),
      modemLines: () => this.lines(),
    })
  }
  #started(): void {
    this.#second?.started()
    this.card.powerCycle()
    this.wire.baudRate = this.stored.baudRate
    this.main.reset()
    this.radio.start()
    this.#boot.start()
  }
  #stopped(): void {
    this.psm.stop()
    this.telephone.hangUp()
    this.calls.hangUp()
    this.#mux?.stop()
    this.#mux = undefined
    this.radio.stop()
    this.contexts.endAll('detached')
    this.main.reset()
    this.#second?.stopped()
    this.wire.clear()
    this.flow = { byHost: 0, byModem: 0 }
    this.#holdOutput()
    this.lastCause = undefined
    this.messages.stopped()
    this.signalReports.stop()
    this.position.forget()
    this.mqtt.reset()
    this.stack.close()
    this.web.reset()
    this.kept.clear()
    this.#boot.stop()
  }
  #fromHost(bytes: Uint8Array): void {
    if (this.hearing === 'echo-only') return this.wire.send(bytes)
    if (this.power.state !== 'on' || this.hearing === 'deaf') return
    const heard = this.wire.disturb(bytes)
    if (this.#mux) this.#mux.fromHost(heard)
    else this.main.fromHost(heard)
  }
  #setHostLines(lines: { dtr: boolean; rts: boolean }): void {
    const dtrFell = this.#hostLines.dtr && !lines.dtr
    this.#hostLines = lines
    this.#holdOutput()
    if (dtrFell) this.calls.dropped(this.main, 'dtr')
  }
  #channels(): readonly AtChannel[] {
    const first = this.#mux ? this.#mux.channels.map(({ at }) => at) : [this.main]
    return this.#second?.opened ? [...first, this.#second.at] : first
  }
  #holdOutput(): void {
    this.wire.hold(this.flow.byHost === 2 && !this.#hostLines.rts)
  }
  #radioChanged(before: RadioState, now: RadioState): void {
    this.#news.radio(before, now)
    this.psm.restart()
    if (now.kind === 'denied') this.lastCause = { table: 'emm', code: now.cause }
    this.#loss?.()
    this.#loss = undefined
    if (now.kind === 'registered') {
      this.calls.attached()
      this.messages.ask()
    } else if (now.kind === 'searching' || now.kind === 'camped')
      this.#loss = this.pace.schedule(RADIO_LINK_FAILURE_MS, () => this.contexts.endAll('lost'))
    else this.contexts.endAll('detached')
  }
}
