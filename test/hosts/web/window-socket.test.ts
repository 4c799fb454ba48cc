import { EventEmitter } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { attach } from '@hosts/web/window-socket'
import { benchFixture } from '../../support/bench-fixture'

/** A client that reads when it likes. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1 as const
  readyState: 0 | 1 | 2 | 3 = 1
  bufferedAmount = 0
  readonly sent: string[] = []
  closed: string | undefined

  send(data: unknown): void {
    this.sent.push(String(data))
    this.bufferedAmount += String(data).length
  }
  get answers(): string[] {
    return this.sent.filter((text) => text.includes('"reply"'))
  }
  close(code?: number, why?: string): void {
    if (this.readyState !== this.OPEN) return
    this.readyState = 2
    this.closed = `${code} ${why}`
  }
  ask(id: number, name: string, input?: unknown): void {
    this.emit('message', Buffer.from(JSON.stringify({ id, name, input })))
  }
}

let fixture: Awaited<ReturnType<typeof benchFixture>>
const sockets: FakeSocket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.emit('close')
  await fixture.end()
})

async function attached(role: 'read' | 'use') {
  fixture = await benchFixture()
  const socket = new FakeSocket()
  sockets.push(socket)
  attach(socket, fixture.bench, role)
  return socket
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test.each(['read', 'use'] as const)(
  'who asks and does not read is cut off, not fed into memory (%s)',
  async (role) => {
    const socket = await attached(role)
    socket.ask(1, 'app.snapshot')
    await settled()
    expect(socket.answers).toHaveLength(1)
    const answer = socket.answers[0]?.length ?? 0
    const enough = Math.ceil((9 * 1024 * 1024) / answer)
    for (let id = 2; id < enough + 100 && socket.closed === undefined; id++) {
      socket.ask(id, 'app.snapshot')
      await settled()
    }
    expect(socket.closed).toBe('1013 reading too slowly')
    const { length } = socket.answers
    for (let id = 0; id < 1000; id++) socket.ask(id, 'app.snapshot')
    await settled()
    expect(socket.answers).toHaveLength(length)
  },
)

test('who asks without waiting has so many calls under way and no more', async () => {
  const socket = await attached('use')
  for (let id = 0; id < 256; id++) socket.ask(id, 'app.snapshot')
  expect(socket.closed).toBeUndefined()
  await settled()
  await settled()
  expect(socket.answers).toHaveLength(256)
  for (let id = 0; id < 257; id++) socket.ask(id, 'app.snapshot')
  expect(socket.closed).toBe('1013 too many calls under way')
})

test('a name that is none is refused in a few words, whatever it is, and ends no window', async () => {
  const socket = await attached('use')
  const names = ['x'.repeat(1_000_000), { toString: null }, ['a'.repeat(1_000_000)], null, 5]
  for (const [id, name] of names.entries())
    socket.emit('message', Buffer.from(JSON.stringify({ id, name, once: `once-${id}` })))
  await settled()
  expect(socket.closed).toBeUndefined()
  expect(socket.answers).toHaveLength(names.length)
  for (const answer of socket.answers) {
    expect(answer).toContain('There is no call named')
    expect(answer.length).toBeLessThan(1000)
  }
})
