import { knowledge } from '@catalog/decoders/index'
import { describe, expect, test } from 'vitest'

/** What is marked in a line, as [kind, text]. */
function marked(line: string, command?: string): string[][] {
  const { secrets } = knowledge.line(line, { command }) ?? { secrets: [] }
  return secrets.map(({ kind, start, end }) => [kind, line.slice(start, end)])
}

function markedInCommand(text: string): string[][] {
  const { secrets } = knowledge.command(text) ?? { secrets: [] }
  return secrets.map(({ kind, start, end }) => [kind, text.slice(start, end)])
}

describe('what a line marks for masking', () => {
  test.each([
    ['AT+CIMI', '901310000000001', [['imsi', '901310000000001']]],
    ['AT+CICCID', '+ICCID: 8942310012345678901F', [['iccid', '8942310012345678901F']]],
    ['AT+CGSN', '869850012345678', [['imei', '869850012345678']]],
    [
      'ATI',
      'IMEI: 869850012345678',
      [
        ['imei', '869850012345678'],
        ['imei', '869850012345678'],
      ],
    ],
    [
      'AT+CGDCONT?',
      '+CGDCONT: 1,"IP","soracom.io","10.164.98.251"',
      [['address', '10.164.98.251']],
    ],
    ['AT+CGPADDR', '+CGPADDR: 1,10.164.98.251', [['address', '10.164.98.251']]],
    [
      'AT+CGAUTH?',
      '+CGAUTH: 1,2,"user","pass"',
      [
        ['password', 'user'],
        ['password', 'pass'],
      ],
    ],
    [
      'AT+CNUM',
      '+CNUM: "Line 1","+819012345678",145',
      [
        ['name', 'Line 1'],
        ['number', '+819012345678'],
      ],
    ],
    [
      'AT+CMGR=1',
      '07918167830071F1240B918167830071F1',
      [['number', '07918167830071F1240B918167830071F1']],
    ],
    [
      'AT+CEREG?',
      '+CEREG: 2,5,"1A2B","01234567",7',
      [
        ['cell', '1A2B'],
        ['cell', '01234567'],
      ],
    ],
    [
      'AT+CPSI?',
      '+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,20,61,41,3',
      [
        ['cell', '0x1698'],
        ['cell', '39683652'],
      ],
    ],
  ])('%s: %s', (command, line, expected) => {
    expect(marked(line, command)).toEqual(expected)
  })

  test.each([
    ['+CLIP: "07712345678",129', [['number', '07712345678']]],
    ['MISSED_CALL: 11:01AM 07712345678', [['number', '07712345678']]],
    ['+CGEV: NW DEACT "IP","10.1.2.3",1', [['address', '10.1.2.3']]],
  ])('%s, unasked', (line, expected) => {
    expect(marked(line)).toEqual(expected)
  })
})

test.each([
  ['AT+CPIN="1234"', [['pin', '1234']]],
  [
    'AT+CPIN="12345678","4321"',
    [
      ['pin', '12345678'],
      ['pin', '4321'],
    ],
  ],
  ['AT+CMEE=2;+CPIN=1234', [['pin', '1234']]],
  [
    'AT+CGAUTH=1,3,"pass","user"',
    [
      ['password', 'pass'],
      ['password', 'user'],
    ],
  ],
  [
    'AT$QCPDPP=1,1,"pass","user"',
    [
      ['password', 'pass'],
      ['password', 'user'],
    ],
  ],
  ['AT+CLCK="SC",1,"1234"', [['password', '1234']]],
  ['ATD09012345678;', [['number', '09012345678']]],
  ['ATD*99***1#', []],
  ['AT+CMGS="+819012345678"', [['number', '+819012345678']]],
  ['AT+CRSM=214,28424,0,0,3,"07A1B2"', [['key', '07A1B2']]],
  ['AT+CRSM=220,28476,1,4,3,01A1B2', [['message', '01A1B2']]],
  ['AT+CRSM=214,28539,0,0,3,"64F010"', []],
  ['AT+CRSM=176,28424,0,0,33', []],
  [
    'AT#XMQTTCON=1,"dev7","erika","geheim","a.example",1883',
    [
      ['password', 'erika'],
      ['password', 'geheim'],
    ],
  ],
  [
    'AT#XMQTTCON=1,"erika","geheim","a.example",1883,42',
    [
      ['password', 'erika'],
      ['password', 'geheim'],
    ],
  ],
])('a command as sent: %s', (text, expected) => {
  expect(markedInCommand(text)).toEqual(expected)
})

test('no sentence repeats what is masked', () => {
  const lines: [string, string][] = [
    ['AT+CIMI', '901310000000001'],
    ['AT+CGSN', '869850012345678'],
    ['ATI', '869850012345678'],
    ['AT+CNUM', '+CNUM: "Line 1","+819012345678",145'],
    ['AT+CGPADDR', '+CGPADDR: 1,10.164.98.251'],
    ['AT+CGAUTH?', '+CGAUTH: 1,2,"herbert","sesame"'],
    ['AT+CLCC', '+CLCC: 1,0,0,0,0,"07712345678",129'],
  ]
  for (const [command, line] of lines) {
    const words = JSON.stringify(knowledge.line(line, { command })?.words)
    expect(words).not.toMatch(/90131000|86985001|81901|10\.164|herbert|sesame|077123/)
  }
  const sent = JSON.stringify(knowledge.command('AT+CPIN="9876"')?.words)
  expect(sent).not.toContain('9876')
})

test.each([
  ['0B', 'A1B2C3D444F01001F4FF00', 'tmsi'],
  ['12', '0BF644F010000102A1B2C3D444F01012340000', 'tmsi'],
  ['21', '07'.repeat(33), 'key'],
])('a file that AT+CSIM reads by its length %s is masked', (length, data, kind) => {
  const line = `+CSIM: ${data.length + 4},"${data}9000"`
  expect(marked(line, `AT+CSIM=10,"00B00000${length}"`)).toEqual([[kind, `${data}9000`]])
})
