import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { ByteBudget } from '@core/ip/budget'
import { proxyOff, type ProxyState } from '@core/ip/net-state'
import { Fault } from '@core/fault'
import type { SocksOptions, SocksProxy } from '@core/ip/socks-proxy'
import { SocksClient } from './socks-client'
import { listenReason, sentence } from './socket-reason'

/** More than a browser ever opens; a runaway program must not take the memory. */
const mostConnections = 512
const loopback = '127.0.0.1'

/** Listens on this computer's loopback address only. Rejects with Fault('socks-port'). */
export async function openSocksServer(options: SocksOptions): Promise<SocksProxy> {
  const proxy = new SocksServer(options)
  await proxy.listen()
  return proxy
}

class SocksServer implements SocksProxy {
  readonly #o: SocksOptions
  readonly #server: Server
  readonly #clients = new Set<SocksClient>()
  readonly #budget: ByteBudget
  #total = 0
  #refused = 0
  #rx = 0
  #tx = 0
  #lastRefusal: string | null = null

  constructor(options: SocksOptions) {
    this.#o = options
    this.#budget = new ByteBudget(options.budgetBytes)
    // A client that has sent its last octet still wants the answer.
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
      this.#take(socket),
    )
  }

  async listen(): Promise<void> {
    const { port } = this.#o
    await new Promise<void>((resolve, reject) => {
      const failed = (error: unknown) =>
        reject(
          new Fault('socks-port', sentence(`${loopback}:${port}`, listenReason(error)), {
            cause: error,
          }),
        )
      this.#server.once('error', failed)
      this.#server.listen(port, loopback, () => {
        this.#server.off('error', failed)
        // Out of file descriptors, for instance: the client's connection fails, the others go on.
        this.#server.on('error', (error) => this.#refuse(error.message))
        resolve()
      })
    })
  }

  get state(): ProxyState {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') return proxyOff
    return {
      on: true,
      port: (address satisfies AddressInfo).port,
      protected: this.#o.credentials !== undefined,
      connections: this.#clients.size,
      total: this.#total,
      refused: this.#refused,
      rxBytes: this.#rx,
      txBytes: this.#tx,
      budgetBytes: this.#budget.limitBytes,
      spent: this.#budget.spent,
      lastRefusal: this.#lastRefusal,
    }
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const client of [...this.#clients]) client.cut()
    await closed
  }

  #take(socket: Socket): void {
    this.#total++
    if (this.#clients.size >= mostConnections) {
      socket.destroy()
      return this.#refuse(`more than ${mostConnections} connections`)
    }
    const client = new SocksClient(socket, {
      dial: this.#o.dial,
      credentials: this.#o.credentials,
      spent: () => this.#budget.spent,
      counted: (rx, tx) => this.#count(rx, tx),
      refused: (reason) => this.#refuse(reason),
    })
    this.#clients.add(client)
    this.#changed()
    void client.serve().finally(() => {
      this.#clients.delete(client)
      this.#changed()
    })
  }

  #count(rx: number, tx: number): void {
    this.#rx += rx
    this.#tx += tx
    if (!this.#budget.take(rx + tx)) for (const client of [...this.#clients]) client.cut()
    this.#changed()
  }

  #refuse(reason: string): void {
    this.#refused++
    this.#lastRefusal = reason
    this.#changed()
  }

  #changed(): void {
    this.#o.onChange?.()
  }
}
