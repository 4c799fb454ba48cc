import { describe, expect, test } from 'vitest'
import { cellFamilies } from '@catalog/cells'
import { knowledge } from '@catalog/decoders'
import { cellsOf, type HeardCell } from '@core/radio/cells'
import { openedBench, refusal } from '../support/opened-bench'

const slot = 'a' as const
const seen = ({ serving, rat, channel, physicalId, powerDbm, qualityDb }: HeardCell) =>
  [serving ? '*' : ' ', rat, channel, physicalId, powerDbm, qualityDb].join(' ')

/** Answers as they stand in public, with other identities. */
const answers: readonly (readonly [
  command: string,
  serving: boolean,
  lines: readonly string[],
  expected: readonly string[],
])[] = [
  [
    'AT+QENG="servingcell"',
    true,
    [
      '+QENG: "servingcell","NOCONN","LTE","FDD",440,10,1A2B3C4,188,6300,20,3,3,603,-104,-9,-78,11,23',
    ],
    ['* LTE 6300 188 -104 -9'],
  ],
  [
    'AT+QENG="neighbourcell"',
    false,
    [
      '+QENG: "neighbourcell intra","LTE",6300,188,-12,-105,-75,-20,23,4,12,10,62',
      '+QENG: "neighbourcell inter","LTE",1501,-,-,-,-,-,-,0,10,7',
      '+QENG: "neighbourcell","WCDMA",3062,3,16,2,-,-,-,-',
    ],
    ['  LTE 6300 188 -105 -12', '  LTE 1501   ', '  WCDMA 3062   '],
  ],
  [
    'AT+CCINFO',
    true,
    [
      '+CCINFO:[SCELL],UARFCN:4436,MCC:505,MNC:001,LAC:338,ID:14302219,PSC:214,SSC:0,RSCP:88,ECIO:8.0,RXLev:-88dbm,TXPWR:0',
      '+CCINFO:[NCell1],UARFCN:4436,PSC:230,SSC:0,RSCP:97,ECIO:15.5,RXLev:-97dbm',
    ],
    ['* WCDMA 4436 214 -88 -8', '  WCDMA 4436 230 -97 -15.5'],
  ],
  [
    'AT+CENG?',
    true,
    [
      '+CENG: 1,1,2,LTE CAT-M1',
      '+CENG: 0,"1550,339,-73,-47,-12,17,102,303617,440,10,255"',
      '+CENG: 1,"1550,414,-88,-51,-20,17"',
    ],
    ['* LTE 1550 339 -73 -12', '  LTE 1550 414 -88 -20'],
  ],
  [
    'AT+CENG?',
    true,
    [
      '+CENG: 1,1',
      '+CENG: 0,"0011,64,00,460,00,62,2b5b,10,05,58b2,255"',
      '+CENG: 2,"0086,33,00,62e6,460,00,58b2"',
    ],
    ['* GSM 11   ', '  GSM 86  -78 '],
  ],
  [
    'AT^MONSC',
    true,
    ['^MONSC: LTE,440,10,1850,1A2B3C4,64,1A2B,-85,-12,-60'],
    ['* LTE 1850 100 -85 -12'],
  ],
  [
    'AT^MONNC',
    false,
    ['^MONNC: LTE,1650,12A,-93,-12,-65', '^MONNC: WCDMA,10738,64,-95,-11'],
    ['  LTE 1650 298 -93 -12', '  WCDMA 10738 64 -95 -11'],
  ],
  [
    'AT%NCELLMEAS',
    true,
    [
      '%NCELLMEAS: 0,"0199F10A","44020","107E",65535,3750,5,49,27,107504,3750,251,33,4,0,475,107,26,14,25',
    ],
    ['* LTE 3750 5 -92 -6.5', '  LTE 3750 251 -108 -18', '  LTE 475 107 -115 -13'],
  ],
  [
    'AT!LTEINFO?',
    true,
    [
      '!LTEINFO:',
      'Serving:   EARFCN MCC MNC   TAC      CID Bd D U SNR PCI  RSRQ   RSRP   RSSI RXLV',
      '1275 440  10 20004 0AAF1C0C  4 4 4  10 114 -10.8  -84.4  -52.7 --',
      'IntraFreq:                                          PCI  RSRQ   RSRP   RSSI RXLV',
      '114 -10.8  -84.4  -52.7 --',
      '257 -16.8  -95.1  -69.0 --',
      'InterFreq: EARFCN ThresholdLow ThresholdHi Priority PCI  RSRQ   RSRP   RSSI RXLV',
    ],
    ['* LTE 1275 114 -84.4 -10.8', '  LTE 1275 114 -84.4 -10.8', '  LTE 1275 257 -95.1 -16.8'],
  ],
]
test.each(answers)('%s (serving: %s) gives its cells', (command, serving, lines, expected) => {
  expect(cellsOf(knowledge.answer(command, [...lines]), serving).map(seen)).toEqual(expected)
})

test('a modem is of one family, whatever its maker writes into its name', () => {
  const familyOf = (identity: string) => cellFamilies.find((one) => one.matches(identity))?.id
  expect(
    [
      'Quectel EC25',
      'SIMCOM_SIM5320J',
      'SIMCOM_SIM7070',
      'SIM800',
      'A7672E-LASE',
      'SIMCOM_SIM7600E-H',
    ].map(familyOf),
  ).toEqual(['quectel', 'sim5320', 'ceng', 'ceng', 'cpsi', 'cpsi'])
})

describe('on the bench', () => {
  test('the cells a SIM5320 hears are told, the serving one first and once', async () => {
    const { done } = await openedBench('sim:sim5320')
    const { family, cells, servingOnly } = await done('radio.cells', { slot })
    expect([family, servingOnly]).toEqual(['SIMCom SIM5320', false])
    expect(cells.map(({ serving, channel, plmn }) => [serving, channel, plmn])).toEqual([
      [true, 10736, '44010'],
      [false, 10638, null],
      [false, 4436, null],
    ])
  })
  test('a SIM7672 tells the cell it is on alone, and says so', async () => {
    const { done } = await openedBench('sim:sim7672')
    const { cells, servingOnly } = await done('radio.cells', { slot })
    expect([servingOnly, cells.length, cells[0]?.band]).toEqual([true, 1, 'B28'])
  })
  test('a modem of no such family names those that there are', async () => {
    const { done } = await openedBench('sim:generic')
    await expect(done('radio.cells', { slot }).catch(refusal)).resolves.toMatch(
      /^radio-no-cells .*GM-1; known are Quectel/,
    )
  })
})
