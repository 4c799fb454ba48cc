import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openTcp } from '@platform/serial/tcp-port'

const sent = new Uint8Array(1_000_000).map((_, at) => at % 251)
let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => server?.close(() => resolve())))

/** A port whose other side does this with whoever comes. */
async function port(met: (socket: Socket) => void) {
  const own = createServer(met)
  server = own
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  return openTcp(`tcp:127.0.0.1:${(own.address() as AddressInfo).port}`)
}

test('a peer that sends without a pause leaves turns to everybody else, and loses nothing', async () => {
  const tcp = await port((socket) => socket.write(sent))
  const pieces: Uint8Array[] = []
  const turnsOfPieces = new Set<number>()
  let turns = 0
  let counting = true
  const turn = () => {
    turns++
    if (counting) setImmediate(turn)
  }
  turn()
  await new Promise<void>((resolve) => {
    let left = sent.length
    tcp.onBytes((bytes) => {
      pieces.push(bytes)
      turnsOfPieces.add(turns)
      left -= bytes.length
      if (left === 0) resolve()
    })
  })
  counting = false
  await tcp.close()
  expect(Buffer.concat(pieces).equals(sent)).toBe(true)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(16_384)
  // Not several reads in one turn: two full ones would be more than a tenth of a second of lines.
  expect(turnsOfPieces.size).toBeGreaterThanOrEqual(pieces.length / 2)
})

test('what has come is heard before the end, also when the port is closed in the middle of it', async () => {
  const tcp = await port((socket) => socket.end(sent.subarray(0, 300_000)))
  const pieces: Uint8Array[] = []
  tcp.onBytes((bytes) => pieces.push(bytes))
  const end = await new Promise((resolve) => tcp.onEnd(resolve))
  expect(end).toMatchObject({ reason: 'gone' })
  expect(Buffer.concat(pieces).equals(sent.subarray(0, 300_000))).toBe(true)
  await tcp.close()
})
