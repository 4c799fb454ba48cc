import { execFile, spawn } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import { concat } from '@core/bytes'
import type { Cancel, Clock } from '@core/ports/clock'

/** TIOCSPTLCK of <asm-generic/ioctls.h>: 0 unlocks the other side of a pseudo terminal. */
const UNLOCK = '0x40045431'
const BUSY_MS = 1
const IDLE_MS = 8
/** What nobody reads is kept up to here, the newest of it. */
const MAX_UNREAD = 262_144
const PIECE = 65_536

/** What the user of a pseudo terminal does. */
export interface PtyUser {
  opened(): void
  bytes(bytes: Uint8Array): void
  closed(): void
}

/**
 * A pseudo terminal of this program, on Linux: unlike socat it notices when a program closes the terminal, which is
 * where a serial port drops DTR. The kernel tells it by reading: EIO while nobody has the terminal open, EAGAIN while
 * somebody has and sends nothing; there is no event for the opening, so it is read again and again.
 */
export class PtyMaster {
  readonly #clock: Clock
  readonly #fd: number
  readonly #user: PtyUser
  readonly #buffer = new Uint8Array(PIECE)
  #unread = new Uint8Array(0)
  #open = false
  #next: Cancel | undefined
  #ended = false
  /** The name of the terminal: `/dev/pts/7`. */
  readonly path: string
  constructor(clock: Clock, fd: number, path: string, user: PtyUser) {
    this.#clock = clock
    this.#fd = fd
    this.path = path
    this.#user = user
    this.#turn()
  }
  /** Octets for the terminal; without anybody there they are lost, as on a line. */
  write(bytes: Uint8Array): void {
    if (!this.#open || this.#ended) return
    this.#unread = concat([this.#unread, bytes]).slice(-MAX_UNREAD)
    this.#flush()
  }
  /**
   * Whether a program that has gone left the terminal to itself (TIOCEXCL, as gammu does). The flag stays for as long as we have our end,
   * and lets nobody in but root.
   */
  isBarred(): boolean {
    const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants
    try {
      closeSync(openSync(this.path, O_RDWR | O_NOCTTY | O_NONBLOCK))
      return false
    } catch (error) {
      return codeOf(error) === 'EBUSY'
    }
  }
  close(): void {
    if (this.#ended) return
    this.#ended = true
    this.#next?.()
    closeSync(this.#fd)
  }

  #turn(): void {
    const busy = this.#read()
    if (this.#ended) return
    this.#flush()
    this.#next = this.#clock.schedule(busy ? BUSY_MS : IDLE_MS, () => this.#turn())
  }
  /** Whether there was something to read. */
  #read(): boolean {
    try {
      const length = readSync(this.#fd, this.#buffer, 0, PIECE, null)
      this.#is(true)
      if (length > 0) this.#user.bytes(this.#buffer.slice(0, length))
      return length > 0
    } catch (error) {
      const code = codeOf(error)
      if (code !== 'EIO' && code !== 'EAGAIN') throw error
      this.#is(code === 'EAGAIN')
      return false
    }
  }
  #is(open: boolean): void {
    if (open === this.#open) return
    this.#open = open
    this.#unread = new Uint8Array(0)
    if (open) this.#user.opened()
    else this.#user.closed()
  }
  #flush(): void {
    if (this.#unread.length === 0 || !this.#open) return
    try {
      this.#unread = this.#unread.slice(writeSync(this.#fd, this.#unread))
    } catch (error) {
      const code = codeOf(error)
      // Full, or closed between two looks; the next look knows.
      if (code !== 'EAGAIN' && code !== 'EIO') throw error
    }
  }
}

const run = promisify(execFile)

/** Node has no ioctl; socat does one on the descriptor it is given as 3, and ends with the empty input. */
async function unlock(fd: number): Promise<void> {
  const args = ['-u', '/dev/null', `FD:3,ioctl-intp=${UNLOCK}:0`]
  const socat = spawn('socat', args, { stdio: ['ignore', 'ignore', 'pipe', fd] })
  let said = ''
  socat.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  await new Promise<void>((resolve, reject) => {
    socat.once('error', reject)
    socat.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim()))))
  })
}

/** Opens a new pseudo terminal without echo and line editing. Rejects with what socat or stty said. */
export async function openPtyMaster(clock: Clock, user: PtyUser): Promise<PtyMaster> {
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants
  const fd = openSync('/dev/ptmx', O_RDWR | O_NOCTTY | O_NONBLOCK)
  try {
    const index = /^tty-index:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1]
    const path = `/dev/pts/${index ?? ''}`
    await unlock(fd)
    await run('stty', ['-F', path, 'raw', '-echo'])
    return new PtyMaster(clock, fd, path, user)
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
