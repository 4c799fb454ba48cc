import { expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { Fault } from '@core/fault'
import { IpHost } from '@core/ip/host'
import { seededChance } from '@core/ports/chance'
import type { Outside } from '@core/ports/outside'
import { applyFault } from '@core/simulator/fault-rows'
import { SimulatedNetwork } from '@core/simulator/network'
import { Host, ppp } from './host'

/** A computer whose port 8080 sends back what it hears, in capitals, and ends; port 7 the same by UDP; nothing else listens. */
class Computer implements Outside {
  readonly asked: string[] = []
  talks = 0
  async connect(port: number) {
    this.asked.push(`tcp ${port}`)
    if (port !== 8080) throw new Fault('tcp-refused')
    const said: Uint8Array[] = []
    let ended: () => void = () => undefined
    const over = new Promise<void>((resolve) => (ended = resolve))
    return {
      write: async (data: Uint8Array) => void said.push(data.slice()),
      read: async () => {
        await over
        const all = said.splice(0).map(latin1).join('')
        return all === '' ? undefined : bytesOf(all.toUpperCase())
      },
      end: () => ended(),
      abort: () => ended(),
    }
  }
  talk(port: number, take: (data: Uint8Array) => void) {
    this.talks++
    this.asked.push(`udp ${port}`)
    return {
      send: (data: Uint8Array) => {
        if (port === 7) take(bytesOf(latin1(data).toUpperCase()))
      },
      close: () => void this.talks--,
    }
  }
}

async function online(reach: boolean, outside: Outside = new Computer()) {
  const host = new Host({ outside })
  if (reach) applyFault(host.modem, 'this-computer', 'on')
  await host.profiled()
  await host.ask('ATD*99***1#', 1_000)
  const { link, up } = ppp(host)
  link.open()
  await host.clock.advance(6_000)
  const found = up()
  if (found?.kind !== 'up') throw new Error('PPP did not come up')
  const { address, dns } = found
  const send = (packet: Uint8Array) => link.sendIp(packet)
  const { clock } = host
  const ip = new IpHost({ clock, chance: seededChance(4), address, mtu: 1500, dns, send })
  link.on((event) => {
    if (event.kind === 'ip') ip.receive(event.packet)
  })
  return { host, ip, until: <T>(work: Promise<T>) => clock.until(work) }
}

test('a port of this computer is reached through the modem, octet by octet and to both ends', async () => {
  const { ip, until } = await online(true)
  const connection = await until(ip.connect('this-computer.example', 8080))
  await until(connection.write(bytesOf('hello ')))
  await until(connection.write(bytesOf('there')))
  connection.end()
  const first = await until(connection.read())
  expect(latin1(first ?? new Uint8Array())).toBe('HELLO THERE')
  expect(await until(connection.read())).toBeUndefined()
})

test('where nothing listens the connection is reset', async () => {
  const computer = new Computer()
  const { ip, until } = await online(true, computer)
  const connection = await until(ip.connect('this-computer.example', 80))
  await expect(until(connection.read())).rejects.toMatchObject({ code: 'tcp-reset' })
  expect(computer.asked).toEqual(['tcp 80'])
})

test('datagrams find their way there and back, and their ports are given back with the session', async () => {
  const computer = new Computer()
  const { host, ip, until } = await online(true, computer)
  const answer = await until(ip.udp('this-computer.example', 7, bytesOf('ping')))
  expect(latin1(answer ?? new Uint8Array())).toBe('PING')
  expect(computer).toMatchObject({ asked: ['udp 7'], talks: 1 })
  host.modem.faults.cutSession()
  await host.clock.advance(5_000)
  expect(computer.talks).toBe(0)
})

test('nobody who did not ask for it reaches this computer', async () => {
  const computer = new Computer()
  const { ip, until } = await online(false, computer)
  const connection = await until(ip.connect('this-computer.example', 8080))
  await expect(until(connection.read())).rejects.toMatchObject({ code: 'tcp-reset' })
  expect(await until(ip.udp('this-computer.example', 7, bytesOf('ping')))).toBeUndefined()
  expect(computer.asked).toEqual([])
})

test("the modem's own stack reaches it, too", async () => {
  const host = new Host({ outside: new Computer() })
  applyFault(host.modem, 'this-computer', 'on')
  await host.profiled()
  await host.ask('AT+NETOPEN', 3_000)
  await host.ask('AT+CIPOPEN=0,"TCP","this-computer.example",8080', 5_000)
  expect(host.text).toContain('+CIPOPEN: 0,0')
})

test('where a bench keeps its own computer to itself the knob is refused with the reason', () => {
  const { clock, network } = new Host()
  const own = new SimulatedNetwork({ clock, chance: seededChance(1) })
  const { modem } = new Host({ network: own })
  expect(network.outside).toBeDefined()
  expect(() => applyFault(modem, 'this-computer', 'on')).toThrow(/keeps its own ports to itself/)
  applyFault(modem, 'this-computer', 'off')
})

test("the modem's own HTTP asks at the port of its URL", async () => {
  const computer = new Computer()
  const host = new Host({ outside: computer })
  applyFault(host.modem, 'this-computer', 'on')
  await host.profiled()
  await host.ask('AT+CGACT=1,1', 3_000)
  await host.ask('AT+HTTPINIT', 1_000)
  await host.ask('AT+HTTPPARA="URL","http://this-computer.example:8081/"', 1_000)
  await host.ask('AT+HTTPACTION=0', 10_000)
  expect(computer.asked).toEqual(['tcp 8081'])
})
