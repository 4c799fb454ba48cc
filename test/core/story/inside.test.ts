import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { StoryReader } from '@core/story/story-reader'
import { verdict } from '@core/story/words'

function told(...lines: string[]) {
  const log = new LogImport({ knowledge })
  const reader = new StoryReader()
  for (const row of [...log.push(`${lines.join('\n')}\n`), ...log.end()]) reader.take(row)
  const [story] = reader.stories
  if (!story) throw new Error('no story')
  return story
}
const open = ['AT+CNACT=0,1', 'OK', '+APP PDP: 0,ACTIVE']

test.each([
  [['AT+QPING=1,"192.0.2.9"', 'OK', '+QPING: 569'], 'ip-no-answer'],
  [['AT+SNPING4="192.0.2.9",2,16,1000', '+SNPING4: 1,192.0.2.9,60000', 'OK'], 'ip-no-answer'],
  [['AT+CPING="192.0.2.9",1,1', 'OK', '+CPING: 2', '+CPING: 3,1,0,1,0,0,0'], 'ip-no-answer'],
  [['AT+CDNSGIP="a.example"', 'OK', '+CDNSGIP: 0,8'], 'inside-not-resolved'],
  [['AT+QIDNSGIP=1,"a.example"', 'OK', '+QIURC: "dnsgip",565'], 'inside-not-resolved'],
  [['AT+CNTP', 'OK', '+CNTP: 61'], 'inside-no-network'],
  [['AT+CNTP', 'OK', '+CNTP: 62'], 'inside-not-resolved'],
  [['AT+HTTPACTION=0', 'OK', '+HTTPACTION: 0,601,0'], 'inside-no-network'],
  [['AT+HTTPACTION=0', 'OK', '+HTTPACTION: 0,603,0'], 'inside-not-resolved'],
  [['AT+HTTPACTION=0', 'OK', '+HTTPACTION: 0,706,0'], 'inside-no-connection'],
  [['AT+HTTPACTION=0', 'OK', '+HTTPACTION: 0,714,0'], 'inside-no-connection'],
  [['AT+HTTPACTION=0', 'OK', '+HTTPACTION: 0,602,0'], 'inside-not-begun'],
  [['AT+HTTPACTION=0', 'OK', '+HTTPACTION: 0,715,0'], 'tls-broken'],
  [['AT+QHTTPGET=60', 'OK', '+QHTTPGET: 714'], 'inside-not-resolved'],
  [['AT+CIPOPEN=0,"TCP","192.0.2.9",80', 'OK', '+CIPOPEN: 0,10'], 'inside-no-connection'],
  [['AT+CIPOPEN=0,"TCP","192.0.2.9",80', 'OK', '+CIPOPEN: 0,4'], 'inside-not-begun'],
  [['AT+CAOPEN=0,0,"TCP","a.example",80', '+CAOPEN: 0,2', 'OK'], 'inside-not-begun'],
  [['AT+CAOPEN=0,0,"TCP","a.example",80', '+CAOPEN: 0,20', 'OK'], 'inside-not-resolved'],
  [['AT+QIOPEN=1,0,"TCP","192.0.2.9",80', 'OK', '+QIOPEN: 0,566'], 'inside-no-connection'],
  [['AT+CIPSTART="TCP","a.example",80', 'OK', 'CONNECT FAIL'], 'inside-no-connection'],
])(
  'what the modem itself tried is told, with the cause that its result means: %s',
  (lines, code) => {
    const story = told(...open, ...lines)
    expect(story.summary.stopped).toMatchObject({ id: 'internet', state: 'failure' })
    expect(story.causes[0]?.code).toBe(code)
  },
)

test.each([
  [['AT+QPING=1,"192.0.2.9"', 'OK', '+QPING: 0,"192.0.2.9",32,40,255', '+QPING: 569']],
  [['AT+CPING="192.0.2.9",1,2', 'OK', '+CPING: 2', '+CPING: 3,2,1,1,60,60,60']],
  [
    [
      'AT+SNPING4="192.0.2.9",2,16,1000',
      '+SNPING4: 1,192.0.2.9,62',
      '+SNPING4: 2,192.0.2.9,60000',
      'OK',
    ],
  ],
  [['AT+CDNSGIP="a.example"', 'OK', '+CDNSGIP: 1,"a.example","192.0.2.9"']],
  [
    [
      'AT+CDNSGIP="a.example"',
      'OK',
      '+CDNSGIP: 0,8',
      'AT+CDNSGIP="a.example"',
      'OK',
      '+CDNSGIP: 1,"a.example","192.0.2.9"',
    ],
  ],
])('a test that was answered once, or at last, is no failure: %s', (lines) => {
  const story = told(...open, ...lines)
  expect(verdict(story).en).toBe('All that was tried came up.')
  expect(story.attempts.map(({ state, reached }) => [state, reached])).toEqual([
    ['fine', 'internet'],
  ])
})

test('a connection over which a test failed has come up nevertheless', () => {
  const { attempts } = told(...open, 'AT+CDNSGIP="a.example"', 'OK', '+CDNSGIP: 0,8')
  expect(attempts.map(({ state, reached }) => [state, reached])).toEqual([['fine', 'ip']])
})

test.each([
  ['+HTTPACTION: 0,503,0', '+HTTPACTION: 0,200,12'],
  ['+QHTTPGET: 0,404,12', '+QHTTPGET: 0,200,12'],
  ['#HTTPRING: 0,401,"text/html",9', '#HTTPRING: 0,204,"text/html",0'],
])('a request that was refused with %s is made good by %s', (refused, served) => {
  const later = told(...open, 'AT+HTTPACTION=0', 'OK', refused, served)
  expect(later.causes).toEqual([])
  expect(later.summary.unserved).toBe(undefined)
  expect(later.failure?.overcome).toBe(true)
  const never = told(...open, 'AT+HTTPACTION=0', 'OK', served, refused)
  expect(never.failure?.overcome).toBe(undefined)
})

test('an HTTP status of the server is the server’s, and a time that may have been set is not said to have failed', () => {
  const story = told(...open, 'AT+HTTPACTION=0', 'OK', '+HTTPACTION: 0,404,0')
  expect(story.summary.stopped).toBe(undefined)
  expect(story.causes.map(({ code }) => code)).toEqual(['http-status'])
  expect(verdict(story).en).toContain('the server answered the request with an error')
  expect(told(...open, 'AT+CNTP', 'OK', '+CNTP: 1').summary.stopped?.state).not.toBe('failure')
})
