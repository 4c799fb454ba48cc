import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/**
 * BG95-M3 on LTE-M: AT+CGMR and AT+QGMR as in zephyr #93068, +QCFG and +QCSQ as a BG95 answered in public, the columns of +QENG as a BG96
 * did; names of the systems and <AcT> 8: BG95&BG77 AT Commands Manual V1.0. Times: BG95 Hardware Design. CONNECT as of other MDM920x modules.
 */
export const bg95: Persona = {
  id: 'bg95',
  title: 'Quectel BG95-M3 (LTE-M)',
  usb: { vendorId: '2c7c', productId: '0700' },
  technologies: ['lte', 'gsm'],
  bands: { lte: [1, 3, 5, 8, 18, 19, 20, 26, 28], before: ['0xf'], behind: ['0x80084'] },
  identity: {
    manufacturer: 'Quectel',
    model: 'BG95-M3',
    revision: 'BG95M3LAR02A03',
    firmware: 'BG95M3LAR02A03',
    imei: '86450004000095',
    ati: ['Quectel', 'BG95-M3', 'Revision: BG95M3LAR02A03'],
  },
  card: {
    imsi: '901310000000950',
    iccid: '89423100000000009502',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000950',
  },
  boot: {
    atReadyMs: 2_500,
    lines: [
      { afterMs: 2_500, text: 'RDY' },
      { afterMs: 2_900, text: 'APP RDY' },
      { afterMs: 3_400, card: true },
    ],
  },
  power: {
    onPulseMs: 500,
    statusAfterMs: 2_100,
    offPulseMs: 650,
    shutdownMs: 2_000,
    resetPulseMs: 2_000,
  },
  timing: {
    answerMs: [3, 14],
    registerAfterBootMs: [6_000, 14_000],
    registerAfterRadioMs: [3_000, 8_000],
    cfunMs: [200, 900],
    slowCfunMs: [1_500, 4_000],
    slowChance: 0.2,
    dialMs: [120, 700],
    scanMs: [30_000, 55_000],
  },
  registration: {
    commands: ['+CREG', '+CGREG', '+CEREG'],
    maxN: 4,
    lteAct: 8,
    shortCellId: true,
  },
  formats: {
    cpsi: 'db',
    cbc: 'millivolts',
    copsFormat: 0,
    iccidPrefix: '+QCCID: ',
    connect: 'CONNECT 150000000',
    capabilities: '+CGSM',
    noAddress: 'zeros',
    contextTail: ',0,0,0,0',
  },
  authOrder: 'user-password',
  defaults: { cmee: 1, dcd: 1, dtr: 2, contexts: [{ cid: 1, type: 'IPV4V6', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  mux: { channels: 4, maxInfo: 127, test: '+CMUX: (0),(0),(1-6),(1-127),(1-255),(0-100),(2-255)' },
  secondPort: true,
  silentPorts: ['nmea', 'diag'],
  own: {
    maker: 'quectel',
    lte: 'eMTC',
    settings: { nwscanmode: ['0', '1', '3'], iotopmode: ['0', '1', '2'] },
    build: 'BG95M3LAR02A03_01.204.01.204',
  },
  lacks: [...simcomCommands, '+CCID'],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
