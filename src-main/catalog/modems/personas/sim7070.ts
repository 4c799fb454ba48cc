import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/** What a SIM7070 has of the commands that other firmware of SIMCom has, too. */
const kept = ['+CPSI', '+CNMP', '+CPOF', '+CSCLK']

/**
 * SIM7070G on LTE-M: AT+CGMM, +COPS, +CPSI, +CEDRXRDP, AT+CBANDCFG and the call as in a public log of esp-modem; ATI, AT+CGMR, AT+CGMI and
 * +CNACT as a SIM7080 with the same firmware answered in public. Times: SIM7070G Hardware Design.
 */
export const sim7070: Persona = {
  id: 'sim7070',
  title: 'SIM7070G (LTE-M)',
  usb: { vendorId: '1e0e', productId: '9205' },
  technologies: ['lte', 'gsm'],
  bands: { lte: [1, 3, 5, 8, 18, 19, 20, 26, 28] },
  identity: {
    manufacturer: 'SIMCOM_Ltd',
    model: 'SIMCOM_SIM7070',
    revision: 'R1951.07',
    firmware: 'Revision:1951B16SIM7070',
    imei: '86134004000070',
    ati: ['R1951.07'],
  },
  card: {
    imsi: '901310000000707',
    iccid: '89423100000000007076',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000707',
  },
  boot: {
    atReadyMs: 2_000,
    lines: [
      { afterMs: 2_000, text: 'RDY' },
      { afterMs: 2_200, text: '+CFUN: 1' },
      { afterMs: 3_200, card: true },
      { afterMs: 5_000, text: 'SMS Ready' },
    ],
  },
  power: {
    onPulseMs: 1_000,
    statusAfterMs: 1_800,
    offPulseMs: 1_200,
    shutdownMs: 1_800,
    resetPulseMs: 252,
  },
  timing: {
    answerMs: [3, 14],
    registerAfterBootMs: [6_000, 14_000],
    registerAfterRadioMs: [3_000, 8_000],
    cfunMs: [200, 900],
    slowCfunMs: [1_500, 4_000],
    slowChance: 0.2,
    dialMs: [20, 400],
    scanMs: [30_000, 55_000],
  },
  registration: { commands: ['+CREG', '+CGREG', '+CEREG'], maxN: 4 },
  formats: {
    cpsi: 'db',
    cpsiLte: 'LTE CAT-M1',
    cbc: 'millivolts',
    copsFormat: 0,
    iccidPrefix: '',
    connect: 'CONNECT 150000000',
    capabilities: '+CGSM',
    noAddress: 'colons',
    contextTail: ',0,0,0',
  },
  authOrder: 'user-password',
  defaults: { cmee: 0, dcd: 1, dtr: 1, contexts: [{ cid: 1, type: 'IP', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  mux: {
    channels: 4,
    maxInfo: 1509,
    test: '+CMUX: (0),(0),(1-6),(1-1509),(1-255),(0-100),(2-255),(1-255)',
  },
  secondPort: true,
  silentPorts: ['nmea', 'diag'],
  own: { maker: 'sim7070' },
  lacks: [...simcomCommands.filter((name) => !kept.includes(name)), '+CCID'],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
