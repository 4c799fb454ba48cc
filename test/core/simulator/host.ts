import { bytesOf, latin1 } from '@core/bytes'
import type { BytePort, PortEnd } from '@core/ports/byte-port'
import { seededChance } from '@core/ports/chance'
import type { Outside } from '@core/ports/outside'
import { PppLink } from '@core/ppp/link'
import type { LinkEvent, PppLinkOptions } from '@core/ppp/link-types'
import type { SimulatedModemOptions } from '@core/simulator/modem'
import { SimulatedModem } from '@core/simulator/modem'
import { SimulatedNetwork } from '@core/simulator/network'
import type { Persona } from '@core/simulator/persona'
import { sim7672 } from '@catalog/modems/personas/sim7672'
import { closedComputer } from '../../support/closed-computer'
import { ManualClock } from '../../support/manual-clock'

/** A persona that never answers slowly, for dialogues where that is not the point. */
export const prompt = (persona: Persona): Persona => ({
  ...persona,
  timing: { ...persona.timing, slowChance: 0 },
})

/** A terminal on a simulated modem: what a bench engineer would see and type. */
export class Host {
  readonly clock: ManualClock
  readonly network: SimulatedNetwork
  readonly modem: SimulatedModem
  port: BytePort
  pieces: string[] = []
  end: PortEnd | undefined
  constructor({
    outside = closedComputer,
    ...options
  }: Partial<SimulatedModemOptions> & { seed?: number; outside?: Outside } = {}) {
    const chance = seededChance(options.seed ?? 1)
    this.clock = new ManualClock()
    this.network = new SimulatedNetwork({ clock: this.clock, chance, outside })
    this.modem = new SimulatedModem({
      persona: prompt(sim7672),
      clock: this.clock,
      chance,
      network: this.network,
      ...options,
    })
    this.port = this.listen(this.modem.port)
  }
  listen(port: BytePort): BytePort {
    port.onBytes((bytes) => this.pieces.push(latin1(bytes)))
    port.onEnd((end) => (this.end = end))
    this.port = port
    return port
  }
  get text(): string {
    return this.pieces.join('')
  }
  take(): string {
    return this.pieces.splice(0).join('')
  }
  async type(text: string): Promise<void> {
    await this.port.write(bytesOf(text))
  }
  /** Sends a line as the MicroCat.1 does (CRLF) and gives everything that came in `ms`. */
  async ask(line: string, ms = 1_000): Promise<string> {
    this.pieces = []
    await this.type(`${line}\r\n`)
    await this.clock.advance(ms)
    return this.text
  }
  /** The lines of an answer without echo and empty lines. */
  async lines(line: string, ms = 1_000): Promise<string[]> {
    const text = await this.ask(line, ms)
    return text.split(/[\r\n]+/).filter((one) => one !== '' && one !== line)
  }
  async registered(): Promise<this> {
    for (let i = 0; i < 60 && this.modem.radio.state.kind !== 'registered'; i++)
      await this.clock.advance(500)
    this.pieces = []
    return this
  }
  /** The stored profile of the article's modem. */
  async profiled(): Promise<this> {
    await this.ask('AT+CFUN=4', 5_000)
    await this.ask('AT+CGDCONT=1,"IP","soracom.io"')
    await this.ask('AT+CGAUTH=1,2,"sora","sora"')
    await this.ask('AT+CFUN=1', 5_000)
    return this.registered()
  }
}

/** The host's PPP on the port, from after CONNECT on. */
export function ppp(host: Host, options: Partial<PppLinkOptions> = {}) {
  const events: LinkEvent[] = []
  const link = new PppLink({
    role: 'client',
    clock: host.clock,
    chance: seededChance(9),
    write: (bytes) => void host.port.write(bytes),
    credentials: { user: 'sora', password: 'sora' },
    ...options,
  })
  const { port } = host
  port.onBytes((bytes) => link.feed(bytes))
  link.on((event) => events.push(event))
  return { link, events, up: () => events.find((event) => event.kind === 'up') }
}
