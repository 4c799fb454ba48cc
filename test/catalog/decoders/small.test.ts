import { knowledge } from '@catalog/decoders'
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

test.each([
  [
    'AT+COPS=1,2,"00101",7',
    '+CME ERROR: PLMN not allowed (#11)',
    /^\+CME ERROR 111: PLMN not allowed\. /,
  ],
  [
    'AT+GTCAINFO?',
    '+GTCAINFO:\r\nPCC:103,157,1325,100,100,2,1,3,4,-98\r\nSCC 1:2,0,140,49,39448,100,255,1,255,3,255,-98\r\nOK',
    /^Carriers: PCC LTE B3, PCI 157, EARFCN 1325; SCC 1 LTE B40, PCI 49, EARFCN 39448\./,
  ],
  [
    'AT+NUESTATS',
    'Signal power:-932\r\nTotal power:-841\r\nTX time:0\r\nSNR:62\r\nRSRQ:-109\r\nOK',
    /^RSRP -93\.2 dBm .*SINR 6\.2 dB.*RSSI -84\.1 dBm/,
  ],
  [
    'AT+CEER',
    '+CEER: 5,33\r\nOK',
    /^Reason of the last failure: 5,33\. After a data session that failed it is cause 33 /,
  ],
  [
    'AT+CEER',
    '+CEER: 1,15,"No suitable cells in tracking area"\r\nOK',
    /tracking area"\. No suitable cells in tracking area\. /,
  ],
  [
    'AT+SQNMONI=9',
    '+SQNMONI: F Lab Cc:001 Nc:01 RSRP:-99.60 CINR:0.90 RSRQ:-13.70 TAC:4851 Id:324 EARFCN:6300 CID:0x9A2C807 BAND:20\r\nOK',
    /^Cell of F Lab\. RSRP -99\.6 dBm .*RSRQ -13\.7 dB.*SINR 0\.9 dB/,
  ],
  [
    'AT+QENG="servingcell"',
    '+QENG: "NR5G-NSA",001,01,65535,-32768,-20,-32768\r\nOK',
    /^Serving cell \(NR5G-NSA\)\.$/,
  ],
  [
    'AT+ECPMUCFG?',
    '+ECPMUCFG: 1,4\r\nOK',
    /^Sleep of the chip: on or off 1 \(on\), deepest sleep 4 \(hibernation\)\./,
  ],
  [
    'AT+QENG=0',
    '+QENG: 0,3736,9,386,"0B36D5E8",-112,-17,-95,-8,8,"6211",2,,1\r\nOK',
    /^Serving cell \(NB-IoT\)\. RSRP -112 dBm .*RSRQ -17 dB.*RSSI -95 dBm/,
  ],
  [
    'AT#SGACT=1,1',
    '+CME ERROR: context activation failed',
    /^\+CME ERROR: context activation failed\.$/,
  ],
  ['AT+NUESTATS', 'Signal power:-32768\r\nCell ID:4294967295\r\nPCI:65535\r\nOK', /^Not measured/],
  [
    'AT+SIMCOMATI',
    'Manufacturer: X Model: SIM7670G-MNGV Revision: 1.2 IMEI: 1\r\nOK',
    /Model: SIM7670G-MNGV, Firmware: 1\.2/,
  ],
])('%s answered by %s', (command, response, words) => {
  expect(decodeExchange({ command, response }).words.en).toMatch(words)
})

test('a number alone behind AT+CIPSEND is a length', () => {
  const does = (command: string) => knowledge.command(command)?.words.en
  expect(does('AT+CIPSEND=5')).toBe('Sends 5 octets over the internal connection.')
  expect(does('AT+QNWLOCK="common/4g"')).toBe('Asks: lock on a cell or frequency: item common/4g.')
  expect(does('AT+CBATCHK=1')).toBe('Sets watching the supply voltage: on or off 1 (on).')
})

test('the summary of pings is told as such', () => {
  const { words } = decodeExchange({ command: null, response: '+QPING: 0,4,3,1,40,60,45' })
  expect(words.en).toBe('Pings: 3 of 4 answered, 40 to 60 ms.')
  expect(words.ja).toContain('ping：4 回中 3 回応答、40～60 ms')
})
