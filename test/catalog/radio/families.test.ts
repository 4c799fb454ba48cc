import { describe, expect, test } from 'vitest'
import { radioFamilies } from '@catalog/radio'
import { differenceOf, limits } from '@core/radio/change'
import type { RadioItemId } from '@core/radio/item'

interface Case {
  readonly family: string
  readonly item: RadioItemId
  readonly answer: string
  /** The answer to the question about what is possible. */
  readonly test?: string
  readonly chosen: string
  /** A choice, and the commands it is written with. */
  readonly to: readonly [chosen: string, ...commands: string[]]
}
const list = (text: string, item: string) =>
  text === '' ? [] : item.endsWith('bands') ? text.split(' ') : [text]

function itemOf(familyId: string, id: RadioItemId) {
  const family = radioFamilies.find((one) => one.id === familyId)
  const item = family?.items.find((one) => one.id === id)
  if (!item) throw new Error(`${familyId} has no ${id}`)
  return item
}
function readingOf({ family, item: id, answer, test: told = '' }: Omit<Case, 'chosen' | 'to'>) {
  const item = itemOf(family, id)
  const lines = told === '' ? [] : told.split('\n')
  const value = item.read(answer.split('\n'), lines)
  return { item, reading: value && { value, test: lines } }
}

// Answers as manuals and public logs have them.
const cases: readonly Case[] = [
  {
    family: 'u-blox',
    item: 'uart-sleep',
    answer: '+UPSV: 1,2000',
    test: '+UPSV: (0-3),(40-65000)',
    chosen: '1',
    to: ['0', 'AT+UPSV=0'],
  },
  {
    family: 'simcom-a76',
    item: 'lte-bands',
    answer: '+CNBP: 0x0000000000000180,0x00000000080800C5',
    chosen: 'B1 B3 B7 B8 B20 B28',
    to: ['B3 B28', 'AT+CNBP=0x0000000000000180,0x0000000008000004'],
  },
  {
    family: 'simcom-a76',
    item: 'lte-bands',
    answer: '+CNBP: 0X000700000FEB0180,0X000007FF3FDF3FFF',
    chosen:
      'B1 B2 B3 B4 B5 B7 B8 B9 B10 B11 B12 B13 B14 B17 B18 B19 B20 B21 B23 B24 B25 B26 B27 B28 B29 B30 B33 B34 B35 B36 B37 B38 B39 B40 B41 B42 B43',
    to: ['B41', 'AT+CNBP=0X000700000FEB0180,0X0000010000000000'],
  },
  {
    family: 'sim7600',
    item: 'lte-bands',
    answer:
      '+CNBP: 0x100200000EE80380,0x480000000000000000000000000000000000000000000042000007FFFFDF3FFF,0x000000000000003F',
    chosen:
      'B1 B2 B3 B4 B5 B7 B8 B9 B10 B11 B12 B13 B14 B17 B18 B19 B20 B21 B23 B24 B25 B26 B27 B28 B29 B30 B31 B32 B33 B34 B35 B36 B37 B38 B39 B40 B41 B42 B43 B66 B71',
    to: [
      'B1 B66',
      'AT+CNBP=0x100200000EE80380,0x0000000000000000000000000000000000000000000000020000000000000001,0x000000000000003F',
    ],
  },
  {
    family: 'sim7600',
    item: 'gw-bands',
    answer: '+CNBP: 0x0002000000400183,0x000000000A0E000D,0x0000000000000021',
    chosen: 'GSM 1800,EGSM 900,WCDMA 2100,WCDMA 900',
    to: ['WCDMA 900', 'AT+CNBP=0x0002000000000003,0x000000000A0E000D,0x0000000000000021'],
  },
  {
    family: 'sim7600',
    item: 'rat',
    answer: '+CNMP: 38',
    test: '+CNMP: ((2-Automatic),(13-GSM Only),(14-WCDMA Only),(38-LTE Only))',
    chosen: '38',
    to: ['2', 'AT+CNMP=2'],
  },
  {
    family: 'sim7600',
    item: 'cell',
    answer: '+CCELLCFG: 156,375',
    chosen: '375,156',
    to: ['', 'AT+CCELLCFG=0'],
  },
  {
    family: 'sim7070',
    item: 'catm-bands',
    answer:
      '+CBANDCFG: "CAT-M",1,2,3,4,5,8,12,13,18,19,20,26,28,39\n+CBANDCFG: "NB-IOT",1,2,3,5,8,12,13,17,18,19,20,26,28',
    test: '+CBANDCFG: (CAT-M,NB-IOT),(1,2,3,28)',
    chosen: 'B1 B2 B3 B4 B5 B8 B12 B13 B18 B19 B20 B26 B28 B39',
    to: ['B3 B28', 'AT+CBANDCFG="CAT-M",3,28'],
  },
  {
    family: 'sim7070',
    item: 'iot-rat',
    answer: '+CMNB: 1',
    test: '+CMNB: ((1-Cat-M),(2-NB-IoT),(3-Cat-M And NB-IoT))',
    chosen: '1',
    to: ['3', 'AT+CMNB=3'],
  },
  {
    family: 'quectel',
    item: 'lte-bands',
    answer: '+QCFG: "band",0x93,0x1a0080800c5',
    chosen: 'B1 B3 B7 B8 B20 B28 B38 B40 B41',
    to: ['B3 B20', 'AT+QCFG="band",93,80004,1'],
  },
  {
    family: 'quectel',
    item: 'lte-bands',
    answer: '+QCFG: "band",0xbff,0x1e00b0e18df,0x0',
    chosen: 'B1 B2 B3 B4 B5 B7 B8 B12 B13 B18 B19 B20 B25 B26 B28 B38 B39 B40 B41',
    to: ['B1', 'AT+QCFG="band",bff,1,0,1'],
  },
  {
    family: 'quectel',
    item: 'rat',
    answer: '+QCFG: "nwscanmode",3',
    chosen: '3',
    to: ['0', 'AT+QCFG="nwscanmode",0,1'],
  },
  {
    family: 'quectel',
    item: 'cell',
    answer: '+QNWLOCK: "common/lte",0,0,0,0',
    chosen: '',
    to: ['1650,106', 'AT+QNWLOCK="common/lte",2,1650,106'],
  },
  {
    family: 'quectel-bg',
    item: 'nbiot-bands',
    answer: '+QCFG: "band",0xf,0x100002000000000f0e189f,0x10004200000000090e189f',
    chosen: 'B1 B2 B3 B4 B5 B8 B12 B13 B18 B19 B20 B25 B28 B66 B71 B85',
    to: ['B8', 'AT+QCFG="band",f,100002000000000f0e189f,80,1'],
  },
  {
    family: 'quectel-5g',
    item: 'nr-bands',
    answer: '+QNWPREFCFG: "nr5g_band",1:28:78',
    test: '+QNWPREFCFG: "lte_band",1:3\n+QNWPREFCFG: "nr5g_band",1:28:41:77:78:79',
    chosen: 'n1 n28 n78',
    to: ['n78 n79', 'AT+QNWPREFCFG="nr5g_band",78:79'],
  },
  {
    family: 'quectel-5g',
    item: 'rat',
    answer: '+QNWPREFCFG: "mode_pref",LTE:NR5G',
    chosen: 'LTE:NR5G',
    to: ['AUTO', 'AT+QNWPREFCFG="mode_pref",AUTO'],
  },
  {
    family: 'u-blox',
    item: 'nbiot-bands',
    answer: '+UBANDMASK: 0,168761503,1,168761503',
    chosen: 'B1 B2 B3 B4 B5 B8 B12 B13 B17 B18 B19 B20 B26 B28',
    to: ['B20', 'AT+UBANDMASK=1,524288'],
  },
  {
    family: 'u-blox',
    item: 'catm-bands',
    answer: '+UBANDMASK: 0,185473183,1048578',
    chosen: 'B1 B2 B3 B4 B5 B8 B12 B13 B18 B19 B20 B25 B26 B28',
    to: ['B3', 'AT+UBANDMASK=0,4,1048578'],
  },
  {
    family: 'u-blox',
    item: 'rat',
    answer: '+URAT: 8,7',
    test: '+URAT: (7,8),(7,8)',
    chosen: '8,7',
    to: ['7', 'AT+URAT=7'],
  },
  {
    family: 'telit',
    item: 'lte-bands',
    answer: '#BND: 0,22,A7E2BB0F38DF,42,1A0290800D7,7042,81A0290800D7,7442',
    chosen:
      'B1 B2 B3 B4 B5 B7 B8 B12 B13 B14 B17 B18 B19 B20 B25 B26 B28 B29 B30 B32 B34 B38 B39 B40 B41 B42 B43 B46 B48',
    to: ['B3', 'AT#BND=0,22,4,42,1A0290800D7,7042,81A0290800D7,7442'],
  },
  {
    family: 'telit',
    item: 'lte-bands',
    answer: '#BND: 5,0,252582047,0,1048578',
    test: '#BND: (0-5),(0),(1-252582047),(0),(0-1048578)',
    chosen: 'B1 B2 B3 B4 B5 B8 B12 B13 B18 B19 B20 B25 B26 B27 B28',
    to: ['B19', 'AT#BND=5,0,262144,0,1048578'],
  },
  {
    family: 'sierra',
    item: 'rat',
    answer: '!SELRAT: 06, LTE Only',
    test: '!SELRAT: Index, Name\n00, Automatic\n01, UMTS 3G Only\n06, LTE Only\n07, GSM, UMTS, LTE\n0A, HRPD only',
    chosen: '06',
    to: ['00', 'AT!SELRAT=00'],
  },
  {
    family: 'nordic',
    item: 'iot-rat',
    answer: '%XSYSTEMMODE: 1,0,1,0',
    chosen: '1,0',
    to: ['1,1', 'AT%XSYSTEMMODE=1,1,1,0'],
  },
  {
    family: 'nordic',
    item: 'lte-bands',
    answer: '%XBANDLOCK: "","1000000001000"',
    test: '%XCBAND: (1,2,3,4,5,8,12,13,20)',
    chosen: 'B4 B13',
    to: ['B20', 'AT%XBANDLOCK=0', 'AT%XBANDLOCK=2,"10000000000000000000"'],
  },
  {
    family: 'nordic',
    item: 'lte-bands',
    answer: '%XBANDLOCK: "1000",""',
    test: '%XCBAND: (1,4)',
    chosen: 'B4',
    to: ['B1 B4', 'AT%XBANDLOCK=0'],
  },
  {
    family: 'huawei',
    item: 'lte-bands',
    answer: '^SYSCFGEX: "03",3FFFFFFF,0,2,40',
    chosen: 'B7',
    to: ['B3 B7', 'AT^SYSCFGEX="03",3FFFFFFF,0,2,44,,'],
  },
  {
    family: 'huawei',
    item: 'rat',
    answer: '^SYSCFGEX: "00",3FFFFFFF,1,2,7FFFFFFFFFFFFFFF',
    chosen: '00',
    to: ['0302', 'AT^SYSCFGEX="0302",3FFFFFFF,1,2,7FFFFFFFFFFFFFFF,,'],
  },
]
const idsOf = (text: string, item: string) =>
  text.includes('GSM') || text.startsWith('WCDMA') ? text.split(',') : list(text, item)

describe.each(cases)('$family $item', (one) => {
  test('is read, and written in the shape that was read', () => {
    const { item, reading } = readingOf(one)
    if (!reading) throw new Error('not read')
    expect(reading.value.chosen).toEqual(idsOf(one.chosen, one.item))
    const [to, ...commands] = one.to
    expect(item.write(idsOf(to, one.item), reading)).toEqual(commands)
    // The way back leads to where it was.
    const back = item.restore
      ? item.restore(reading.value, reading)
      : item.write(reading.value.chosen, reading)
    expect(back).toBeDefined()
  })

  test('what is the same differs in nothing', () => {
    const { item, reading } = readingOf(one)
    if (!reading) throw new Error('not read')
    expect(differenceOf({ item, reading }, reading.value.chosen)).toBeNull()
    const options = item.options(reading).list.map(({ id }) => id)
    if (item.kind === 'many' || item.kind === 'one')
      expect(options).toEqual(expect.arrayContaining([...reading.value.chosen]))
  })
})

test.each<[string, RadioItemId, string, string?]>([
  ['sim7600', 'lte-bands', '+CNBP: 5,3'],
  ['sim7600', 'lte-bands', '+CNBP: 0x0002000000400183,0x00000Z000A0E000D,0x0000000000000021'],
  ['sim7600', 'lte-bands', '+CNBP: 0x1,0x2\n+CNBP: 0x1,0x2'],
  ['sim7600', 'cell', '+CCELLCFG: 1,2,3,4'],
  ['quectel', 'lte-bands', '+QCFG: "band",0xf,0x1,0x1,0x1'],
  ['quectel', 'cell', '+QNWLOCK: "common/lte",1,1650,0,1'],
  ['quectel-5g', 'cell', '+QNWLOCK: "common/4g",2,1650,0,2400,106'],
  ['quectel-5g', 'rat', '+QNWPREFCFG: "mode_pref",CDMA'],
  // Whether the second number is a mask or the next technology does not follow from it.
  ['u-blox', 'catm-bands', '+UBANDMASK: 0,1,2,3,4'],
  ['u-blox', 'catm-bands', '+UBANDMASK: 0,1,1,1,2,3'],
  // Digits alone are decimal on one firmware and hex on another.
  ['telit', 'lte-bands', '#BND: 5,0,252582047'],
  ['telit', 'lte-bands', '#BND: 5,0,252582047', '#BND: ERROR'],
  ['sierra', 'rat', '!SELRAT: 06, LTE Only'],
  ['nordic', 'lte-bands', '%XBANDLOCK: "","1012"', '%XCBAND: (1,4)'],
  ['nordic', 'lte-bands', '%XBANDLOCK: "",""'],
  ['huawei', 'lte-bands', '^SYSCFGEX: "080302",2000000680380,1,2,1E200000095,"1:78"'],
])('%s %s does not read %j, and so does not write it', (family, item, answer, told = '') => {
  expect(readingOf({ family, item, answer, test: told }).reading).toBeUndefined()
})

test('no band at all, and a band there is no room for, are not written', () => {
  const { item, reading } = readingOf({
    family: 'simcom-a76',
    item: 'lte-bands',
    answer: '+CNBP: 0x0000000000000180,0x00000000080800C5',
  })
  if (!reading) throw new Error('not read')
  expect(item.write([], reading)).toBeUndefined()
  expect(item.write(['B66'], reading)).toBeUndefined()
  expect(item.options(reading).list.map(({ id }) => id)).not.toContain('B66')
})

test('a permanent lock of an nRF91 comes back as the permanent one it was', () => {
  const before = { chosen: ['B4'], raw: '%XBANDLOCK: "1000",""' }
  const now = { value: { chosen: ['B1'], raw: '%XBANDLOCK: "","1"' }, test: [] }
  expect(itemOf('nordic', 'lte-bands').restore?.(before, now)).toEqual([
    'AT%XBANDLOCK=0',
    'AT%XBANDLOCK=1,"1000"',
  ])
})

test.each<[string, RadioItemId, string, string, boolean]>([
  ['sim7600', 'rat', '+CNMP: 38', '', true],
  ['sim7600', 'rat', '+CNMP: 2', '', false],
  ['sim7600', 'cell', '+CCELLCFG: 156,375', '', true],
  ['sim7600', 'cell', '+CCELLCFG: 0,0', '', false],
  ['nordic', 'lte-bands', '%XBANDLOCK: "1000",""', '%XCBAND: (1,4)', true],
  // The modem does not tell which bands it has: one or two are too few, of more nothing can be said.
  ['sim7600', 'lte-bands', '+CNBP: 0x0000000000000000,0x0000000000000001', '', true],
  ['sim7600', 'lte-bands', '+CNBP: 0x0000000000000000,0x0000000000000085', '', false],
])('%s %s %s: what limits the modem is told as that', (family, item, answer, told, expected) => {
  const { item: found, reading } = readingOf({ family, item, answer, test: told })
  if (!reading) throw new Error('not read')
  expect(limits({ item: found, reading })).toBe(expected)
})

test.each([
  ['SIM7672JP-MNGV SIMCOM INCORPORATED', 'simcom-a76'],
  ['A7672E-FASE', 'simcom-a76'],
  ['SIMCOM_SIM7600JC-H', 'sim7600'],
  ['SIMCOM_SIM7070G', 'sim7070'],
  ['Quectel EC25', 'quectel'],
  ['Quectel BG96', 'quectel-bg'],
  ['Quectel RM520N-GL', 'quectel-5g'],
  ['u-blox SARA-R410M-02B', 'u-blox'],
  ['Telit LE910C4-NF', 'telit'],
  ['Sierra Wireless, Incorporated MC7455', 'sierra'],
  ['Nordic Semiconductor ASA nRF9160-SICA', 'nordic'],
  ['huawei ME909s-120', 'huawei'],
  ['Generic GM-1', undefined],
])('%s is of the family %s, and of no other', (identity, id) => {
  const found = radioFamilies.filter((one) => one.matches(identity)).map((one) => one.id)
  expect(found).toEqual(id === undefined ? [] : [id])
})

describe('what makers tell of power saving', () => {
  const grantedBy = (family: string, line: string) =>
    radioFamilies.find(({ id }) => id === family)?.saving?.psm?.read([line])

  test.each([
    ['quectel-bg', '+QPSMS: 1,,,"46800","2880"', { tau: 46_800, active: 2880 }],
    ['quectel-bg', '+QPSMS: 1,,,"600","240"', { tau: 600, active: 240 }],
    ['quectel-bg', '+QPSMS: 1,,,,', null],
    ['quectel-bg', '+QPSMS: 0', null],
    ['u-blox', '+UCPSMS: 1,,,"00000110","00000101"', { tau: 3600, active: 10 }],
    ['u-blox', '+UCPSMS: 0,,,"00000110","00000101"', null],
    ['u-blox', '+UCPSMS: 1,,,"",""', null],
  ])('%s: %s', (family, line, granted) => expect(grantedBy(family, line)).toEqual(granted))
})
