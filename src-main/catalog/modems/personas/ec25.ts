import type { Persona } from '@core/simulator/persona'
import { simcomCommands } from './simcom-commands'

/**
 * EC25-E as it answered in public: ATI and AT+QIACT on a RUT241, +QENG, +QCSQ, +QTEMP of EC25 and EC200T in issues of
 * 4IceG/luci-app-3ginfo-lite, the order of the lines at its start in logs of eg25-manager, CONNECT 150000000 in logs of mbed-os.
 * Times: EC25 Hardware Design V2.2. Masks of bands: QCFG AT Commands Manual V1.3.
 */
export const ec25: Persona = {
  id: 'ec25',
  title: 'Quectel EC25-E',
  usb: { vendorId: '2c7c', productId: '0125' },
  technologies: ['lte', 'wcdma', 'gsm'],
  // An EC25-E has no band 18, 19 or 26; the simulated air is heard on 1, 3, 8 and 28.
  bands: { lte: [1, 3, 5, 7, 8, 20, 28], before: ['0x93'], behind: ['0x0'] },
  identity: {
    manufacturer: 'Quectel',
    model: 'EC25',
    revision: 'EC25EFAR06A06M4G',
    firmware: 'EC25EFAR06A06M4G',
    imei: '86639203000025',
    ati: ['Quectel', 'EC25', 'Revision: EC25EFAR06A06M4G'],
  },
  card: {
    imsi: '901310000000250',
    iccid: '89423100000000002507',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000250',
  },
  boot: {
    atReadyMs: 12_000,
    lines: [
      { afterMs: 12_000, text: 'RDY' },
      { afterMs: 12_600, card: true },
      { afterMs: 12_700, text: '+QUSIM: 1' },
      { afterMs: 12_800, text: '+CFUN: 1' },
      { afterMs: 16_000, text: '+QIND: SMS DONE' },
      { afterMs: 17_000, text: '+QIND: PB DONE' },
    ],
  },
  power: {
    onPulseMs: 500,
    statusAfterMs: 2_500,
    offPulseMs: 650,
    shutdownMs: 29_500,
    resetPulseMs: 150,
  },
  timing: {
    answerMs: [3, 14],
    registerAfterBootMs: [14_000, 20_000],
    registerAfterRadioMs: [2_800, 5_500],
    cfunMs: [300, 900],
    slowCfunMs: [1_500, 4_000],
    slowChance: 0.2,
    dialMs: [120, 700],
    scanMs: [25_000, 60_000],
  },
  registration: { commands: ['+CREG', '+CGREG', '+CEREG'], maxN: 2, shortCellId: true },
  formats: {
    cpsi: 'db',
    cbc: 'millivolts',
    copsFormat: 0,
    iccidPrefix: '+QCCID: ',
    connect: 'CONNECT 150000000',
    capabilities: '+CGSM,+DS,+ES',
    noAddress: 'zeros',
    contextTail: ',0,0,0,0',
  },
  authOrder: 'user-password',
  defaults: { cmee: 1, dcd: 1, dtr: 2, contexts: [{ cid: 1, type: 'IPV4V6', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  // N1 of 127 is what Zephyr's cellular driver agrees on with EG25 and BG95.
  mux: { channels: 4, maxInfo: 127, test: '+CMUX: (0),(0),(1-6),(1-127),(1-255),(0-100),(2-255)' },
  voice: 'plain',
  secondPort: true,
  silentPorts: ['nmea', 'diag'],
  own: {
    maker: 'quectel',
    lte: 'LTE',
    settings: { usbnet: ['0', '1', '2', '3'], nwscanmode: ['0', '1', '2', '3'] },
    temperatures: true,
  },
  lacks: [...simcomCommands, '+CCID', '+CPSMS', '+CEDRXS', '+CEDRXRDP'],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}

/** EG25-G, the same firmware for all regions: the bands of the PinePhone's modem. */
export const eg25: Persona = {
  ...ec25,
  id: 'eg25',
  title: 'Quectel EG25-G',
  bands: { lte: [1, 3, 5, 7, 8, 18, 19, 20, 26, 28], before: ['0x93'], behind: ['0x0'] },
  identity: {
    ...ec25.identity,
    model: 'EG25',
    revision: 'EG25GGBR07A08M2G',
    firmware: 'EG25GGBR07A08M2G',
    imei: '86639203000026',
    ati: ['Quectel', 'EG25', 'Revision: EG25GGBR07A08M2G'],
  },
  card: {
    imsi: '901310000000251',
    iccid: '89423100000000002515',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000251',
  },
}
