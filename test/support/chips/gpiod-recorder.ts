import type { HeldTool, ToolAnswer, Tools } from '@platform/gpio/tools'
import type { Wires } from './wires'

const versions = { 1: 'gpioset (libgpiod) v1.6.3', 2: 'gpioset (libgpiod) v2.2.1' }
const infos = {
  1: 'gpiochip0 - 58 lines:\n\tline  17:     "GPIO17"       unused   input  active-high \n\tline  22:     "GPIO22"       unused   input  active-high \n\tline  27:     "GPIO27"       unused   input  active-high \n\tline  12:      unnamed   "3gpi-utils"  output  active-high [used]\n',
  2: 'gpiochip0 - 58 lines:\n\tline  17:\t"GPIO17"        \tinput\n\tline  22:\t"GPIO22"        \tinput\n\tline  27:\t"GPIO27"        \tinput\n\tline  12:\tunnamed         \toutput consumer="3gpi-utils"\n',
}

/** The tools of libgpiod as a recorder: it remembers every command line and does what it says to the wires. */
export class GpiodRecorder implements Tools {
  readonly version: 1 | 2
  readonly commands: string[] = []
  /** Children that run now. */
  running = 0
  /** What every later tool complains about. */
  complaint: string | undefined
  readonly #wires: Wires
  readonly #ends = new Set<(answer: ToolAnswer) => void>()
  constructor(version: 1 | 2, wires: Wires) {
    this.version = version
    this.#wires = wires
  }
  /** The children that run end by themselves, complaining. */
  break(stderr: string): void {
    for (const end of [...this.#ends]) end({ code: 1, stdout: '', stderr })
    this.running -= this.#ends.size
    this.#ends.clear()
  }
  async run(command: string, args: readonly string[]): Promise<ToolAnswer> {
    this.commands.push([command, ...args].join(' '))
    const said = (stdout: string): ToolAnswer => ({ code: 0, stdout, stderr: '' })
    if (args[0] === '--version') return said(versions[this.version])
    if (command === 'gpiodetect')
      return said(
        'gpiochip0 [pinctrl-bcm2711] (58 lines)\ngpiochip1 [raspberrypi-exp-gpio] (8 lines)\n',
      )
    if (command === 'gpioinfo') return said(infos[this.version])
    if (this.complaint) return { code: 1, stdout: '', stderr: this.complaint }
    const pin = args.at(-1) ?? ''
    const high = this.#wires.inputs.get(pin) ?? true
    return said(`${high !== args.includes('-l') ? 1 : 0}\n`)
  }
  async hold(command: string, args: readonly string[]): Promise<HeldTool> {
    this.commands.push([command, ...args].join(' '))
    let end: (answer: ToolAnswer) => void = () => undefined
    const ended = new Promise<ToolAnswer>((resolve) => {
      end = resolve
    })
    const { complaint } = this
    if (complaint) {
      end({ code: 1, stdout: '', stderr: complaint })
      const never = new Promise<void>(() => undefined)
      return { taken: never, ended, end: async () => undefined, leave: async () => undefined }
    }
    this.running++
    this.#ends.add(end)
    const [pin = '', value] = (args.at(-1) ?? '').split('=')
    const high = (value === '1') !== args.includes('-l')
    const drain = args.includes('open-drain')
    this.#wires.drive(pin, high ? (drain ? 'z' : 'high') : 'low')
    const leave = async () => {
      if (this.#ends.delete(end)) this.running--
      end({ code: -1, stdout: '', stderr: '' })
    }
    // As on a Raspberry Pi, the level stays; what it takes to let go is run by the real tools alone.
    return { taken: Promise.resolve(), ended, end: leave, leave }
  }
}
