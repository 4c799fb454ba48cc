import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/**
 * LARA-R6001D-00B, LTE Cat 1 with UMTS: ATI9, AT&K and AT+UPSV as it answered in u-blox/ubxlib #218; +UCGED as ubxlib reads it; its name as
 * public drivers know it; sockets and the rest: u-blox LARA-L6 / LARA-R6 AT Commands Manual UBX-21046719. What ATI answers was not found: it
 * gives OK alone. Times: LARA-R6 System Integration Manual UBX-21010011. It says nothing at its start.
 */
export const laraR6: Persona = {
  id: 'lara-r6',
  title: 'u-blox LARA-R6001D',
  usb: { vendorId: '05c6', productId: '908b' },
  technologies: ['lte', 'wcdma'],
  bands: { lte: [1, 2, 3, 4, 5, 7, 8, 12, 13, 18, 19, 20, 26, 28] },
  identity: {
    manufacturer: 'u-blox',
    model: 'LARA-R6001D',
    revision: '00.13',
    firmware: '00.13',
    imei: '35220690000061',
    ati: [],
  },
  card: {
    imsi: '901310000000600',
    iccid: '89423100000000006003',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000600',
  },
  boot: { atReadyMs: 5_000, lines: [] },
  power: {
    onPulseMs: 150,
    statusAfterMs: 500,
    offPulseMs: 1_500,
    shutdownMs: 5_000,
    resetPulseMs: 50,
  },
  timing: {
    answerMs: [20, 40],
    registerAfterBootMs: [6_000, 15_000],
    registerAfterRadioMs: [3_000, 8_000],
    cfunMs: [300, 1_200],
    slowCfunMs: [1_500, 4_000],
    slowChance: 0.2,
    dialMs: [10, 300],
    scanMs: [30_000, 60_000],
  },
  registration: { commands: ['+CREG', '+CGREG', '+CEREG'], maxN: 2, shortCellId: true },
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
  own: { maker: 'u-blox', cells: 2, versions: '00.13,A00.01' },
  // ATI is u-blox's own.
  lacks: [...simcomCommands, 'I', '+CCID', '+CBC', '+CPSMS', '+CEDRXS', '+CEDRXRDP'],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
