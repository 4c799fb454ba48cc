import { afterEach, expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

async function tested(steps: string, serial = '', sim = 'sim7672') {
  const text = `name: why\nport: sim:${sim}?speed=fast\npreset: soracom\nstop: never\nsteps:\n${steps}`
  await fixture.ask('test.start', { slot: 'a', text, serial })
  for (let passed = 0; passed < 600_000; passed += 500) {
    await fixture.clock.advance(500)
    const now = fixture.bench.tests.states.a
    if (now && now.state !== 'running')
      return now.steps.map(({ words, fault }) => [words.en, fault])
  }
  throw new Error('the test did not end')
}

test('a second board on the same simulated modem is told how to be another', async () => {
  fixture = await benchFixture()
  const steps = '  - { name: IMEI, imei: { unseen: true } }\n'
  expect((await tested(steps, 'A1'))[0]?.[0]).toMatch(/^IMEI \d{15}; Other units with it 0\.$/)
  expect((await tested(steps, 'A2'))[0]?.[0]).toMatch(
    /\(A1 \S+Z; a simulated modem keeps its IMEI: sim:sim7672#2 is another board\)\.$/,
  )
  await tested(steps, 'A3', 'sim7672#2')
  expect((await tested(steps, 'A4', 'sim7672#2'))[0]?.[0]).toMatch(/sim:sim7672#3 is another board/)
})

test('a message to another number, a page too short and servers that say nothing have their own words', async () => {
  fixture = await benchFixture()
  const end = await tested(`  - { name: sms, sms: { number: '+819012345678', within: 20s } }
  - { name: ppp, ppp: {} }
  - { name: page, throughput: { url: 'http://pong.soracom.io/', min: 1, for: 3s } }
  - { name: coap, coap: { url: 'coap://pong.soracom.io/hello' } }
`)
  expect(end[0]).toEqual([
    expect.stringMatching(
      /^The message was sent and did not come back in the time it has: 20\.0 s\. /,
    ),
    'test-sms-lost',
  ])
  expect(end[2]?.[0]).toMatch(/wanted: at least 1 Mbit\/s \(the page has only \d+ octets/)
  expect(end[3]?.[0]).toMatch(/^Code: (nobody listens on the port|the server did not answer)/)
})
