import { fromHex } from '@core/bytes'
import { buildPapMessage, buildPapRequest } from '@core/ppp/auth-packet'
import { decodePpp, decodePppFrame } from '@core/ppp/decode'
import { describe, expect, test } from 'vitest'

const octets = (hex: string) => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()
const decoded = (protocol: string, info: string) =>
  decodePpp(Number.parseInt(protocol, 16), octets(info))

describe('what is in a packet', () => {
  /** Protocol, information, what was read. */
  test.each([
    // No control protocol: below 8000, unknown, or LQR, which has no code.
    ['00fd', '01010004', {}],
    ['8001', '01010004', {}],
    ['c025', '01010004', {}],
    ['c021', '63010004', { code: 99, codeName: 'code 99', id: 1 }],
    ['c021', '08030006 80fd', { code: 8, codeName: 'ProtRej', id: 3, rejected: '80fd', data: '' }],
    [
      'c021',
      '08030008 80fd 0101',
      { code: 8, codeName: 'ProtRej', id: 3, rejected: '80fd', data: '0101' },
    ],
    [
      'c021',
      '08030005 80',
      { code: 8, codeName: 'ProtRej', id: 3, data: '80', error: 'it names no protocol' },
    ],
    [
      'c021',
      '0904000a 12345678 6162',
      { code: 9, codeName: 'EchoReq', id: 4, magic: '12345678', data: '6162' },
    ],
    [
      'c021',
      '09040007 123456',
      { code: 9, codeName: 'EchoReq', id: 4, data: '123456', error: 'it has no magic number' },
    ],
    ['c021', '0c040004', { code: 12, codeName: 'Identification', id: 4 }],
    [
      'c021',
      '0c040008 12345678',
      { code: 12, codeName: 'Identification', id: 4, data: '12345678' },
    ],
    [
      'c021',
      '01010007 010305',
      {
        code: 1,
        codeName: 'ConfReq',
        id: 1,
        options: [{ type: 1, name: 'mru', value: '05' }],
        error: 'option mru has the wrong length',
      },
    ],
    [
      'c021',
      '010100',
      {
        code: 1,
        codeName: 'ConfReq',
        id: 1,
        error: '3 octets are too few for code, id and length',
      },
    ],
    ['c021', '01', { error: '1 octet is too few for code, id and length' }],
    ['c021', '', { error: '0 octets are too few for code, id and length' }],
    [
      'c021',
      '01010003',
      {
        code: 1,
        codeName: 'ConfReq',
        id: 1,
        error: 'the length field says 3, less than the header',
      },
    ],
    [
      'c021',
      '01010008 0105 05dc',
      {
        code: 1,
        codeName: 'ConfReq',
        id: 1,
        data: '010505dc',
        error: 'option 1 says length 5, past the end of the packet',
      },
    ],
    [
      '8057',
      '01010006 0102',
      {
        code: 1,
        codeName: 'ConfReq',
        id: 1,
        options: [{ type: 1, name: 'interface', value: null }],
        error: 'option interface has the wrong length',
      },
    ],
    [
      'c023',
      '0107000c036162630378797a',
      { code: 1, codeName: 'AuthReq', id: 7, peerId: 'abc', password: 'xyz' },
    ],
    [
      'c023',
      '01070004',
      { code: 1, codeName: 'AuthReq', id: 7, data: '', error: 'the request is empty' },
    ],
    [
      'c023',
      '01070006 0361',
      {
        code: 1,
        codeName: 'AuthReq',
        id: 7,
        data: '0361',
        error: 'the user name runs past the end',
      },
    ],
    [
      'c023',
      '01070008 0161 0278',
      {
        code: 1,
        codeName: 'AuthReq',
        id: 7,
        data: '01610278',
        error: 'the password runs past the end',
      },
    ],
    ['c023', '02070005 00', { code: 2, codeName: 'AuthAck', id: 7, message: '' }],
    ['c023', '0207000a 05 4c6f67696e', { code: 2, codeName: 'AuthAck', id: 7, message: 'Login' }],
    ['c023', '03070007 02 6e6f', { code: 3, codeName: 'AuthNak', id: 7, message: 'no' }],
    ['c023', '03070004', { code: 3, codeName: 'AuthNak', id: 7, message: '' }],
    [
      'c023',
      '04070005 aa',
      { code: 4, codeName: 'code 4', id: 7, data: 'aa', error: 'PAP has no code 4' },
    ],
    [
      'c223',
      '0109000b 02 abcd 53525652',
      { code: 1, codeName: 'Challenge', id: 9, value: 'abcd', name: 'SRVR' },
    ],
    [
      'c223',
      '0209000a 02 abcd 616263',
      { code: 2, codeName: 'Response', id: 9, value: 'abcd', name: 'abc' },
    ],
    ['c223', '02090007 02 abcd', { code: 2, codeName: 'Response', id: 9, value: 'abcd', name: '' }],
    [
      'c223',
      '02090006 02 ab',
      { code: 2, codeName: 'Response', id: 9, data: '02ab', error: 'the value runs past the end' },
    ],
    [
      'c223',
      '01090004',
      { code: 1, codeName: 'Challenge', id: 9, data: '', error: 'the value is empty' },
    ],
    [
      'c223',
      '01090005 00',
      { code: 1, codeName: 'Challenge', id: 9, data: '00', error: 'the value is empty' },
    ],
    ['c223', '03090004', { code: 3, codeName: 'Success', id: 9, message: '' }],
    ['c223', '03090006 6f6b', { code: 3, codeName: 'Success', id: 9, message: 'ok' }],
    ['c223', '04090006 6e6f', { code: 4, codeName: 'Failure', id: 9, message: 'no' }],
    ['c223', '0409 0004', { code: 4, codeName: 'Failure', id: 9, message: '' }],
    [
      'c223',
      '05090005 aa',
      { code: 5, codeName: 'code 5', id: 9, data: 'aa', error: 'CHAP has no code 5' },
    ],
    [
      '0021',
      '45000115 00000000 40110000 0a000001 08080808',
      {
        ip: { src: '10.0.0.1', dst: '8.8.8.8', proto: 17, totalLength: 277 },
        error: 'the header says 277 octets, but only 20 came',
      },
    ],
    [
      '0021',
      '60000014 00000000 40630000 0a000001 08080808',
      { error: 'the packet says IP version 6, not 4' },
    ],
    [
      '0021',
      '4500001400000000406300000a0000010808',
      { error: '18 octets are too few for an IPv4 header' },
    ],
    [
      '0021',
      '4500001400000000406300000a000001080808',
      { error: '19 octets are too few for an IPv4 header' },
    ],
    [
      '0057',
      '60000000 0100 1140 20010db8000000000000000000000001 20010db8000000000000000000000002',
      {
        ip: { src: '2001:db8::1', dst: '2001:db8::2', proto: 17, totalLength: 296 },
        error: 'the header says 296 octets, but only 40 came',
      },
    ],
    [
      '0057',
      '40000000 0000 3b40 20010db8000000000000000000000001 20010db8000000000000000000000002',
      { error: 'the packet says IP version 4, not 6' },
    ],
    [
      '0057',
      '60000000 0000 3b40 20010db8000000000000000000000001 20010db80000000000000000000000',
      { error: '39 octets are too few for an IPv6 header' },
    ],
  ])('%s %s', (protocol, info, found) => {
    const {
      protocol: name,
      protocolName,
      info: kept,
      fcs,
      error,
      ...rest
    } = decoded(protocol, info)
    expect({ ...rest, ...(error && { error: error.en }) }).toEqual(found)
    if (error) expect(error.ja).toMatch(/[ぁ-ん]/)
    expect([name, kept, fcs]).toEqual([protocol, info.replaceAll(' ', ''), ''])
    expect(protocolName).not.toBe('')
  })

  test.each([
    ['', undefined, ['', '', '', 'the frame has no protocol field']],
    ['ff03', 0x1234, ['', 'ff03', '3412', 'the frame has no protocol field']],
    ['ff03c0', 0x1234, ['', 'ff03c0', '3412', 'the protocol field is cut short']],
    ['ff03c02105010004', undefined, ['c021', '05010004', '', undefined]],
    ['2145', 0xff00, ['0021', '45', '00ff', '1 octet is too few for an IPv4 header']],
  ] as const)('a frame of %s, check sum %s', (bytes, fcs, found) => {
    const frame = decodePppFrame({ bytes: octets(bytes), ...(fcs === undefined ? {} : { fcs }) })
    expect([frame.protocol, frame.info, frame.fcs, frame.error?.en]).toEqual(found)
    if (frame.protocol === '') expect(frame.protocolName).toBe('')
  })
})

test('names and texts are sent with their length', () => {
  expect(buildPapRequest('ab', 'xyz')).toEqual(octets('02 6162 03 78797a'))
  expect(buildPapRequest('a'.repeat(256), '').slice(0, 1)).toEqual(octets('ff'))
  expect(buildPapRequest('a'.repeat(256), 'b'.repeat(256))).toHaveLength(512)
  expect(buildPapMessage('no')).toEqual(octets('02 6e6f'))
})
