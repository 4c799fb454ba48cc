import { describe, expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { Host, prompt } from './host'

/** What a modem was asked and answered in public, with other identities and places; `from` says where it stands. */
interface Exchange {
  readonly from: string
  readonly asked: readonly (readonly [command: string, ...answer: string[]])[]
}
const quectelRegistered: Exchange['asked'] = [
  ['AT+CPIN?', '+CPIN: READY', 'OK'],
  ['AT+CSQ', '+CSQ: 23,99', 'OK'],
  ['AT+COPS?', '+COPS: 0,0,"NTT DOCOMO",7', 'OK'],
]
const transcripts: { readonly [persona: string]: readonly Exchange[] } = {
  ec25: [
    {
      from: 'gsmctl on a RUT241; EC200T in 4IceG/luci-app-3ginfo-lite #43; EC20 manual (+QCSQ)',
      asked: [
        ...quectelRegistered,
        ['ATI', 'Quectel', 'EC25', 'Revision: EC25EFAR06A06M4G', 'OK'],
        ['AT+QTEMP', '+QTEMP: 31,28,28', 'OK'],
        ['AT+QNWINFO', '+QNWINFO: "FDD LTE","12301","LTE BAND 3",1802', 'OK'],
        [
          'AT+QENG="servingcell"',
          '+QENG: "servingcell","NOCONN","LTE","FDD",123,01,43300C,348,1802,3,5,5,5443,-87,-16,-69,5,34',
          'OK',
        ],
        ['AT+QCSQ', '+QCSQ: "LTE",-52,-81,195,-10', 'OK'],
        ['AT+QSPN', '+QSPN: "NTT DOCOMO","DOCOMO","",0,"44010"', 'OK'],
        ['AT+QCFG="usbnet"', '+QCFG: "usbnet",1', 'OK'],
        ['AT+QIACT=1', 'OK'],
        ['AT+QIACT?', '+QIACT: 1,1,1,"10.7.157.1"', 'OK'],
      ],
    },
    {
      from: 'an EC200 in a log of a USB terminal: +QICSGP to +QIRD',
      asked: [
        ['AT+QICSGP=1,1,"CMNET","","",1', 'OK'],
        ['AT+QICSGP=1', '+QICSGP: 1,"CMNET","","",1', 'OK'],
        ['AT+QIACT=1', 'OK'],
        ['AT+QIOPEN=1,0,"TCP","echo.example",7,0,0', 'OK', '+QIOPEN: 0,0'],
        ['AT+QISEND=0,2', '> '],
        ['HE', 'SEND OK', '+QIURC: "recv",0'],
        ['AT+QIRD=0,1500', '+QIRD: 2', 'HE', 'OK'],
      ],
    },
  ],
  eg25: [
    {
      from: 'a log of eg25-manager on a PinePhone',
      asked: [['AT+CPIN?', '+CPIN: READY', 'OK']],
    },
  ],
  rm520n: [
    {
      from: 'an RG500Q in luci-app-3ginfo-lite #56, 5G beside LTE; an RM5xx under OpenWrt (columns of LTE)',
      asked: [
        ['AT+CPIN?', '+CPIN: READY', 'OK'],
        [
          'AT+QNWINFO',
          '+QNWINFO: "FDD LTE","51503","LTE BAND 1",150',
          '+QNWINFO: "TDD NR5G","51503","NR5G BAND 41",528030',
          'OK',
        ],
        ['AT+QCAINFO', '+QCAINFO: "PCC",150,100,"LTE BAND 1",1,1,-89,-10,-59,15', 'OK'],
        [
          'AT+QENG="servingcell"',
          '+QENG: "servingcell","NOCONN"',
          '+QENG: "LTE","FDD",262,01,2C9A11F,212,1300,3,5,5,AB12,-101,-14,-70,7,0,-,30',
          '+QENG: "NR5G-NSA",515,03,832,-76,21,-11,528030,41,8,1',
          'OK',
        ],
      ],
    },
    {
      from: 'an RM5xx in luci-app-3ginfo-lite #57, 5G alone',
      asked: [
        ['AT+QNWPREFCFG="mode_pref",NR5G', 'OK'],
        ['AT+CEREG?', '+CEREG: 0,5', 'OK'],
        ['AT+QNWINFO', '+QNWINFO: "TDD NR5G","51566","NR5G BAND 78",620640', 'OK'],
        ['AT+QCAINFO', '+QCAINFO: "PCC",620640,12,"NR5G BAND 78",538', 'OK'],
        [
          'AT+QENG="servingcell"',
          '+QENG: "servingcell","NOCONN","NR5G-SA","TDD",515,66,100072000,538,114000,620640,78,12,-109,-12,14,1,-',
          'OK',
        ],
        ['AT+QCSQ', '+QCSQ: "NR5G",-99,4,-13', 'OK'],
      ],
    },
  ],
  a7672: [
    {
      from: 'ATI of an A7672E-FASE',
      asked: [
        [
          'ATI',
          'Manufacturer: INCORPORATED',
          'Model: A7672E-FASE',
          'Revision: A7672M7_V1.11.1',
          'IMEI: 868719070000721',
          '+GCAP: +CGSM,+FCLASS,+DS',
          'OK',
        ],
      ],
    },
  ],
  sim7070: [
    {
      from: 'a log of esp-modem with a SIM7070, up to its call',
      asked: [
        ['AT+CGMM', 'SIMCOM_SIM7070', 'OK'],
        ['AT+COPS?', '+COPS: 0,0,"NTT DOCOMO",7', 'OK'],
        ['AT+CREG?', '+CREG: 0,5', 'OK'],
        ['AT+CBANDCFG="CAT-M",3,8,28', 'OK'],
        ['AT+CNMP=38', 'OK'],
        ['AT+IFC=0,0', 'OK'],
        ['AT+CEDRXS=1,4,"0010"', 'OK'],
        [
          'AT+CPSI?',
          '+CPSI: LTE CAT-M1,Online,238-01,0x07D0,12024586,465,EUTRAN-BAND20,6350,5,5,-16,-83,-53,10',
          'OK',
        ],
        ['AT+CGDCONT=1,"IP","onomondo"', 'OK'],
      ],
    },
    {
      from: 'a log of a SIM7080 on a Zephyr board, and +CENG of another',
      asked: [
        ['ATI', 'R1951.07', 'OK'],
        ['AT+CGMR', 'Revision:1951B16SIM7070', 'OK'],
        ['AT+CGMI', 'SIMCOM_Ltd', 'OK'],
        ['AT+CGATT?', '+CGATT: 1', 'OK'],
        ['AT+CNACT=0,1', 'OK', '+APP PDP: 0,ACTIVE'],
        ['AT+CNACT=0,1', 'ERROR'],
        [
          'AT+CNACT?',
          '+CNACT: 0,1,"10.32.116.31"',
          '+CNACT: 1,0,"0.0.0.0"',
          '+CNACT: 2,0,"0.0.0.0"',
          '+CNACT: 3,0,"0.0.0.0"',
          'OK',
        ],
        ['AT+CENG=1,0', 'OK'],
        [
          'AT+CENG?',
          '+CENG: 1,0,1,LTE CAT-M1',
          '+CENG: 0,"1550,339,-73,-47,-12,17,102,303617,284,05,255"',
          'OK',
        ],
      ],
    },
  ],
  'sara-r4': [
    {
      from: 'TinyGSM #257 (SARA-R412M); SARA-R410M in logs of Device OS',
      asked: [
        [
          'ATI',
          'Manufacturer: u-blox',
          'Model: SARA-R412M-02B',
          'Revision: M0.05.00 [Jul 06 2018 10:01:55]',
          'SVN: 03',
          'IMEI: 354679090000414',
          'OK',
        ],
        ['AT+CEREG=2', 'OK'],
        ['AT+CEREG?', '+CEREG: 2,5,"6A33","7F0B50F",7', 'OK'],
        ['AT+UCGED=5', 'OK'],
        ['AT+UCGED?', '+RSRP: 476,5110,"-096.50",', '+RSRQ: 476,5110,"-011.00",', 'OK'],
      ],
    },
  ],
  'lara-r6': [
    {
      from: 'a LARA-R6001D in u-blox/ubxlib #218, and +UCGED as ubxlib reads it',
      asked: [
        ['AT+UDCONF=1,0', 'OK'],
        ['ATI9', '00.13,A00.01', 'OK'],
        ['AT&C1', 'OK'],
        ['AT&D0', 'OK'],
        ['AT+UCGED=2', 'OK'],
        ['AT+UPSV=0', 'OK'],
        [
          'AT+UCGED?',
          '+UCGED: 2',
          '6,4,001,01',
          '2525,5,50,50,1698,25d8644,1,d60814d1,8001,01,28,31,13.75,3,1,10,28,-50,-6,0,255,255,0',
          'OK',
        ],
      ],
    },
  ],
  nrf91: [
    {
      from: 'nRF9160 AT Commands Command Reference Guide (examples); an nRF9160 with the Serial LTE Modem on Nordic’s DevZone (122013)',
      asked: [
        ['AT+CGMI', 'Nordic Semiconductor ASA', 'OK'],
        ['AT+CFUN=1', 'OK'],
        ['AT%XSIM?', '%XSIM: 1', 'OK'],
        ['AT%XSYSTEMMODE?', '%XSYSTEMMODE: 1,0,0,0', 'OK'],
        ['AT+CFUN=4', 'OK'],
        ['AT+CGDCONT=0,"IP","globaldata.iot"', 'OK'],
        ['AT+CFUN=1', 'OK'],
        ['AT+CGDCONT?', '+CGDCONT: 0,"IP","globaldata.iot","10.160.165.74",0,0', 'OK'],
        [
          'AT%XMONITOR',
          '%XMONITOR: 1,"NTT DOCOMO","DOCOMO","26295","00B7",7,4,"00011B07",7,2300,63,39,"","11100000","11100000","00000000"',
          'OK',
        ],
        ['AT+CSQ', 'ERROR'],
      ],
    },
    {
      from: 'the documents of the Serial LTE Modem, and of a module with its firmware (Feasycom CL4040)',
      asked: [
        ['AT#XSLMVER', '#XSLMVER: "2.3.0","2.3.0"', 'OK'],
        ['AT#XSOCKET=1,1,0', '#XSOCKET: 3,1,6', 'OK'],
        ['AT#XSOCKET?', '#XSOCKET: 3,1,0,1,0', 'OK'],
        ['AT#XCONNECT="echo.example",7', '#XCONNECT: 1', 'OK'],
        ['AT#XSEND="Test TCP"', '#XSEND: 8', 'OK'],
        ['AT#XRECV=10', '#XRECV: 8', 'Test TCP', 'OK'],
        ['AT#XSOCKET=0', '#XSOCKET: 0,"closed"', 'OK'],
        ['AT#XSOCKET=1,2,0', '#XSOCKET: 1,2,17', 'OK'],
      ],
    },
  ],
  le910: [
    {
      from: 'an LTE modem of Telit under RouterOS, and an LE910 of MultiTech',
      asked: [
        [
          'AT#RFSTS',
          '#RFSTS: "310 410",2225,-116,-86,-8,700D,1,,128,19,0,00001D7,"310410000000000","NTT DOCOMO",3,4',
          'OK',
        ],
        [
          'AT#MONI',
          '#MONI: NTT DOCOMO RSRP:-101 RSRQ:-13 TAC:1A2B Id:00C0FFE EARFCN:1850 PWR:-68dbm DRX:128 pci:236 QRxLevMin:-130',
          'OK',
        ],
        ['AT#SGACT=1,1', '#SGACT: 10.20.30.40', 'OK'],
        ['AT#SGACT?', '#SGACT: 1,1', 'OK'],
      ],
    },
  ],
  bg95: [
    {
      from: 'zephyr #93068; AT+QCFG, AT+QNWINFO and AT+QCSQ of a BG95 without a network',
      asked: [
        ['AT+CGMR', 'BG95M3LAR02A03', 'OK'],
        ['AT+QGMR', 'BG95M3LAR02A03_01.204.01.204', 'OK'],
        ['AT+QCFG="iotopmode"', '+QCFG: "iotopmode",1', 'OK'],
        ['AT+CFUN=4', 'OK'],
        ['AT+QNWINFO', '+QNWINFO: No Service', 'OK'],
        ['AT+QENG="servingcell"', '+QENG: "servingcell","SEARCH"', 'OK'],
        ['AT+QCSQ', '+QCSQ: "NOSERVICE"', 'OK'],
      ],
    },
  ],
}

/** Numbers, hex and addresses stand for others of their kind; words, quotes, commas and blanks do not. */
const shape = (line: string) =>
  line
    .replace(/(?<=,"?)(?=[0-9A-F]*\d)[0-9A-F]+(?="?(?:,|$))/g, '#')
    .replace(/(?<=(?:TAC|Id):)[0-9A-F]+|0x[0-9A-F]+|(?<=BAND)\d+/g, '#')
    .replace(/-?\b\d+(?:\.\d+)*(?=\b|dbm)/g, '#')
    .replaceAll('-#', '#')

test('every persona has one, but those whose logs are replayed elsewhere', () => {
  const elsewhere = ['sim7672', 'sim5320', 'sim5320je', 'sim7600', 'generic']
  const here = personas.map(({ id }) => id).filter((id) => !elsewhere.includes(id))
  expect(Object.keys(transcripts).toSorted()).toEqual(here.toSorted())
})

const told = personas.filter(({ id }) => transcripts[id])
describe.each(told.map((persona) => [persona.id, persona] as const))('%s', (id, persona) => {
  const told = transcripts[id] ?? []
  test.each(told.map((one) => [one.from, one] as const))('answers as in %s', async (_from, one) => {
    const host = await new Host({ persona: prompt(persona) }).registered()
    for (const [command, ...answer] of one.asked) {
      const lines = await host.lines(command, 8_000)
      expect([command, ...lines.map(shape)]).toEqual([command, ...answer.map(shape)])
    }
  })
})
