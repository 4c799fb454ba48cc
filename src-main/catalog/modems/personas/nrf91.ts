import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/** What V.250 and the parts of 27.007 and 27.005 for calls, text messages and old radios have, and nRF91 has not. */
const notThere: readonly string[] = [
  ...['&F', '&V', '&W', 'D', 'H', 'I', 'L', 'M', 'O', 'S0', 'S3', 'S4', 'S5', 'X', 'Z'],
  ...['+CBC', '+CCFC', '+CCHC', '+CCHO', '+CCID', '+CCWA', '+CGLA', '+CGREG', '+CGSMS', '+CHUP'],
  ...['+CLCC', '+CMGD', '+CMGL', '+CMGR', '+CMGW', '+CMOD', '+CMSS', '+CMUX', '+COPN', '+CPAS'],
  ...['+CPBR', '+CPBS', '+CPLS', '+CPMS', '+CR', '+CRC', '+CREG', '+CSCA', '+CSCB', '+CSCS'],
  ...['+CSMP', '+CSMS', '+CSQ', '+CTZR', '+CTZU', '+CUSD', '+CVHU', '+GCAP', '+ICF', '+IFC'],
  ...['+IPR', '+VTD', '+VTS'],
]

/**
 * nRF9160 with Nordic’s Serial LTE Modem, on LTE-M: nRF9160 AT Commands Command Reference Guide v2.2 (% and + commands), the documents of the
 * Serial LTE Modem in the nRF Connect SDK (# commands, “Ready”), and public answers of both. It has sockets of its own, and no dial-up.
 */
export const nrf91: Persona = {
  id: 'nrf91',
  title: 'Nordic nRF9160, Serial LTE Modem (LTE-M)',
  usb: { vendorId: '1366', productId: '1055' },
  technologies: ['lte'],
  bands: { lte: [1, 2, 3, 4, 5, 8, 12, 13, 18, 19, 20, 25, 26, 28, 66] },
  identity: {
    manufacturer: 'Nordic Semiconductor ASA',
    model: 'nRF9160-SICA',
    revision: 'mfw_nrf9160_1.3.5',
    firmware: 'mfw_nrf9160_1.3.5',
    imei: '35265610000091',
    ati: [],
  },
  card: {
    imsi: '901310000000916',
    iccid: '89423100000000009163',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000916',
  },
  boot: { atReadyMs: 700, lines: [{ afterMs: 700, text: 'Ready' }] },
  power: {
    onPulseMs: 100,
    statusAfterMs: 100,
    offPulseMs: 2_000,
    shutdownMs: 500,
    resetPulseMs: 50,
  },
  timing: {
    answerMs: [2, 15],
    registerAfterBootMs: [5_000, 15_000],
    registerAfterRadioMs: [3_000, 9_000],
    cfunMs: [20, 200],
    slowCfunMs: [500, 2_000],
    slowChance: 0.1,
    dialMs: [10, 300],
    scanMs: [30_000, 90_000],
  },
  registration: { commands: ['+CEREG'], maxN: 5 },
  formats: {
    cpsi: 'db',
    cbc: 'charge',
    copsFormat: 2,
    iccidPrefix: '%XICCID: ',
    connect: 'CONNECT',
    capabilities: '',
    noAddress: 'empty',
    contextTail: ',0,0',
  },
  authOrder: 'user-password',
  defaults: { cmee: 0, dcd: 1, dtr: 0, contexts: [{ cid: 0, type: 'IP', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  own: { maker: 'nordic' },
  lacks: [...simcomCommands, ...notThere],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
