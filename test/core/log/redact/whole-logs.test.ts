import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'
import { describe, expect, test } from 'vitest'

const masked = (line: string) => new Redactor({ knowledge }).text(line)

function rowsOf(lines: readonly string[]) {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  return [...log.push(lines.join('\n')), ...log.end()].map((row) => redactor.row(row))
}
const textOf = (lines: readonly string[]) => rowsOf(lines).map(({ text }) => text)

describe('a message behind a prompt that no command announces', () => {
  test.each([
    ['on the first line of a log', ['> the gate opens', '+CMGS: 3', 'OK']],
    ['on the first line, with its time', ['10:00:01 > the gate opens', '10:00:03 +CMGS: 3']],
    ['on the first lines', ['> the gate', 'opens', '+CMGS: 3', 'OK']],
    ['behind the echo of the prompt', ['+CMGF: 1', 'OK', '>> the gate opens', '+CMGS: 3', 'OK']],
    ['behind the echo, on the first line', ['>> the gate opens', '+CMGS: 3', 'OK']],
    ['behind an empty line of it', ['+CREG: 0,1', 'OK', '> the gate', '', 'opens', '+CMGS: 3']],
    ['run together', ['AT+CMGF=1OKAT+CMGS="+31641600986"> the gate opens+CMGS: 7OK']],
  ])('%s is masked', (_where, lines) => {
    const text = textOf(lines).join('\n')
    expect(text).toContain('MESSAGE-1')
    expect(text).not.toMatch(/gate|opens/)
    expect(text).toContain('+CMGS: ')
  })

  test('in a list that JavaScript printed is the item behind its header', () => {
    const list = `recv [ '+CMGR: "REC UNREAD","+31641600986",,"26/05/01,10:00:00+36"', 'the gate', 'OK' ]`
    const text = textOf(['AT+CMGR=1', list, 'AT', 'OK']).join('\n')
    expect(text).not.toContain('gate')
    expect(text).toMatch(/'MESSAGE-1', 'OK' \]/)
  })

  test.each([
    ['of a mail', ['> Does it register?', '> I think so', '', 'AT+CREG?', '+CREG: 0,1', 'OK']],
    ['in front of a command', ['> Does it register?', 'AT+CREG?', '+CREG: 0,1', 'OK']],
    ['in front of nothing', ['> Does it register?', 'No.']],
    ['of Python', ['>>> import serial', '+CSQ: 20,99', 'OK']],
  ])('a quotation %s stays', (_what, lines) => {
    expect(textOf(lines)).toEqual(lines)
  })
})

describe('keys and certificates that a command stores', () => {
  test('their octets are masked, their names are not', () => {
    const lines = ['AT+USECMNG=0,1,"k",9', '>secret-ab', '+USECMNG: 0,1,"k","A1B2C3D4"', 'OK']
    const text = JSON.stringify(rowsOf(lines))
    expect(text).not.toContain('secret-ab')
    expect(text).toContain('A1B2C3D4')
  })
})

describe('columns', () => {
  test('a cell is what the heading of its column calls it', () => {
    const table = ['ts,imsi,rsrp,pin', '1,440104684141225,-95,4711', '2,"440104684141225",-96,']
    expect(textOf([...table, 'AT', 'OK']).slice(0, 3)).toEqual([
      'ts,imsi,rsrp,pin',
      '1,IMSI-1,-95,PIN-1',
      '2,"IMSI-1",-96,',
    ])
  })
  test('behind other words a number is only a number', () => {
    const table = ['ts,imsi,count', 'The end of it.', '1,440104684141225,-95']
    expect(textOf([...table, 'AT', 'OK'])[2]).toBe('1,440104684141225,-95')
  })
})

describe('octets as a list of plain numbers', () => {
  test('are read and masked in their places', () => {
    const [line] = textOf(['tx: [65, 84, 43, 67, 80, 73, 78, 61, 54, 54, 49, 50, 13]', 'AT', 'OK'])
    expect(line).toBe('tx: [65, 84, 43, 67, 80, 73, 78, 61, PIN-1, 13]')
  })
  test('numbers beyond an octet are none', () => {
    const line = 'levels [365, 84, 43, 67, 80, 73, 78, 61, 54, 54, 49, 50, 13]'
    expect(textOf([line, 'AT', 'OK'])[0]).toBe(line)
  })
})

describe('what is told of a row says no more than the row', () => {
  test('a short PIN in a URL', () => {
    const said = JSON.stringify(rowsOf(['AT+SHREQ="/api?n=1&pin=8812",1', 'OK']))
    expect(said).toContain('/api?n=1&pin=PIN-1')
    expect(said).not.toContain('8812')
  })
  test('one number of a position', () => {
    const said = JSON.stringify(rowsOf(['#XGPS: 59.913868,10.752245,12.0,5.1', 'AT', 'OK']))
    expect(said).not.toMatch(/59\.91|10\.75/)
  })
  test('the name in the message of a login', () => {
    const lines = [
      'sent [PAP AuthReq id=0x1 user="erika" password="geheim88"]',
      'rcvd [PAP AuthAck id=0x1 "Welcome erika"]',
    ]
    expect(textOf(lines.map((line) => `pppd[812]: ${line}`)).join()).not.toMatch(/erika|geheim/)
  })
})

test('the software version of a modem is no number of it', () => {
  const lines = ['AT+CGSN=3', '+CGSN: "01"', 'OK']
  expect(textOf(lines)).toEqual(lines)
})

test('colours of which a paste lost the first character hide no answer', () => {
  const lines = ['[32mAT+CIMI[0m', '[36m234308447309710[0m', '[31mOK[0m']
  expect(textOf(lines)).toEqual(['AT+CIMI', 'IMSI-1', 'OK'])
})

describe('what opens something or names somebody, on one line', () => {
  test.each([
    ['AT*MCGDEFCONT="IP","a.example","erika","geheim"', 'erika|geheim'],
    ['AT+KMQTTCFG=0,"h",1883,4,"id",0,1,1,"will","msg",0,1,"erika","geheim"', 'erika|geheim'],
    ['AT+HTTPPARA="USERDATA","X-Device: zz-88\\r\\nContent-Type: text/plain"', 'zz-88'],
    ['AT+SHAHEAD="X-Tenant","zz-88"', 'zz-88'],
    ['AT+QHTTPCFG="custom_header","X-Dev: zz-88"', 'zz-88'],
    ['AT+SHREQ="/v1/440207318776697/up",3', '440207318776697'],
    ['AT+CPIN2=9753', '9753'],
    ['AT+XPSK="zz88yy77"', 'zz88yy77'],
    ['golioth psk-id 2026-dev@proj psk 0123zz88', '2026-dev|0123zz88'],
    ['http://t.example/bot123456789:AAErFs-abcdefghij/getMe', 'AAErFs'],
    ['POST /api/v1/A1B2C3D4E5F6G7H8I9J0/telemetry HTTP/1.1', 'A1B2C3D4'],
    ['ki=0123456789ABCDEF0123456789ABCDEF adm1=12345678', '0123456789|12345678'],
    ['cellular 0/0 lte profile create 1 a.example chap erika geheim ipv4', 'erika|geheim'],
    ['ppp chap hostname erika', 'erika'],
    ['ppp pap sent-username erika password 0 geheim', 'erika|geheim'],
    ['username erika password 7 094F471A1A0A', 'erika|094F'],
    ['remote-access user erika secret geheim9', 'erika|geheim9'],
    ['Username = erika', 'erika'],
    ['(MSISDN) = 14085551234', '14085551234'],
    ['+ZMSISDN: 13800138000', '13800138000'],
    ['phone number is +49 151 23456789.', '23456789'],
    ['自分の番号は「08012345678」です。', '08012345678'],
    ['契約者氏名：山田太郎', '山田'],
    ['my login erika7/geheim8!.', 'erika7|geheim8'],
    ['lpac profile download -s a.example -m K2-1AB -c 998877', 'K2-1AB|998877'],
    ['requestGetProfile[pdp:1 index:1] a.example/erika/geheim/2/IPV4V6', 'erika|geheim'],
    ['AT+QMEID?+QMEID: A0000012345678', 'A0000012345678'],
    ["ESN: '80ABCDEF'", '80ABCDEF'],
    ['DEVICE_IDENTITY {353456780123450, 77, 804f1c2d, 0}', '804f1c2d'],
    ['SMS message body: meet at nine', 'meet'],
    ["m.sms('+33612345678', 'the keys')", '612345678|keys'],
    ["('+CMGL: 1,\"REC READ\",\"+33612345678\"', 'the keys', 'OK')", 'keys'],
    ['+QLBS: 0,31.826839,117.216591', '31.82|117.21'],
  ])('%s', (line, secret) => {
    for (const one of secret.split('|')) expect(masked(line)).not.toContain(one)
  })

  test.each([
    'AT+HTTPPARA="USERDATA","Content-Type: text/plain"',
    'AT+SHAHEAD="Accept","application/json"',
    'user interface = serial',
    'AT+QPINC?',
    'the login page / the start page',
    'number of retries is 3.',
    'levels [12, 13, 14]',
    'POST /api/v1/telemetry HTTP/1.1',
  ])('%s stays', (line) => {
    expect(masked(line)).toBe(line)
  })
})
