import { credentialsOf } from '@core/log/redact/credentials'
import { groupedIdentities } from '@core/log/redact/grouped'
import { positions } from '@core/log/redact/positions'
import { prose } from '@core/log/redact/prose'
import { searchText } from '@core/log/redact/search'
import type { Span } from '@core/log/redact/span'
import { tokens } from '@core/log/redact/tokens'
import { describe, expect, test } from 'vitest'

/** Each stretch once, in its order: `password hemlig9`. */
const shown = (spans: readonly Span[], text: string): string[] => [
  ...new Set(
    [...spans]
      .sort((a, b) => a.start - b.start)
      .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
  ),
]

type Row = readonly [text: string, ...found: string[]]
/** What is found in a text; a row with nothing behind it is the neighbour that must stay. */
function rules(look: (text: string) => Span[], rows: readonly Row[]): void {
  test.each(rows.map(([text, ...found]) => [text, found] as const))('%s', (text, found) => {
    expect(shown(look(text), text)).toEqual(found)
  })
}

describe('tokens', () => {
  rules(tokens, [
    // SORACOM's keys say what they are.
    ['x keyId-AbCdEf12345', 'token keyId-AbCdEf12345'],
    ['x secret-ZyXwVu65', 'token secret-ZyXwVu65'],
    ['x api-1234abcd', 'token api-1234abcd'],
    ['x token-1234abcd', 'token token-1234abcd'],
    ['x token-1234abc'],
    ['x secret-keeping'],
    ['x my-secret-keep1234'],
    // RFC 7519.
    ['x eyJhbGciOiJIU.eyJzdWIi.c2ln', 'token eyJhbGciOiJIU.eyJzdWIi.c2ln'],
    ['x eyJhbGciOiJI'],
    ['x heyJhbGciOiJIU'],
    // Others by what they begin with.
    ['x AKIAIOSFODNN7EXAMPLE y', 'token AKIAIOSFODNN7EXAMPLE'],
    ['x AKIAIOSFODNN7EXAMPL'],
    ['x ghp_16C7e42F292c6912E771', 'token ghp_16C7e42F292c6912E771'],
    ['x ghp_of-no-digit-in-it-at-all'],
    ['x xoxb-17653672481-pdFZKVeTuE8', 'token xoxb-17653672481-pdFZKVeTuE8'],
    ['x AIzaSyD-9tSrke72PouQMnMX', 'token AIzaSyD-9tSrke72PouQMnMX'],
    ['https://hooks.slack.com/services/T01/B04/x7Y8z9', 'token T01/B04/x7Y8z9'],
    [
      'Authorization: Digest username="kaede", response="6629fae4"',
      'token username=',
      'token username="kaede", response="6629fae4"',
    ],
    // RFC 9110, 11.6.2.
    ['Authorization: Basic c29yYTpzb3Jh', 'token c29yYTpzb3Jh'],
    ['Proxy-Authorization: Digest abc', 'token abc'],
    ['"Authorization","Bearer abc def"', 'token abc def'],
    ['authorization=apikey k9', 'token k9'],
    ['Authorization: true'],
    ['the authorization failed'],
    ['curl bearer abcdef123456', 'token abcdef123456'],
    ['curl bearer abcdef12345'],
    ['basic c29yYTpzb3Jh==', 'token c29yYTpzb3Jh=='],
    ['Cookie: sid=9', 'token sid=9'],
    ['Set-Cookie: sid=9', 'token sid=9'],
    ['a cookie, please'],
    // A name and a value.
    ['apiKey="my key 9"', 'token my key 9'],
    ['api_key: abc', 'token abc'],
    ['{"tok":"abc9def"}', 'token abc9def'],
    ['https://a.example/up?tok=abc9def&n=1', 'token abc9def'],
    ['Token: {+CSQ: 20,99}'],
    ['Token: {AT+CREG?}'],
    ['token={6F9619FF}', 'token {6F9619FF'],
    ['access-token=abc', 'token abc'],
    ['secret_access_key=abc', 'token abc'],
    ['private key: abc'],
    ['client-id=abc', 'token abc'],
    ['sessionToken=abc&x=1', 'token abc'],
    ['pre-shared-key=abc', 'token abc'],
    ['mytoken=abc', 'token abc'],
    ['psk=abc', 'token abc'],
    ['xpsk=abc'],
    ['token=ab'],
    ['token=none'],
    ['token=123'],
    ['token=1234', 'token 1234'],
    ['token count is abc'],
    // Parts of a query.
    ['/x?key=abc&y=2 session', 'token abc'],
    ['/x?appid=abcdef', 'token abcdef'],
    ['/x?app_id=abc token'],
    ['/x&write_key=abc', 'token abc'],
    ['/x?monkey=abc'],
    ['/x?key=ab session'],
    ['/x?sig=abcdef', 'token abcdef'],
    ['/x?sig=abcde'],
    ['/x?signature=abcdef', 'token abcdef'],
    // A key in one line.
    [String.raw`-----BEGIN PRIVATE KEY-----\nMIIEvgIBADAN\n`, String.raw`key MIIEvgIBADAN\n`],
    ['-----BEGIN PRIVATE KEY-----MIIEvgI'],
    // RFC 1994, 4.1.
    ['rcvd [CHAP Response id=0x1 <0011 2233>, name = "x"]', 'proof 0011 2233'],
    ['rcvd [CHAP Response id=0x1 <001122>, name = "x"]'],
    ['rcvd [CHAP Challenge id=0x1 <00112233>, name = "x"]'],
    ['MEID: A1000009A71DF1', 'imei A1000009A71DF1'],
    ['MEID: A1000009A71DF'],
    ['msisdn=09012345678', 'number 09012345678'],
    ['phone number: +81 90 1234 5678', 'number +81 90 1234 5678'],
    ['caller: "090-1234-567"', 'number 090-1234-567'],
    ['subscriber = 123456'],
    ['subscriber = 1234567', 'number 1234567'],
    ['phone 1234567'],
  ])
  test('in words of our own only what says by its form what it is counts', () => {
    const own = (text: string) => shown(tokens(text, true), text)
    expect(own('token=abcdef')).toEqual([])
    expect(own('x keyId-AbCdEf12345')).toEqual(['token keyId-AbCdEf12345'])
  })
})

describe('what people write around a log', () => {
  rules(prose, [
    ['PINは 4 8 2 7 です', 'pin 4 8 2 7'],
    ['PIN is 4 8 2 7.', 'pin 4 8 2 7'],
    ['pin 4 8 2 7 are ground'],
    ['確認コード 5512', 'pin 5512'],
    ['confirmation code: AB-5512', 'pin AB-5512'],
    ['confirmation code is missing'],
    ['my number is 090-1234-5678', 'number 090-1234-5678'],
    ['cell no. 090-1234-5678', 'number 090-1234-5678'],
    ['phone no. 0901234', 'number 0901234'],
    ['phone no. 090123'],
    ['Telefonnummer lautet 030/1234567', 'number 030/1234567'],
    ['Handy: +4915112345678', 'number +4915112345678'],
    ['tel 09012345678', 'number 09012345678'],
    ['電話番号は 090-1234-5678', 'number 090-1234-5678'],
    ['serial number 09012345678'],
    ['my number is 09012345678.1'],
    ['hotel 09012345678'],
    ['PIN is 4711', 'pin 4711'],
    ['PIN1 code: "47118"', 'pin 47118'],
    ['PUK=12345678', 'pin 12345678'],
    ['PIN is 471'],
    ['PIN is 471181234'],
    ['PIN 4.711'],
    ['SPIN is 4711'],
    ['user: anna, password hidden', 'password anna'],
    ['Benutzer: anna, Passwort', 'password anna'],
    ['login: anna APN x', 'password anna'],
    ['user: anna logged in'],
    ['user: a password'],
  ])
})

describe('positions', () => {
  rules(positions, [
    ['x 8Q7XMQJ8+FV y', 'position 8Q7XMQJ8+FV'],
    ['x 23456789+22 y'],
    ['geo:35.6812,139.7671', 'position 35.6812,139.7671'],
    [
      '$GNRMC,A,3539.8765,N,13944.1234,E,0',
      'position 3539.8765,N,13944.1234,E',
      'position 3539.8765,N',
      'position 13944.1234,E',
    ],
    ['x 35.12N, 139.12E', 'position 35.12N, 139.12E', 'position 139.12E'],
    ['x 35.1N, 139.1E'],
    ['+CGNSINF: 35.66,139.73', 'position 35.66,139.73'],
    ['+CGNSINF: 35.6,139.7'],
    ['supply 35.66,139.73'],
    ['see maps 35.66, -139.73', 'position 35.66, -139.73'],
    ['x 3539.87N', 'position 3539.87N'],
    ['x 35.6646N', 'position 35.6646N'],
    ['x 35.664N'],
    ['x 35.6646NX'],
    ['GPS 35.66461', 'position 35.66461'],
    ['GPS 35.6646'],
    ['at 35.66461'],
    ['GPS 09:54:51.00000'],
    [
      'Lat: 49 Deg 10 Min 21.49 Sec N  (0x008BE6D0)',
      'position 49 Deg 10 Min 21.49 Sec N  (0x008BE6D0)',
    ],
    [`49°10'21.49"N`, `position 49°10'21.49"N`],
    ['49 Deg of freedom'],
    ['lat=35.1', 'position 35.1'],
    ['"longitude": "-139.7"', 'position -139.7'],
    ['lat=35'],
    ['flat=35.1'],
  ])
})

describe('commands that take a login', () => {
  rules(credentialsOf, [
    ['AT+SMCONF="PASSWORD",Ko-to9', 'password Ko-to9'],
    ['AT+SMCONF="KEEPTIME",60000'],
    ['at+cpin = "8 2 6 1"', 'pin 8 2 6 1'],
    ['AT+USECPRF=0,8,"00aa11"', 'password 00aa11'],
    ['AT+USECPRF=0,3,"ca.pem"'],
    [
      'AT+QLWCFG="security",0,"coaps://a.example:5684",2,"dev-7","0f1e2d"',
      'password dev-7',
      'password 0f1e2d',
    ],
    ['AT+SAPBR=3,1,"USER","anna"', 'password anna'],
    ['AT+SAPBR=3,1,"APN","a.b"'],
    ['AT+SAPBR=3,1,"PWD","secret"', 'password secret'],
    ['AT+UPSD=0,2,"anna"', 'password anna'],
    ['AT+UPSD=0,3,"secret"', 'password secret'],
    ['AT+UPSD=0,1,"a.b"'],
    ['AT+UPSD=0,4,"10.0.0.1"'],
    ['AT+UHTTP=0,2,"anna"', 'password anna'],
    ['AT+UHTTP=0,1,"a.example"'],
    ['+UHTTP: 0,0,"192.0.2.1"'],
    ['AT+UFTP=1,"a.example"'],
    ['AT+UFTP=2,"anna"', 'password anna'],
    ['AT+UMQTT=2,"a.example"'],
    ['AT+UMQTT=4,"anna","secret"', 'password anna', 'password secret'],
    ['AT+FTPPW="secret"', 'password secret'],
    ['AT%CMNG=0,16,3,"cafe"', 'password cafe'],
    ['AT%CMNG=0,16,4,"anna"', 'password anna'],
    ['AT%CMNG=0,16,2,"cafe"'],
    ['AT%CMNG=1,16,3,"cafe"'],
    ['AT+CSTT="a.b","anna","secret"', 'password anna', 'password secret'],
    ['AT+CWJAP="home","secret"', 'password secret'],
    ['AT+MLOGIN="host","anna"', 'password anna'],
    ['AT+XAUTH=1,"anna"', 'password anna'],
    ['AT#PASSW="secret"', 'password secret'],
    ['AT+CLCK="SC",1'],
    ['AT+CPWD="SC","1111","2222"', 'password 1111', 'password 2222'],
    ['AT+CPWD="P2","","2222"', 'password 2222'],
    ['+CSQ: "anna"'],
    ['AT+XAUTH=1'],
    ['AT+CUSD=1,"*100#",15', 'ussd *100#'],
    ['+CUSD: 1,"*100#",15'],
    ['AT+CUSD=1'],
  ])
})

const places = { places: false }
describe('numbers that identify somebody, by their form', () => {
  rules(
    (text) => searchText(text, places),
    [
      ['x 89049032000001000000012345678901 y', 'eid 89049032000001000000012345678901'],
      ['x 88049032000001000000012345678901 y'],
      ['x 8904903200000100000001234567890 y'],
      // By its label, with any digits; without one by its check digit.
      ['IMEI: 123456789012345', 'imei 123456789012345'],
      ['SN: 12345678901234567', 'imei 12345678901234567'],
      ['SN: 123456789012345678'],
      ['+CGSN: 12345678901234', 'imei 12345678901234'],
      ['x: 123456789012345'],
      ['x 490154203237518 y', 'imei 490154203237518'],
      ['x 869850000000008 y', 'imei 869850000000008'],
      ['x 869850000000007 y'],
      ['x 490154203237518.1'],
      ['x 1.490154203237518'],
      ['IMSI: 123456789012345', 'imsi 123456789012345'],
      ['IMSI: 1234567890123456'],
      ['440101234567890', 'imsi 440101234567890'],
      [`b'440101234567890\\r`, 'imsi 440101234567890'],
      ['x 440101234567890'],
      ['440101234567890 y'],
      ["['AT', '440101234567890']", 'imsi 440101234567890'],
      ['{"x": "440101234567890", "y": 1}', 'imsi 440101234567890'],
      ['440101234567890@ims.example', 'imsi 440101234567890'],
      ['140101234567890'],
      ['ICCID: 123456789012345678', 'iccid 123456789012345678'],
      ['ICCID: 12345678901234567'],
      ['x 8981100022152967705 y', 'iccid 8981100022152967705'],
      ['x 8981100022152967706 y'],
      // Digits in groups.
      ['x 49-015420-323751-8 y', 'imei 49-015420-323751-8'],
      ['x 49-015420-323751-9 y'],
      ['IMEI 49 015420 323751 9', 'imei 49 015420 323751 9'],
      ['x 440-10-1234567890 y', 'imsi 440-10-1234567890'],
      ['x 140-10-1234567890 y'],
      ['x 440 1012 34567890 y'],
      ['IMSI 440 1012 34567890', 'imsi 440 1012 34567890'],
      ['x 8981 1000 2215 2967 705 y', 'iccid 8981 1000 2215 2967 705'],
      ['SIM 1234 5678 9012 3456 78', 'iccid 1234 5678 9012 3456 78'],
      ['x 1234 5678 9012 3456 78'],
      ['x 8904 9032 0000 0100 0000 0123 4567 8901', 'eid 8904 9032 0000 0100 0000 0123 4567 8901'],
    ],
  )
})

describe('phone numbers', () => {
  rules(
    (text) => searchText(text, places),
    [
      ['x "09012345678",129', 'number 09012345678'],
      ['x "+819012345678",145', 'number +819012345678'],
      ['x "1234567",161', 'number 1234567'],
      ['x "123456",129'],
      ['x "09012345678",130'],
      ['x "09012345678"'],
      ['call +81 90-1234-5678 now', 'number +81 90-1234-5678'],
      ['call +123456789 now'],
      ['call +1234567890 now', 'number +1234567890'],
      ['x+819012345678'],
      ['at +819012345678.5'],
      ['ATD09012345678;', 'number 09012345678'],
      ['ATDT 090-1234-5678', 'number 090-1234-5678'],
      ['ATDI+819012345678', 'number +819012345678'],
      ['ATD123456;'],
      ['ATD*99***1#'],
      // What the network says goes whole: names, codes and balances stand in it in any form.
      ['+CUSD: 0,"Your number is 090-1234-567.",15', 'ussd Your number is 090-1234-567.'],
      ['+CUSD: 0,"Balance 12,345.67 until 2026",15', 'ussd Balance 12,345.67 until 2026'],
      ['+CUSD: 2,"",15'],
      ['+CUSD: 4'],
    ],
  )
})

describe('passwords', () => {
  rules(
    (text) => searchText(text, places),
    [
      ['ftp://anna:hemlig9@host', 'password anna', 'password hemlig9'],
      ['ftp://anna@host:21/x@y', 'password anna'],
      ['http://host/anna@example.org?to=x:y@z'],
      ['password = "my home"', 'password my home', 'password my'],
      ['passwd: hemlig9;', 'password hemlig9'],
      ['pw=hemlig9&x=1', 'password hemlig9'],
      ['pwd=a&b', 'password a&b'],
      ['compass: 9'],
      ['{"pass":"hemlig9"}', 'password hemlig9'],
      ["{'passwd': 'my home', 'n': 1}", 'password my home', 'password my'],
      ['{\\"pass\\":\\"hemlig9\\"}', 'password hemlig9'],
      ['2 pass: 3 fail'],
      ["login='anna'", 'password anna'],
      ['login: anna'],
      ['?user=anna&pass=x', 'password anna', 'password x'],
      ['user "anna" password "hemlig9"', 'password anna', 'password hemlig9'],
      ['user and password refused'],
      ['user = "anna"', 'password anna'],
      ['[CHAP Challenge <00>, name = "peer9"]', 'password peer9'],
      ['[CHOP Challenge <00>, name = "peer9"]'],
      ["m.connect('a.b', 'anna', 'hemlig9')", 'password anna', 'password hemlig9'],
      ["m.disconnect('a.b', 'anna', 'hemlig9')"],
    ],
  )
  test('in words of our own only what is set', () => {
    const own = (text: string) => shown(searchText(text, { places: false, own: true }), text)
    expect(own('lock SC, password: old')).toEqual([])
    expect(own('Port sim:x?password=old opened')).toEqual(['password old'])
    expect(own('PIN is 4711')).toEqual([])
  })
})

describe('written in another form', () => {
  rules(
    (text) => searchText(text, places),
    [
      ['x 00300039003000310032003300340035', 'number 00300039003000310032003300340035'],
      ['x 003000390030003100320033003A0035'],
      ['+CRSM: 144,0,"98180100225192767750"', 'iccid 98180100225192767750'],
      ['+CRSM: 144,0,"98180100225192767751"'],
      ['+CXXX: 144,0,"98180100225192767750"'],
      ['+CRSM: 144,0,"084904011032547698"', 'imsi 084904011032547698'],
      ['+CRSM: 144,0,"084104011032547698"'],
      [
        'x 07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07',
        'number 1326040000F0',
        'number 1346610089F6',
        'message C8F71D14969741F977FD07',
      ],
      ['x 07911326040000F0040B911346610089F60000208062917314080DC8F71D14969741F977FD07'],
    ],
  )
  test('a text in hex is looked into', () => {
    const look = (inside: string) => searchText(inside, places)
    const text = 'x 494D45493A20343930313534323033323337353138'
    const [found] = searchText(text, { places: false, look })
    expect(found).toEqual({ kind: 'imei', start: 14, end: 44, value: '490154203237518' })
    expect(searchText(text, places)).toEqual([])
  })
})

describe('addresses, where they are asked for', () => {
  const all = (text: string) => searchText(text, { places: true, showPlaces: true })
  rules(all, [
    ['x 10.164.98.251', 'address 10.164.98.251'],
    ['x 10.164.98.256'],
    ['x 10.164.98'],
    ['version 1.10.164.98.251'],
    ['x 127.0.0.1'],
    ['x 255.255.255.0'],
    ['x 0.0.0.0'],
    ['x 2001:db8::1', 'address 2001:db8::1'],
    ['at 09:00:00'],
    ['at 9:00:00'],
    ['x 32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1', 'address 32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1'],
  ])
  test('and nowhere else', () => {
    expect(searchText('x 10.164.98.251 2001:db8::1', places)).toEqual([])
  })
  test('positions stay where it is asked to', () => {
    expect(all('GPS 35.66461')).toEqual([])
  })
})

test('digits in groups are told by their digits alone', () => {
  expect(groupedIdentities('x 49-015420-323751-8 y')).toEqual([
    { kind: 'imei', start: 2, end: 20, value: '490154203237518' },
  ])
})
