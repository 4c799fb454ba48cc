import type { Persona } from '../persona'
import type { Played } from './played'

/** The body around a recording: power, wire and plug are simulated; every word comes from the log. */
export function replayPersona(recording: Played): Persona {
  const { opening, name } = recording
  return {
    ...blank,
    title: `Replay of ${name}`,
    boot: {
      atReadyMs: Math.min(1_000, opening[0]?.afterMs ?? 1_000),
      lines: opening.map(({ afterMs, text }) => ({ afterMs, text })),
    },
  }
}

export const replayId = 'replay'

const blank: Persona = {
  id: replayId,
  title: 'Replay of a log',
  usb: { vendorId: '1209', productId: '0001' },
  technologies: ['wcdma'],
  identity: {
    manufacturer: '',
    model: '',
    revision: '',
    firmware: '',
    imei: '00440115000028',
    ati: [],
  },
  card: { imsi: '901310000000028', iccid: '89423100000000000285', pin: '1234', puk: '12345678' },
  boot: { atReadyMs: 1_000, lines: [] },
  power: {
    onPulseMs: 100,
    statusAfterMs: 300,
    offPulseMs: 2_500,
    shutdownMs: 1_000,
    resetPulseMs: 100,
  },
  timing: {
    answerMs: [5, 10],
    registerAfterBootMs: [0, 0],
    registerAfterRadioMs: [0, 0],
    cfunMs: [0, 0],
    slowCfunMs: [0, 0],
    slowChance: 0,
    dialMs: [0, 0],
    scanMs: [0, 0],
  },
  registration: { commands: [], maxN: 0 },
  formats: {
    cpsi: 'db',
    cbc: 'volts',
    copsFormat: 0,
    iccidPrefix: '+ICCID: ',
    capabilities: '',
    connect: 'CONNECT',
    noAddress: 'empty',
    contextTail: '',
  },
  authOrder: 'user-password',
  defaults: { cmee: 2, dcd: 1, dtr: 2, contexts: [] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  mux: { channels: 4, maxInfo: 1500, test: '' },
  lacks: [],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}
