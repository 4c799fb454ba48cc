import { expect, test } from 'vitest'
import { checkBroker } from '../../../src-main/hosts/web/monitoring'

test.each([
  ['http://broker', undefined, /--mqtt http:\/\/broker: expected mqtt:/],
  ['broker.example.com', undefined, /expected mqtt:/],
  ['mqtt://', undefined, /expected mqtt:/],
  ['mqtt://ann:secret@broker', undefined, /--mqtt-password-file/],
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
