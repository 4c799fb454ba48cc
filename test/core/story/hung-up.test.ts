import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { StoryReader } from '@core/story/story-reader'
import { attemptText } from '@core/story/words'

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

const manager = (...lines: readonly string[]) =>
  lines.map((line) => `ModemManager[812]: <debug> [1700000000.100000] ${line}\n`).join('')
const dialled = manager(
  "[modem0/ttyACM0/at] --> 'ATD*99***1#<CR>'",
  "[modem0/ttyACM0/at] <-- '<CR><LF>CONNECT<CR><LF>'",
)
const carrierLost = manager("[modem0/ttyACM0/at] <-- '<CR><LF>NO CARRIER<CR><LF>'")
function toldOf(log: string) {
  const reading = new LogImport({ knowledge })
  const reader = new StoryReader()
  for (const row of [...reading.push(log), ...reading.end()]) reader.take(row)
  return reader.stories[0]
}
const attemptsOf = (log: string) =>
  (toldOf(log)?.attempts ?? []).map((attempt) => attemptText(attempt, 'en')).join('\n')
function ended(log: string) {
  const story = toldOf(log)
  return [story?.failures.length, story?.causes.map(({ code }) => code)]
}

test.each([
  [
    'ModemManager is asked to',
    dialled + manager('[modem0] user request to disconnect modem') + carrierLost,
  ],
  [
    'its state says so',
    dialled + manager('[modem0] state changed (connected -> disconnecting)') + carrierLost,
  ],
  [
    'DTR was dropped',
    dialled + manager('[modem0/ttyACM0/at] flashing port (1000ms)') + carrierLost,
  ],
  [
    'the context is taken down through another port',
    dialled + manager("[modem0/ttyACM3/at] --> 'AT+CGACT=0,1<CR>'") + carrierLost,
  ],
  ['data mode is left', 'ATD*99#\nCONNECT\n+++\nNO CARRIER\nATH\nOK\n'],
  ['the call is hung up', 'ATD*99#\nCONNECT\n+++\nOK\nATH\nNO CARRIER\n'],
  ['the modem is restarted', 'ATD*99#\nCONNECT\n+++\nOK\nAT+CFUN=1,1\nNO CARRIER\nOK\n'],
])('a call that this side ends has not failed: %s', (_, log) => {
  expect(ended(log)).toEqual([0, []])
  expect(attemptsOf(log)).toContain('ended on this side')
})

test.each([
  ['nobody asked for it', dialled + carrierLost],
  ['it was asked for another call', `ATH\nOK\n${dialled}${carrierLost}`],
  ['somebody went back to the call', 'ATD*99#\nCONNECT\n+++\nOK\nATO\nCONNECT\nNO CARRIER\n'],
])('a call that ends has failed where %s', (_, log) => {
  expect(ended(log)[0]).toBe(1)
})
