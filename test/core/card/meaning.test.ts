import { expect, test } from 'vitest'
import type { CardFileName } from '@core/card/files'
import { cardFileMeaning } from '@core/card/meaning'
import { networksIn } from '@core/card/networks'
import { fileShape } from '@core/card/shape'

test.for<[CardFileName, string, string]>([
  ['iccid', '981800000000000021F3', '8981000000000000123'],
  ['imsi', '084904012143658709', '440101234567890'],
  ['imsi', '00FFFFFFFFFFFFFFFF', 'not of the form'],
  ['spn', '0153696D746F6E6FFFFFFFFFFFFFFFFFFF', 'Simtono'],
  ['spn', '00806E294F4EFFFFFFFFFFFFFFFFFFFFFF', '温低'],
  ['spn', '01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF', 'empty'],
  ['ad', '00000002', 'normal operation; the network code has 2 digits'],
  ['ad', '80000003', 'test card; the network code has 3 digits'],
  ['ad', '000000', 'normal operation'],
  ['gid1', 'A1FF', 'A1FF'],
  ['gid1', 'FFFF', 'empty'],
  ['fplmn', '44F00213F062FFFFFFFFFFFF', '440 20, 310 26'],
  ['fplmn', 'FFFFFFFFFFFFFFFFFFFFFFFF', 'none'],
  ['ehplmn', '130014FFFFFF', '310 410'],
  ['oplmn', '44F001C80044F0020080FFFFFF0000', '440 10 (3G, LTE, 5G), 440 20 (2G)'],
  ['hpplmn', '05', 'every 30 min'],
  ['hpplmn', '00', 'not while in a visited network'],
  ['loci', 'FFFFFFFF44F0021234FF03', '440 20, LAC 1234; area not allowed'],
  ['loci', 'FFFFFFFFFFFFFF0000FF01', 'none; not updated'],
  ['epsloci', '0BF644F00180010112345678' + '44F0011A2B' + '00', '440 10, TAC 1A2B; updated'],
  ['epsloci', 'FFFF', 'not of the form'],
  ['smsp', `${'FF'.repeat(10)}FD${'FF'.repeat(12)}07911809214365F7FFFFFFFFFFFFFF`, '+819012345'],
  ['smsp', 'FF'.repeat(38), 'empty'],
  ['ust', '0002000000000000000000', 'SMS'],
  ['fplmn', '', 'not of the form'],
])('EF %s %s says %s', ([name, hex, words]) => {
  expect(cardFileMeaning(name, hex).en).toContain(words)
})

test('a network of three digits keeps its last one, and an empty place between two is passed over', () => {
  expect(networksIn('44F002FFFFFF130014')).toEqual(['44020', '310410'])
})

test.for([
  ['62178202412183026F7BA506C00140DE01008A010580020018', { octets: 24 }],
  ['621A8205422100280283026F42A503C001408A01058002005088010A', { octets: 80, recordOctets: 40 }],
  // A SIM without USIM, as 51.011 (9.2.1) has it.
  ['000000096F07040014001401020000', { octets: 9 }],
  ['000000506F42040011001401020128', { octets: 80, recordOctets: 40 }],
  ['62', undefined],
  ['', undefined],
] as const)('the card says of a file: %s', ([hex, shape]) => {
  expect(fileShape(hex)).toEqual(shape)
})
