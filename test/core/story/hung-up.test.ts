import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { StoryReader } from '@core/story/story-reader'

const up = [
  'ATD*99#',
  'CONNECT',
  'sent [LCP ConfReq id=0x1 <asyncmap 0x0>]',
  'rcvd [LCP ConfAck id=0x1 <asyncmap 0x0>]',
  'sent [IPCP ConfReq id=0x1 <addr 10.0.0.2>]',
  'rcvd [IPCP ConfAck id=0x1 <addr 10.0.0.2>]',
]
function storyOf(...lines: readonly string[]) {
  const log = new LogImport({ knowledge })
  const rows = [...log.push(`${[...up, ...lines].join('\n')}\n`), ...log.end()]
  const reader = new StoryReader()
  for (const row of rows) reader.take(row)
  const [story] = reader.stories
  if (!story) throw new Error('no story')
  const { attempts, failures } = story
  return { attempts: attempts.map(({ state }) => state), failed: failures.length > 0 }
}

test('who hangs up after the link came up has not failed, whatever the modem says of it', () => {
  const ours = ['sent [LCP TermReq id=0x2]', 'rcvd [LCP TermAck id=0x2]', 'NO CARRIER']
  expect(storyOf(...ours).attempts).toEqual(['fine'])
  expect(storyOf('sent [LCP TermReq id=0x2 "User request"]').failed).toBe(false)
})

test.each(['rcvd [LCP TermReq id=0x2]', 'sent [LCP TermReq id=0x2 "Peer not responding"]'])(
  '%s is a link that failed',
  (line) => {
    expect(storyOf(line)).toEqual({ attempts: ['failure'], failed: true })
  },
)
