import { concat, fromHex, hexOf } from '@core/bytes'
import type { Cancel, Clock } from '@core/ports/clock'
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs'
import { MemoryPort } from './memory-port'

/** What hangs on the board's pins. */
export interface BoardWorld {
  /** Octets the UART sends to the modem. */
  toModem(bytes: Uint8Array): void
  setPin(pin: number, level: boolean): void
  getPin(pin: number): boolean
}

// What the interpreter of the browser lacks: the pins and the UART of a board, joined to the test's side.
const machine = `
import _board, binascii
class Pin:
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    PULL_UP = 1
    PULL_DOWN = 2
    def __init__(self, number, mode=None, pull=None, value=None):
        if number > 47:
            raise ValueError("invalid pin")
        self.number = number
        self.init(mode, value=value)
    def init(self, mode=None, value=None):
        if value is not None:
            _board.write_pin(self.number, value)
        _board.mode(self.number, -1 if mode is None else mode)
    def value(self, level=None):
        if level is None:
            return _board.read_pin(self.number)
        _board.write_pin(self.number, level)
    def __call__(self, level=None):
        return self.value(level)
class UART:
    RTS = 1
    CTS = 2
    def __init__(self, number, **options):
        if number > 1:
            raise ValueError("UART(%d) doesn't exist" % number)
        _board.uart_open(options["baudrate"], options.get("flow", 0))
    def any(self):
        return _board.uart_any()
    def read(self, count):
        return binascii.unhexlify(_board.uart_read(count))
    def write(self, data):
        count = _board.uart_write(binascii.hexlify(data).decode())
        return count if count else None
    def flush(self):
        pass
    def deinit(self):
        _board.uart_close()
`

// The single thread cannot wait for input, so the link's reading, the clock and the sleeping are the board model's. What the
// bridge noted by the interpreter's clock when it was made is noted anew: by the other one it may be long ago.
const patch = `
import _board, binascii
def _read(self):
    return binascii.unhexlify(_board.stdin_read())
Link.read = _read
def ticks_ms():
    return _board.ticks_ms()
def ticks_us():
    return _board.ticks_ms() * 1000
bridge.heard = ticks_ms()
`

const end = 0x04

/**
 * A board with a real MicroPython behind its USB port. Everything is fed to the interpreter character by character; only the
 * endless `bridge.run()` is carried out by this model, which calls the same script's hello(), step() and close().
 */
export class MicropythonBoard {
  readonly #clock: Clock
  readonly #world: BoardWorld
  readonly #levels = new Map<number, boolean>()
  readonly #outputs = new Set<number>()
  #python: Awaited<ReturnType<typeof loadMicroPython>> | undefined
  #out: number[] = []
  #port: MemoryPort | undefined
  #mode: 'friendly' | 'raw' | 'program' | 'bridge' | 'restarting' = 'friendly'
  #code = ''
  #typed: number[] = []
  #stdin: number[] = []
  #fromModem: Uint8Array = new Uint8Array(0)
  #readTo = 0
  #turn: Cancel | undefined
  uart: { baudRate: number; flow: number } | undefined
  /** How many octets the UART takes a turn; 0 is a modem that keeps CTS low. */
  uartTakes = 256
  /** Turns of the bridge each millisecond of the clock. */
  turnsPerMs = 1
  /** Settles when a soft reset is over: making the interpreter anew takes real time. */
  restarted: Promise<void> = Promise.resolve()
  /** Ctrl-C characters that reached a running bridge. */
  interrupts = 0

  private constructor(clock: Clock, world: BoardWorld) {
    this.#clock = clock
    this.#world = world
  }
  static async boot(clock: Clock, world: BoardWorld): Promise<MicropythonBoard> {
    const board = new MicropythonBoard(clock, world)
    await board.#load()
    board.#out = []
    return board
  }

  /** The computer's end of the USB cable. */
  plug(): MemoryPort {
    const [host, device] = MemoryPort.pair()
    this.#port = device
    device.onBytes((bytes) => this.#receive(bytes))
    device.onEnd(() => {
      if (this.#port === device) this.#port = undefined
    })
    return host
  }
  unplug(): void {
    void this.#port?.close()
  }
  /** As if main.py ran and took no notice of what comes over USB. */
  startProgram(): void {
    this.#mode = 'program'
  }
  get mode(): string {
    return this.#mode
  }
  fromModem(bytes: Uint8Array): void {
    this.#fromModem = concat([this.#fromModem.subarray(this.#readTo), bytes])
    this.#readTo = 0
  }
  /** Octets the UART holds and the bridge has not read. */
  get unread(): number {
    return this.#fromModem.length - this.#readTo
  }
  /** Somebody at another place presses a key. */
  press(key: string): void {
    this.#receive(Uint8Array.from(key, (one) => one.charCodeAt(0)))
  }
  dispose(): void {
    this.#turn?.()
  }

  async #load(): Promise<void> {
    const python = await loadMicroPython({
      heapsize: 4 * 1024 * 1024,
      linebuffer: false,
      stdout: (bytes: Uint8Array) => {
        for (const octet of bytes) this.#out.push(octet)
      },
    })
    python.registerJsModule('_board', this.#module())
    python.FS.writeFile('/machine.py', machine)
    python.replInit()
    this.#python = python
  }
  #module() {
    return {
      write_pin: (pin: number, level: number) => {
        this.#levels.set(pin, level === 1)
        if (this.#outputs.has(pin)) this.#world.setPin(pin, level === 1)
      },
      mode: (pin: number, mode: number) => {
        if (mode < 0) return
        if (mode === 0) this.#outputs.delete(pin)
        else this.#outputs.add(pin)
        if (mode !== 0) this.#world.setPin(pin, this.#levels.get(pin) ?? false)
      },
      read_pin: (pin: number) =>
        Number(this.#outputs.has(pin) ? (this.#levels.get(pin) ?? false) : this.#world.getPin(pin)),
      uart_open: (baudRate: number, flow: number) => {
        this.uart = { baudRate, flow }
      },
      uart_close: () => {
        this.uart = undefined
      },
      uart_any: () => this.unread,
      uart_read: (count: number) => {
        const bytes = this.#fromModem.subarray(this.#readTo, this.#readTo + count)
        this.#readTo += bytes.length
        return hexOf(bytes)
      },
      uart_write: (hex: string) => {
        const bytes = (fromHex(hex) ?? new Uint8Array()).subarray(0, this.uartTakes)
        if (bytes.length > 0) this.#world.toModem(bytes.slice())
        return bytes.length
      },
      stdin_read: () => hexOf(Uint8Array.from(this.#stdin.splice(0, 256))),
      ticks_ms: () => Math.floor(this.#clock.monotonicUs() / 1000),
    }
  }

  #receive(bytes: Uint8Array): void {
    for (const octet of bytes) this.#key(octet)
    this.#flush()
  }
  #key(octet: number): void {
    switch (this.#mode) {
      case 'restarting':
        this.#typed.push(octet)
        break
      case 'program':
        if (octet === 0x03) this.#mode = 'friendly'
        break
      case 'bridge':
        // The board's USB takes Ctrl-C out of the stream and empties what waits.
        if (octet === 0x03) this.#interrupted()
        else this.#stdin.push(octet)
        break
      case 'friendly':
      case 'raw':
        this.#repl(octet)
    }
  }
  #repl(octet: number): void {
    if (octet === 0x01) {
      this.#mode = 'raw'
      this.#code = ''
    } else if (octet === 0x02) this.#mode = 'friendly'
    else if (octet === end && this.#code === 'bridge.run()') return this.#runBridge()
    else if (octet === end && this.#code.trim() === '') return this.#softReset()
    else if (octet === end) this.#code = ''
    else this.#code += String.fromCharCode(octet)
    this.#python?.replProcessChar(octet)
  }

  #runBridge(): void {
    this.#code = ''
    this.#say('OK')
    // Ctrl-A empties the line the interpreter itself has collected; its greeting is not for the computer.
    this.#hidden(() => this.#python?.replProcessChar(0x01))
    this.#hidden(() => this.#python?.runPython(patch))
    this.#mode = 'bridge'
    this.#stdin = []
    this.#python?.runPython('bridge.hello()')
    this.#schedule()
  }
  #schedule(): void {
    this.#turn = this.#clock.schedule(1, () => {
      let last = this.#step()
      for (let turn = 1; last.busy && last.running && turn < this.turnsPerMs; turn++)
        last = this.#step()
      if (last.running) this.#schedule()
      else this.#bridgeEnds('')
      this.#flush()
    })
  }
  #step(): { busy: boolean; running: boolean } {
    try {
      const bridge = this.#python?.globals.get('bridge')
      if (!bridge) throw new Error('NameError: bridge')
      const busy = bridge.step()
      return { busy, running: bridge.running }
    } catch (error) {
      this.#bridgeEnds(String(error))
      return { busy: false, running: false }
    }
  }
  #interrupted(): void {
    this.interrupts++
    this.#stdin = []
    this.#python?.runPython('bridge.why = "interrupted"')
    this.#bridgeEnds('')
  }
  #bridgeEnds(error: string): void {
    if (this.#mode !== 'bridge') return
    this.#turn?.()
    this.#mode = 'raw'
    this.#python?.runPython('bridge.close()')
    this.#say(`\x04${error}\x04>`)
  }
  /** The interpreter is made anew, as the page that embeds it has to do; main.py runs only from the friendly prompt. */
  #softReset(): void {
    const raw = this.#mode === 'raw'
    this.#mode = 'restarting'
    this.uart = undefined
    this.#say(raw ? 'OK\r\nMPY: soft reboot\r\n' : '\r\nMPY: soft reboot\r\n')
    this.#flush()
    this.restarted = this.#load().then(() => {
      this.#out = []
      this.#mode = raw ? 'raw' : 'program'
      if (raw) this.#python?.replProcessChar(0x01)
      this.#code = ''
      this.#flush()
      this.#receive(Uint8Array.from(this.#typed.splice(0)))
    })
  }
  #hidden(run: () => void): void {
    this.#flush()
    run()
    this.#out = []
  }
  #say(text: string): void {
    for (const one of text) this.#out.push(one.charCodeAt(0))
  }
  #flush(): void {
    const bytes = Uint8Array.from(this.#out)
    this.#out = []
    if (bytes.length > 0) void this.#port?.write(bytes)
  }
}
