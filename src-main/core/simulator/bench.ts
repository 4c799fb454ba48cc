import { quoted, type Words } from '../words'
import { Fault } from '../fault'
import type { BytePort } from '../ports/byte-port'
import type { Chance } from '../ports/chance'
import { seededChance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { Outside } from '../ports/outside'
import type { OpenTls } from '../ports/tls'
import type { PortPurpose } from '../ports/port-info'
import type { BenchName, Setup } from './bench-name'
import { parseBenchName } from './bench-name'
import { FORBIDDEN_PLMNS, forbidOperators } from './card-files'
import { cards } from './cards'
import { applyFault } from './fault-rows'
import type { SlotName } from '../modem/slot-names'
import { SimulatedModem } from './modem'
import { SimulatedNetwork } from './network'
import type { CardData, Persona } from './persona'
import { imeiOf } from './persona'
import type { Played } from './replay/played'
import { replayId, replayPersona } from './replay/replay-persona'
import { Script } from './replay/script'
import { played, playScenario } from './scenario'
import type { ScenarioStep } from './scenario'
import { meteredModem, SimulatedMeter } from './meter'
import {
  runsOtherwise,
  noSilent,
  noSecond,
  noFilesHere,
  replayNeedsLog,
  cameBackAs,
  isUnplugged,
  partTitles,
} from './words'

/** A simulated port as a list of ports shows it. */
export interface SimulatedPort {
  /** What is opened: `sim:sim7672`, or `sim:sim7672@2` after the device came back under another name. */
  readonly name: string
  /** The same whatever it is called now. */
  readonly identity: string
  readonly title: string
  readonly persona: string
  readonly usb: Persona['usb']
  /** It is the second AT port of its modem. */
  readonly second?: true
}

/** One of the ports of a simulated modem. */
export interface SimulatedPart {
  readonly id: 'at' | 'at2' | 'nmea' | 'diag'
  readonly name: string
  readonly title: Words
}

/** Where the files behind `file=` and `scenario=` come from. Both reject with a Fault that names the file. */
export interface SimulatorFiles {
  recording(path: string, slot: SlotName | undefined): Promise<Played>
  scenario(path: string): Promise<readonly ScenarioStep[]>
}

interface Entry {
  readonly modem: SimulatedModem
  readonly persona: Persona
  /** Options of the name it was made with. */
  readonly made: Setup
  readonly script?: Script
  readonly stopScenario?: () => void
}

/** Simulated modems by name, in one network. They keep their state between opens. */
export class SimulatedBench {
  readonly network: SimulatedNetwork
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #personas: readonly Persona[]
  readonly #offered: readonly string[]
  readonly #files: SimulatorFiles
  readonly #entries = new Map<string, Entry>()
  readonly #meters = new Map<string, SimulatedMeter>()
  /** `personas` come from the catalogue; `offered` are listed though nobody opened them yet. */
  constructor(options: {
    clock: Clock
    chance: Chance
    personas: readonly Persona[]
    offered?: readonly string[]
    files?: SimulatorFiles
    /** This computer, for modems that are told that they may reach it. */
    outside?: Outside
    /** For servers of this computer that speak TLS. */
    openTls?: OpenTls
  }) {
    this.#clock = options.clock
    this.#chance = options.chance
    this.#personas = options.personas
    this.#offered = options.offered ?? ['sim:sim7672', 'sim:sim5320']
    this.#files = options.files ?? noFiles
    const { clock, chance, outside, openTls } = options
    this.network = new SimulatedNetwork({
      ...{ clock, chance },
      ...(outside && { outside }),
      ...(openTls && { openTls }),
    })
  }

  /** Rejects with Fault port-name, port-already-open, or port-not-found (pulled out, or renamed). */
  async open(name: string): Promise<BytePort> {
    const metered = meteredModem(name)
    if (metered !== undefined) return this.#meter(metered).open(name)
    const parsed = this.#parse(name)
    await this.#prepare(parsed)
    const modem = this.#modem(parsed, name)
    const now = nameNow(parsed.base, modem)
    const asked = name
      .split('?')[0]
      ?.toLowerCase()
      .replace(/\/(at2|nmea|diag)$/, '')
    if (!modem.plugged) throw new Fault('port-not-found', isUnplugged(parsed.base))
    if (modem.renames > 0 && asked !== now)
      throw new Fault('port-not-found', cameBackAs(asked, now))
    if (parsed.silent) {
      if (!modem.persona.silentPorts?.includes(parsed.silent))
        throw new Fault('port-name', noSilent(parsed.base, parsed.silent, modem.persona.title))
      return modem.openSilent(parsed.silent, `${now}/${parsed.silent}`)
    }
    if (!parsed.second) return modem.open(now)
    if (!modem.persona.secondPort)
      throw new Fault('port-name', noSecond(parsed.base, modem.persona.title))
    return modem.openSecond(`${now}/at2`)
  }
  /** The ammeter in the supply of a modem. */
  #meter(metered: string): SimulatedMeter {
    const known = this.#meters.get(metered)
    if (known) return known
    const meter = new SimulatedMeter(() => this.modem(metered), this.#clock, this.#chance)
    this.#meters.set(metered, meter)
    return meter
  }
  /** The modem of a name, for its power pins and faults; made if nobody opened it yet. */
  modem(name: string): SimulatedModem {
    return this.#modem(this.#parse(name), name)
  }
  /** The modems that exist, by the name without options. */
  modems(): ReadonlyMap<string, SimulatedModem> {
    return new Map([...this.#entries].map(([base, entry]) => [base, entry.modem]))
  }
  /** The ports a list shows: those offered, and those made, except what is unplugged. */
  ports(): readonly SimulatedPort[] {
    const bases = new Set([...this.#offered, ...this.#entries.keys()])
    return [...bases].flatMap((base) => {
      const modem = this.#entries.get(base)?.modem
      const persona = this.#entries.get(base)?.persona ?? this.#persona(this.#parse(base))
      if (modem && !modem.plugged) return []
      const { id, title, usb } = persona
      const name = modem ? nameNow(base, modem) : base
      return [{ name, identity: base, title, persona: id, usb }]
    })
  }
  /** The second AT ports of those modems. */
  secondPorts(): readonly SimulatedPort[] {
    return this.ports().flatMap((port) => {
      const persona = this.#personas.find(({ id }) => id === port.persona)
      const { name, identity } = port
      if (!persona?.secondPort) return []
      return [{ ...port, name: `${name}/at2`, identity: `${identity}/at2`, second: true as const }]
    })
  }
  /** The ports of those that are there on which a receiver for satellites speaks. */
  nmeaPorts(): readonly SimulatedPort[] {
    return this.ports().flatMap((port) => {
      const { name, identity, persona } = port
      const has = this.#personas.find(({ id }) => id === persona)?.silentPorts?.includes('nmea')
      if (!has || !this.#entries.has(identity)) return []
      return [{ ...port, name: `${name}/nmea`, identity: `${identity}/nmea` }]
    })
  }
  /** Every port of the modem of a name, the first AT port first; a name that means one of them has that one alone. */
  partsOf(name: string): readonly SimulatedPart[] {
    const parsed = this.#parse(name)
    const persona = this.#entries.get(parsed.base)?.persona ?? this.#persona(parsed)
    if (parsed.second || parsed.silent)
      return [{ id: parsed.silent ?? 'at2', name, title: partTitles[parsed.silent ?? 'at2'] }]
    const others = [
      ...(persona.secondPort ? (['at2'] as const) : []),
      ...(persona.silentPorts ?? []),
    ]
    const [plain = '', ...options] = name.split('?')
    const named = (id: string) => [`${plain}/${id}`, ...options].join('?')
    return [
      { id: 'at', name, title: partTitles.at },
      ...others.map((id) => ({ id, name: named(id), title: partTitles[id] })),
    ]
  }
  /** What the port of a name is for, as a system would tell of a real one. */
  purposeOf(name: string): PortPurpose {
    const { second, silent } = this.#parse(name)
    if (silent) return { role: silent === 'nmea' ? 'gps' : 'diag', use: 'no' }
    return { role: second ? 'at2' : 'at', use: 'yes' }
  }
  /** Ends the modem of a name, unless its port is open: the next opening makes another one, with nothing left of what was done to it. */
  renew(name: string): void {
    const { base } = this.#parse(name)
    const entry = this.#entries.get(base)
    if (!entry || entry.modem.opened) return
    entry.stopScenario?.()
    entry.modem.dispose()
    this.#entries.delete(base)
  }
  dispose(): void {
    for (const { stopScenario } of this.#entries.values()) stopScenario?.()
    for (const { modem } of this.#entries.values()) modem.dispose()
    this.#entries.clear()
    for (const meter of this.#meters.values()) meter.dispose()
    this.network.dispose()
  }

  #parse(name: string): BenchName {
    return parseBenchName(name, [...this.#personas.map((persona) => persona.id), replayId])
  }
  #persona({ persona }: BenchName): Persona {
    const found = this.#personas.find((one) => one.id === persona)
    if (persona === replayId) throw new Fault('port-name', replayNeedsLog)
    if (!found) throw new Fault('port-name', quoted(persona))
    return found
  }
  #modem(parsed: BenchName, name: string): SimulatedModem {
    const known = this.#entries.get(parsed.base)
    if (known) this.#sameSetup(parsed, known, name)
    const entry = known ?? this.#make(parsed)
    for (const [id, value] of parsed.knobs) applyFault(entry.modem, id, value)
    return entry.modem
  }
  /** Reads the files a name speaks of before the modem is made. A recording starts from its beginning with each open. */
  async #prepare(parsed: BenchName): Promise<void> {
    const { base, setup } = parsed
    const known = this.#entries.get(base)
    if (known) {
      if (parsed.persona !== replayId || known.modem.opened) return
      known.script?.rewind()
      if (setup.file === undefined || sameLog(setup, known.made)) return
      // Another log is another modem, whatever the number says.
      known.stopScenario?.()
      known.modem.dispose()
      this.#entries.delete(base)
    }
    const { file, slot, scenario } = setup
    const recording = file === undefined ? undefined : await this.#files.recording(file, slot)
    const steps = scenario === undefined ? [] : await this.#files.scenario(scenario)
    // Another open of the same name may have been quicker.
    if (this.#entries.has(base)) return
    if (!recording && parsed.persona === replayId) this.#persona(parsed)
    const entry = this.#make(parsed, recording)
    if (steps.length === 0) return
    const stopScenario = this.#play(base, steps)
    this.#entries.set(base, { ...entry, stopScenario })
  }
  /** Steps that name no modem are for this one. */
  #play(base: string, steps: readonly ScenarioStep[]): () => void {
    const own = steps.map((step) => ({ ...step, modem: step.modem ?? base }))
    return playScenario(this, this.#clock, own, (step, fault) => {
      this.#entries.get(step.modem ?? base)?.modem.note(played(step, fault))
    })
  }
  #sameSetup({ base, setup }: BenchName, known: Entry, name: string): void {
    const other = Object.entries(setup).filter(
      ([key, value]) => known.made[key as keyof Setup] !== value,
    )
    if (other.length === 0) return
    const keys = other.map(([key]) => key)
    const [, options = ''] = name.split('?')
    throw new Fault('simulator-runs', runsOtherwise(base, keys, `${this.#free(base)}?${options}`))
  }
  /** The name of the next modem of a kind that nobody made yet. */
  #free(base: string): string {
    const [kind = base] = base.split('#')
    for (let number = 2; ; number++) {
      const name = `${kind}#${number}`
      if (!this.#entries.has(name)) return name
    }
  }
  #make(parsed: BenchName, recording?: Played): Entry {
    const persona = recording ? replayPersona(recording) : this.#persona(parsed)
    const script = recording && new Script(recording)
    const { setup } = parsed
    const modem = new SimulatedModem({
      persona,
      clock: this.#clock,
      chance: setup.seed === undefined ? this.#chance : seededChance(setup.seed),
      network: this.network,
      label: parsed.base,
      speed: setup.speed ?? 1,
      startOn: setup.boot === undefined || setup.boot === 'on',
      card: this.#card(persona, parsed),
      imei: imeiOf(counted(persona.identity.imei, parsed.number)),
      locked: setup.pin !== undefined,
      inserted: setup.nosim !== true,
      ...(script && { script }),
    })
    store(modem, setup)
    if (recording?.silent) modem.faults.hang(true)
    if (setup.boot === 'cold') modem.power.boot()
    const entry = { modem, persona, made: setup, ...(script && { script }) }
    this.#entries.set(parsed.base, entry)
    return entry
  }
  /** Each modem of a kind has a card of its own. */
  #card(persona: Persona, { setup, number }: BenchName): CardData {
    const card = (setup.card === undefined ? undefined : cards[setup.card]) ?? persona.card
    return {
      ...card,
      imsi: counted(card.imsi, number),
      iccid: counted(card.iccid, number),
      ...(card.number !== undefined && { number: counted(card.number, number) }),
      ...(setup.pin !== undefined && { pin: setup.pin }),
    }
  }
}

const noFiles: SimulatorFiles = {
  recording: (path) => Promise.reject(new Fault('bad-input', noFilesHere(path))),
  scenario: (path) => Promise.reject(new Fault('bad-input', noFilesHere(path))),
}

function sameLog(one: Setup, other: Setup): boolean {
  return one.file === other.file && (one.slot ?? other.slot) === other.slot
}

function nameNow(base: string, modem: SimulatedModem): string {
  return modem.renames === 0 ? base : `${base}@${modem.renames + 1}`
}

/** The same digits for the first, the next ones for the second: `…430`, `…431`. */
function counted(digits: string, number: number): string {
  const tail = String((Number(digits.slice(-4)) + number - 1) % 10_000).padStart(4, '0')
  return digits.slice(0, -4) + tail
}

function store(modem: SimulatedModem, setup: Setup): void {
  const { apn, user, password, fplmn } = setup
  const forbidden = modem.cardReader.file(FORBIDDEN_PLMNS)
  if (forbidden && fplmn) forbidOperators(forbidden, fplmn.split(','))
  if (apn !== undefined) modem.stored.contexts.set(1, { cid: 1, type: 'IP', apn })
  const type = ([0, 1, 2, 3] as const).find(
    (one) => one === (setup.security ?? (user === undefined ? 0 : 2)),
  )
  if (type !== undefined && type > 0)
    modem.stored.auth.set(1, { type, user: user ?? '', password: password ?? '' })
}
