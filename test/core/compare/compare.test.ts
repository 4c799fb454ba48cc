import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { compareFormats, writeComparison } from '@core/compare/compare-text'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import { LogImport } from '@core/log/import/log-import'
import {
  exported,
  journalled,
  plantedCauses,
  rowsOf,
  simulatedEntries,
  simulatedRun,
  stepsOf,
} from '../../support/compared-runs'

describe('a simulated run with one thing wrong parts from a good one there', () => {
  test.each(plantedCauses.map((planted) => [planted.name, planted] as const))(
    '%s, in another format and language',
    async (_name, planted) => {
      const good = stepsOf(await simulatedRun(1))
      const run = await simulatedRun(2, planted)
      const bad = stepsOf(planted.inPackets ? run : exported(run, 'csv', 'ja'))
      expect(compare(good, bad).first?.step).toMatch(planted.at)
    },
  )
})

test.each(['text', 'csv', 'jsonl', 'html', 'markdown'] as const)(
  'two good runs do not differ, one of them exported as %s',
  async (format) => {
    const good = stepsOf(await simulatedRun(1))
    const other = stepsOf(exported(await simulatedRun(8), format, 'ja'))
    expect(compare(good, other).first).toBeUndefined()
  },
)

describe('the text of another tool against a journal', () => {
  test('two good runs do not differ', async () => {
    const text = stepsOf(exported(await simulatedRun(1), 'text', 'ja'))
    const journal = stepsOf(rowsOf(journalled(await simulatedEntries(9))))
    expect(compare(text, journal).first).toBeUndefined()
    expect(compare(journal, text).first).toBeUndefined()
  })
  test('the journal of a run that was refused parts from it there', async () => {
    const planted = plantedCauses.find(({ name }) => name === 'another APN')
    const text = stepsOf(exported(await simulatedRun(1), 'text', 'en'))
    const journal = stepsOf(rowsOf(journalled(await simulatedEntries(9, planted))))
    expect(compare(text, journal).first?.step).toMatch(/CGDCONT/)
  })
  test('a journal of both slots: the one that did most is held against it, or the one asked for', async () => {
    const [bare] = await simulatedEntries(9)
    const busy = (await simulatedEntries(9)).map((entry) => ({ ...entry, slot: 'b' as const }))
    const entries = journalled(bare ? [bare, ...busy] : busy)
    const steps = new LogSteps()
    for (const slot of ['a', 'b'] as const)
      for (const row of rowsOf(entries, slot)) steps.take(row, row)
    const good = stepsOf(await simulatedRun(1))
    expect(compare(good, steps.end()).first).toBeUndefined()
    expect(steps.end('a').length).toBeLessThan(steps.end('b').length)
  })
})

function stepsIn(log: string) {
  const reading = new LogImport({ knowledge })
  const steps = new LogSteps()
  for (const row of [...reading.push(log), ...reading.end()]) steps.take(row, row)
  return steps.end()
}
const run = [
  'AT+CPIN?\n+CPIN: READY\nOK\n',
  'AT+CSQ\n+CSQ: 20,99\nOK\n',
  'AT+CEREG?\n+CEREG: 0,2\nOK\nAT+CEREG?\n+CEREG: 0,1\nOK\n',
  'AT+CGDCONT=1,"IP","demo.apn"\nOK\n',
  'ATD*99#\nCONNECT\n',
].join('')

test.each([
  ['signal and cells', run.replace('20,99', '11,99')],
  [
    'how often it was asked',
    run.replace('+CEREG: 0,2\nOK\n', '+CEREG: 0,2\nOK\n'.concat('AT+CEREG?\n+CEREG: 0,2\nOK\n')),
  ],
  ['results that somebody took out', run.replaceAll('OK\n', '')],
  ['another way to say the same number', run.replace('ATD*99#', 'ATDT*99***1#')],
  [
    'an attempt that only took another try',
    run.replace('AT+CPIN?', 'AT+CPIN?\n+CME ERROR: 14\nAT+CPIN?'),
  ],
  ['a log that was ended earlier', run.slice(0, run.indexOf('AT+CGDCONT'))],
  ['what a tool puts before each line', run.replace(/^(?=.)/gm, '12:00:01.000 -> ')],
])('no difference: %s', (_name, other) => {
  expect(compare(stepsIn(run), stepsIn(other)).first).toBeUndefined()
})

test('who is called is not named', () => {
  const bad = `${run}ATD0312345678;\nNO CARRIER\n`
  const said = JSON.stringify(compare(stepsIn(run), stepsIn(bad)))
  expect(said).toContain('ATD;: only in the bad log.')
  expect(said.replace(/"text":"[^"]*"/g, '')).not.toContain('0312345678')
})

test.each([
  [
    'the card',
    run.replace('+CPIN: READY\nOK', '+CME ERROR: 10'),
    'AT+CPIN?',
    'The modem sees no SIM.',
  ],
  ['the APN', run.replace('demo.apn', 'other.apn'), 'AT+CGDCONT=', undefined],
  [
    'a command that was left out',
    run.replace('AT+CGDCONT=1,"IP","demo.apn"\nOK\n', ''),
    'AT+CGDCONT=',
    undefined,
  ],
  [
    'the dial',
    run.replace('CONNECT', 'NO CARRIER'),
    'ATD',
    'The network did not give a data connection.',
  ],
  [
    'a refusal',
    run.replace('+CEREG: 0,1', '+CEREG: 0,3'),
    'registration',
    'The network refused the SIM.',
  ],
  [
    'a restart in between',
    run.replace('AT+CGDCONT', 'RDY\nAT+CGDCONT'),
    'restart',
    'No command asked for it, and the log shows no reason: the supply gave way, a power or reset line was pulled, or the firmware crashed.',
  ],
])('the first difference is named, with what it means: %s', (_name, other, step, cause) => {
  const { first } = compare(stepsIn(run), stepsIn(other))
  expect(first?.step).toBe(step)
  expect(first?.cause?.en).toBe(cause)
})

test('the comparison is written in every form and language', () => {
  const comparison = compare(stepsIn(run), stepsIn(run.replace('CONNECT', 'NO CARRIER')))
  for (const format of compareFormats)
    for (const language of ['en', 'ja'] as const) {
      const text = writeComparison(comparison, format, {
        language,
        starts: { good: undefined, bad: undefined },
      })
      expect(text).toContain('NO CARRIER')
      expect(text).not.toContain('undefined')
    }
})

describe('logs of two tools, as people paste them, part where a good engineer would say', () => {
  const steps = (...lines: readonly string[]) => {
    const log = new LogImport({ knowledge })
    return stepsOf([...log.push(lines.map((line) => `${line}\n`).join('')), ...log.end()])
  }
  const first = (good: readonly string[], bad: readonly string[]) =>
    compare(steps(...good), steps(...bad)).first

  test('at the registration that was still awaited, by whichever command, and not at the dial behind it', () => {
    const dial = ['ATD*99#', 'CONNECT']
    const good = ['AT', 'OK', 'AT+CEREG?', '+CEREG: 0,1', 'OK', ...dial]
    const bad = ['AT', 'OK', 'AT+CREG?', '+CREG: 0,2', 'OK', 'ATD*99#', 'NO CARRIER']
    expect(first(good, bad)).toMatchObject({ step: 'registration', kind: 'result' })
    const { others } = compare(steps(...good), steps(...bad))
    expect(others.map(({ step, kind }) => [step, kind])).toEqual([['ATD', 'result']])
  })

  test('at a user name that differs in upper and lower case only, which masked looks the same', () => {
    const run = (user: string) => [`AT+CGAUTH=1,1,"${user}","Ab"`, 'OK', 'ATD*99#', 'CONNECT']
    const found = first(run('Sora'), run('sora'))
    expect(found).toMatchObject({ step: 'AT+CGAUTH=', weight: 80 })
    expect(found?.words.en).toContain('upper and lower case only')
    const apn = (name: string) => [`AT+CGDCONT=1,"IP","${name}"`, 'OK', 'ATD*99#', 'CONNECT']
    // The network makes no difference of it.
    expect(first(apn('iot.example'), apn('IoT.example'))).toBeUndefined()
  })

  test('at the port of the server, not at the connection that fails behind it', () => {
    const run = (port: number, result: number) => [
      `AT+CMQTTCONNECT=0,"tcp://broker.example:${port}",60,1`,
      'OK',
      `+CMQTTCONNECT: 0,${result}`,
    ]
    expect(first(run(1883, 0), run(8883, 3))).toMatchObject({ kind: 'arguments' })
    expect(first(run(1883, 0), run(1883, 3))).toMatchObject({ kind: 'result' })
  })

  test('at the APN that was typed wrong, not at the refusal behind it', () => {
    const good = [
      '[10:00:01.000] AT+CGDCONT=1,"IP","soracom.io"',
      '[10:00:01.050] OK',
      '[10:00:06.000] AT+CEREG?',
      '[10:00:06.050] +CEREG: 0,5',
      '[10:00:06.060] OK',
      '[10:00:07.000] AT+CGACT=1,1',
      '[10:00:08.000] OK',
    ]
    const bad = ['AT+CGDCONT=1,"IP","soracom.oi"', 'OK', 'AT+CEREG?', '+CEREG: 0,5', 'OK']
    const refused = [...bad, 'AT+CGACT=1,1', '+CME ERROR: 27']
    expect(first(good, refused)).toMatchObject({ step: 'AT+CGDCONT=', kind: 'arguments' })
  })

  test('at the true result of a socket, which comes long after OK', () => {
    const good = [
      'I (100) modem: TX: AT+QIACT=1',
      'I (900) modem: RX: OK',
      'I (950) modem: TX: AT+QIOPEN=1,0,"TCP","example.org",80,0,0',
      'I (960) modem: RX: OK',
      'I (1900) modem: RX: +QIOPEN: 0,0',
    ]
    const bad = [
      '11:00:02.000 -> AT+QIACT=1',
      '11:00:02.900 -> OK',
      '11:00:03.000 -> AT+QIOPEN=1,0,"TCP","example.org",80,0,0',
      '11:00:03.050 -> OK',
      '11:01:18.050 -> +QIOPEN: 0,565',
    ]
    expect(first(good, bad)).toMatchObject({ step: 'AT+QIOPEN=', kind: 'result' })
    expect(first(good, good)).toBeUndefined()
  })

  test('at the dial of chat that another terminal saw refused', () => {
    const good = [
      'Apr 4 19:12:43 pi chat[849]: send (AT+CREG?^M)',
      'Apr 4 19:12:43 pi chat[849]: expect (OK)',
      'Apr 4 19:12:43 pi chat[849]: +CREG: 0,1^M',
      'Apr 4 19:12:43 pi chat[849]: OK',
      'Apr 4 19:12:43 pi chat[849]: send (ATD*99#^M)',
      'Apr 4 19:12:44 pi chat[849]: expect (CONNECT)',
      'Apr 4 19:12:44 pi chat[849]: CONNECT',
    ]
    const bad = ['AT+CREG?', '+CREG: 0,1', 'OK', 'ATD*99#', 'NO CARRIER']
    expect(first(good, bad)).toMatchObject({ step: 'ATD', kind: 'result' })
  })

  test('at the operator that is not there, before the packet network that follows from it', () => {
    const good = [
      'w: AT+CPIN?',
      'r: +CPIN: READY',
      'r: OK',
      'w: AT+COPS?',
      'r: +COPS: 0,0,"Bench",7',
      'r: OK',
      'w: AT+CGATT?',
      'r: +CGATT: 1',
      'r: OK',
    ]
    const bad = [
      '["AT+CPIN?", "+CPIN: READY", "OK"]',
      '["AT+COPS?", "+COPS: 0", "OK"]',
      '["AT+CGATT?", "+CGATT: 0", "OK"]',
    ]
    expect(first(good, bad)?.step).toBe('AT+COPS?')
  })

  test('at the flow control, though both calls came up', () => {
    const good = ['me: AT+IFC?', 'modem: +IFC: 2,2', 'modem: OK', 'me: ATD*99#', 'modem: CONNECT']
    const bad = ['AT+IFC?', '+IFC: 0,0', '', 'OK', 'ATD*99#', 'CONNECT']
    expect(first(good, bad)?.step).toBe('AT+IFC?')
  })
})

describe('pairs of logs as people write them', () => {
  const told = (
    exchanges: readonly (readonly string[])[],
    write: (line: string, sent: boolean) => string,
  ) =>
    stepsOf(
      rowsIn(
        exchanges
          .map(([command = '', ...answer]) =>
            [write(command, true), ...answer.map((line) => write(line, false))].join('\n'),
          )
          .join('\n'),
      ),
    )
  const rowsIn = (text: string) => {
    const log = new LogImport({ knowledge })
    return [...log.push(`${text}\n`), ...log.end()]
  }
  const arrows = (line: string, sent: boolean) => `${sent ? '>>' : '<<'} ${line}`
  const named = (line: string, sent: boolean) => `I (1200) modem: ${sent ? 'TX' : 'RX'}: ${line}`
  const good = [
    ['AT', 'OK'],
    ['AT+CPIN?', '+CPIN: READY', 'OK'],
    ['AT+CSQ', '+CSQ: 20,99', 'OK'],
    ['AT+CEREG?', '+CEREG: 0,5', 'OK'],
    ['AT+QICSGP=1,1,"soracom.io","u","p",1', 'OK'],
    ['AT+QIACT=1', 'OK'],
    ['AT+QIOPEN=1,0,"TCP","a.example",80,0,0', 'OK', '+QIOPEN: 0,0'],
  ]
  const until = (at: number, ...more: string[][]) => [...good.slice(0, at), ...more]

  test.each([
    [
      'a PIN',
      until(1, ['AT+CPIN?', '+CPIN: SIM PIN', 'OK'], ['AT+CSQ', '+CSQ: 20,99', 'OK']),
      /CPIN/,
      'PIN',
    ],
    ['no card', until(1, ['AT+CPIN?', '+CME ERROR: 10']), /CPIN/, 'no SIM'],
    ['a refusal', until(3, ['AT+CEREG?', '+CEREG: 0,3', 'OK']), /registration/, 'refused'],
    [
      'no login',
      until(4, ['AT+QICSGP=1,1,"soracom.io","","",0', 'OK'], ['AT+QIACT=1', 'ERROR']),
      /QICSGP/,
      '',
    ],
    ['no context', until(5, ['AT+QIACT=1', 'ERROR']), /QIACT/, 'PDP context'],
    [
      'no name',
      until(6, ['AT+QIOPEN=1,0,"TCP","a.example",80,0,0', 'OK', '+QIOPEN: 0,565']),
      /QIOPEN/,
      'name',
    ],
  ])('%s is the first difference, and what it means is told', (_name, bad, step, cause) => {
    const { first } = compare(told(good, arrows), told(bad, named))
    expect(first?.step).toMatch(step)
    expect(first?.cause?.en ?? '').toContain(cause)
  })

  test('another level, address and format are no difference', () => {
    const again = good.map((one) => one.map((line) => line.replace('+CSQ: 20', '+CSQ: 14')))
    expect(compare(told(good, named), told(again, arrows)).first).toBeUndefined()
  })
})
