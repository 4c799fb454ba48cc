import { describe, expect, test } from 'vitest'
import { unsolicitedTable } from '@core/at/unsolicited'
import { AtBench, outcome } from '../../support/at-bench'

describe('an unsolicited line told from an answer by the command in flight', () => {
  test.each([
    ['AT+CEREG?', '+CEREG: 0,5', 'answer'],
    ['AT+CEREG?', '+CEREG: 2,5,"1A2B","01234567",7', 'answer'],
    ['AT+CEREG?', '+CEREG: 0,90', 'answer'],
    ['AT+CEREG?', '+CEREG: 5', 'unsolicited'],
    ['AT+CEREG?', '+CEREG: 5,"1A2B","01234567",7', 'unsolicited'],
    ['AT+CEREG=?', '+CEREG: (0-5)', 'answer'],
    ['AT+CEREG=2', '+CEREG: 2,5', 'unsolicited'],
    ['AT+CREG?', '+CEREG: 0,5', 'unsolicited'],
    ['AT+CPIN?', '+CPIN: READY', 'answer'],
    ['AT+CPIN="1234"', '+CPIN: READY', 'unsolicited'],
    ['AT+CSQ', '+CPIN: READY', 'unsolicited'],
    ['AT+CICCID', '+ICCID: 8981', 'answer'],
    ['AT+CLCK="SC",2', '+CLCK: 0', 'answer'],
    ['AT+CLIP?', '+CLIP: 0,1', 'answer'],
    ['AT+CLIP?', '+CLIP: "+8190",145', 'unsolicited'],
    ['AT+CUSD?', '+CUSD: 0', 'answer'],
    ['AT+CUSD?', '+CUSD: 0,"balance",15', 'unsolicited'],
    ['AT+CGEREP=2', '+CGEV: EPS PDN ACT 1', 'unsolicited'],
    ['ATI', 'Manufacturer: SIMCOM INCORPORATED', 'answer'],
    ['ATI', '+CEREG: 5', 'unsolicited'],
    ['AT+CIMI', '901310000000000', 'answer'],
    ['AT+CSQ', 'what is this', 'unknown'],
    ['AT+XYZZY', 'vendor text', 'answer'],
    ['AT+CMEE=2;+CREG?;+CSQ', '+CREG: 0,1', 'answer'],
    ['AT+CSQ', 'NO CARRIER', 'unsolicited'],
    ['AT+COPS?', 'BUSY', 'unsolicited'],
    ['AT+COPS?', '+COPS: 0,0,"BUSY",7', 'answer'],
    ['ATI', 'ERRORS: none', 'answer'],
  ])('%s: %s is %s', async (command, line, kind) => {
    const bench = new AtBench()
    const reply = bench.send(command)
    bench.say(`${command}\r\r\n${line}\r\n\r\nOK\r\n`)
    expect(bench.tokens.map((token) => token.kind)).toEqual(['echo', kind, 'final'])
    expect((await reply).lines).toEqual(kind === 'answer' ? [line] : [])
  })

  test('may come between any two lines of an answer', async () => {
    const lines = [
      'AT+CGDCONT?\r\r\n',
      '+CGDCONT: 1,"IP","a"\r\n',
      '+CGDCONT: 2,"IP","b"\r\n',
      '\r\nOK\r\n',
    ]
    for (let at = 0; at <= lines.length; at++) {
      const bench = new AtBench()
      const reply = bench.send('AT+CGDCONT?')
      bench.say([...lines.slice(0, at), '+CEREG: 5\r\n', ...lines.slice(at)].join(''))
      expect((await reply).lines).toEqual(['+CGDCONT: 1,"IP","a"', '+CGDCONT: 2,"IP","b"'])
      expect(bench.tokens.filter((token) => token.kind === 'unsolicited')).toHaveLength(1)
    }
  })

  test('a bare OK to a question is an empty answer', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CGDCONT?', 'OK\r\n')
    expect(reply).toMatchObject({ ok: true, lines: [], emptyAnswer: true })
  })
})

describe('lines that come in twos', () => {
  test.each([
    ['+CMT: "+8190",,"26/01/01,00:00:00+36"', 'OK'],
    ['+CDS: 25', '0791'],
    ['+CBM: 88', '0010'],
  ])('%s takes the next line with it', async (header, body) => {
    const bench = new AtBench()
    const reply = bench.send('AT+CSQ')
    bench.say(`\r\n${header}\r\n${body}\r\n\r\n+CSQ: 9,99\r\n\r\nOK\r\n`)
    expect((await reply).lines).toEqual(['+CSQ: 9,99'])
    expect(bench.heard().slice(0, 2)).toEqual([`unsolicited ${header}`, `unsolicited ${body}`])
  })

  test('a delivery report in text mode has one line only', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CSQ')
    bench.say('+CDS: 6,12,"+8190",145\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
    expect((await reply).lines).toEqual(['+CSQ: 9,99'])
  })

  test('a stored message whose text is OK does not end AT+CMGR', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CMGR=1', '+CMGR: "REC READ","+8190"\r\nOK\r\n\r\nOK\r\n')
    expect(reply.lines).toEqual(['+CMGR: "REC READ","+8190"', 'OK'])
    expect(bench.tokens.filter((token) => token.kind === 'final')).toHaveLength(1)
  })

  test('a stored message with no text leaves AT+CMGR its OK', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CMGR=1', '+CMGR: "REC READ","+8190"\r\n\r\n\r\nOK\r\n')
    expect(reply.lines).toEqual(['+CMGR: "REC READ","+8190"'])
  })
})

describe('a restart', () => {
  test.each(['RDY', 'START', '*ATREADY: 1', '+ATREADY', '^BOOT', 'NORMAL POWER DOWN'])(
    '%s ends everything that was asked',
    async (line) => {
      const bench = new AtBench()
      const asked = bench.send('AT+CEREG?')
      const waiting = bench.send('AT+CSQ')
      bench.say(`AT+CER\r\n${line}\r\n`)
      expect(await outcome(asked)).toBe('at-reset')
      expect(await outcome(waiting)).toBe('at-reset')
      expect(bench.heard()).toContain(`unsolicited ${line} restart`)
      expect(bench.engine.state).toBe('idle')
    },
  )

  test('counts once, however many lines it prints', async () => {
    const bench = new AtBench()
    bench.say('RDY\r\n')
    const reply = bench.send('AT')
    await bench.clock.advance(100)
    bench.say('*ATREADY: 1\r\nOK\r\n')
    expect(await outcome(reply)).toBe('ok')
  })

  test('that was asked for is a success', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CRESET')
    bench.say('\r\n*ATREADY: 1\r\n')
    expect(await reply).toMatchObject({ ok: true, final: { kind: 'ok', text: '*ATREADY: 1' } })
  })

  test('+CPIN: READY after CFUN=1 is none', async () => {
    const bench = new AtBench()
    await bench.clock.advance(300_000)
    await bench.ask('AT+CFUN=1', 'OK\r\n')
    await bench.clock.advance(60)
    const reply = bench.send('AT+CEREG?')
    bench.say('+CPIN: READY\r\nSMS DONE\r\nPB DONE\r\n+CEREG: 0,2\r\n\r\nOK\r\n')
    expect(await outcome(reply)).toBe('ok')
  })

  test('+CPIN: READY out of the blue, with a command open, is one', async () => {
    const bench = new AtBench()
    await bench.clock.advance(300_000)
    const reply = bench.send('AT+COPS=?')
    bench.say('+CPIN: READY\r\n')
    expect(await outcome(reply)).toBe('at-reset')
  })

  test('ends the search for a command that was given up', async () => {
    const bench = new AtBench()
    void bench.send('AT+CFUN?', { timeoutMs: 1000 })
    await bench.clock.advance(4000)
    expect(bench.writes.at(-1)).toBe('AT+CMEE?\r')
    bench.say('RDY\r\n')
    await bench.clock.advance(10)
    expect(bench.engine.state).toBe('idle')
    const reply = await bench.ask('AT', 'OK\r\n')
    expect(reply.ok).toBe(true)
  })

  test('brings results back to words', async () => {
    const bench = new AtBench()
    await bench.ask('ATV0', '0\r')
    bench.say('RDY\r\n')
    await bench.clock.advance(60)
    const reply = await bench.ask('AT+CGSN', '8\r\n\r\nOK\r\n')
    expect(reply.lines).toEqual(['8'])
  })
})

test('the first row of a table that fits wins, so a modem may add its own in front', () => {
  const table = unsolicitedTable([
    { match: '+FOO', prefix: true },
    { match: 'RDY', boot: 'restart' },
  ])
  expect(table.find('+FOOBAR')?.match).toBe('+FOO')
  expect(table.find('RDY')?.boot).toBe('restart')
  expect(table.find('RDYX')).toBeUndefined()
})
