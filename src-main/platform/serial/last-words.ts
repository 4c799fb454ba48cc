import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

// The newest line is what is said at the end of standard input, which is the end of whoever started it. Signals of a terminal
// and of a service are for that one, which then says what is to be done.
const script = [
  "trap '' HUP INT QUIT TERM",
  'while read -r told; do words=$told; done',
  '[ -z "$words" ] || printf "$words" >&3',
].join('\n')

const endMs = 2000

/**
 * Octets that go to an open port when this program dies, whatever it dies of: a small shell has the port open, too, and outlives
 * us by as long as saying them takes. It has the descriptor as 3, since one given as 0, 1 or 2 is made blocking for us, too.
 */
export class LastWords {
  readonly #descriptor: number
  #keeper: ChildProcess | undefined

  constructor(descriptor: number) {
    this.#descriptor = descriptor
  }

  /** Replaces what was kept; no octets at all take it back. Resolves when they would be said. */
  async set(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 && !this.#keeper) return
    this.#keeper ??= await started(this.#descriptor)
    await this.#tell(bytes)
  }

  /** Nothing will be said any more; resolves when the shell has let go of the port. */
  async end(): Promise<void> {
    const keeper = this.#keeper
    if (!keeper) return
    this.#keeper = undefined
    if (keeper.exitCode !== null || keeper.signalCode !== null) return
    const gone = once(keeper, 'close')
    const late = setTimeout(() => keeper.kill('SIGKILL'), endMs)
    keeper.stdin?.end('\n')
    await gone
    clearTimeout(late)
  }

  #tell(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#keeper?.stdin?.write(`${printed(bytes)}\n`, (error) =>
        error ? reject(error) : resolve(),
      )
    })
  }
}

async function started(descriptor: number): Promise<ChildProcess> {
  const keeper = spawn('sh', ['-c', script], {
    // In a group of its own, which a Ctrl-C or a kill of the whole group does not reach.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore', descriptor],
  })
  // A shell that has ended takes no words any more; the write that meets it is told.
  keeper.stdin?.on('error', () => undefined)
  await once(keeper, 'spawn')
  return keeper
}

/** As `printf` of every shell takes octets. */
const printed = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
