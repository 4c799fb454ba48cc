import { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import type { GpioCaps, LineConfig, LineInfo } from '@core/ports/gpio-adapter'
import { sleep } from '@core/wait'
import {
  chipFor,
  chipsIn,
  getArguments,
  gpiodVersion,
  infoArguments,
  linesIn,
  releaseArguments,
  setArguments,
  type GpioChip,
  type GpiodVersion,
} from './gpiod-codec'
import type { PinDriver } from '../pin-driver'
import { type HeldTool, type ToolAnswer, type Tools, nodeTools } from '../tools'
import {
  adapterWarnings,
  endedWith,
  gpiogetSaid,
  gpiosetSaid,
  lineTook,
  pinNotTaken,
  pinUsedBy,
  chipTitle,
} from '../words'
import { quoted, type SeenLine } from '@core/words'
import type { AdapterMember } from './adapter'

/** From start to the line being set; a computer that takes longer is too busy to time a pulse. */
const takeMs = 10_000
const longestActiveMs = 60_000

/** The chips of this computer and the version of the tools. Rejects with `adapter-tools` when they are missing. */
export async function detectChips(
  tools: Tools,
): Promise<{ readonly version: GpiodVersion; readonly chips: readonly GpioChip[] }> {
  const said = await installed(tools.run('gpioset', ['--version']))
  const version = gpiodVersion(said.stdout || said.stderr)
  if (!version) throw new Fault('adapter-tools', gpiosetSaid(said.stdout))
  const found = await installed(tools.run('gpiodetect', []))
  return { version, chips: chipsIn(found.stdout) }
}

async function installed(answer: Promise<ToolAnswer>): Promise<ToolAnswer> {
  try {
    return await answer
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw missing ? new Fault('adapter-tools', quoted(''), { cause: error }) : error
  }
}

/** Finds a chip by label or name; without one, the pins of this computer. */
export async function openGpiod(wanted: string, tools: Tools, clock: Clock): Promise<GpiodDriver> {
  const { version, chips } = await detectChips(tools)
  const chip = chipFor(chips, wanted)
  if (!chip) {
    const labels = chips.map((one) => one.label).join(', ')
    const name = wanted || 'pinctrl-…'
    throw new Fault('adapter-not-found', lineTook(name, labels))
  }
  const info = await tools.run('gpioinfo', infoArguments(version, chip.name))
  if (info.code !== 0) throw toolFault('gpioinfo', info)
  return new GpiodDriver(chip, version, linesIn(info.stdout), tools, clock)
}

/** The pins of a Linux GPIO chip through the tools of libgpiod: a child process holds each output. */
export class GpiodDriver implements PinDriver {
  readonly kind = 'gpiod'
  readonly id: string
  readonly caps: GpioCaps
  // Each look is a process of its own.
  readonly pollMs = 300
  readonly #chip: GpioChip
  readonly #version: GpiodVersion
  readonly #tools: Tools
  readonly #clock: Clock
  readonly #held = new Map<string, HeldTool>()
  /** Children that ended by themselves with a complaint while they should have held their line. */
  readonly #late = new Map<string, Fault>()
  readonly #used = new Map<string, string>()
  #onGone: (detail: SeenLine) => void = () => undefined

  constructor(
    chip: GpioChip,
    version: GpiodVersion,
    lines: ReturnType<typeof linesIn>,
    tools: Tools,
    clock: Clock,
  ) {
    this.#chip = chip
    this.#version = version
    this.#tools = tools
    this.#clock = clock
    this.id = `gpiod:${chip.label}`
    for (const line of lines) if (line.consumer) this.#used.set(String(line.pin), line.consumer)
    this.caps = capsOf(lines)
  }
  /** Outputs are not read: asking for a line would make it an input. */
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    for (const line of lines) {
      const user = this.#used.get(String(line.pin))
      if (user) throw new Fault('adapter-busy', pinUsedBy(line.name, line.pin, user))
    }
    const found = new Map<string, boolean>()
    for (const line of lines) if (line.dir === 'in') found.set(line.name, await this.sense(line))
    return found
  }
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    for (const line of lines)
      if (line.dir === 'out' && !keep.has(line.name)) await this.drive(line, false)
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    // Between the two programs the kernel keeps the level, or the line is let go: it never turns active by that.
    const before = this.#held.get(line.name)
    this.#held.delete(line.name)
    await before?.leave()
    const mostMs = line.maxActiveMs ?? longestActiveMs
    const args = setArguments(this.#version, this.#chip.name, line, active, mostMs)
    const letGo = releaseArguments(this.#version, this.#chip.name, line)
    // Also for a line that is to be inactive: one that is ended before gpioset has come to the kernel would leave it active.
    const held = await this.#tools.hold('gpioset', args, letGo)
    await this.#taken(held, line)
    this.#held.set(line.name, held)
    void held.ended.then((answer) => {
      // A chip that is pulled shows only now; an active line may end by itself in time.
      if (this.#held.get(line.name) === held && answer.code !== 0)
        this.#late.set(line.name, this.#failed('gpioset', answer))
    })
    const late = this.#late.get(line.name)
    this.#late.delete(line.name)
    if (late) throw late
  }
  async sense(line: LineConfig): Promise<boolean> {
    const args = getArguments(this.#version, this.#chip.name, line)
    const answer = await this.#tools.run('gpioget', args)
    if (answer.code !== 0) throw this.#failed('gpioget', answer)
    const level = answer.stdout.trim()
    if (level !== '0' && level !== '1')
      throw new Fault('adapter-failed', gpiogetSaid(answer.stdout))
    return level === '1'
  }
  async close(): Promise<void> {
    for (const held of this.#held.values()) await held.end()
    this.#held.clear()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#onGone = listener
  }
  /** A line counts as driven when the tool has it: one that is still on its way would be ended without having been refused. */
  async #taken(held: HeldTool, { name, pin }: LineConfig): Promise<void> {
    const enough = new AbortController()
    const late = sleep(this.#clock, takeMs, enough.signal).then(() => 'late' as const)
    const end = await Promise.race([held.ended, held.taken, late])
    enough.abort()
    if (!end) return
    if (end !== 'late') throw this.#failed('gpioset', end)
    await held.end()
    throw new Fault('adapter-failed', pinNotTaken(name, pin, takeMs))
  }
  #failed(tool: string, answer: ToolAnswer): Fault {
    const fault = toolFault(tool, answer)
    if (/no such (device|file)|not found|cannot find/i.test(answer.stderr))
      this.#onGone(quoted(answer.stderr.trim()))
    return fault
  }
}

/** What a tool complained about, as a Fault. */
function toolFault(tool: string, { code, stderr }: ToolAnswer): Fault {
  const said = stderr.trim() === '' ? endedWith(tool, code) : quoted(stderr.trim())
  if (/permission denied|not permitted/i.test(stderr)) return new Fault('adapter-permission', said)
  if (/busy/i.test(stderr)) return new Fault('adapter-busy', said)
  return new Fault('adapter-failed', said)
}

function capsOf(lines: ReturnType<typeof linesIn>): GpioCaps {
  return {
    lines: lines.map(({ pin, name, consumer }): LineInfo => ({
      pin,
      in: true,
      out: true,
      ...(name ? { name } : {}),
      ...(consumer ? { used: consumer } : {}),
    })),
    openDrain: 'native',
    pushPull: true,
    inputs: true,
    edges: false,
    atomicDirValue: true,
    glitchOnOpen: false,
    keepsOnClose: 'unknown',
    pulse: 'host',
    readBack: false,
    warnings: [adapterWarnings.pushPull, adapterWarnings.toolsHold],
  }
}

export const gpiod: AdapterMember<'gpiod'> = {
  kind: 'gpiod',
  async list({ tools = nodeTools }) {
    if (process.platform !== 'linux') return []
    const { version, chips } = await detectChips(tools)
    return chips.map(({ name, label, lines }) => ({
      id: `gpiod:${label}`,
      kind: 'gpiod',
      title: chipTitle(label, lines),
      detail: quoted(`${name}, libgpiod ${version}`),
    }))
  },
  open: ({ rest }, { tools = nodeTools, clock }) => openGpiod(rest, tools, clock),
}
