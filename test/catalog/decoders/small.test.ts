import { decodeExchange } from '@catalog/decoders/exchange'
import { expect, test } from 'vitest'

test('says which operators of a scan are forbidden, and which is in use', () => {
  const response =
    '+COPS: (2,"Lab","Lab","00101",7),(3,"Other","Oth","00102",7),(1,"Third","Th","00103",2),,(0-4),(0-2)\r\n\r\nOK'
  const { words } = decodeExchange({ command: 'AT+COPS=?', response })
  expect(words.en).toContain('Lab (in use), Other (forbidden), Third.')
  expect(words.ja).toContain('Lab（使用中）、Other（接続禁止）、Third')
})

test('gives IPv6 in dotted decimals of a context as IPv6, and none where all is zero', () => {
  const response = [
    '+CGDCONT: 1,"IPV6","a.example","32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.83",0,0',
    '+CGDCONT: 2,"IPV6","a.example","0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0",0,0',
    'OK',
  ].join('\r\n')
  const { answer, words } = decodeExchange({ command: 'AT+CGDCONT?', response })
  expect(answer).toMatchObject({ contexts: [{ pdp_addr: '2001:db8::53' }, { pdp_addr: '::' }] })
  expect(words.en).toMatch(/Context 1: .*has an address\. Context 2: IPV6, APN "a.example"\./)
})

test('says of a context whose IPv6 address is all zero that it has none', () => {
  const response = '+CGPADDR: 2,"0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0"\r\nOK'
  const { words } = decodeExchange({ command: 'AT+CGPADDR=2', response })
  expect(words.en).toContain('Context 2 has no address')
})
