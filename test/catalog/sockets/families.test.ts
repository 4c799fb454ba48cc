import { bytesOf, latin1 } from '@core/bytes'
import { answerOf, isTrouble, type FamilyCommand } from '@core/modem/family-command'
import { fileFamilies } from '@catalog/files'
import { socketFamilies } from '@catalog/sockets'
import { describe, expect, test } from 'vitest'

/** What a command reads of an answer: its value, or its cause and what the manual says. */
function read<T>({ read: of }: FamilyCommand<T>, ok: boolean, lines: string[], payload = '') {
  const final = ok ? ({ kind: 'ok' } as const) : errorOf(lines.pop() ?? 'ERROR')
  const times = { startedUs: 0, endedUs: 0 }
  const octets = payload === '' ? {} : { payload: bytesOf(payload) }
  const value = of(answerOf({ command: 'AT', ok, final, lines, ...times, ...octets }))
  if (value instanceof Uint8Array) return latin1(value)
  return isTrouble(value) ? [value.trouble, value.meaning?.en ?? null] : value
}
const errorOf = (text: string) => {
  const [, cme] = /^\+CME ERROR: (.*)$/.exec(text) ?? []
  return cme === undefined
    ? ({ kind: 'error' } as const)
    : ({ kind: 'cme', code: /^\d+$/.test(cme) ? Number(cme) : null, text: cme } as const)
}
const to = { host: '192.0.2.7', port: 7 }
const family = (id: string) => {
  const found = socketFamilies.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

test.each([
  ['SIMCOM INCORPORATED\nSIM7600G-H', 'simcom-a76'],
  ['SIMCOM INCORPORATED\nA7670E-FASE', 'simcom-a76'],
  ['SIMCOM INCORPORATED\nSIM7672JP-MNGV', 'simcom-a76'],
  ['SIMCOM_Ltd\nSIM7080', 'sim7070'],
  ['SIMCOM_Ltd\nSIMCOM_SIM7070G', 'sim7070'],
  ['Quectel\nEC25\nRevision: EC25EFAR06A06M4G', 'quectel'],
  ['Quectel\nBG95-M3', 'quectel'],
  ['u-blox\nSARA-R410M-02B', 'ublox'],
  ['Telit\nLE910C1-EU', 'telit'],
  ['Nordic Semiconductor ASA\nnRF9160-SICA', 'nordic'],
  ['Quectel\nM66', undefined],
  ['Sierra Wireless, Incorporated\nEM7455', undefined],
])('%j is of one family at most: %s', (identity, id) => {
  const fits = socketFamilies.filter((one) => one.matches(identity) && one.tells === undefined)
  expect(fits.map((one) => one.id)).toEqual(id === undefined ? [] : [id])
  for (const { matches, id: files } of fileFamilies)
    expect(matches(identity), files).toBe(files === id)
})

describe('answers as the manuals print them', () => {
  test('Quectel: opening, DNS, ping, and results in words', () => {
    const { socket, dns, ping, context } = family('quectel')
    const [open] = socket.open(0, 'tcp', to)
    if (!open || !dns || !ping) throw new Error('no command')
    expect(open.command).toBe('AT+QIOPEN=1,0,"TCP","192.0.2.7",7,0,0')
    expect(read(open, true, ['+QIOPEN: 0,0'])).toBe(true)
    expect(read(open, true, ['+QIOPEN: 0,565'])).toEqual(['dns', 'DNS failed'])
    expect(read(open, true, ['+QIOPEN: 0,566'])).toEqual(['other', 'connection failed'])
    expect(read(open, true, [])).toBeUndefined()
    const found = ['+QIURC: "dnsgip",0,1,600', '+QIURC: "dnsgip","192.0.2.7"']
    expect(read(dns('a.example'), true, found)).toBe('192.0.2.7')
    expect(read(dns('a.example'), true, ['+QIURC: "dnsgip",565'])).toEqual(['dns', 'DNS failed'])
    const echoes = ['+QPING: 0,"192.0.2.7",32,61,255', '+QPING: 0,4,4,0,61,90,70']
    expect(read(ping('192.0.2.7', 4), true, echoes)).toEqual({ sent: 4, received: 4, avgMs: 70 })
    expect(read(ping('192.0.2.7', 4), true, ['+QPING: 569'])).toEqual(['timeout', 'timeout'])
    expect(read(context.is, true, ['+QIACT: 1,1,1,"10.1.2.3"'])).toBe(true)
    expect(read(context.is, true, [])).toBe(false)
    expect(read(socket.receive(0, 'tcp', 9), true, ['+QIRD: 5'], 'hello')).toBe('hello')
    expect(read(socket.receive(0, 'tcp', 9), true, ['+QIRD: 0'])).toBe('')
  })

  test('SIM7070: the result of opening stands before the OK, octets behind their count', () => {
    const { socket, dns, ping, context } = family('sim7070')
    const [open] = socket.open(0, 'tcp', to)
    if (!open || !dns || !ping) throw new Error('no command')
    expect(read(open, true, ['+CAOPEN: 0,0'])).toBe(true)
    expect(read(open, true, ['+CAOPEN: 0,23'])).toEqual(['refused', 'refused by the other side'])
    expect(read(socket.receive(0, 'tcp', 9), true, ['+CARECV: 5,a,b"c'])).toBe('a,b"c')
    expect(read(socket.receive(0, 'tcp', 9), true, ['+CARECV: 0'])).toBe('')
    expect(read(dns('a.example'), true, ['+CDNSGIP: 0,8'])).toEqual(['dns', null])
    const rows = ['+SNPING4: 1,192.0.2.7,80', '+SNPING4: 2,192.0.2.7,100']
    expect(read(ping('192.0.2.7', 2), true, rows)).toEqual({ sent: 2, received: 2, avgMs: 90 })
    expect(read(context.is, true, ['+CNACT: 0,1,"10.1.2.3"', '+CNACT: 1,0,"0.0.0.0"'])).toBe(true)
    expect(read(context.is, true, ['+CNACT: 0,0,"0.0.0.0"'])).toBe(false)
  })

  test('u-blox: octets go and come as hex, and pings one by one', () => {
    const { socket, dns, ping, context } = family('ublox')
    if (!dns || !ping || !socket.create) throw new Error('no command')
    expect(read(socket.create('tcp'), true, ['+USOCR: 3'])).toBe(3)
    const sent = socket.send(3, 'tcp', to, bytesOf('a\u001a'))
    expect(sent.command.toUpperCase()).toBe('AT+USOWR=3,2,"611A"')
    expect(read(socket.receive(3, 'tcp', 9), true, ['+USORD: 3,2,"611A"'])).toBe('a\u001a')
    expect(read(socket.receive(3, 'tcp', 9), true, ['+USORD: 3,""'])).toBe('')
    expect(read(socket.receive(3, 'udp', 9), true, ['+USORF: 3,"192.0.2.7",7,2,"611A"'])).toBe(
      'a\u001a',
    )
    expect(read(dns('a.example'), true, ['+UDNSRN: "192.0.2.7"'])).toBe('192.0.2.7')
    expect(read(dns('a.example'), false, ['ERROR'])).toEqual(['dns', null])
    const row = '+UUPING: 1,32,"a.example","192.0.2.7",55,80'
    expect(read(ping('192.0.2.7', 2), true, [row])).toEqual({ sent: 2, received: 1, avgMs: 80 })
    expect(read(context.is, true, ['+UPSND: 0,8,1'])).toBe(true)
    expect(read(context.is, false, ['+CME ERROR: operation not allowed'])).toBeUndefined()
  })

  test('Telit: times in tenths of a second, and nothing to read is no trouble', () => {
    const { socket, dns, ping, context } = family('telit')
    if (!dns || !ping) throw new Error('no command')
    expect(read(dns('a.example'), true, ['#QDNS: "a.example","192.0.2.7"'])).toBe('192.0.2.7')
    expect(read(dns('a.example'), true, ['#QDNS: "a.example",NOT SOLVED'])).toBeUndefined()
    const rows = ['#PING: 01,"192.0.2.7",3,50', '#PING: 02,"192.0.2.7",600,255']
    expect(read(ping('192.0.2.7', 2), true, rows)).toEqual({ sent: 2, received: 1, avgMs: 300 })
    expect(read(socket.receive(1, 'tcp', 9), true, ['#SRECV: 1,5'], 'hello')).toBe('hello')
    expect(read(socket.receive(1, 'tcp', 9), false, ['+CME ERROR: 4'])).toBe('')
    expect(read(context.is, true, ['#SGACT: 1,1'])).toBe(true)
    const [open] = socket.open(1, 'tcp', to)
    if (!open) throw new Error('no command')
    expect(open.command).toBe('AT#SD=1,0,7,"192.0.2.7",0,0,1')
    expect(read(open, false, ['+CME ERROR: context not opened'])).toEqual(['context', null])
  })

  test('SIMCom: the row of a TLS context has SNI last, whatever stands before it', () => {
    const [ask] = family('simcom-a76').tls?.read(0) ?? []
    if (!ask) throw new Error('no command')
    const row = '+CSSLCFG: 0,3,1,0,120,"ca.pem","","",1'
    expect(read(ask, true, [row, '+CSSLCFG: 1,4,0,1,300,"","","",0'])).toEqual({
      sni: true,
      verify: true,
      ca: 'ca.pem',
    })
    const dark = { sni: null, verify: null, ca: null }
    expect(read(ask, true, ['+CSSLCFG: (0-9)'])).toEqual(dark)
  })

  test('u-blox: log-in and subscription of older and newer firmware, and a file with head and body', () => {
    const { mqtt, http } = family('ublox')
    const visit = { ...to, secure: false, tlsContext: 0, clientId: 'a', user: '', password: '' }
    const [login] = mqtt?.connect({ ...visit, topic: 't' }) ?? []
    if (!mqtt || !http || !login) throw new Error('no command')
    expect(read(login, true, ['+UUMQTTC: 1,1'])).toBe(true)
    expect(read(login, true, ['+UUMQTTC: 1,0'])).toEqual(['other', null])
    expect(read(login, true, ['+UMQTTC: 1,1', '+UUMQTTC: 1,0'])).toBe(true)
    expect(read(login, true, ['+UMQTTC: 1,1', '+UUMQTTC: 1,2'])).toEqual(['other', null])
    const granted = mqtt.subscribe('t')
    expect(read(granted, true, ['+UMQTTC: 4,1', '+UUMQTTC: 4,2,2,"t"'])).toBe(true)
    expect(read(granted, true, ['+UMQTTC: 4,1', '+UUMQTTC: 4,128'])).toEqual(['other', null])
    const waits = mqtt.fetch?.('+UUMQTTC: 6,1')
    const message = '+UMQTTC: 6,0,20,6,"sensor",14,"t: "25", h: 40"'
    expect(waits && read(waits, true, [message])).toBe('t: "25", h: 40')
    expect(mqtt.fetch?.('+UUMQTTCM: 6,1')).toBeUndefined()
    const file = [
      '+URDFILE: "modem-bench",60,"HTTP/1.1 404 Not Found',
      'Content-Length: 9',
      'not found"',
    ]
    expect(read(http.get(''), true, file)).toEqual({ status: 404, octets: 9 })
    expect(read(http.get(''), true, ['+URDFILE: "modem-bench",2,"ab"'])).toBeUndefined()
  })

  test('SIM7080, Telit and the Serial LTE Modem: a page as they told it in public', () => {
    const url = 'http://a.example:8080/x?y=1'
    const [configured] = family('sim7070').http?.begin(url, false, 0) ?? []
    expect(configured?.command).toBe('AT+SHCONF="URL","http://a.example:8080"')
    const page = (id: string) => {
      const { http } = family(id)
      if (!http) throw new Error(id)
      return http.get(url)
    }
    expect(page('sim7070').command).toBe('AT+SHREQ="/x?y=1",1')
    expect(read(page('sim7070'), true, ['+SHREQ: "GET",200,27'])).toEqual({
      status: 200,
      octets: 27,
    })
    expect(read(page('telit'), true, ['#HTTPRING: 2,200,"application/json",312'])).toEqual({
      status: 200,
      octets: 312,
    })
    expect(read(page('telit'), true, ['#HTTPRING: 2,0,"",0'])).toEqual(['timeout', null])
    const told = ['#XHTTPCREQ: 0', 'HTTP/1.1 200 OK', 'Content-Length: 244', '#XHTTPCRSP:337,1']
    expect(read(page('nordic'), true, told)).toEqual({ status: 200, octets: 244 })
    expect(read(page('nordic'), true, ['#XHTTPCREQ: -111'])).toEqual(['other', null])
  })

  test('the Serial LTE Modem: the answer of a broker, an errno, and the two lines of a message', () => {
    const { mqtt } = family('nordic')
    const visit = { ...to, secure: false, tlsContext: 0, clientId: 'a', user: '', password: '' }
    const [login] = mqtt?.connect({ ...visit, topic: 't' }) ?? []
    if (!mqtt || !login) throw new Error('no command')
    expect(read(login, true, ['#XMQTTEVT: 0,0'])).toBe(true)
    expect(read(login, true, ['#XMQTTEVT: 0,5'])).toEqual(['login', 'not authorized'])
    expect(read(login, true, ['#XMQTTEVT: 1,-111'])).toEqual(['closed', null])
    const lines = ['#XMQTTMSG: 21,7', 'nrf91/slm/mqtt/topic0', 'message', '#XMQTTEVT: 2,0']
    expect(mqtt.message(lines)).toBe('message')
    expect(mqtt.takes?.(bytesOf('say "x"'))).toBe(false)
  })

  test('files: lists of each family', () => {
    const listed = (id: string, lines: string[]) => {
      const { file } = fileFamilies.find((one) => one.id === id)?.stores ?? {}
      return file && read(file.list, true, lines)
    }
    const folders = ['+FSLS: SUBDIRECTORIES:', 'Audio', '+FSLS: FILES:', 'a.txt', 'b c.bin']
    expect(listed('simcom-a76', folders)).toEqual([
      { name: 'a.txt', size: null },
      { name: 'b c.bin', size: null },
    ])
    expect(listed('quectel', ['+QFLST: "UFS:a.txt",5', '+QFLST: "b.pem",1702'])).toEqual([
      { name: 'a.txt', size: 5 },
      { name: 'b.pem', size: 1_702 },
    ])
    expect(listed('ublox', ['+ULSTFILE: "a.txt","b.bin"'])).toEqual([
      { name: 'a.txt', size: null },
      { name: 'b.bin', size: null },
    ])
    const keys = fileFamilies.find((one) => one.id === 'ublox')?.stores.certificate
    const rows = ['"CA","root","Root","2030/01/01"', '"PK","key"']
    expect(keys && read(keys.list, true, rows)).toEqual([
      { name: 'root', size: null, label: 'CA' },
      { name: 'key', size: null, label: 'PK' },
    ])
    expect(keys?.remove({ name: 'key', size: null, label: 'PK' }).command).toBe(
      'AT+USECMNG=2,2,"key"',
    )
  })
})
