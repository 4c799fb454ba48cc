import { createServer, type Server, type Socket } from 'node:net'
import { Fault, faultCode } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import type { SimulatedPart } from '@core/simulator/bench'
import type { Words } from '@core/words'
import type { Simulators } from '@bench/simulators/simulators'
import { listenReason, sentence } from '@platform/network/socket-reason'
import { languageOf } from '../language'
import { print } from '../output'
import { tellNotes } from './sim-notes'
import { onStopSignal } from '../stop-signals'
import { beyond, tcpPortWanted } from './words'

/**
 * Offers every port of a modem on loopback until Ctrl-C: the first AT port at `text`, the others behind it, or where
 * there is room. One program at a time on each, like a cable; the modem keeps its state from one to the next.
 */
export async function offerTcp(
  simulated: Simulators,
  name: string,
  text: string,
  ready: () => void,
): Promise<void> {
  const wanted = Number(text)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
    throw new Fault('bad-input', tcpPortWanted(text))
  // A wrong name is said now, not when the first program connects.
  await (await simulated.open(name)).close()
  ready()
  const stopped = new Promise<void>((resolve) => {
    onStopSignal(() => resolve())
  })
  const servers: Server[] = []
  for (const [i, part] of simulated.partsOf(name).entries()) {
    const server = serverOf(simulated, part)
    const at = wanted === 0 ? 0 : wanted + i
    let failure = await listens(server, at)
    // Another modem may have the number beside the first: any free one will do, and it is printed.
    if (failure !== undefined && i > 0) failure = await listens(server, 0)
    if (failure !== undefined) {
      // What listens already would hold the program up.
      for (const one of servers) one.close()
      throw new Fault('bad-input', sentence(`--tcp ${text}`, failure))
    }
    servers.push(server)
    const address = server.address()
    const number = typeof address === 'object' && address ? address.port : at
    await print(
      i === 0
        ? `tcp:127.0.0.1:${number}`
        : `tcp:127.0.0.1:${number}  ${part.title[languageOf(process.argv)]}`,
    )
  }
  await stopped
  for (const server of servers) server.close()
  // Programs that are still connected lose the modem with us.
  process.exit(0)
}

function serverOf(simulated: Simulators, part: SimulatedPart): Server {
  return createServer({ noDelay: true }, (socket) => {
    // The port here is the cable: whatever the modem is called by now.
    simulated.open(simulated.nameNow(part.name) ?? part.name).then(
      (port) => join(port, socket),
      (error: unknown) => socket.end(`${refusal(error)}\r\n`),
    )
  })
}

/** What is open here is another program's to the one that came second. */
function refusal(error: unknown): string {
  if (faultCode(error) === 'port-already-open') return new Fault('port-busy').message
  return error instanceof Error ? error.message : String(error)
}

/** What hindered it, or undefined: it listens. */
function listens(server: Server, port: number): Promise<Words | undefined> {
  return new Promise((resolve) => {
    if (port > 65535) return resolve(beyond)
    const failed = (error: unknown) => resolve(listenReason(error, '--tcp'))
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      resolve(undefined)
    })
  })
}

function join(port: BytePort, socket: Socket): void {
  tellNotes(port)
  port.onBytes((bytes) => socket.write(bytes))
  socket.on('data', (bytes: Buffer) => {
    // A modem that is unplugged takes the connection with it; there is nobody to tell.
    port.write(new Uint8Array(bytes)).catch(() => socket.destroy())
  })
  let gone = false
  port.onEnd(() => {
    gone = true
    socket.destroy()
  })
  socket.on('close', () => {
    // Whoever closes a serial port drops DTR.
    if (!gone) void port.lines?.set({ dtr: false, rts: false })
    void port.close()
  })
  socket.on('error', () => socket.destroy())
}
