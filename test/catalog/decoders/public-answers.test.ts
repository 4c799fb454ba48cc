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
  ['AT%XSNRSQ?', '%XSNRSQ: 39,168,0', 'SINR 14 dB (good).'],
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
  // What stands where nothing was measured, and values of another unit.
  ['AT+QTEMP', '+QTEMP:"qfe_wtr_pa3","-273"', 'Temperature: sensor qfe_wtr_pa3.'],
  ['AT+CBC', '+CBC: 0,3750', 'Supply 3.75 V'],
  ['AT+CBC', '+CBC: 0,62', 'charging 0 (not charging), charge % 62'],
  // One name, several forms.
  ['AT+QMTOPEN?', '+QMTOPEN: 0,"mq.example.com",1883', 'client 0, host mq.example.com, port 1883.'],
  // MQTT 3.1.1, 3.9.3.
  ['AT+QMTSUB=0,1,"t",1', '+QMTSUB: 0,1,0,128', 'granted QoS 128 (refused by the server).'],
  ['AT^SISI?', '^SISI: 1,"Socket"', 'service profile 1'],
  ['AT^MEID', '^MEID:A0C72311111111', 'MEID'],
  ['AT%XNETTIME?', '%XNETTIME: 0', 'Time of the network'],
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

test.each([
  // The place of a kept message is no count of messages.
  [null, '+QMTRECV: 0,3', { client: 0, recv_id: 3 }],
  [null, '+QMTRECV: 0,0,"a/b",7,"payload"', { client: 0, topic: 'a/b', payload: 'payload' }],
  // nRF91 AT Commands, 5.8.1, 5.8.2, 5.12.1 and 8.15: the lower edge of an index.
  [null, '%XSNRSQ: 39,3,130,1', { snr: 39, threshold_index: 3, srxlev: 130, ce_level: 1 }],
  ['AT%XSNRSQ?', '%XSNRSQ: 127,32767,255', { snr: 127, srxlev: null, ce_level: null }],
  [null, '+CIND: "service",1', { descr: 'service', value: 1 }],
  [
    'AT%XMONITOR',
    '%XMONITOR: 1,"EDAV","EDAV","26295","00B7",7,4,"00011B07",7,2300,63,39,"", "11100000","11100000","00000000"',
    { rsrp_dbm: -78, sinr_db: 14 },
  ],
  // Telit 80000ST10025a, 3.5.7.1.44: of GSM, also where it has as many values as of UMTS.
  [
    'AT#SERVINFO',
    '#SERVINFO: 736,-83,"I WIND","22288",70,55FA,1,1,,"II",0C',
    { arfcn: 736, bsic: '70', lac: 0x55fa, ta: 1, gprs: 1, nom: 'II', rac: 12 },
  ],
  [
    'AT#SERVINFO',
    '#SERVINFO: 10737,-71,"WIND","22288",131,7D3D,64,3,-83,"II",0C',
    { uarfcn: 10737, psc: 131, rscp_dbm: -83, rac: 12 },
  ],
  [
    'AT#MONI',
    '#MONI: Cell BSIC LAC CellId ARFCN Power C1 C2 TA RxQual PLMN\r\n#MONI: S 70 55FA 1D23 736 -83dbm 19 33 1 0 I WIND\r\n#MONI: N1 75 55FA 1297 983 -78dbm 26 20',
    {
      cells: [
        {
          cell: 'S',
          netname: 'I WIND',
          bsic: '70',
          lac: 0x55fa,
          ci: 0x1d23,
          arfcn: 736,
          rssi_dbm: -83,
        },
        { cell: 'N1', bsic: '75', lac: 0x55fa, ci: 0x1297, arfcn: 983, rssi_dbm: -78 },
      ],
    },
  ],
  // A neighbour whose system information was not read.
  [
    'AT+XMCI=1',
    '+XMCI: 5,000,000,"0xFFFE","0xFFFFFFFF","0x0071","0x00000EBE","0xFFFFFFFF","0xFFFFFFFF",55,8,255,"0x7FFFFFFF","0x00000000"',
    { cells: [{ mcc: null, mnc: null, area: null, ci: null, pci: 113, earfcn: 3774 }] },
  ],
  ['AT^SISI?', '^SISI: 1,"Socket"', { services: [{ service: 1, state: null, type: 'Socket' }] }],
])('%s: %s in facts', (command, lines, facts) => {
  const { answer, urcs, error, unknown } = decodeExchange({ command, response: `\r\n${lines}\r\n` })
  expect({ error, unknown }).toEqual({ error: null, unknown: [] })
  expect(answer ?? urcs[0]?.facts).toMatchObject(facts)
})
