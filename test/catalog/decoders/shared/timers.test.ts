import { edrxWords } from '@catalog/decoders/shared/edrx'
import { statusWord } from '@catalog/decoders/shared/status-word'
import { activeTime, edrxCycle, periodicTau } from '@catalog/decoders/shared/timers'
import type { Facts } from '@core/at/knowledge'
import { describe, expect, test } from 'vitest'

test.each([
  ['00000001', '10 min', '2 s'],
  ['00100001', '1 h', '1 min'],
  ['01000001', '10 h', '6 min'],
  ['01100001', '2 s', '1 min'],
  ['11100000', 'off', 'off'],
  ['1110000', undefined, undefined],
  [7, undefined, undefined],
  [null, undefined, undefined],
])('%s is a periodic update of %s, or an active time of %s', (bits, tau, active) => {
  expect([periodicTau(bits), activeTime(bits)]).toEqual([tau, active])
})

test.each([
  ['0000', '5.12 s'],
  ['1111', '10485.76 s'],
  ['00000', undefined],
  [5, undefined],
])('%s is an eDRX cycle of %s', (bits, cycle) => {
  expect(edrxCycle(bits)).toBe(cycle)
})

test.each<[Facts, string, string]>([
  [{ act_type: 0, requested: '0010' }, 'eDRX is not used.', 'eDRX は使用されていません。'],
  [{ act_type: 4 }, 'eDRX.', 'eDRX'],
  [
    { act_type: 4, requested: '0010' },
    'eDRX: asked for a cycle of 20.48 s.',
    'eDRX：要求周期 20.48 s',
  ],
  [
    { act_type: 4, nw_provided: '0011' },
    'eDRX, the network grants 40.96 s.',
    'eDRX、ネットワークの許可周期 40.96 s',
  ],
  [
    { act_type: 4, requested: '0010', nw_provided: '0011', ptw: '0011' },
    'eDRX: asked for a cycle of 20.48 s, the network grants 40.96 s, paging window 5.12 s.',
    'eDRX：要求周期 20.48 s、ネットワークの許可周期 40.96 s、ページング時間枠 5.12 s',
  ],
  [{ act_type: 5, ptw: '0011' }, 'eDRX, paging window 10.24 s.', 'eDRX、ページング時間枠 10.24 s'],
  [{ act_type: 4, ptw: '0000' }, 'eDRX, paging window 1.28 s.', 'eDRX、ページング時間枠 1.28 s'],
  [{ act_type: 3, ptw: '0011' }, 'eDRX.', 'eDRX'],
  [{ act_type: '4', ptw: '0011' }, 'eDRX.', 'eDRX'],
  [{ act_type: 4, ptw: '00110' }, 'eDRX.', 'eDRX'],
  [{ act_type: 4, ptw: '10011' }, 'eDRX.', 'eDRX'],
  [{ act_type: 4, ptw: 11 }, 'eDRX.', 'eDRX'],
])('%o', (facts, en, ja) => {
  expect(edrxWords(facts)).toEqual({ en, ja })
})

describe('what a card answers', () => {
  test.each<[unknown, unknown, string, string, boolean]>([
    [0x90, 0x00, 'The card carried it out', 'カードは正常に応答しました', true],
    [0x91, 0x12, 'The card carried it out', 'カードは正常に応答しました', true],
    [0x90, 0x01, 'The card refused (9001)', 'カードが拒否しました（9001）', false],
    [0x9f, 0x12, 'The card has more data to fetch', 'カードに続きのデータがあります', true],
    [0x61, undefined, 'The card has more data to fetch', 'カードに続きのデータがあります', true],
    [0x63, 0xc2, 'Tries left: 2', '残り試行回数：2 回', true],
    [0x63, 0xc1, 'Tries left: 1', '残り試行回数：1 回', false],
    [0x63, 0xc0, 'Tries left: 0', '残り試行回数：0 回', false],
    [0x63, 0xcf, 'Tries left: 15', '残り試行回数：15 回', true],
    [0x63, 0xbf, 'The card refused (63BF)', 'カードが拒否しました（63BF）', false],
    [0x69, 0x83, 'Blocked: no tries left', 'ブロックされています（残り回数なし）', false],
    [0x6d, 'x', 'The card does not know that command', 'カードが対応していない命令です', false],
    [0x01, 0x02, 'The card refused (0102)', 'カードが拒否しました（0102）', false],
  ])('%i %s', (sw1, sw2, en, ja, fine) => {
    expect(statusWord(sw1, sw2)).toEqual({ words: { en, ja }, fine })
  })
})
