import { expect, test } from 'vitest'
import { mqttFault } from '@platform/mqtt/mqtt-fault'
import { away, checkBroker } from '../../../src-main/hosts/web/monitoring'

test.each([
  ['http://broker', undefined, /--mqtt http:\/\/broker: expected mqtt:/],
  ['broker.example.com', undefined, /expected mqtt:/],
  ['mqtt://', undefined, /expected mqtt:/],
  ['mqtt://ann:secret@broker', undefined, /--mqtt-password-file/],
  ['mqtt://broker/lab', undefined, /ends behind its port.*--mqtt-topic/],
  ['mqtt://broker?key=secret', undefined, /ends behind its port/],
  ['mqtt://broker', 'lab/#', /--mqtt-topic lab\/#/],
  ['mqtt://broker', '/lab', /without a slash at its ends/],
  ['mqtt://broker', '', /--mqtt-topic/],
])('a broker that cannot be meant is refused: %s %s', (url, prefix, words) => {
  expect(() => checkBroker({ url, prefix })).toThrow(
    expect.objectContaining({ code: 'bad-input', detail: expect.stringMatching(words) }),
  )
  expect(() => checkBroker({ url, prefix })).not.toThrow(/secret/)
})

test.each([
  ['mqtt://broker', undefined],
  ['mqtts://[::1]:8884', 'lab/one'],
])('%s is taken', (url, prefix) => {
  expect(() => checkBroker({ url, prefix })).not.toThrow()
})

const coded = (message: string, code: string | number) =>
  Object.assign(new Error(message), { code })

test.each([
  ['a wrong login', coded('Connection refused: Not authorized', 5), 'correct --mqtt-user'],
  ['a topic', coded('Publish error: Not authorized', 135), '--mqtt-topic'],
  ['no room', coded('Connection refused: Server unavailable', 3), 'Look whether the broker runs'],
  ['nobody there', coded('connect ECONNREFUSED 127.0.0.1:9', 'ECONNREFUSED'), 'nothing listens'],
  ['no TLS', coded('SSL routines:x:wrong version number:y', 'EPROTO'), 'speaks no TLS'],
  [
    'no MQTT',
    new Error('Invalid header flag bits, must be 0x0 for puback packet'),
    'no MQTT broker',
  ],
])('a broker that cannot be published to, %s: what to do is said', (_, error, words) => {
  const said = away('mqtt://broker', mqttFault(error))
  expect(said.en).toContain(words)
  expect(said.en).not.toContain('ECONN')
  expect(said.ja).toMatch(/保留し/)
})

test.each(['home/#', '/home', ''])(
  'a discovery prefix that is none is refused: %s',
  (homeAssistant) => {
    expect(() => checkBroker({ url: 'mqtt://broker', homeAssistant })).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        detail: expect.stringContaining('--mqtt-home-assistant'),
      }),
    )
  },
)
