import { knowledge } from '@catalog/decoders'
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
