import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { compare } from '@core/compare/difference'
import { LogImport } from '@core/log/import/log-import'
import { stepsOf } from '../../support/compared-runs'

type Exchange = readonly [command: string | undefined, ...answer: string[]]
type Tool = (exchanges: readonly Exchange[]) => string

const steps = (text: string) => {
  const log = new LogImport({ knowledge })
  return stepsOf([...log.push(text), ...log.end()])
}
const each =
  (write: (line: string, sent: boolean, at: number) => string): Tool =>
  (exchanges) =>
    exchanges
      .flatMap(([command, ...answer]) => [
        ...(command === undefined ? [] : [{ line: command, sent: true }]),
        ...answer.map((line) => ({ line, sent: false })),
      ])
      .map(({ line, sent }, at) => `${write(line, sent, at)}\n`)
      .join('')

const capture = each((line) => line)
const arduino = each(
  (line, sent, at) => `10:00:${String(at).padStart(2, '0')}.000 -> ${sent ? '>>' : '<<'} ${line}`,
)
const espIdf = each(
  (line, sent, at) => `I (${900 + at * 10}) modem_at: ${sent ? '>' : '<'} ${line}`,
)
const japanese = each((line, sent) => `${sent ? '送信：' : '受信：'}${line}`)
/** Arrows that show where a line came out of, not where it went. */
const outOf = each((line, sent, at) => `[13:53:${10 + at}.000] modem ${sent ? '<<' : '>>'} ${line}`)
const rows = each((line, sent, at) =>
  JSON.stringify({ time: `2026-11-30T10:00:${10 + at}Z`, dir: sent ? 'tx' : 'rx', text: line }),
)
/** Whatever the port gave at once, with the line ends in it. */
const chunks = each((line, sent) => {
  const dir = sent ? 'out' : 'in'
  const parts = sent ? [`${line}\r`] : [`\r\n${line.slice(0, 3)}`, `${line.slice(3)}\r\n`]
  return parts.map((data) => JSON.stringify({ port: 'ttyS1', dir, data })).join('\n')
})

const opening: readonly Exchange[] = [
  ['AT', 'OK'],
  ['AT+CPIN?', '+CPIN: READY', 'OK'],
  ['AT+CSQ', '+CSQ: 19,99', 'OK'],
  ['AT+CEREG?', '+CEREG: 0,1', 'OK'],
]
const socket: Exchange = ['AT+QIOPEN=1,0,"TCP","192.0.2.9",7000,0,1', 'OK', '+QIOPEN: 0,0']
const sending: Exchange = ['AT+QISEND=0,5', '>', 'SEND OK']
const byFour: Exchange = ['AT+QCFG="band"', '+QCFG: "band",0x0,0x80085,0x80085', 'OK']

test.each<{
  name: string
  good: readonly [Tool, readonly Exchange[]]
  bad: readonly [Tool, readonly Exchange[]]
  step: string
  cause?: string
}>([
  {
    name: 'a name that the modem could not look up',
    good: [
      espIdf,
      [...opening, ['AT+CDNSGIP="a.example"', '+CDNSGIP: 1,"a.example","192.0.2.7"', 'OK']],
    ],
    bad: [arduino, [...opening, ['AT+CDNSGIP="a.example"', '+CDNSGIP: 0,8', 'OK']]],
    step: 'AT+CDNSGIP=',
    cause: 'The modem could not look up the name.',
  },
  {
    name: 'a connection that was idle too long',
    good: [rows, [...opening, socket, sending, ['AT+QICLOSE=0', 'OK']]],
    bad: [
      arduino,
      [...opening, socket, sending, [undefined, '+QIURC: "closed",0'], ['AT+QISEND=0,5', 'ERROR']],
    ],
    step: 'connection closed',
  },
  {
    name: 'a data session that the network took down',
    good: [rows, [...opening, ['AT+QIACT=1', 'OK'], socket]],
    bad: [
      capture,
      [
        ...opening,
        ['AT+QIACT=1', 'OK'],
        [undefined, '+QIURC: "pdpdeact",1'],
        ['AT+QIOPEN=1,0,"TCP","192.0.2.9",7000,0,1', 'OK', '+QIOPEN: 0,561'],
      ],
    ],
    step: 'connection closed',
    cause: 'The data session was up, and then ended from the other side.',
  },
  {
    name: 'bands that do not hold the one that is there',
    good: [capture, [['AT', 'OK'], byFour, ['AT+CEREG?', '+CEREG: 0,1', 'OK']]],
    bad: [
      japanese,
      [
        ['AT', 'OK'],
        ['AT+QCFG="band"', '+QCFG: "band",0x0,0x1,0x1', 'OK'],
        ['AT+CEREG?', '+CEREG: 0,2', 'OK'],
      ],
    ],
    step: 'AT+QCFG="BAND"',
  },
  {
    name: 'a radio that was switched off and stayed so',
    good: [capture, opening],
    bad: [
      arduino,
      [
        ['AT', 'OK'],
        ['AT+CFUN=4', 'OK'],
        ['AT+CPIN?', '+CPIN: READY', 'OK'],
        ['AT+CSQ', '+CSQ: 99,99', 'OK'],
        ['AT+CEREG?', '+CEREG: 0,0', 'OK'],
      ],
    ],
    step: 'radio off',
    cause: 'The radio is off.',
  },
  {
    name: 'power saving that is on',
    good: [espIdf, [...opening, ['AT+CPSMS=0', 'OK']]],
    bad: [outOf, [...opening, ['AT+CPSMS=1,,,"00000001","00000001"', 'OK']]],
    step: 'AT+CPSMS=',
  },
  {
    name: 'a supply that is too low',
    good: [espIdf, [...opening, ['ATD*99#', 'CONNECT']]],
    bad: [arduino, [...opening, [undefined, 'UNDER-VOLTAGE WARNNING']]],
    step: 'brown-out',
    cause: 'The supply voltage of the modem gave way.',
  },
  {
    name: 'a registration that another command told first',
    good: [espIdf, [...opening, ['AT+CGATT?', '+CGATT: 1', 'OK']]],
    bad: [
      rows,
      [
        ...opening.slice(0, 3),
        ['AT+EGREG?', '+EGREG: 2,3,"1A2B","0123ABCD",4096,"01",0,0,0,15', 'OK'],
      ],
    ],
    step: 'registration',
    cause: 'The network refused the SIM.',
  },
])('two logs of other tools part at $name', ({ good, bad, step, cause }) => {
  const { first } = compare(steps(good[0](good[1])), steps(bad[0](bad[1])))
  expect(first?.step).toBe(step)
  expect(first?.cause?.en).toBe(cause)
})

test.each<[name: string, before: Exchange, cause: RegExp]>([
  ['a command that asks for it', ['AT+CFUN=1,1', 'OK'], /A command asked for the restart/],
  [
    'a watchdog of the board',
    [undefined, 'rst:0x7 (TG0WDT_SYS_RESET),boot:0x13'],
    /watchdog had reset/,
  ],
  ['a modem that was switched off', [undefined, 'NORMAL POWER DOWN'], /had been switched off/],
  ['nothing that the log shows', ['AT+CSQ', '+CSQ: 18,99', 'OK'], /the log shows no reason/],
])('a restart is told with its reason: %s', (_name, before, cause) => {
  const bad = capture([...opening, before, [undefined, 'RDY'], [undefined, '+CPIN: READY']])
  const { first } = compare(steps(rows([...opening, socket, sending])), steps(bad))
  expect(first?.step).toBe('restart')
  expect(first?.cause?.en).toMatch(cause)
})

const dialled: readonly Exchange[] = [...opening, ['ATD*99#', 'CONNECT']]
const address = 'pppd[1]: local  IP address 10.0.0.1'
test.each<[name: string, step: string, good: string, bad: string]>([
  [
    'the other side closes what this side would have closed',
    'connection closed',
    rows([...opening, socket, sending, ['AT+QICLOSE=0', 'OK']]),
    capture([...opening, socket, sending, [undefined, '+QIURC: "closed",0']]),
  ],
  [
    'the network detaches the modem',
    'connection closed',
    rows([...opening, socket, sending]),
    espIdf([...opening, socket, sending, [undefined, '+CGEV: NW DETACH']]),
  ],
  [
    'the modem hangs up',
    'call ended',
    rows(dialled),
    capture([...dialled, [undefined, 'NO CARRIER']]),
  ],
  [
    'pppd says that the other side ended the link',
    'call ended',
    capture([...dialled, [undefined, address]]),
    capture([...dialled, [undefined, address], [undefined, 'pppd[1]: LCP terminated by peer']]),
  ],
])('what ends last parts two runs: %s', (_name, step, good, bad) => {
  expect(compare(steps(good), steps(bad)).first?.step).toBe(step)
})

test('a data session that this side takes down is no difference', () => {
  const bad = capture([...opening, ['AT+CNACT=0,0', 'OK', '+APP PDP: 0,DEACTIVE']])
  expect(compare(steps(rows(opening)), steps(bad)).first).toBeUndefined()
})

test('broken characters come before what was not answered for them', () => {
  const bad =
    'AT\nOK\nAT+C\ufffdI\ufffd?\n\ufffd\ufffdCP\u0001\ufffdREA\ufffd\ufffd\nAT+CPIN?\n\ufffd\ufffd\ufffd\u0013\ufffdx\nAT+CSQ\n\ufffd\ufffdS\ufffd 1\ufffd,\ufffd9\n'
  const { first } = compare(steps(espIdf(opening)), steps(bad))
  expect(first?.step).toBe('bit errors')
  expect(first?.cause?.en).toContain('Characters arrive broken')
})

const noise = '\ufffd\ufffdl\ufffd\ufffd|\ufffd\n\ufffdr\ufffd$\ufffd\n\ufffd\ufffd\ufffd\ufffd\n'
test.each<[name: string, good: string, bad: string]>([
  ['lines that are in two records', capture(opening), chunks(opening)],
  ['what a board writes while it starts', espIdf(opening), noise + capture(opening)],
  [
    'a registration that took another command more',
    arduino(opening),
    japanese([...opening.slice(0, 3), ['AT+CREG?', '+CREG: 0,2', 'OK'], ...opening.slice(3)]),
  ],
  [
    'a server that closes what is done with',
    rows([...opening, socket, sending]),
    outOf([...opening, socket, sending, [undefined, '+QIURC: "closed",0']]),
  ],
  ['the same bands', capture([byFour, ...opening]), outOf([byFour, ...opening])],
])('%s is no difference', (_name, good, bad) => {
  const { first, common } = compare(steps(good), steps(bad))
  expect(first?.words.en).toBeUndefined()
  expect(common).toBeGreaterThan(2)
})
