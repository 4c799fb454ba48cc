import { expect, test } from 'vitest'
import { ec25 } from '@catalog/modems/personas/ec25'
import { sim7672 } from '@catalog/modems/personas/sim7672'
import { Host, prompt } from './host'

const request = 'GET / HTTP/1.0\r\nHost: example.com\r\n\r\n'

/** A host whose modem has a context. */
async function online(persona = sim7672) {
  const host = await new Host({ persona: prompt(persona) }).registered()
  const given = async (command: string, text: string) => {
    await host.ask(command)
    expect(host.take()).toMatch(/> $/)
    await host.type(text)
    await host.clock.advance(5_000)
    return host.take()
  }
  return { host, lines: (command: string) => host.lines(command, 8_000), given }
}

test('SIMCom: a page is read over a socket of TLS, pushed or on demand, and the service ends', async () => {
  const { lines, given } = await online()
  expect(await lines('AT+CCHOPEN=0,"example.com",443,2')).toEqual(['OK', '+CCHOPEN: 0,11'])
  expect(await lines('AT+CCHSTART')).toEqual(['OK', '+CCHSTART: 0'])
  expect(await lines('AT+CCHSTART')).toEqual(['ERROR'])
  expect(await lines('AT+CCHOPEN=0,"example.com",443,2')).toEqual(['OK', '+CCHOPEN: 0,0'])
  const pushed = await given(`AT+CCHSEND=0,${request.length}`, request)
  expect(pushed).toMatch(/\r\nOK\r\n[^]*\+CCHSEND: 0,0\r\n/)
  expect(pushed).toMatch(/\+CCHRECV: DATA,0,\d+\r\nHTTP\/1\.\d 200 /)
  expect(await lines('AT+CCHCLOSE=0')).toEqual(['OK', '+CCHCLOSE: 0,0'])
  expect(await lines('AT+CCHCLOSE=0')).toEqual(['ERROR'])
  expect(await lines('AT+CCHSET=0,1')).toEqual(['OK'])
  expect(await lines('AT+CCHOPEN=1,"broker.example",8883')).toEqual(['OK', '+CCHOPEN: 1,15'])
  expect(await lines('AT+CSSLCFG="enableSNI",3,1')).toEqual(['OK'])
  expect(await lines('AT+CCHSSLCFG=1,3')).toEqual(['OK'])
  expect(await lines('AT+CCHOPEN=1,"broker.example",8883')).toEqual(['OK', '+CCHOPEN: 1,0'])
  const login = '\x10\x0d\x00\x04MQTT\x04\x02\x00\x3c\x00\x01a'
  expect(await given(`AT+CCHSEND=1,${login.length}`, login)).toContain('+CCHEVENT: 1,RECV EVENT')
  const [head, connack] = await lines('AT+CCHRECV=1')
  expect([head, connack]).toEqual(['+CCHRECV: DATA,1,4', '\x20\x02\x00\x00'])
  expect(await lines('AT+CCHOPEN=0,"nothing.example",443')).toEqual(['OK', '+CCHOPEN: 0,13'])
  expect(await lines('AT+CCHSTOP')).toEqual(['OK', '+CCHSTOP: 0'])
  expect(await lines('AT+CCHSEND=1,1')).toEqual(['ERROR'])
})

test('Quectel: a page is read over a socket of TLS, beside one without of the same number', async () => {
  const { lines, given } = await online(ec25)
  const open = 'AT+QSSLOPEN=1,1,4,"named.example",443,0'
  expect(await lines(open)).toEqual(['ERROR'])
  expect(await lines('AT+QIACT=1')).toEqual(['OK'])
  expect(await lines(open)).toEqual(['OK', '+QSSLOPEN: 4,566'])
  expect(await lines('AT+QSSLCFG="sni",1,1')).toEqual(['OK'])
  expect(await lines(open)).toEqual(['OK', '+QSSLOPEN: 4,0'])
  expect(await lines(open)).toEqual(['OK', '+QSSLOPEN: 4,563'])
  expect(await lines('AT+QIOPEN=1,4,"TCP","echo.example",7,0,0')).toEqual(['OK', '+QIOPEN: 4,0'])
  expect(await lines('AT+QSSLRECV=4,100')).toEqual(['+QSSLRECV: 0', 'OK'])
  const asked = request.replace('example.com', 'named.example')
  const told = await given(`AT+QSSLSEND=4,${asked.length}`, asked)
  expect(told).toMatch(/\r\nSEND OK\r\n[^]*\+QSSLURC: "recv",4\r\n/)
  expect(await lines('AT+QICLOSE=4')).toEqual(['OK'])
  expect(await lines('AT+QSSLOPEN=1,1,5,"nothing.example",443,0')).toEqual([
    'OK',
    '+QSSLOPEN: 5,565',
  ])
})
