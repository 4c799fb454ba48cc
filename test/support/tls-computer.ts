import { createSecureContext, TLSSocket } from 'node:tls'
import { Fault } from '@core/fault'
import type { Outside } from '@core/ports/outside'
import type { ByteStream } from '@core/ports/stream'
import { Carrier } from '@platform/tls/carrier'
import { closedComputer } from './closed-computer'
import { pageOf, pem } from './tls-server'

/** What one side wrote and the other has not read. */
class Direction {
  readonly #pieces: Uint8Array[] = []
  #ended = false
  #wake: () => void = () => undefined
  put(data: Uint8Array): void {
    this.#pieces.push(data.slice())
    this.#wake()
  }
  end(): void {
    this.#ended = true
    this.#wake()
  }
  async take(): Promise<Uint8Array | undefined> {
    while (this.#pieces.length === 0 && !this.#ended)
      await new Promise<void>((resolve) => (this.#wake = resolve))
    return this.#pieces.shift()
  }
}

/** One end of a connection in memory. */
function endOf(from: Direction, to: Direction): ByteStream {
  const both = () => {
    from.end()
    to.end()
  }
  return {
    remote: { address: '127.0.0.1', port: 0 },
    counters: { bytesOut: 0 },
    unacknowledged: 0,
    read: () => from.take(),
    write: async (data) => to.put(data),
    end: () => to.end(),
    abort: both,
  }
}

/**
 * A computer with a page by https on one port, which has a certificate for those alone who ask for its name (SNI), as a server
 * of several names without one of its own has. `asked`: the names, in order.
 */
export function namedTlsComputer(port: number, page: string) {
  const asked: string[] = []
  const secureContext = createSecureContext({ cert: pem('computer.pem'), key: pem('server.key') })
  const outside: Outside = {
    ...closedComputer,
    connect: async (wanted) => {
      if (wanted !== port) throw new Fault('tcp-refused')
      const [up, down] = [new Direction(), new Direction()]
      const socket = new TLSSocket(new Carrier(endOf(up, down)), {
        isServer: true,
        SNICallback: (name, done) => {
          asked.push(name)
          done(null, secureContext)
        },
      })
      // A client that was refused is gone.
      socket.on('error', () => undefined)
      socket.once('secure', () => pageOf(page)(socket))
      return endOf(down, up)
    },
  }
  return { outside, asked }
}
