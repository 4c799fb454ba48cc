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
    .replace(/-?\b\d+(?:\.\d+)*\b/g, '#')
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
