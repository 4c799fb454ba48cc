import { fromHex } from '@core/bytes'
import { frameSecrets } from '@core/log/redact/frame'
import { mqttLogin } from '@core/log/redact/mqtt-login'
import { packetIn } from '@core/log/redact/packet-in'
import { describe, expect, test } from 'vitest'

const octets = (...hex: readonly string[]) =>
  fromHex(hex.join('').replaceAll(' ', '')) ?? new Uint8Array()

describe('what opens something in a PPP frame', () => {
  const said = '6261642075736572206572696b61'
  test.each<[what: string, frame: string, payload: boolean, ...secrets: string[]]>([
    [
      'user and password of PAP',
      'c023 01 01 000c 03 616263 03 646566',
      false,
      'password abc 616263',
      'password def 646566',
    ],
    [
      'whom PAP refuses, as it says: bad user erika',
      `c023 03 01 0013 0e ${said}`,
      false,
      'password erika 6572696b61',
    ],
    ['whom CHAP refuses', `c223 04 01 0012 ${said}`, false, 'password erika 6572696b61'],
    [
      'an answer of CHAP',
      'c223 02 01 000b 04 00112233 6162',
      false,
      'password ab 6162',
      'proof 00112233 00112233',
    ],
    ['a challenge of CHAP', 'c223 01 01 000b 04 00112233 6162', false],
    ['LCP', 'c021 09 01 0008 00000000', false],
    ['IPCP', '8021 05 01 0004', false],
    ['CCP', '80fd 05 01 0004', false],
    ['IPV6CP', '8057 05 01 0004', false],
    ['a packet of IPv4', '0021 45', true],
    ['a packet of IPv6', '0057 60', true],
    ['link quality', 'c025 00', true],
    ['no hex', 'xyz', false],
  ])('%s', (_what, frame, payload, ...secrets) => {
    const found = frameSecrets(frame.replaceAll(' ', ''))
    expect(found.payload).toBe(payload)
    expect(found.secrets.map(({ kind, value, hex }) => `${kind} ${value} ${hex}`)).toEqual(secrets)
  })
})

describe('a login of MQTT (3.1.1 and 5.0, 3.1)', () => {
  const client = '0001 61'
  const user = '0002 6162'
  const password = '0003 636465'
  test.each<[what: string, hex: readonly string[], found: (readonly [number, number])[]]>([
    [
      'user and password',
      ['10 16 0004 4d515454 04 c2 003c', client, user, password],
      [
        [17, 19],
        [21, 24],
      ],
    ],
    [
      'of MQTT 3.1',
      ['10 18 0006 4d5149736470 03 c2 003c', client, user, password],
      [
        [19, 21],
        [23, 26],
      ],
    ],
    ['a user alone', ['10 11 0004 4d515454 04 82 003c', client, user], [[17, 19]]],
    ['a password alone', ['10 12 0004 4d515454 05 42 003c 00', client, password], [[18, 21]]],
    ['neither', ['10 0d 0004 4d515454 04 02 003c', client], []],
    // A will has a topic and a message, in 5.0 settings as well.
    [
      'behind a will',
      ['10 1a 0004 4d515454 04 86 003c', client, '0001 74 0004 6d657367', user],
      [[26, 28]],
    ],
    [
      'behind a will of 5.0',
      ['10 20 0004 4d515454 05 86 003c 02 2101', client, '02 0101 0001 74 0001 6d', user],
      [[29, 31]],
    ],
    // Its length takes up to four octets.
    ['with a length of two octets', ['10 9600 0004 4d515454 04 82 003c', client, user], [[18, 20]]],
    ['with a length of four', ['10 96808000 0004 4d515454 04 82 003c', client, user], [[20, 22]]],
    [
      'with settings of 128 octets',
      ['10 9601 0004 4d515454 05 82 003c 8001', '00'.repeat(128), client, user],
      [[148, 150]],
    ],
    [
      'cut in its user',
      ['10 16 0004 4d515454 04 c2 003c', client, '0002 61'],
      [
        [17, 18],
        [18, 18],
      ],
    ],
    ['cut before it', ['10 16 0004 4d515454 04'], []],
    [
      'a field of 256 octets before it',
      ['10 8f02 0004 4d515454 04 82 003c 0100', '61'.repeat(256), user],
      [[273, 275]],
    ],
    ['of another name', ['10 16 0004 4d515455 04 c2 003c', client, user, password], []],
    ['of a longer name', ['10 17 0005 4d51545454 04 c2 003c', client, user, password], []],
    ['another message', ['30 16 0004 4d515454 04 c2 003c', client, user, password], []],
    ['nothing', [], []],
  ])('%s', (_what, hex, found) => {
    expect(mqttLogin(octets(...hex))).toEqual(found)
  })
})

describe('a packet in a frame', () => {
  const four = (length: string, protocol: string, more = '45', cut = '0000') =>
    `${more}00 ${length} 0000 ${cut} 40${protocol} 0000 0a000002 c0000207`
  const tcp = 'c000 0050 00000001 00000002 5018 ffff 1234 0000'
  const udp = 'c000 0050 000c 1234'
  const said = '61626364'
  type Place = readonly [at: number, transport: number, content: number, end: number]
  test.each<
    [what: string, hex: readonly string[], protocol: number, sum: number | undefined, ...Place]
  >([
    ['TCP', ['0021', four('002c', '06'), tcp, said], 6, 16, 2, 22, 42, 46],
    ['TCP, the protocol in one octet', ['21', four('002c', '06'), tcp, said], 6, 16, 1, 21, 41, 45],
    [
      'TCP, with address and control',
      ['ff030021', four('002c', '06'), tcp, said],
      6,
      16,
      4,
      24,
      44,
      48,
    ],
    [
      'TCP with an option',
      ['0021', four('0030', '06'), tcp.replace('5018', '6018'), '01010101', said],
      6,
      16,
      2,
      22,
      46,
      50,
    ],
    [
      'TCP with too short a header',
      ['0021', four('002c', '06'), tcp.replace('5018', '4018'), said],
      6,
      16,
      2,
      22,
      42,
      46,
    ],
    [
      'TCP with a header beyond its end',
      ['0021', four('002c', '06'), tcp.replace('5018', 'f018'), said],
      6,
      16,
      2,
      22,
      46,
      46,
    ],
    ['padding behind it', ['0021', four('002c', '06'), tcp, said, '0000'], 6, 16, 2, 22, 42, 46],
    ['cut', ['0021', four('002c', '06'), tcp, '6162'], 6, 16, 2, 22, 42, 44],
    [
      'options of IPv4',
      ['0021', four('0030', '06', '46'), '01010101', tcp, said],
      6,
      16,
      2,
      26,
      46,
      50,
    ],
    [
      'too short a header of IPv4',
      ['0021', four('002c', '06', '44'), tcp, said],
      6,
      16,
      2,
      22,
      42,
      46,
    ],
    ['a length below its header', ['0021', four('0010', '06'), tcp, said], 6, 16, 2, 22, 22, 22],
    [
      'the first of several pieces',
      ['0021', four('002c', '06', '45', '2000'), tcp, said],
      6,
      16,
      2,
      22,
      42,
      46,
    ],
    [
      'another piece',
      ['0021', four('002c', '06', '45', '2001'), tcp, said],
      6,
      undefined,
      2,
      22,
      22,
      46,
    ],
    [
      'a last piece',
      ['0021', four('002c', '06', '45', '1000'), tcp, said],
      6,
      undefined,
      2,
      22,
      22,
      46,
    ],
    ['UDP', ['0021', four('0020', '11'), udp, said], 17, 6, 2, 22, 30, 34],
    [
      'UDP without a check sum',
      ['0021', four('0020', '11'), udp.replace('1234', '0000'), said],
      17,
      undefined,
      2,
      22,
      30,
      34,
    ],
    [
      'a piece of UDP',
      ['0021', four('0020', '11', '45', '0001'), udp, said],
      17,
      undefined,
      2,
      22,
      22,
      34,
    ],
    [
      'UDP, cut in its header',
      ['0021', four('0018', '11'), 'c0000050'],
      17,
      undefined,
      2,
      22,
      26,
      26,
    ],
    ['ICMP', ['0021', four('0018', '01'), said], 1, undefined, 2, 22, 22, 26],
    ['a header alone', ['0021', four('0014', '01')], 1, undefined, 2, 22, 22, 22],
  ])('%s', (_what, hex, protocol, sumAt, at, transport, content, end) => {
    const addressesAt = [12, 20]
    expect(packetIn(octets(...hex))).toEqual({
      at,
      transport,
      content,
      end,
      protocol,
      addressesAt,
      sumAt,
    })
  })

  const six = (length: string, next: string) =>
    `60000000 ${length} ${next}40 20010db8000000000000000000000001 20010db8000000000000000000000002`
  test.each<
    [what: string, hex: readonly string[], protocol: number, sum: number | undefined, ...Place]
  >([
    ['TCP', ['0057', six('0018', '06'), tcp, said], 6, 16, 2, 42, 62, 66],
    ['padding behind it', ['0057', six('0018', '06'), tcp, said, '00'], 6, 16, 2, 42, 62, 66],
    ['cut', ['0057', six('0018', '06'), tcp, '61'], 6, 16, 2, 42, 62, 63],
    ['UDP', ['0057', six('000c', '11'), udp, said], 17, 6, 2, 42, 50, 54],
    [
      'behind an extension',
      ['0057', six('0020', '00'), '0600000000000000', tcp, said],
      6,
      16,
      2,
      50,
      70,
      74,
    ],
    [
      'behind one that is cut',
      ['0057', six('0020', '00'), '06000000'],
      44,
      undefined,
      2,
      42,
      42,
      46,
    ],
    [
      'a piece',
      ['0057', six('000c', '2c'), '0600000100000001', said],
      44,
      undefined,
      2,
      42,
      42,
      54,
    ],
    ['a header alone', ['0057', six('0000', '3b')], 59, undefined, 2, 42, 42, 42],
  ])('%s over IPv6', (_what, hex, protocol, sumAt, at, transport, content, end) => {
    const addressesAt = [8, 40]
    expect(packetIn(octets(...hex))).toEqual({
      at,
      transport,
      content,
      end,
      protocol,
      addressesAt,
      sumAt,
    })
  })

  test.each<[what: string, ...hex: readonly string[]]>([
    ['LCP', 'c021', four('002c', '06'), tcp, said],
    ['nothing', ''],
    ['IPv6 where IPv4 is announced', '0021', six('0018', '06'), tcp],
    ['IPv4 where IPv6 is announced', '0057', four('0028', '06'), tcp, tcp],
    ['less than a header', '0021', four('0014', '01').slice(0, -2)],
    ['less than a header of IPv6', '0057', six('0000', '3b').slice(0, -2)],
  ])('none: %s', (_what, ...hex) => {
    expect(packetIn(octets(...hex))).toBe(undefined)
  })
})
