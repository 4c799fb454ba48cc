// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  defaultSettings,
  type AnyEvent,
  type PortInfo,
  type Reply,
  type Transport,
} from '@contract'
import { SocketTransport, socketUrl, takeToken } from '@renderer/api/socket'
import { portOfLastTime } from '@renderer/stores/last-port'
import { useLog } from '@renderer/stores/log'
import { useModems } from '@renderer/stores/modems'
import { useNotices } from '@renderer/stores/notices'
import { useSettings } from '@renderer/stores/settings'
import { listenTo } from '@renderer/stores/start'
import { FakeHost } from '../support/fake-host'
import { fakeRows } from '../support/fake-rows'
import { closedSlot } from '../support/fake-state'
import { nextFrame, startWindow } from '../support/window'
import { quoted } from '@core/words'

describe('the picture of the host', () => {
  test('loses no patch that comes while the snapshot is on its way, and repeats none', async () => {
    const host = await startWindow()
    host.seq = 10
    class Slow implements Transport {
      async call(name: string, input: unknown): Promise<Reply<unknown>> {
        const reply = await host.call(name, input)
        if (name === 'app.snapshot') {
          host.tell('patch', { seq: 10, slot: 'a', patch: { mode: 'booting' } })
          host.tell('patch', { seq: 11, slot: 'a', patch: { mode: 'cmux' } })
        }
        return reply
      }
      onEvent(listener: (event: AnyEvent) => void) {
        return host.onEvent(listener)
      }
    }
    await listenTo(new Slow())()
    expect(useModems().slots.a.mode).toBe('cmux')
    host.tell('patch', { seq: 9, slot: 'a', patch: { mode: 'booting' } })
    expect(useModems().slots.a.mode).toBe('cmux')
  })

  test('is fetched anew when a lost connection returns', async () => {
    const host = new FakeHost()
    const { setActivePinia, createPinia } = await import('pinia')
    setActivePinia(createPinia())
    const load = listenTo(host)
    await load()
    host.seq = 40
    host.slots.b = closedSlot('b')
    await load()
    expect(useModems().slots.b.port).toBeNull()
  })

  test('offers each slot a port of its own, a real AT port first', async () => {
    await startWindow(new FakeHost({ a: closedSlot('a'), b: closedSlot('b') }))
    expect(useModems().chosen).toEqual({ a: '/dev/ttyUSB2', b: 'sim:sim7672' })
  })
})

describe('a port that does not open', () => {
  test('says why where it was chosen, and forgets it at the next attempt', async () => {
    const host = await startWindow()
    const modems = useModems()
    host.answers['port.open'] = () => {
      throw new Error('held by ModemManager')
    }
    await modems.open('a')
    expect(modems.problems.a?.detail).toBe('held by ModemManager')
    delete host.answers['port.open']
    await modems.open('a')
    expect(modems.problems.a).toBeNull()
  })

  test('sends both control lines together', async () => {
    const host = await startWindow()
    await useModems().setLines('b', { dtr: false, rts: true })
    expect(host.inputsOf('port.lines')).toEqual([{ slot: 'b', dtr: false, rts: true }])
  })
})

describe('settings', () => {
  test('show at once and are taken back when the host refuses', async () => {
    const host = await startWindow()
    const settings = useSettings()
    host.answers['settings.change'] = () => {
      throw new Error('disk full')
    }
    const done = settings.change({ theme: 'dark' })
    expect(settings.theme).toBe('dark')
    expect(document.documentElement.dataset['theme']).toBe('light')
    await done
    expect(settings.theme).toBe('light')
    expect(useNotices().list.at(-1)?.text).toBe('disk full')
  })

  test('change the language of the whole window', async () => {
    await startWindow()
    await useSettings().change({ language: 'ja' })
    await flushPromises()
    expect(document.documentElement.lang).toBe('ja')
    await useSettings().change({ language: 'en' })
    await flushPromises()
  })
})

describe('rows', () => {
  test('are drawn once a frame however many arrive', async () => {
    const host = await startWindow()
    const log = useLog()
    const before = log.version.a
    for (let n = 0; n < 100; n++)
      host.tell('rows', {
        rows: fakeRows('a', 100, n * 10_000 + 1, 1).map((row) => ({
          ...row,
          id: n * 100 + row.id,
        })),
        behind: { a: 0, b: 0 },
      })
    expect(log.rowsOf('a')).toHaveLength(0)
    await nextFrame()
    expect(log.rowsOf('a')).toHaveLength(10_000)
    expect(log.version.a).toBe(before + 1)
  })

  test('that were not sent are counted until they are read from the journal', async () => {
    const host = await startWindow()
    host.tell('rows', { rows: [], behind: { a: 120, b: 0 } })
    expect(useLog().skipped).toEqual({ a: 120, b: 0 })
    host.rows = fakeRows('a', 20, 1)
    await useLog().load()
    expect(useLog().skipped).toEqual({ a: 0, b: 0 })
    expect(useLog().rowsOf('a')).toHaveLength(20)
  })
})

describe('rows that were missed while the host could not be reached', () => {
  const rowsTo = (count: number) => fakeRows('a', count, 1, 1)

  test.each([
    ['fewer than a page', 300],
    ['more than a page', 9000],
  ])('%s: none is missing afterwards', async (_name, missed) => {
    const host = new FakeHost()
    host.rows = rowsTo(200)
    await startWindow(host)
    const log = useLog()
    log.cut()
    host.rows = rowsTo(200 + missed + 5)
    // What comes with the connection is there before the page is.
    log.take({ rows: host.rows.slice(-5), behind: { a: 0, b: 0 } })
    await nextFrame()
    await log.load()
    expect(log.rowsOf('a').map(({ id }) => id)).toEqual(host.rows.map(({ id }) => id))
  })

  test('more than are kept: the newest are shown, without a hole', async () => {
    const host = new FakeHost()
    host.rows = rowsTo(200)
    await startWindow(host)
    useLog().cut()
    host.rows = rowsTo(60_000)
    await useLog().load()
    const ids = useLog()
      .rowsOf('a')
      .map(({ id }) => id)
    expect(ids).toEqual(host.rows.slice(-ids.length).map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(10_000)
  })

  test('of a host that was started anew: its own are shown', async () => {
    const host = new FakeHost()
    host.rows = rowsTo(200)
    await startWindow(host)
    useLog().cut()
    host.rows = fakeRows('a', 20, 0, 1)
    await useLog().load()
    expect(useLog().rowsOf('a')).toEqual(host.rows)
  })
})

describe('the socket to a web host', () => {
  class Wire extends EventTarget {
    readyState: number = WebSocket.CONNECTING
    readonly sent: string[] = []
    send(text: string): void {
      this.sent.push(text)
    }
    open(): void {
      this.readyState = WebSocket.OPEN
      this.dispatchEvent(new Event('open'))
    }
    close(): void {
      this.readyState = WebSocket.CLOSING
    }
    lose(): void {
      this.readyState = WebSocket.CLOSED
      this.dispatchEvent(new Event('close'))
    }
    say(message: unknown): void {
      this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
    }
  }
  let wires: Wire[]
  let waits: { ms: number; task: () => void }[]
  let socket: SocketTransport
  const newest = () => wires.at(-1) ?? new Wire()
  beforeEach(() => {
    wires = []
    waits = []
    socket = new SocketTransport('ws://bench/socket', {
      open: () => {
        const wire = new Wire()
        wires.push(wire)
        // Only what the transport uses of a WebSocket.
        return wire as unknown as WebSocket
      },
      later: (ms, task) => {
        const wait = { ms, task }
        waits.push(wait)
        return () => (waits = waits.filter((other) => other !== wait))
      },
    })
  })

  test('answers each call with the reply of its number', async () => {
    newest().open()
    const first = socket.call('app.snapshot', undefined)
    const second = socket.call('ports.list', undefined)
    await flushPromises()
    newest().say({ id: 2, reply: { ok: true, value: 'two' } })
    newest().say({ id: 1, reply: { ok: true, value: 'one' } })
    expect(await first).toEqual({ ok: true, value: 'one' })
    expect(await second).toEqual({ ok: true, value: 'two' })
  })

  test('fails what was asked when the connection is lost, and comes back with growing waits', async () => {
    newest().open()
    const seen: boolean[] = []
    socket.onStatus(({ up }) => seen.push(up))
    const asked = socket.call('at.send', { slot: 'a', text: 'AT' })
    await flushPromises()
    newest().lose()
    expect(await asked).toMatchObject({
      ok: false,
      error: { code: 'host-unreachable', meaning: { en: expect.stringMatching(/not known/) } },
    })
    for (let n = 0; n < 7; n++) {
      waits.at(-1)?.task()
      // A late word of an earlier connection changes nothing.
      wires[0]?.lose()
      newest().lose()
    }
    expect(waits.map((wait) => wait.ms)).toEqual([
      250, 500, 1000, 2000, 5000, 10_000, 10_000, 10_000,
    ])
    waits.at(-1)?.task()
    newest().open()
    expect(seen.at(-1)).toBe(true)
    expect(await Promise.race([socket.call('x', 1), Promise.resolve('waits for its reply')])).toBe(
      'waits for its reply',
    )
  })

  test('that says nothing for long is given up, whatever it says later', async () => {
    const seen: boolean[] = []
    socket.onStatus(({ up }) => seen.push(up))
    const silent = newest()
    silent.open()
    const asked = socket.call('at.send', { slot: 'a', text: 'AT' })
    await flushPromises()
    const before = waits.at(-1)
    silent.say({ events: [] })
    // The host spoke: the wait for its next word begins anew.
    expect(waits).not.toContain(before)
    waits.at(-1)?.task()
    expect(await asked).toMatchObject({ ok: false, error: { code: 'host-unreachable' } })
    waits.at(-1)?.task()
    newest().open()
    silent.lose()
    expect(seen).toEqual([true, false, true])
    expect(wires).toHaveLength(2)
  })

  test('hands events to who listens', () => {
    const names: string[] = []
    socket.onEvent((event) => names.push(event.name))
    newest().open()
    newest().say({
      events: [
        { name: 'rows', value: { rows: [], behind: { a: 0, b: 0 } } },
        { name: 'ports', value: [] },
      ],
    })
    expect(names).toEqual(['rows', 'ports'])
  })

  test('takes the token out of the address bar and keeps it for a reload', () => {
    window.location.href = 'http://127.0.0.1:8470/?token=abc#log'
    expect(takeToken()).toBe('abc')
    expect(window.location.href).not.toContain('abc')
    expect(takeToken()).toBe('abc')
    expect(socketUrl('abc')).toBe('ws://127.0.0.1:8470/socket?token=abc')
  })
})

test('a slot begins with the device it had, whatever its port is called now', () => {
  const port = (path: string, identity: string): PortInfo => ({
    path,
    identity,
    label: quoted(path),
    kind: 'serial',
    role: 'at',
    use: 'yes',
  })
  const mine = 'usb:1e0e:9001/serial:ABC123/if02'
  const twin = 'usb:1e0e:9001/at:1-1.2/if02'
  const begins = (ports: readonly PortInfo[], device: string | null = mine) =>
    portOfLastTime('a', {
      settings: {
        ...defaultSettings,
        lastPort: { a: '/dev/ttyUSB2' },
        lastDevice: device === null ? {} : { a: device },
      },
      ports,
    })
  expect(begins([port('/dev/ttyUSB2', 'usb:2c7c:0125/if02'), port('/dev/ttyUSB6', mine)])).toBe(
    '/dev/ttyUSB6',
  )
  // Its old name is another device's now: nothing is better than the wrong modem.
  expect(begins([port('/dev/ttyUSB2', 'usb:2c7c:0125/if02')])).toBe('')
  expect(begins([port('/dev/ttyUSB2', twin)])).toBe('/dev/ttyUSB2')
  expect(begins([])).toBe('/dev/ttyUSB2')
  expect(begins([port('/dev/ttyUSB2', 'usb:2c7c:0125/if02')], null)).toBe('/dev/ttyUSB2')
})
