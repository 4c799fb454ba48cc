import { knowledge } from '@catalog/decoders'
import { decodeExchange } from '@catalog/decoders/exchange'
import { expect, test } from 'vitest'

// Answers as public manuals and threads show them, each of which was once read wrong or not at all.
test.each([
  ['AT+QTEMP', '+QTEMP: 31,28,28', 'Temperatures of the module: 31, 28, 28 °C.'],
  ['AT+QTEMP', '+QTEMP: 38,255,255', 'Temperatures of the module: 38 °C.'],
  ['AT+QTEMP', '+QTEMP: "cpuss-0-usr","42"', 'Temperature: sensor cpuss-0-usr, °C 42.'],
  [
    'AT+QCSQ',
    '+QCSQ: "LTE",52,-83,207,-14',
    'LTE. RSRP -83 dBm (good), RSRQ -14 dB (good), SINR 21.4 dB (excellent).',
  ],
  ['AT+QENG?', '+QENG: 1,0', 'Engineering mode 1, format 0.'],
  [
    'AT+QENG?',
    '+QENG: 0,460,00,1806,2602,64,27,-60,79,79,0,18,x,x,x,x,x,x,x',
    'Serving cell (GSM). RSSI -60 dBm (excellent).',
  ],
  ['AT+QNETINFO=2,7', '"drx",320,0,0', 'Figures of the network: item drx, value 320, 0, 0.'],
  ['AT+CGGETV=3', '+CGGETV: 1', 'Level of a GPIO: level 1 (high).'],
  ['AT+CGGETV=3', '+CGGETV: 3,1', 'Level of a GPIO: GPIO 3, level 1 (high).'],
  ['AT+CMTE?', '+CMTE: 1', 'Temperature warnings are on.'],
  ['AT+CMTE?', '+CMTE: 0,27.36', 'Module temperature 27.36 °C.'],
  ['AT+CADC?', '+CADC: 1,2796', 'Voltage at the ADC pin: 2796.'],
  ['AT+CENG?', '+CENG: 0,"460,00,27a0,0fe2,10,33"', 'Serving cell (GSM): operator 46000, -78 dBm.'],
  [
    'AT+CENG?',
    '+CENG: 0,"6100,123,-98,-71,-13,9,4660,12345678,440,10,255"',
    'Serving cell (LTE): operator 44010. RSRP -98 dBm (fair), RSRQ -13 dB (good), SINR 9 dB (fair), RSSI -71 dBm (good).',
  ],
  ['AT+GTCCINFO?', 'NSA service cell:', 'Serving and neighbouring cells: none on this line.'],
  ['AT+ZSEC?', '+ZSEC: 3,0', 'SIM lock: state 3, item 0.'],
  [
    'AT%CMNG=1',
    '%CMNG: 16842753,0,"00FF"',
    'Certificates and keys: security tag 16842753, kind 0 (CA certificate), SHA-256 00FF.',
  ],
  ['AT#XSOCKET?', '#XSOCKET: 0,1,0,2,0', 'Socket: type 2 (UDP).'],
  ['AT+MQTTSUB?', '+MQTTSUB:0,6,"bench",1', 'MQTT subscription: client 0, topic bench, QoS 1.'],
  [
    'AT+CEER',
    '+CEER: "EMM","15","No suitable cells in tracking area"',
    'Reason of the last failure: EMM, 15, No suitable cells in tracking area.',
  ],
  ['AT+GSV', 'SIMCOM_SIM800L', 'Maker, model and firmware: SIMCOM_SIM800L.'],
  ['AT!PACKAGE?', 'SWI9X30C_02.33.03.00', 'Version of the package: SWI9X30C_02.33.03.00.'],
  ['AT+MTSM=1', '+MTSM: 42', 'Temperature of the modem: 42.'],
  // Several values behind an item, and several systems on one line.
  [
    'AT+QICFG="tcp/keepalive"',
    '+QICFG: "tcp/keepalive",1,2,30,3',
    'Settings of the sockets: item tcp/keepalive, value 1, 2, 30, 3.',
  ],
  ['AT+UBANDMASK?', '+UBANDMASK: 0,6170,1,524420', 'Band masks: LTE-M or LTE 6170; NB-IoT 524420.'],
  [
    'AT+UBANDMASK?',
    '+UBANDMASK: 0,6170,0,1,524420,7',
    'Band masks: LTE-M or LTE 6170, 0; NB-IoT 524420, 7.',
  ],
  ['AT+UBANDMASK?', '+UBANDMASK: 0,524420,0,1,524420', 'Band masks.'],
  ['AT+QMTRECV?', '+QMTRECV: 0,1,0,0,0,0', 'client 0, messages kept 1.'],
  ['AT+QMTRECV=0,1', '+QMTRECV: 0,1,"a/b","hello"', 'client 0, message 1, topic a/b'],
  ['AT+USOCTL=0,10', '+USOCTL: 0,10,4', 'what 10 (TCP state), state 4 (ESTABLISHED).'],
  ['AT+USOCTL=0,2', '+USOCTL: 0,2,120', 'what 2 (octets sent), value 120.'],
  // Fields behind those that were told: AMBR and MTU.
  [
    'AT+CGEQOSRDP=1',
    '+CGEQOSRDP: 1,9,0,0,0,0,100000,50000',
    'DL AMBR kbit/s 100000, UL AMBR kbit/s 50000.',
  ],
  [
    'AT+CGCONTRDP=1',
    '+CGCONTRDP: 1,5,"a.example","10.1.2.3.255.255.255.0","10.1.2.1","8.8.8.8","8.8.4.4","","",0,0,1430',
    'second DNS 8.8.4.4, MTU 1430.',
  ],
  // Indexes of makers, told in dB and dBm; TD-SCDMA begins at 100.
  ['AT%XSNRSQ?', '%XSNRSQ: 38,-5,0', 'SINR 14 dB (good).'],
  ['AT%XSNRSQ?', '%XSNRSQ: 127,-5,0', 'SNR index 127'],
  [
    'AT+XCESQ?',
    '+XCESQ: 0,99,99,255,255,20,46,30',
    'RSRP -95 dBm (fair), RSRQ -10 dB (excellent), SINR 15 dB (good).',
  ],
  ['AT+XCESQ?', '+XCESQ: 0,99,99,255,255,255,255,255', 'Signal strength unknown'],
  ['AT+CSQ', '+CSQ: 131,99', 'RSCP -85 dBm (good).'],
  ['AT+CSQ', '+CSQ: 199,99', 'Signal strength unknown'],
  ['AT+CSQ', '+CSQ: 192,99', 'Out of range: rssi 192'],
  ['AT+CSQ', '+CSQ: 31,99', 'RSSI -51 dBm (excellent).'],
  // A line of another order is not read as one of this.
  ['AT#SERVINFO', '#SERVINFO: 6400,-95,-65,321,440,10,1A2B,4,1,,"internet"', 'Serving cell'],
  ['AT#ADC=1,2,0', '#ADC: 400', 'Voltage at an ADC: 400 mV.'],
  ['AT+HTTPHEAD', '+HTTPHEAD: 653', 'HTTP answer header: 653 octets.'],
  ['AT+CGPSINFO', '+CGPSINFO: ,,,,,,,,', 'No position yet: the receiver has no fix.'],
  ['AT^SCFG?', '^SCFG: "Radio/Band/4G","80004"', 'setting Radio/Band/4G, value 80004.'],
  ['AT+CIREG?', '+CIREG: 1,1,5', 'services 5 (voice, SMS).'],
])('%s: %s', (command, line, words) => {
  expect(knowledge.line(line, { command })?.words.en).toContain(words)
})

test.each([
  ['INIT ERROR', 'takes no AT commands'],
  ['+SHUTDOWN', 'The modem is off now.'],
  ['+QNITZ: "16/10/13,03:41:22+32,0"', 'Time from the network: 16/10/13'],
  ['+MQTTSUB: 0,"bench",5,hello', 'MQTT subscription: client 0, topic bench'],
  // Unasked, it is a warning.
  ['+CMTE: 1', 'Temperature warning: level 1 (too hot).'],
])('%s comes by itself', (line, words) => {
  expect(knowledge.line(line, {})?.words.en).toContain(words)
})

test('what names or opens the own Wi-Fi is masked', () => {
  for (const [line, secret] of [
    ['+QWIFICFG: "ssid",0,"bench-net"', 'bench-net'],
    ['+QWIFICFG: "auth",0,5,2,"hidden42"', 'hidden42'],
  ] as const) {
    const told = knowledge.line(line, { command: 'AT+QWIFICFG="ssid"' })
    expect(told?.words.en).not.toContain(secret)
    expect(told?.secrets).toHaveLength(1)
  }
})

test.each([
  [
    'AT+QNWINFO',
    '+QNWINFO: "FDD LTE",44010,"LTE BAND 19",6100\r\n+QNWINFO: "NR5G-NSA",44010,"NR5G BAND 78",627264',
    'FDD LTE, LTE BAND 19, channel 6100; and NR5G-NSA, NR5G BAND 78, channel 627264.',
  ],
  [
    'AT!PCVOLT?',
    'Volt state: Normal\r\nPower supply voltage: 3764 mV (33 cnt)',
    'Supply voltage: 3764 mV (Normal).',
  ],
])('%s over several lines', (command, lines, words) => {
  const told = decodeExchange({ command, response: `${lines}\r\n\r\nOK\r\n` })
  expect(told.words.en).toContain(words)
})

test('a line of another order names no operator and no level', () => {
  const line = '#SERVINFO: 6400,-95,-65,321,440,10,1A2B,4,1,,"internet"'
  const told = knowledge.line(line, { command: 'AT#SERVINFO' })
  expect(told?.words.en).not.toMatch(/RSCP|perator/)
})
