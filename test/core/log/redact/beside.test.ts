import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'
import { describe, expect, test } from 'vitest'

const masked = (line: string) => new Redactor({ knowledge }).text(line)

function rows(text: string): string[] {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  return [...log.push(text), ...log.end()].map((row) => redactor.row(row).text)
}

describe('what stands beside the values that decoders know', () => {
  test.each([
    // A request may carry the identity of the modem under any name, and typed off wrong.
    ['https://a.example/v1?dev=867584030123456&n=1', 'https://a.example/v1?dev=IMEI-1&n=1'],
    ['https://a.example/d/353567890123458/up', 'https://a.example/d/IMEI-1/up'],
    ['https://a.example/v1?s=440103123456789', 'https://a.example/v1?s=IMSI-1'],
    ['https://a.example/v1?c=8981100022313123456', 'https://a.example/v1?c=ICCID-1'],
    ['https://a.example/v1?t=20261129154800', 'https://a.example/v1?t=20261129154800'],
    ['https://a.example/v1?us=1764431280123456', 'https://a.example/v1?us=1764431280123456'],
    ['a=1%26password%3DKo-to!9%26n%3D5', 'a=1%26password%3DPASSWORD-1%26n%3D5'],
    ['100%26 of it', '100%26 of it'],
    ['apn_user: erika', 'apn_user: PASSWORD-1'],
    [
      'coap-client -u erika -k Ko-to9! coaps://a.example',
      'coap-client -u PASSWORD-1 -k PASSWORD-2 coaps://a.example',
    ],
    ['"25020",1875,433,"250200000000001","Tele2"', '"25020",1875,433,"IMSI-1","Tele2"'],
    ['"25020",1875,433,"150200000000001","Tele2"', '"25020",1875,433,"150200000000001","Tele2"'],
    [
      '<sim><pin>6204</pin><pinCount>6204</pinCount></sim>',
      '<sim><pin>PIN-1</pin><pinCount>6204</pinCount></sim>',
    ],
    ['<apnPassword>geheim</apnPassword>', '<apnPassword>PASSWORD-1</apnPassword>'],
    ["{ simPin: '6204', pin: '24' }", "{ simPin: 'PIN-1', pin: '24' }"],
    ['PIN码是6204，密码：geheim9', 'PIN码是PIN-1，密码：PASSWORD-1'],
    [
      'Le code PIN est 6204 et le mot de passe est geheim9',
      'Le code PIN est PIN-1 et le mot de passe est PASSWORD-1',
    ],
    ['Tél. : 06 12 34 56 78', 'Tél. : NUMBER-1'],
    ['ATD>"Erika";', 'ATD>"NAME-1";'],
    [
      'send("\\x41\\x54\\x2b\\x43\\x50\\x49\\x4e\\x3d")',
      'send("\\x41\\x54\\x2b\\x43\\x50\\x49\\x4e\\x3d")',
    ],
    ['ユーザ名 erika / パスワード geheim', 'ユーザ名 PASSWORD-1 / パスワード PASSWORD-2'],
    ['パスコード　4711aa を使います', 'パスコード　PASSWORD-1 を使います'],
    ['暗証番号 5731', '暗証番号 PIN-1'],
    ['パスワード authentication failed', 'パスワード authentication failed'],
    ['AT+QSSLCFG="psk",2,"erika","deadbeef"', 'AT+QSSLCFG="psk",2,"PASSWORD-1","PASSWORD-2"'],
    ['AT+CSSLCFG="keypwd",0,"geheim"', 'AT+CSSLCFG="keypwd",0,"PASSWORD-1"'],
    ['AT+CSSLCFG="sslversion",0,"4"', 'AT+CSSLCFG="sslversion",0,"4"'],
    ['AT*AUTHREQ=1,1,erika,geheim', 'AT*AUTHREQ=1,1,PASSWORD-1,PASSWORD-2'],
    ['AT*AUTHREQ=1,1,PAP', 'AT*AUTHREQ=1,1,PAP'],
    [
      'at%pdnset=1,"apn","IP","PAP","erika","geheim"',
      'at%pdnset=1,"apn","IP","PAP","PASSWORD-1","PASSWORD-2"',
    ],
    ['AT%XSET=1,"apn","erika","geheim","CHAP"', 'AT%XSET=1,"apn","PASSWORD-1","PASSWORD-2","CHAP"'],
    ['AT%XSET=1,"apn","PAP"', 'AT%XSET=1,"apn","PAP"'],
    ['(erika.muster@example.co.jp)', '(MAIL-1)'],
    ['メール：erika@example.jpです。', 'メール：MAIL-1です。'],
    ['mailto:erika@example.org, erika@example.org', 'mailto:MAIL-1, MAIL-1'],
    ['serial-getty@ttyS0.service', 'serial-getty@ttyS0.service'],
    ['pi@bench.example.org:~ $ ls', 'pi@bench.example.org:~ $ ls'],
    ['http://erika:geheim@a.example.org/x', 'http://PASSWORD-1:PASSWORD-2@a.example.org/x'],
  ])('%s', (line, expected) => {
    expect(masked(line)).toBe(expected)
  })

  test.each([
    ['behind an answer', ['OK', '> the gate opens', 'by nine', '+CMGS: 3', 'OK']],
    ['with a print between', ['OK', 'sending now', '> the gate opens', '+CMGS: 3', 'OK']],
    ['first of all, as received', ['Received: "> the gate opens"', 'Received: "+CMGS: 3"', 'OK']],
    ['in octets of Python', ["RX: b'\\r\\n> the gate opens'", "RX: b'\\r\\nOK\\r\\n'"]],
    [
      'in octets',
      [
        '2 0 [tmr] rx 0D 0A 4F 4B 0D 0A',
        '3 0 [tmr] rx 3E 20 74 68 65 20 67 61 74 65',
        '4 0 [tmr] rx 0D 0A 4F 4B 0D 0A',
      ],
    ],
    ['in a table', ['1,"OK"', '2,"> the gate opens"', '3,"+CMGS: 3"', '4,"OK"']],
    ['behind commands of something else', ['AT+CSQ', '+CSQ: 9,99', 'OK', '> the gate', '+CMGS: 3']],
  ])('a text whose command is not in the log, %s', (_, lines) => {
    const told = rows(lines.join('\n')).join('\n')
    expect(told).not.toMatch(/gate|nine|67 61 74 65/)
  })

  test.each([
    ['a quoted mail', ['Hello,', '> it says', '> no service', 'AT+CSQ', 'OK', 'Thanks']],
    ['an answer to a mail', ['+CSQ: 9,99', 'OK', 'On Monday Erika wrote:', '> the gate opens']],
    ['a shell', ['[admin@bench] > /interface lte print', 'OK', '[admin@bench] > /quit now']],
    ['Python', ['+CSQ: 9,99', 'OK', '>>> lte.attach()', 'False']],
    ['a request of Android', ['+CSQ: 9,99', 'OK', 'D/RILJ: [0001]> GET_SIM_STATUS']],
    ['a remark of Markdown', ['+CSQ: 9,99', 'OK', '> **Note** restart it']],
  ])('no text behind a prompt in %s', (_, lines) => {
    expect(rows(lines.join('\n'))).toEqual(lines)
  })

  test('the text of a message in parts, which no decoder knows', () => {
    const text = [
      'AT+QCMGR=3',
      '+QCMGR: "REC UNREAD","+819012345678",,"26/01/01,12:00:00+36",120,1,2',
      'the gate opens at nine',
      '',
      'OK',
      'AT+QCMGS="+819012345678",120,1,2',
      '> and closes at ten',
      'OK',
    ].join('\r\n')
    const told = rows(text).join('\n')
    expect(told).not.toMatch(/gate|closes/)
    expect(told).toContain('MESSAGE-1')
    expect(told).toContain('OK')
  })

  test.each([
    { between: 'a note of the program', row: { slot: 'a', dir: 'note', kind: 'note' } },
    { between: 'an answer of the other slot', row: { slot: 'b', dir: 'rx', kind: 'answer' } },
    { between: 'a result of the other slot', row: { slot: 'b', dir: 'rx', kind: 'final' } },
  ] as const)('the text of a message behind $between', ({ row }) => {
    const reader = new LogReader({ slot: 'a', knowledge })
    const entry = (dir: 'rx' | 'tx', text: string, monoUs: number) =>
      reader.push({ slot: 'a', dir, atMs: 0, monoUs, bytes: bytesOf(text) })
    // A modem that said something else before, which its reader waits for.
    const before = [...entry('tx', 'AT+CSQ\r', 0), ...entry('rx', '\r\nOK\r\n', 0)]
    const header = entry('rx', '\r\n+CMT: "+819012345678",,"25/03/04,21:07:33+36"\r\n', 0)
    const text = entry('rx', '\r\nthe code is 246813\r\n', 20_000)
    const other: LogRow = { ...row, id: 9, atMs: 0, monoUs: 10_000, text: 'OK' }
    const redactor = new Redactor({ knowledge })
    const told = [...before, ...header, other, ...text]
      .map((one) => redactor.row(one).text)
      .join('\n')
    expect(told).toContain('OK')
    expect(told).not.toContain('246813')
  })
})

test('a message that stands behind its prompt in a list of what was read is hidden, and nothing else of the list', () => {
  const log = [
    "DEBUG:modem:send 'AT'",
    "DEBUG:modem:recv ['OK']",
    `DEBUG:modem:send 'AT+CMGS="+819067418253"'`,
    "DEBUG:modem:recv ['> see you at gate four', '+CMGS: 5', 'OK']",
    '',
  ].join('\n')
  const all = rows(log).join('\n')
  expect(all).not.toContain('gate four')
  expect(all).toContain("['> MESSAGE-1', '+CMGS: 5', 'OK']")
})
