import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/**
 * SARA-R412M-02B on LTE-M: ATI as in TinyGSM #257; +CEREG, CONNECT 150000000, +RSRP, +RSRQ and +CCID as SARA-R410M answered in logs of
 * Particle's Device OS; sockets: u-blox SARA-R4 AT Commands Manual UBX-17003787. Times: SARA-R4 System Integration Manual. It says nothing
 * at its start.
 */
export const saraR4: Persona = {
  id: 'sara-r4',
  title: 'u-blox SARA-R412M (LTE-M)',
  usb: { vendorId: '05c6', productId: '90b2' },
  technologies: ['lte', 'gsm'],
  identity: {
    manufacturer: 'u-blox',
    model: 'SARA-R412M-02B',
    revision: 'M0.05.00 [Jul 06 2018 10:01:55]',
    firmware: 'M0.05.00 [Jul 06 2018 10:01:55]',
    imei: '35467909000041',
    ati: [
      'Manufacturer: u-blox',
      'Model: SARA-R412M-02B',
      'Revision: M0.05.00 [Jul 06 2018 10:01:55]',
      'SVN: 03',
      'IMEI: {imei}',
    ],
  },
  card: {
    imsi: '901310000000412',
    iccid: '89423100000000004123',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000412',
  },
  boot: { atReadyMs: 4_500, lines: [] },
  power: {
    onPulseMs: 150,
    statusAfterMs: 500,
    offPulseMs: 1_500,
    shutdownMs: 2_500,
    resetPulseMs: 10_000,
  },
  timing: {
    answerMs: [5, 50],
    registerAfterBootMs: [8_000, 20_000],
    registerAfterRadioMs: [3_000, 9_000],
    cfunMs: [300, 1_200],
    slowCfunMs: [1_500, 4_000],
    slowChance: 0.2,
    dialMs: [10, 300],
    scanMs: [30_000, 55_000],
  },
  registration: { commands: ['+CREG', '+CGREG', '+CEREG'], maxN: 4, shortCellId: true },
  formats: {
    cpsi: 'db',
    cbc: 'charge',
    copsFormat: 0,
    iccidPrefix: '+CCID: ',
    connect: 'CONNECT 150000000',
    capabilities: '+FCLASS,+CGSM',
    noAddress: 'zeros',
    contextTail: ',0,0,0,0',
  },
  authOrder: 'user-password',
  defaults: { cmee: 0, dcd: 1, dtr: 1, contexts: [{ cid: 1, type: 'IP', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  mux: { channels: 4, maxInfo: 127, test: '+CMUX: (0),(0),(1-6),(1-127),(1-255),(0-100),(2-255)' },
  own: { maker: 'u-blox', cells: 5 },
  // The manual (R09, R11) goes from SMS to V.24 without the chapter on supplementary services, which AT+CUSD stands in.
  lacks: [...simcomCommands, '+CCID', '+CBC', '+CUSD'],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
