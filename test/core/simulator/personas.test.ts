import { describe, expect, test } from 'vitest'
import { Simulators } from '@bench/simulators/simulators'
import { personas } from '@catalog/modems/personas'
import { modemProfiles } from '@catalog/modems'
import { knowledge } from '@catalog/decoders'
import { profileFor } from '@core/modem/profile'
import { seededChance } from '@core/ports/chance'
import { ManualClock } from '../../support/manual-clock'
import { Host, prompt } from './host'

/** What is characteristic of each: the answers a bench engineer would recognise it by. */
const looks: {
  readonly [persona: string]: {
    readonly profile: string
    readonly usb: string
    readonly ati: readonly string[]
    readonly answers: readonly (readonly [command: string, answer: RegExp])[]
    /** Commands its firmware does not have. */
    readonly missing: readonly string[]
    readonly boot: readonly string[]
  }
} = {
  sim7672: {
    profile: 'sim7672',
    usb: '05c6:9330',
    ati: ['Manufacturer: SIMCOM INCORPORATED', 'Model: SIM7672JP-MNGV', 'Revision: V1.9.05'],
    answers: [
      ['AT+CEREG?', /^\+CEREG: 0,5$/],
      ['AT+CICCID', /^\+ICCID: 8942310/],
      // Indices, not dB: RSRQ 20 is -10 dB, RSRP 61 is -79 dBm.
      [
        'AT+CPSI?',
        /^\+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,\d+,\d+,\d+,\d+$/,
      ],
      ['AT+CBC', /^\+CBC: 3\.978V$/],
    ],
    missing: [],
    boot: ['*ATREADY: 1', '+CPIN: READY', 'SMS DONE', 'PB DONE'],
  },
  sim5320: {
    profile: 'sim5320',
    usb: '05c6:9000',
    ati: ['Manufacturer: SIMCOM INCORPORATED', 'Revision: SIM5320J_V1.5'],
    answers: [
      ['AT+CGMM', /^SIMCOM_SIM5320J$/],
      ['AT+CREG?', /^\+CREG: 0,1$/],
      ['AT+CGREG?', /^\+CGREG: 0,1$/],
      [
        'AT+CPSI?',
        /^\+CPSI: WCDMA,Online,440-10,0x00CD,20774913,WCDMA IMT 2000,214,10736,0,\d+(\.5)?,\d+,\d+,\d+,500$/,
      ],
      ['AT+COPS?', /^\+COPS: 0,0,"NTT DOCOMO",2$/],
    ],
    missing: ['AT+CEREG?', 'AT+CEREG=1', 'AT+CESQ', 'AT+CPMUTEMP', 'AT+CMUX=0'],
    boot: ['START', '+STIN: 25', '+STIN: 25', '+CPIN: READY', 'SMS DONE', 'PB DONE'],
  },
  sim5320je: {
    profile: 'sim5320',
    usb: '05c6:9000',
    ati: ['Manufacturer: SIMCOM INCORPORATED', 'Revision: SIM5320JE_V1.5'],
    answers: [
      ['AT+CGMM', /^SIMCOM_SIM5320JE$/],
      ['AT+CIMI', /^44020/],
      ['AT+CGREG?', /^\+CGREG: 0,1$/],
      ['AT+CPSI?', /^\+CPSI: WCDMA,Online,440-20,0x0152,14302219,/],
      ['AT+COPS?', /^\+COPS: 0,0,"SoftBank",2$/],
    ],
    missing: ['AT+CEREG?', 'AT+CESQ'],
    boot: ['START', '+STIN: 25', '+STIN: 25', '+CPIN: READY', 'SMS DONE', 'PB DONE'],
  },
  sim7600: {
    profile: 'sim7600',
    usb: '1e0e:9001',
    ati: ['Manufacturer: SIMCOM INCORPORATED', 'Model: SIMCOM_SIM7600JC-H'],
    answers: [
      ['AT+CEREG?', /^\+CEREG: 0,5$/],
      // Tenths of a dB.
      ['AT+CPSI?', /^\+CPSI: LTE,Online,440-10,.*,-\d{2,3},-\d{3,4},-\d{3},\d+$/],
      ['AT+CNSMOD?', /^\+CNSMOD: 0,8$/],
    ],
    missing: ['AT+CCID'],
    boot: ['*ATREADY: 1', '+CPIN: READY', 'SMS DONE', 'PB DONE'],
  },
  ec25: {
    profile: 'quectel',
    usb: '2c7c:0125',
    ati: ['Quectel', 'EC25', 'Revision: EC25EFAR06A06M4G'],
    answers: [
      ['AT+CGMR', /^EC25EFAR06A06M4G$/],
      ['AT+CEREG?', /^\+CEREG: 0,5$/],
      ['AT+QCCID', /^\+QCCID: 8942310/],
      ['AT+CBC', /^\+CBC: 0,\d+,3978$/],
    ],
    missing: ['AT+CPSI?', 'AT+CICCID', 'AT+CCID', 'AT+NETOPEN', 'AT+CPSMS?', 'AT+QGMR'],
    boot: ['RDY', '+CPIN: READY', '+QUSIM: 1', '+CFUN: 1', '+QIND: SMS DONE', '+QIND: PB DONE'],
  },
  eg25: {
    profile: 'quectel',
    usb: '2c7c:0125',
    ati: ['Quectel', 'EG25', 'Revision: EG25GGBR07A08M2G'],
    answers: [['AT+CGMM', /^EG25$/]],
    missing: ['AT+CPSI?'],
    boot: ['RDY', '+CPIN: READY', '+QUSIM: 1', '+CFUN: 1', '+QIND: SMS DONE', '+QIND: PB DONE'],
  },
  bg95: {
    profile: 'quectel',
    usb: '2c7c:0700',
    ati: ['Quectel', 'BG95-M3', 'Revision: BG95M3LAR02A03'],
    answers: [
      ['AT+COPS?', /^\+COPS: 0,0,"NTT DOCOMO",8$/],
      // SINR is an index: 3 dB are 115.
      [
        'AT+QENG="servingcell"',
        /^\+QENG: "servingcell","NOCONN","eMTC","FDD",440,10,25D8644,181,9510,28,3,3,1698,-\d+,-\d+,-\d+,\d+,-$/,
      ],
      ['AT+CPSMS?', /^\+CPSMS: 0,,,/],
    ],
    missing: ['AT+CPSI?', 'AT+QTEMP', 'AT+CCID'],
    boot: ['RDY', 'APP RDY', '+CPIN: READY'],
  },
  rm520n: {
    profile: 'quectel',
    usb: '2c7c:0801',
    ati: ['Quectel', 'RM520N-GL', 'Revision: RM520NGLAAR01A07M4G'],
    answers: [
      ['AT+CGMM', /^RM520N-GL$/],
      ['AT+COPS?', /^\+COPS: 0,0,"NTT DOCOMO",13$/],
    ],
    missing: ['AT+QTEMP', 'AT+CPSI?', 'AT+CPSMS?'],
    boot: ['RDY', '+CPIN: READY', '+QUSIM: 1', '+CFUN: 1', '+QIND: SMS DONE', '+QIND: PB DONE'],
  },
  a7672: {
    profile: 'sim7672',
    usb: '1e0e:9011',
    ati: ['Manufacturer: INCORPORATED', 'Model: A7672E-FASE', 'Revision: A7672M7_V1.11.1'],
    answers: [
      ['AT+CPSI?', /^\+CPSI: LTE,Online,440-10,.*,EUTRAN-BAND28,9510,3,3,\d+,\d+,\d+,\d+$/],
    ],
    missing: ['AT+QENG="servingcell"', 'AT+CCID'],
    boot: ['*ATREADY: 1', '+CPIN: READY', 'SMS DONE', 'PB DONE'],
  },
  sim7070: {
    profile: 'generic',
    usb: '1e0e:9205',
    ati: ['R1951.07'],
    answers: [
      ['AT+CGMI', /^SIMCOM_Ltd$/],
      ['AT+CPSI?', /^\+CPSI: LTE CAT-M1,Online,440-10,.*,-\d+,-\d+,-\d+,-?\d+$/],
      ['AT+CNMP?', /^\+CNMP: 2$/],
    ],
    missing: ['AT+NETOPEN', 'AT+CICCID', 'AT+CPMUTEMP', 'AT+CGPS=1'],
    boot: ['RDY', '+CFUN: 1', '+CPIN: READY', 'SMS Ready'],
  },
  'lara-r6': {
    profile: 'generic',
    usb: '05c6:908b',
    ati: [],
    answers: [
      ['AT+CGMM', /^LARA-R6001D$/],
      ['AT+CEREG?', /^\+CEREG: 0,5$/],
      ['ATI9', /^00\.13,A00\.01$/],
    ],
    missing: ['AT+CPSI?', 'AT+CBC', 'AT+CPSMS?', 'AT+CSQ=1'],
    boot: [],
  },
  nrf91: {
    profile: 'generic',
    usb: '1366:1055',
    ati: [],
    answers: [
      ['AT+CGMR', /^mfw_nrf9160_1\.3\.5$/],
      ['AT+CEREG?', /^\+CEREG: 0,5$/],
      ['AT%XICCID', /^%XICCID: 8942310/],
      ['AT%XVBAT', /^%XVBAT: 3978$/],
    ],
    missing: ['ATI', 'ATD*99#', 'AT+CSQ', 'AT+CREG?', 'AT+CMUX=0', 'AT+CMGL=4', 'AT&V'],
    boot: ['Ready'],
  },
  'sara-r4': {
    profile: 'generic',
    usb: '05c6:90b2',
    ati: ['Manufacturer: u-blox', 'Model: SARA-R412M-02B', 'SVN: 03'],
    answers: [['AT+CEREG?', /^\+CEREG: 0,5$/]],
    missing: ['AT+CPSI?', 'AT+CBC', 'AT+QCCID'],
    boot: [],
  },
  le910: {
    profile: 'generic',
    usb: '1bc7:0036',
    ati: [],
    answers: [
      ['AT+CGMI', /^Telit$/],
      ['AT+CGMM', /^LE910-JN1$/],
      ['AT#CBC', /^#CBC: 0,398$/],
    ],
    missing: ['AT+CPSI?', 'AT+CPSMS?', 'AT+CBC'],
    boot: [],
  },
  generic: {
    profile: 'generic',
    usb: '1209:0001',
    ati: ['Generic', 'GM-1'],
    answers: [
      ['AT+CEREG?', /^\+CEREG: 0,5$/],
      ['AT+CESQ', /^\+CESQ: 99,99,255,255,\d+,\d+$/],
      ['AT+CCID', /^\+CCID: "8942310/],
    ],
    missing: ['AT+CPSI?', 'AT+CICCID', 'AT+CPOF', 'AT+CNMP?', 'AT+SIMCOMATI'],
    boot: ['RDY'],
  },
}

describe.each(personas.map((persona) => [persona.id, persona] as const))('%s', (id, persona) => {
  const look = looks[id]
  test('is described here', () => expect(look).toBeDefined())
  if (!look) return

  test('says who it is, and is recognised by it', async () => {
    const host = new Host({ persona: prompt(persona) })
    const ati = await host.lines('ATI')
    expect(ati).toEqual(expect.arrayContaining([...look.ati]))
    expect(profileFor(modemProfiles, ati.join('\n'))?.id).toBe(look.profile)
  })

  test.each(look.answers)(
    'answers %s in its own way, and the console reads it',
    async (command, answer) => {
      const host = await new Host({ persona: prompt(persona) }).registered()
      const lines = await host.lines(command)
      expect(lines[0]).toMatch(answer)
      expect(lines.at(-1)).toBe('OK')
      expect(knowledge.answer(command, lines.slice(0, -1))).not.toEqual({})
    },
  )

  test('does not know what its firmware lacks', async () => {
    const host = await new Host({ persona: prompt(persona) }).registered()
    for (const command of look.missing)
      expect([command, (await host.lines(command)).at(-1)]).toEqual([command, 'ERROR'])
  })

  test('boots with its own words', async () => {
    const host = new Host({ persona: prompt(persona), startOn: false })
    host.modem.power.boot()
    await host.clock.advance(25_000)
    expect(host.text.split(/[\r\n]+/).filter((line) => line !== '')).toEqual(look.boot)
  })

  test('looks like its USB device in the list of ports', async () => {
    const simulators = new Simulators({ clock: new ManualClock(), chance: seededChance(1) })
    await simulators.open(`sim:${id}`)
    const port = simulators.ports().find((one) => one.path === `sim:${id}`)
    expect(port).toMatchObject({ usb: look.usb, label: persona.title, kind: 'simulated' })
    simulators.dispose()
  })
})

test('the console negates the Ec/Io and RSCP that WCDMA modems write without their sign', () => {
  const line =
    '+CPSI: WCDMA,Online,440-10,0x00CD,20774913,WCDMA IMT 2000,214,10736,0,5,83,13,32,500'
  expect(knowledge.answer('AT+CPSI?', [line])).toMatchObject({ ecio_db: -5, rscp_dbm: -83 })
})
