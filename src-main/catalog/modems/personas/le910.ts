import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/**
 * LE910-JN1: its release stands in the LE910 V2 Series AT Commands Reference Guide 80446ST10707A, from which the commands are, too; #MONI and
 * #RFSTS as LE910 and an LTE modem of Telit under RouterOS answered in public. What ATI answers was not found: it gives OK alone.
 */
export const le910: Persona = {
  id: 'le910',
  title: 'Telit LE910-JN1',
  usb: { vendorId: '1bc7', productId: '0036' },
  technologies: ['lte'],
  bands: { lte: [1, 19] },
  identity: {
    manufacturer: 'Telit',
    model: 'LE910-JN1',
    revision: '20.00.203',
    firmware: '20.00.203',
    imei: '35516307000091',
    ati: [],
  },
  card: {
    imsi: '901310000000910',
    iccid: '89423100000000009106',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000910',
  },
  boot: { atReadyMs: 8_000, lines: [] },
  power: {
    onPulseMs: 5_000,
    statusAfterMs: 1_000,
    offPulseMs: 2_500,
    shutdownMs: 5_000,
    resetPulseMs: 200,
  },
  timing: {
    answerMs: [4, 20],
    registerAfterBootMs: [10_000, 18_000],
    registerAfterRadioMs: [3_000, 6_000],
    cfunMs: [300, 1_200],
    slowCfunMs: [1_500, 4_000],
    slowChance: 0.2,
    dialMs: [100, 700],
    scanMs: [25_000, 60_000],
  },
  registration: { commands: ['+CREG', '+CGREG', '+CEREG'], maxN: 2, shortCellId: true },
  formats: {
    cpsi: 'db',
    cbc: 'charge',
    copsFormat: 0,
    iccidPrefix: '#CCID: ',
    connect: 'CONNECT',
    capabilities: '+CGSM,+DS,+FCLASS,+MS,+ES',
    noAddress: 'empty',
    contextTail: ',0,0',
  },
  authOrder: 'user-password',
  defaults: { cmee: 0, dcd: 1, dtr: 0, contexts: [{ cid: 1, type: 'IP', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  mux: { channels: 4, maxInfo: 127, test: '+CMUX: (0),(0),(1-6),(1-127),(1-255),(0-100),(2-255)' },
  secondPort: true,
  own: { maker: 'telit' },
  lacks: [...simcomCommands, '+CBC', '+CPSMS', '+CEDRXS', '+CEDRXRDP'],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
