import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'

const masked = (line: string) => new Redactor({ knowledge }).text(line)

/** Everything that is said of a log, after masking. */
function leaving(text: string): string {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  return JSON.stringify([...log.push(text), ...log.end()].map((row) => redactor.row(row)))
}

describe('what programs are given and print', () => {
  test.each([
    ['C:\\>rasdial "My Modem" erika geheim88', 'C:\\>rasdial "My Modem" PASSWORD-1 PASSWORD-2'],
    ['rasdial MyModem /disconnect', 'rasdial MyModem /disconnect'],
    [
      'user erika-sim        # (from /etc/ppp/peers/provider)',
      'user PASSWORD-1        # (from /etc/ppp/peers/provider)',
    ],
    [
      './quectel-CM -s lte.example erika geheim88 2 -p 5731 &',
      './quectel-CM -s lte.example PASSWORD-1 PASSWORD-2 2 -p PIN-1 &',
    ],
    [
      '[11-21_09:00:00:210] requestSetProfile[1] lte.example/erika/geheim88/2/IPV4V6',
      '[11-21_09:00:00:210] requestSetProfile[1] lte.example/PASSWORD-1/PASSWORD-2/2/IPV4V6',
    ],
    [
      'uqmi -d /dev/cdc-wdm0 --start-network lte.example --auth-type pap --username erika --password geheim',
      'uqmi -d /dev/cdc-wdm0 --start-network lte.example --auth-type pap --username PASSWORD-1 --password PASSWORD-2',
    ],
    [
      'curl -s -u erika:geheim http://a.example/',
      'curl -s -u PASSWORD-1:PASSWORD-2 http://a.example/',
    ],
    [
      'mosquitto_pub -h a.example -u erika -P geheim -t t',
      'mosquitto_pub -h a.example -u PASSWORD-1 -P PASSWORD-2 -t t',
    ],
    [
      'nmcli c add type gsm ifname "*" gsm.apn lte.example gsm.username erika gsm.password geheim gsm.pin 5731',
      'nmcli c add type gsm ifname "*" gsm.apn lte.example gsm.username PASSWORD-1 gsm.password PASSWORD-2 gsm.pin PIN-1',
    ],
    ['export BROKER_PASSWORD=geheim', 'export BROKER_PASSWORD=PASSWORD-1'],
    ['apn_password: "geheim"', 'apn_password: "PASSWORD-1"'],
    ['mqttPassword=geheim88', 'mqttPassword=PASSWORD-1'],
    ['x,"{""apn_password"":""geheim""}"', 'x,"{""apn_password"":""PASSWORD-1""}"'],
    ['#define GPRS_PASS "geheim"', '#define GPRS_PASS "PASSWORD-1"'],
    ['const char pass[] = "geheim";', 'const char pass[] = "PASSWORD-1";'],
    ['const char* gprsPass = "geheim";', 'const char* gprsPass = "PASSWORD-1";'],
    ['String simPIN = "5731";', 'String simPIN = "PIN-1";'],
    ['const int ledPin = 13;', 'const int ledPin = 13;'],
    ['passed = "yes";', 'passed = "yes";'],
    ['mqtt.setCredentials("erika","geheim");', 'mqtt.setCredentials("PASSWORD-1","PASSWORD-2");'],
    ['INFO pos 35.681236,139.767125', 'INFO pos POSITION-1'],
    ["gsm.sim-id = '8981100099887766554'", "gsm.sim-id = 'ICCID-1'"],
    ['SIM card: 8981100099887766554', 'SIM card: ICCID-1'],
    [
      'modem.gprsConnect("lte.example", "erika", "geheim");',
      'modem.gprsConnect("lte.example", "PASSWORD-1", "PASSWORD-2");',
    ],
    ['  subscriberid: 440101234567895', '  subscriberid: IMSI-1'],
    ['    Subscriber Id    : 440101234567895', '    Subscriber Id    : IMSI-1'],
    ['    Device Id              : 867698041234566', '    Device Id              : IMEI-1'],
    ['    デバイス ID            : 867698041234566', '    デバイス ID            : IMEI-1'],
    ['    加入者 ID              : 440101234567890', '    加入者 ID              : IMSI-1'],
    ['    サブスクライバー ID : 440101234567890', '    サブスクライバー ID : IMSI-1'],
    ['    電話番号 #1            : 09012345678', '    電話番号 #1            : NUMBER-1'],
    ['    携帯電話番号：09012345678', '    携帯電話番号：NUMBER-1'],
    ['    Telephone #1           : 09012345678', '    Telephone #1           : NUMBER-1'],
    ['    Telefonnummer 1        : 09012345678', '    Telefonnummer 1        : NUMBER-1'],
    ['    电话号码 #1            : 13812345678', '    电话号码 #1            : NUMBER-1'],
    ['    SIM ICC ID             : 8981100099887766551', '    SIM ICC ID             : ICCID-1'],
    ['    Geräte-ID              : 867698041234566', '    Geräte-ID              : IMEI-1'],
    ['    ID de l’abonné         : 440101234567890', '    ID de l’abonné         : IMSI-1'],
    ['    Any ID                 : 440101234567890', '    Any ID                 : IMSI-1'],
    ['FSN: ABC1234567890', 'FSN: SERIAL-1'],
    [
      "Ready info: 'none' Telephone numbers: (2) '819012345678', '819012345679'",
      "Ready info: 'none' Telephone numbers: (2) 'NUMBER-1', 'NUMBER-2'",
    ],
    [
      "lpac profile download -a 'LPA:1$rsp.example.com$TEST-CODE-7F3A9'",
      "lpac profile download -a 'LPA:1$rsp.example.com$TOKEN-1'",
    ],
    [
      'AT+QESIM="download","1$smdp.example.com$ABCD-9999"',
      'AT+QESIM="download","1$smdp.example.com$TOKEN-1"',
    ],
    ['AC=1$SMDP.EXAMPLE.COM$04386-AGYFT$1.3.6.1$1', 'AC=1$SMDP.EXAMPLE.COM$TOKEN-1$1.3.6.1$1'],
    ['cost 1$smdp$ABCD', 'cost 1$smdp$ABCD'],
    [
      'lpac profile download -s rsp.example.com -m TEST-CODE-7F3A9',
      'lpac profile download -s rsp.example.com -m TOKEN-1',
    ],
    ['if (!modem.simUnlock("5731")) return;', 'if (!modem.simUnlock("PIN-1")) return;'],
    ['modem.sendSMS("09087654321", "see you");', 'modem.sendSMS("NUMBER-1", "MESSAGE-1");'],
    ['SMS from +819087654321: see you', 'SMS from NUMBER-1: MESSAGE-1'],
    ['[modem0] loading own numbers: 819087654321', '[modem0] loading own numbers: NUMBER-1'],
    ['  Numbers  |     own: 819087654321', '  Numbers  |     own: NUMBER-1'],
    ['<dbg> [modem0]    User: erika', '<dbg> [modem0]    User: PASSWORD-1'],
    [
      'rcvd [PAP AuthNak id=0x1 "unknown user erika"]',
      'rcvd [PAP AuthNak id=0x1 "unknown user PASSWORD-1"]',
    ],
  ])('%s', (line, expected) => {
    expect(masked(line)).toBe(expected)
  })

  test.each([
    './quectel-CM -s lte.example -4',
    '[11-21_09:00:00:210] requestGetProfile[1] lte.example///0/IPV4',
    'the password may be given with --password-file FILE',
    'curl -s --max-time 5 http://a.example/',
    'curl -u "$USER:$PASS" http://a.example/'.replace('$USER:$PASS', '$LOGIN'),
    'nmcli c modify lte gsm.apn lte.example gsm.password-flags 0',
    'systemctl --user restart bench',
    'retry_pass=2',
    'SIM firmware 20240101123456789',
    'Session ID: 173212345678901',
    'The telephone 1 of 3 rings',
    'FSN: unknown',
    'modem.gprsConnect(apn, user, pass);',
    'modem.begin("115200");',
    'SMS from the network: none',
    'rcvd [PAP AuthNak id=0x1 "Login incorrect"]',
    'rcvd [CHAP Failure id=0x1 "user unknown"]',
  ])('leaves %s as it is', (line) => {
    expect(masked(line)).toBe(line)
  })
})

describe('what people write around a log', () => {
  test.each([
    ['パスワード: geheim88', 'パスワード: PASSWORD-1'],
    ['パスワード＝geheim88', 'パスワード＝PASSWORD-1'],
    [
      'ユーザー名は erika、パスワードは geheim です。',
      'ユーザー名は PASSWORD-1、パスワードは PASSWORD-2 です。',
    ],
    ['暗証番号は5731です', '暗証番号はPIN-1です'],
    ['ユーザー名: erika', 'ユーザー名: PASSWORD-1'],
    ['Password is geheim', 'Password is PASSWORD-1'],
    ['wifi: ssid HomeNet password geheim88', 'wifi: ssid HomeNet password PASSWORD-1'],
    ['pass: geheim', 'pass: PASSWORD-1'],
    ['APN lte.example user erika pass geheim', 'APN lte.example user PASSWORD-1 pass PASSWORD-2'],
    ['lat 35.664610 lon 139.735391', 'lat POSITION-1 lon POSITION-2'],
    ['緯度 35.66 経度 139.73', '緯度 POSITION-1 経度 POSITION-2'],
    ['位置は北緯35.66度、東経139度44分7秒。', '位置は北緯POSITION-1、東経POSITION-2。'],
    ['please call me at 090 8765 4321', 'please call me at NUMBER-1'],
    ['電話番号：０９０－８７６５－４３２１', '電話番号：NUMBER-1'],
    ['SIM number 8981100099887766554', 'SIM number ICCID-1'],
  ])('%s', (line, expected) => {
    expect(masked(line)).toBe(expected)
  })

  test.each([
    'パスワードは不要です',
    'パスワードは PAP で送られます',
    'ユーザー名とパスワードを確認してください',
    'The password is wrong.',
    'Password refused by the network',
    'user and password are sent with PAP',
    'password authentication failed',
    'latency 35.66 ms',
    '温度は 35.66 度',
    '経度 と 緯度',
    'firmware 090.1234.5678 of 2026-11-21 09:00:00',
    'the port opened at 115200 baud',
    'APN lte.example, LTE band 28, RSRP -101.25 dBm',
    'ソフトウェアのバージョンは１．９．０５',
  ])('leaves %s as it is', (line) => {
    expect(masked(line)).toBe(line)
  })
})

const ucs2 = (text: string) =>
  Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')

describe('what the network answers to a service code', () => {
  test.each([
    ['in letters', '+CUSD: 0,"Dear Erika, your code is K7",15', /Erika|K7/],
    ['in UCS2', `+CUSD: 0,"${ucs2('Guthaben 12')}",72`, /Guthaben|0047007500/],
    ['in UCS2 of another script', `+CUSD: 0,"${ucs2('Баланс 12')}",72`, /Баланс|04110430/],
    ['in Japanese', `+CUSD: 1,"${ucs2('残高は百円')}",72`, /残高|6b8b9ad8/],
    ['with a number in UCS2', `+CUSD: 0,"${ucs2('no. 09087654321')}",72`, /0039003000|NUMBER/],
  ])('%s goes whole, and so does what is said of it', (_form, line, secret) => {
    const out = leaving(`AT+CUSD=1,"*100#",15\nOK\n${line}\n`)
    expect(out).not.toMatch(secret)
    expect(out).toMatch(/\+CUSD: \d,\\"USSD-2\\",\d\d/)
    expect(out).toContain('USSD, ')
  })

  test('a menu goes with all of its lines, and what comes behind it stays', () => {
    const out = leaving(
      'AT+CUSD=1,"*100#",15\nOK\n+CUSD: 1,"Menu\n1. Erika\n2. Kurt",15\nAT+CSQ\n+CSQ: 20,99\nOK\n',
    )
    expect(out).not.toMatch(/Menu|Erika|Kurt/)
    expect(out).toContain('+CSQ: 20,99')
  })
})

describe('what was masked once', () => {
  test('is masked in words of other lines, when it is unlike words', () => {
    const redactor = new Redactor({ knowledge })
    redactor.text('AT+CGAUTH=1,2,"geheim88","sora"')
    expect(redactor.text('tried geheim88 on soracom.io, user sora in words')).toBe(
      'tried PASSWORD-1 on soracom.io, user sora in words',
    )
  })

  test('is masked where pppd quotes the other side, and in what is said of it', () => {
    const out = leaving(
      'pppd[9]: sent [PAP AuthReq id=0x1 user="erika" password="geheim88"]\n' +
        'pppd[9]: rcvd [PAP AuthNak id=0x1 "bad user erika"]\n',
    )
    expect(out).not.toMatch(/erika|geheim/)
    expect(out).toContain('bad user PASSWORD-1')
  })
})

describe('what RouterOS and records of octets show', () => {
  const imei = '490154203237518'
  const iccid = '8981100022152967705'

  test('RouterOS’ own lines are none of the modem, and the numbers in them are masked by themselves', () => {
    const text = [
      '[admin@bench] > /interface lte at-chat lte1 input="AT+CGSN"',
      `  output: ${imei}`,
      '          OK',
      '[admin@bench] > /interface lte apn add apn=lte.example user=erika password=geheim authentication=pap',
      '[admin@bench] > /interface lte monitor lte1 once',
      `        imei: ${imei}`,
      `        uicc: ${iccid}`,
    ].join('\n')
    const log = new LogImport({ knowledge })
    const redactor = new Redactor({ knowledge })
    const rows = [...log.push(text), ...log.end()].map((row) => redactor.row(row))
    expect(rows.map((row) => row.text)).toEqual([
      'AT+CGSN',
      'IMEI-1',
      'OK',
      '[admin@bench] > /interface lte apn add apn=lte.example user=PASSWORD-1 password=PASSWORD-2 authentication=pap',
      '[admin@bench] > /interface lte monitor lte1 once',
      '        imei: IMEI-1',
      '        uicc: ICCID-1',
    ])
  })

  test('Base64 that is not read as an exchange goes whole where something to hide is in it', () => {
    const record = (data: string) => `{"n":1,"value":"${btoa(data)}"}`
    expect(masked(record(`\r\n${imei}\r\n\r\nOK\r\n`))).toBe('{"n":1,"value":"OCTETS-1"}')
    expect(masked(record('AT+CPIN="5731"\r'))).toBe('{"n":1,"value":"OCTETS-1"}')
    const harmless = record('\r\n+CSQ: 20,99\r\n\r\nOK\r\n')
    expect(masked(harmless)).toBe(harmless)
    expect(masked('{"name":"SIM7672JPMNGV","state":"registeredHomeNet"}')).toBe(
      '{"name":"SIM7672JPMNGV","state":"registeredHomeNet"}',
    )
  })
})

test('a message in an object over several lines is masked, and a program’s own message is not', () => {
  const object =
    "{ request: 'SendSMS',\n  data:\n   { message: 'geheime Worte',\n     recipient: '+819012345678' } }\n"
  const said = leaving(
    `${object}{"type":"lpa","payload":{"message":"es10b_authenticate_server"}}\n`,
  )
  expect(said).not.toContain('geheime Worte')
  expect(said).not.toContain('819012345678')
  expect(leaving('{"message":"es10b_authenticate_server"}\n')).toContain('es10b_authenticate')
})
