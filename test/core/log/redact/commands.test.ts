import { credentialsOf } from '@core/log/redact/credentials'
import { opensSomething } from '@core/log/redact/opening'
import { describe, expect, test } from 'vitest'

const found = (text: string) =>
  credentialsOf(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

describe('logins in commands of no decoder', () => {
  test.each<readonly [text: string, ...found: string[]]>([
    // A key in octets.
    ['AT+APPKEY=2B7E151628AED2A6ABF7158809CF4F3C', 'password 2B7E151628AED2A6ABF7158809CF4F3C'],
    ['AT+KEY: 2B 7E 15 16 28 AE D2 A6', 'password 2B 7E 15 16 28 AE D2 A6'],
    ['AT+APPKEY=?'],
    ['AT+KEYPAD=2B7E151628AED2A6ABF7158809CF4F3C'],
    ['AT+APPKEY=12'],
    // Quotes as JSON writes them.
    ['AT+XAUTH=1,\\"anna\\"', 'password anna'],
    // Without quotes, behind a first number.
    ['AT+XAUTH=1,bob', 'password bob'],
    ['AT+XAUTH=12,bob', 'password bob'],
    ['AT+XAUTH=1 ,bob', 'password bob'],
    ['AT+XAUTH=a1,bob'],
    ['AT+XAUTH="x",1,bob', 'password x'],
    ['AT+XAUTH=1,12,bob', 'password bob'],
    ['AT+XAUTH=1,a,bob', 'password bob'],
    ['AT+XAUTH=1,CHAP,bob', 'password bob'],
    ['AT+XYZ=1,anna,"x"'],
    // Behind a protocol of authentication, or else before it.
    ['AT%XSET="PAP","anna"', 'password anna'],
    ['AT%XSET="PAP","","anna"', 'password anna'],
    ['AT%XSET="PAP","IP","anna"', 'password anna'],
    ['AT%XSET="PAP",\\"anna\\"', 'password anna'],
    ['AT%XSET="xPAP","bob","PAP","anna"', 'password anna'],
    ['AT%XSET="PAPx","bob","PAP","anna"', 'password anna'],
    ['AT%XSET="a.b","anna","PAP"'],
    ['AT%XSET="a.b","anna","bob","chap"', 'password anna', 'password bob'],
    ['"PAP" AT%XSET="bob"'],
    // What opens a lock, and LwM2M behind server and name of the device.
    ['AT^SIMLOCKUNLOCK="55556666"', 'password 55556666'],
    [
      'AT+QLWCONFIG=0,"lwm2m.example.com",5684,"dev",86400,0,3,"id","73656b"',
      'password id',
      'password 73656b',
    ],
    // Service codes.
    ['AT+CUSD=1 ,"*100#"', 'ussd *100#'],
    ['AT+CUSD=1, "*100#"', 'ussd *100#'],
    ['AT+CUSD=x1,"*100#"'],
    ['AT+CUSD=2;+XYZ="a"'],
  ])('%s', (text, ...spans) => {
    expect(found(text)).toEqual(spans)
  })
  test('also in one that was never seen before', () => {
    const name = crypto.randomUUID().slice(0, 8).toUpperCase()
    expect(found(`AT+X${name}AUTH="anna"`)).toEqual(['password anna'])
    expect(found(`AT+X${name}="anna"`)).toEqual([])
  })
})

test.each([
  ['AT+CPIN="1234"', true],
  ['AT+CPIN = 1234', true],
  ['AT+CPIN?', false],
  ['AT+CPIN=?', false],
  ['AT+CPIN= ?', false],
  ['AT*XAUTHX=1', true],
  ['AT+HTTPPARA="URL","http://anna:geheim@a.example"', true],
  ['AT+HTTPPARA="URL","http://anna@a.example"', false],
  ['AT+CSTT="a.b","anna"', true],
  ['AT+X="token=abc9def"', true],
  ['AT+CSQ', false],
])('a command as somebody typed it, %s, opens something: %s', (command, opens) => {
  expect(opensSomething(command)).toBe(opens)
})
