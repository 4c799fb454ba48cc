import type { Persona } from '@core/simulator/persona'

/**
 * SIM5320J as on a 3GPi (docomo build): WCDMA, no +CEREG, +CPSI with Ec/Io and RSCP without their minus sign.
 * Its key timing was never published; 3 s presses work both ways in service.
 */
export const sim5320: Persona = {
  id: 'sim5320',
  title: 'SIM5320J (3GPi, docomo)',
  usb: { vendorId: '05c6', productId: '9000' },
  technologies: ['wcdma', 'gsm'],
  identity: {
    manufacturer: 'SIMCOM INCORPORATED',
    model: 'SIMCOM_SIM5320J',
    revision: 'SIM5320J_V1.5',
    firmware: '+CGMR: 1575B13SIM5320J',
    imei: '35927804000053',
    ati: [
      'Manufacturer: SIMCOM INCORPORATED',
      'Revision: SIM5320J_V1.5',
      'IMEI: {imei}',
      '+GCAP: +CGSM,+FCLASS,+DS,+ES',
    ],
  },
  card: {
    imsi: '440100000005320',
    iccid: '8981100000000005320',
    pin: '1234',
    puk: '12345678',
    number: '+818000005320',
  },
  boot: {
    atReadyMs: 6_000,
    lines: [
      { afterMs: 1_200, text: 'START' },
      { afterMs: 6_200, text: '+STIN: 25' },
      { afterMs: 6_400, text: '+STIN: 25' },
      { afterMs: 7_000, card: true },
      { afterMs: 11_000, text: 'SMS DONE' },
      { afterMs: 15_000, text: 'PB DONE' },
      { afterMs: 70_000, text: '+STIN: 25' },
    ],
  },
  power: {
    onPulseMs: 180,
    statusAfterMs: 3_000,
    offPulseMs: 1_000,
    shutdownMs: 4_000,
    resetPulseMs: 100,
  },
  timing: {
    answerMs: [4, 20],
    registerAfterBootMs: [10_000, 16_000],
    registerAfterRadioMs: [3_500, 7_000],
    cfunMs: [400, 1_500],
    slowCfunMs: [2_000, 5_000],
    slowChance: 0.2,
    dialMs: [500, 2_000],
    scanMs: [30_000, 60_000],
  },
  registration: { commands: ['+CREG', '+CGREG'], maxN: 2 },
  formats: {
    cpsi: 'db',
    cbc: 'charge',
    copsFormat: 0,
    iccidPrefix: '+ICCID: ',
    connect: 'CONNECT 115200',
    capabilities: '+CGSM,+FCLASS,+DS,+ES',
    contextTail: ',0,0',
  },
  authOrder: 'password-user',
  defaults: { cmee: 2, dcd: 1, dtr: 2, contexts: [{ cid: 1, type: 'IP', apn: '' }] },
  callEnd: { byHost: ['NO CARRIER'], byNetwork: ['NO CARRIER'] },
  secondPort: true,
  silentPorts: ['nmea', 'diag'],
  lacks: [
    '+CEREG',
    '+CMUX',
    '+CESQ',
    '+CPMUTEMP',
    '+CGCONTRDP',
    '+CCID',
    '+SIMCOMATI',
    '+CPINR',
    '+CPLS',
    '+CEMODE',
    '+CGNSSINFO',
    '+CGNSSPWR',
    '+CGNSSTST',
    '+CGNSSPORTSWITCH',
    '+CGPSWARM',
    '+CNBP',
    '+CCELLCFG',
  ],
  quirks: { echoesHeldLineAgain: false, noCsqBeforeRegistration: false },
}

/** The SoftBank build on the 3GPi-SB, with a SoftBank card. */
export const sim5320je: Persona = {
  ...sim5320,
  id: 'sim5320je',
  title: 'SIM5320JE (3GPi-SB, SoftBank)',
  identity: {
    ...sim5320.identity,
    model: 'SIMCOM_SIM5320JE',
    revision: 'SIM5320JE_V1.5',
    firmware: '+CGMR: 1575B13SIM5320JE',
    imei: '35927804000054',
    ati: [
      'Manufacturer: SIMCOM INCORPORATED',
      'Revision: SIM5320JE_V1.5',
      'IMEI: {imei}',
      '+GCAP: +CGSM,+FCLASS,+DS,+ES',
    ],
  },
  card: {
    imsi: '440200000005321',
    iccid: '8981200000000005321',
    pin: '1234',
    puk: '12345678',
    number: '+818000005321',
  },
}
