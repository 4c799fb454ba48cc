import { fromHex } from '@core/bytes'
import { decodePpp, decodePppFrame } from '@core/ppp/decode'
import { explainFrame } from '@core/ppp/explain'
import { describe, expect, test } from 'vitest'

const octets = (hex: string) => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()
const decoded = (protocol: string, info: string) =>
  decodePpp(Number.parseInt(protocol, 16), octets(info))

describe('what a packet says, in a sentence', () => {
  /** Protocol, information, sentence. */
  test.each([
    ['c021', '01010004', 'LCP ConfReq 1: the sender asks for nothing special.'],
    [
      'c021',
      '0101000a 0206 00000000',
      'LCP ConfReq 1: the sender asks for no control octet escaped (ACCM 0).',
    ],
    [
      'c021',
      '0101000a 0206 ffffffff',
      'LCP ConfReq 1: the sender asks for every control octet escaped (ACCM ffffffff).',
    ],
    [
      'c021',
      '0101000e 0305c22380 0305c22381',
      'LCP ConfReq 1: the sender asks for authentication by ms-chap, authentication by ms-chap-v2.',
    ],
    ['c021', '01010008 0304c227', 'LCP ConfReq 1: the sender asks for authentication by eap.'],
    [
      'c021',
      '0301000a 0206 000a0000',
      'LCP ConfNak 1: not these values; the sender proposes some control octets escaped (ACCM 000a0000).',
    ],
    ['c021', '05020004', 'LCP TermReq 2: the sender ends the link.'],
    ['c021', '06020008 6162 6364', 'LCP TermAck 2: the end is confirmed.'],
    [
      'c021',
      '07020008 0e010004',
      'LCP CodeRej 2: the sender does not know the code of a packet it got.',
    ],
    ['c021', '08030006 80fd', 'LCP ProtRej 3: the sender does not speak protocol 80fd.'],
    ['c021', '08030008 80fd 0101', 'LCP ProtRej 3: the sender does not speak protocol 80fd.'],
    [
      'c021',
      '08030005 80',
      'LCP ProtRej: the frame arrived whole, but its content is malformed: it names no protocol.',
    ],
    ['c021', '09040008 12345678', 'LCP EchoReq 4: are you there (magic 12345678)?'],
    ['c021', '0904000a 12345678 6162', 'LCP EchoReq 4: are you there (magic 12345678)?'],
    [
      'c021',
      '09040007 123456',
      'LCP EchoReq: the frame arrived whole, but its content is malformed: it has no magic number.',
    ],
    ['c021', '0a040008 00000000', 'LCP EchoRep 4: I am here (magic 00000000).'],
    [
      'c021',
      '0b040008 12345678',
      'LCP DiscReq 4: to be ignored; some modems send one before they authenticate.',
    ],
    ['c021', '0c040004', 'LCP Identification 4.'],
    ['c021', '0c040008 12345678', 'LCP Identification 4.'],
    [
      '8021',
      '0101001c 0306 00000000 8106 00000000 8306 00000000 0206002d0f01',
      'IPCP ConfReq 1: the sender asks for an address to be given, a name server to be given (DNS1), a name server to be given (DNS2), compression 002d0f01.',
    ],
    [
      '8021',
      '03010010 0306 0a000001 8106 08080808',
      'IPCP ConfNak 1: not these values; the sender proposes address 10.0.0.1, DNS1 8.8.8.8.',
    ],
    [
      '8021',
      '03010010 0306 00000000 8106 00000000',
      'IPCP ConfNak 1: not these values; the sender proposes no address yet (0.0.0.0), no DNS1 (0.0.0.0).',
    ],
    [
      '8021',
      '04010008 9904 abcd',
      'IPCP ConfRej 1: the sender refuses to negotiate option 153 abcd.',
    ],
    [
      '8057',
      '0101000e 010a 0000000000000000',
      'IPV6CP ConfReq 1: the sender asks for an interface identifier to be given.',
    ],
    [
      '8057',
      '0301000e 010a 0000000000000000',
      'IPV6CP ConfNak 1: not these values; the sender proposes no interface identifier (zero).',
    ],
    [
      '8057',
      '0201000e 010a 02aabbfffeccdd01',
      'IPV6CP ConfAck 1: agreed: interface identifier 02aa:bbff:fecc:dd01.',
    ],
    ['80fd', '01010006 1a02', 'CCP ConfReq 1: the sender asks for deflate.'],
    ['80fd', '01010004', 'CCP ConfReq 1: the sender asks for nothing special.'],
    ['c023', '0107000c036162630378797a', 'PAP AuthReq 7: user “abc” with a password.'],
    ['c023', '02070005 00', 'PAP AuthAck 7: user and password are accepted.'],
    ['c023', '0207000a 05 4c6f67696e', 'PAP AuthAck 7: user and password are accepted (“Login”).'],
    ['c023', '03070007 02 6e6f', 'PAP AuthNak 7: user or password is refused (“no”).'],
    ['c023', '03070004', 'PAP AuthNak 7: user or password is refused.'],
    ['c223', '0109000b 02 abcd 53525652', 'CHAP Challenge 9: “SRVR” wants proof of the password.'],
    [
      'c223',
      '0209000a 02 abcd 616263',
      'CHAP Response 9: user “abc” answers the challenge with its password.',
    ],
    [
      'c223',
      '02090007 02 abcd',
      'CHAP Response 9: user “” answers the challenge with its password.',
    ],
    ['c223', '03090004', 'CHAP Success 9: user and password are accepted.'],
    ['c223', '03090006 6f6b', 'CHAP Success 9: user and password are accepted (“ok”).'],
    ['c223', '04090006 6e6f', 'CHAP Failure 9: user or password is refused (“no”).'],
    ['c223', '0409 0004', 'CHAP Failure 9: user or password is refused.'],
    [
      '0021',
      '4500001c 00000000 40010000 0a000001 08080808 0800 0000 0000 0000',
      'IPv4 ICMP from 10.0.0.1 to 8.8.8.8, 28 octets.',
    ],
    [
      '0021',
      '45000014 00000000 40060000 0a000001 08080808',
      'IPv4 TCP from 10.0.0.1 to 8.8.8.8, 20 octets.',
    ],
    [
      '0021',
      '45000014 00000000 40630000 0a000001 08080808',
      'IPv4 protocol 99 from 10.0.0.1 to 8.8.8.8, 20 octets.',
    ],
    [
      '0057',
      '60000000 0008 3a40 20010db8000000000000000000000001 20010db8000000000000000000000002 8000 0000 0001 0002',
      'IPv6 ICMPv6 from 2001:db8::1 to 2001:db8::2, 48 octets.',
    ],
    [
      '0057',
      '60000000 0000 3b40 20010db8000000000000000000000001 20010db8000000000000000000000002',
      'IPv6 protocol 59 from 2001:db8::1 to 2001:db8::2, 40 octets.',
    ],
    [
      '0057',
      '60000000 0008 0040 20010db8000000000000000000000001 20010db8000000000000000000000002 3a00 0000 0001 0002',
      'IPv6 ICMPv6 from 2001:db8::1 to 2001:db8::2, 48 octets.',
    ],
    [
      '0057',
      '60000000 0001 0040 20010db8000000000000000000000001 20010db8000000000000000000000002 3a',
      'IPv6 protocol 0 from 2001:db8::1 to 2001:db8::2, 41 octets.',
    ],
    [
      '0057',
      '60000000 0001 2b40 20010db8000000000000000000000001 20010db8000000000000000000000002 3a',
      'IPv6 protocol 43 from 2001:db8::1 to 2001:db8::2, 41 octets.',
    ],
    ['c025', '01020304', 'A packet of protocol LQR (c025).'],
    ['0001', 'ff', 'A packet of protocol 0001 (0001).'],
    [
      'c021',
      '01010022 010405dc 0206000a0000 0304c023 05061234abcd 0702 0802 11040640 0d02',
      'LCP ConfReq 1: the sender asks for packets of at most 1500 octets (MRU), some control octets escaped (ACCM 000a0000), authentication by pap, magic number 1234abcd, one-octet protocol (PFC), no address and control (ACFC), mrru 1600, callback.',
    ],
    [
      'c021',
      '0401000b 0d03aa 0904abcd',
      'LCP ConfRej 1: the sender refuses to negotiate callback aa, option 9 abcd.',
    ],
  ] as const)('%s %s', (protocol, info, sentence) => {
    expect(explainFrame(decoded(protocol, info)).en).toBe(sentence)
  })

  test('in Japanese as well', () => {
    const asked = decoded('8021', '01010010 0306 00000000 8106 08080808')
    expect(explainFrame(asked).ja).toBe(
      'IPCP ConfReq 1：次の設定を要求しています（アドレスの割り当て、DNS1 8.8.8.8）。',
    )
    const names = (protocol: string, info: string) => explainFrame(decoded(protocol, info)).ja
    expect(names('c021', '01010006 1202')).toBe(
      'LCP ConfReq 1：次の設定を要求しています（ssnhf）。',
    )
    expect(names('c023', '0207000a 05 4c6f67696e')).toBe(
      'PAP AuthAck 7：認証に成功しました（「Login」）。',
    )
    expect(names('c023', '03070007 02 6e6f')).toBe(
      'PAP AuthNak 7：認証が拒否されました（「no」）。',
    )
    expect(names('c023', '03070004')).toBe('PAP AuthNak 7：認証が拒否されました。')
    expect(names('c223', '03090006 6f6b')).toBe('CHAP Success 9：認証に成功しました（「ok」）。')
    expect(names('c223', '04090004')).toBe('CHAP Failure 9：認証が拒否されました。')
  })

  test.each([
    ['0021', 'IP', 'An IPv4 packet.'],
    ['0057', 'IPV6', 'An IPv6 packet.'],
  ])('%s of which no more is known', (protocol, protocolName, sentence) => {
    expect(explainFrame({ protocol, protocolName, info: '', fcs: '' }).en).toBe(sentence)
  })

  test('a frame that is none has no name', () => {
    expect(explainFrame(decodePppFrame({ bytes: octets('ff03') })).en).toBe(
      'PPP: the frame arrived whole, but its content is malformed: the frame has no protocol field.',
    )
  })
})
