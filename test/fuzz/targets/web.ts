import { calls, dispatch } from '@contract'
import { messageOf } from '@hosts/web/message'
import { dispatchForReader } from '@hosts/web/reader'
import { benchFixture } from '../../support/bench-fixture'
import { latin, octets } from '../corpus'
import { must, type Target } from '../target'

const inputs: readonly unknown[] = [
  { slot: 'a', path: 'sim:sim7672' },
  { slot: 'a', command: 'AT+CSQ' },
  { slots: ['a'], format: 'jsonl', redact: true },
  { filter: { slots: ['a'] }, count: 5 },
  { name: 'a.log', bytes: 3 },
  { ownBoards: [[[[]]]] },
  { text: 'failover: {}' },
]
const messages = Object.keys(calls).map((name, i) =>
  octets(JSON.stringify({ id: i, name, input: inputs[i % inputs.length] })),
)

export const webTargets: readonly Target[] = [
  {
    name: 'message of a window',
    corpus: [...messages, ...latin('[[[[]]]]', '{"id":[[]],"name":"app.snapshot"}')],
    share: 8,
    run: (bytes) => messageOf(new TextDecoder().decode(bytes)),
  },
  {
    name: 'call of a window',
    corpus: messages,
    share: 0.15,
    run: async (bytes) => {
      const message = messageOf(new TextDecoder().decode(bytes))
      if (!message) return
      const fixture = await benchFixture()
      try {
        for (const carryOut of [dispatchForReader, dispatch]) {
          const reply = carryOut(fixture.bench.handlers, message.name, message.input)
          // Some wait for a modem; what is asked here is whether anything breaks.
          const said = await Promise.race([reply, fixture.clock.advance(200)])
          must(
            !said || said.ok || said.error.code !== 'internal',
            JSON.stringify({ message, said }),
          )
        }
      } finally {
        await fixture.end()
      }
    },
  },
]
