import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/** A modem that does what 3GPP TS 27.007 says and nothing of a vendor's own. */
export const generic: Persona = {
  id: 'generic',
  title: 'Generic 27.007 modem',
  usb: { vendorId: '1209', productId: '0001' },
  technologies: ['lte', 'wcdma'],
  identity: {
    manufacturer: 'Generic',
    model: 'GM-1',
    revision: '1.0.0',
    firmware: '1.0.0',
    imei: '00440115000027',
    ati: ['Generic', 'GM-1', 'Revision: 1.0.0'],
  },
  card: {
    imsi: '901310000027007',
    iccid: '89423100000000270075',
    pin: '0000',
    puk: '00000000',
  },
  boot: { atReadyMs: 3_000, lines: [{ afterMs: 3_000, text: 'RDY' }] },
  power: {
    onPulseMs: 500,
    statusAfterMs: 500,
    offPulseMs: 1_000,
    shutdownMs: 1_000,
    resetPulseMs: 200,
  },
  timing: {
    answerMs: [2, 8],
    registerAfterBootMs: [4_000, 8_000],
    registerAfterRadioMs: [2_000, 4_000],
    cfunMs: [100, 400],
    slowCfunMs: [800, 2_000],
    slowChance: 0.1,
    dialMs: [100, 500],
    scanMs: [10_000, 20_000],
  },
  registration: { commands: ['+CREG', '+CGREG', '+CEREG'], maxN: 5 },
  formats: {
    cpsi: 'db',
    cbc: 'charge',
    copsFormat: 0,
    iccidPrefix: '+ICCID: ',
    connect: 'CONNECT 150000000',
    capabilities: '+CGSM,+FCLASS',
    contextTail: ',0,0',
  },
  authOrder: 'user-password',
  defaults: { cmee: 0, dcd: 1, dtr: 2, contexts: [{ cid: 1, type: 'IP', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  mux: { channels: 4, maxInfo: 127, test: '+CMUX: (0),(0),(1-6),(1-127),(1-255),(0-100),(2-255)' },
  voice: 'plain',
  lacks: simcomCommands,
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
