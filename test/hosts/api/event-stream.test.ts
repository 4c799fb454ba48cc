import { EventEmitter } from 'node:events'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import type { AnyEvent } from '@contract'
import { EventLog } from '@hosts/api/event-log'
import { eventStream } from '@hosts/api/event-stream'
import type { LogRow } from '@core/log/row'

/** A connection whose other side reads nothing. */
class UnreadResponse extends EventEmitter {
  writableLength = 0
  gone = false
  writeHead(): void {}
  write(text: string): void {
    this.writableLength += text.length
    this.said += text
  }
  said = ''
  end(): void {
    this.destroy()
  }
  destroy(): void {
    if (this.gone) return
    this.gone = true
    this.emit('close')
  }
}

test('a reader that does not read is cut off, and holds no more than its bound', () => {
  let tell: (events: readonly AnyEvent[]) => void = () => undefined
  const log = new EventLog({ onEvents: (listener) => ((tell = listener), () => undefined) })
  const raw = new UnreadResponse()
  const request = { url: '/api/events', headers: {} } as FastifyRequest
  const reply = { hijack: () => undefined, raw } as unknown as FastifyReply
  const door = { lets: () => () => undefined }
  eventStream(request, reply, { log, door, admission: { role: 'use' } })
  const text = 'x'.repeat(100_000)
  const event: AnyEvent = { name: 'told', value: { slot: 'a', words: { en: text, ja: '' } } }
  let told = 0
  for (; told < 100 && !raw.gone; told++) tell([event])
  expect(raw.gone).toBe(true)
  expect(raw.writableLength).toBeLessThan(1024 * 1024 + 2 * text.length)
  expect(log.readers).toBe(0)
  log.close()
})

test.each([
  ['read', false],
  ['use', true],
] as const)('a program of the role %s sees a login in a row: %s', (role, seen) => {
  let tell: (events: readonly AnyEvent[]) => void = () => undefined
  const log = new EventLog({ onEvents: (listener) => ((tell = listener), () => undefined) })
  const raw = new UnreadResponse()
  const request = { url: '/api/events', headers: {} } as FastifyRequest
  const reply = { hijack: () => undefined, raw } as unknown as FastifyReply
  eventStream(request, reply, { log, door: { lets: () => () => undefined }, admission: { role } })
  const text = 'AT+CGAUTH=1,2,"hemlig9x","anvand7x"'
  const row: LogRow = { id: 1, slot: 'a', atMs: 1, monoUs: 1, dir: 'tx', kind: 'command', text }
  tell([{ name: 'rows', value: { rows: [row], behind: { a: 0, b: 0 } } }])
  expect(raw.said).toContain('AT+CGAUTH=1')
  expect(/hemlig9x|anvand7x/.test(raw.said)).toBe(seen)
  raw.destroy()
  log.close()
})
