import type { Persona } from '@core/simulator/persona'

/** SIM7672JP-MNGV as it answered on a MicroCat.1 with firmware V1.9.05. Power times: SIM7672X Hardware Design V1.01. */
export const sim7672: Persona = {
  id: 'sim7672',
  title: 'SIM7672JP-MNGV (MicroCat.1)',
  usb: { vendorId: '05c6', productId: '9330' },
  technologies: ['lte'],
  identity: {
    manufacturer: 'SIMCOM INCORPORATED',
    model: 'SIM7672JP-MNGV',
    revision: 'V1.9.05',
    firmware: '+CGMR: 2374B05SIM767XM5A_M',
    imei: '86985000000443',
    ati: [
      'Manufacturer: SIMCOM INCORPORATED',
      'Model: SIM7672JP-MNGV',
      'Revision: V1.9.05',
      'IMEI: {imei}',
    ],
  },
  card: {
    imsi: '901310000000430',
    iccid: '89423100000000004305',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000430',
  },
  boot: {
    // "Allow 10 to 15 s after power-up" is the advice; the port itself answers a little earlier.
    atReadyMs: 8_000,
    lines: [
      { afterMs: 8_000, text: '*ATREADY: 1' },
      { afterMs: 8_600, card: true },
      { afterMs: 12_000, text: 'SMS DONE' },
      { afterMs: 12_500, text: 'PB DONE' },
    ],
  },
  power: {
    onPulseMs: 50,
    statusAfterMs: 320,
    offPulseMs: 2_500,
    shutdownMs: 1_800,
    resetPulseMs: 500,
  },
  timing: {
    answerMs: [3, 12],
    registerAfterBootMs: [11_000, 17_000],
    registerAfterRadioMs: [2_600, 3_900],
    cfunMs: [150, 600],
    slowCfunMs: [1_600, 3_600],
    slowChance: 0.3,
    dialMs: [60, 400],
    scanMs: [14_000, 28_000],
  },
  registration: { commands: ['+CREG', '+CGREG', '+CEREG'], maxN: 3 },
  formats: {
    cpsi: 'index',
    cbc: 'volts',
    copsFormat: 2,
    iccidPrefix: '+ICCID: ',
    connect: 'CONNECT',
    contextTail: '',
  },
  authOrder: 'password-user',
  defaults: { cmee: 2, dcd: 1, dtr: 0, contexts: [{ cid: 1, type: 'IP', apn: '' }] },
  callEnd: { byHost: ['+PPPD: DISCONNECTED'], byNetwork: ['+PPPD: DISCONNECTED', 'NO CARRIER'] },
  mux: {
    channels: 4,
    maxInfo: 1500,
    test: '+CMUX: (0),(0),(1-8),(1-1500),(0),(0),(2-1000)',
  },
  secondPort: true,
  lacks: ['+CNMP', '+CCID', '+GCAP', '+STK', '+CVHU', '+CRC', '+CLIP'],
  quirks: { echoesHeldLineAgain: true, noCsqBeforeRegistration: true },
}
