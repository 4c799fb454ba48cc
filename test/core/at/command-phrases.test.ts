import type { Command } from '@core/at/command-text'
import { decoder, type Definition } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, ranged, secret, text } from '@core/at/parameter'
import { explainCommand } from '@core/at/phrase-words'
import { describe, expect, test } from 'vitest'

const mode = int('n', 'mode', 'モード', { 0: { en: 'off', ja: 'オフ' } })
const level = ranged(0, 9, int('rssi', 'level', 'レベル'))
const pin = secret('pin', text('pin', 'PIN', 'PIN'))
const title = { en: 'signal of the cell', ja: 'セルの信号' }
const own = (more: Partial<Definition> = {}) =>
  decoder({ id: '+X', title, spec: '', group: 'others', parameters: [mode, level, pin], ...more })

describe('what a command says', () => {
  const command = (form: Command['form'], args = ''): Command => ({
    name: '+X',
    form,
    args,
    argsStart: 5,
  })
  const said = (more: Partial<Definition>, one: Command, facts: Facts = {}) => {
    const { words } = explainCommand(own(more), facts, one)
    return [words.en, words.ja]
  }
  test.each<
    [
      what: string,
      definition: Partial<Definition>,
      one: Command,
      facts: Facts,
      en: string,
      ja: string,
    ]
  >([
    [
      'a question',
      {},
      command('read'),
      { n: 1 },
      'Asks: signal of the cell.',
      'セルの信号を問い合わせます。',
    ],
    [
      'a bare command',
      {},
      command('action'),
      { n: 1 },
      'Asks: signal of the cell.',
      'セルの信号を問い合わせます。',
    ],
    [
      'a test',
      {},
      command('test'),
      {},
      'Asks which values +X accepts (signal of the cell).',
      '+X で指定できる値を問い合わせます（セルの信号）。',
    ],
    [
      'a test of a command without values',
      { parameters: [] },
      command('test'),
      {},
      'Asks whether the modem knows +X (signal of the cell).',
      '+X に対応しているか問い合わせます（セルの信号）。',
    ],
    [
      'a test of a command with free answers',
      { free: true },
      command('test'),
      {},
      'Asks whether the modem knows +X (signal of the cell).',
      '+X に対応しているか問い合わせます（セルの信号）。',
    ],
    [
      'a setting',
      {},
      command('set', '1'),
      { n: 0, rssi: 2 },
      'Sets signal of the cell: mode 0 (off), level 2.',
      'セルの信号を設定します：モード 0（オフ）、レベル 2',
    ],
    [
      'a setting of nothing that is known',
      {},
      command('set', 'x'),
      {},
      'Sets signal of the cell.',
      'セルの信号を設定します。',
    ],
    [
      'a setting without a value',
      {},
      command('set', ' '),
      {},
      'Sets signal of the cell, without a value: it stays as it is, or goes back to its default.',
      'セルの信号を設定します（値なし：現在の値のまま、または初期値に戻ります）。',
    ],
    [
      'no value where that means something',
      { empty: true },
      command('set'),
      {},
      'Sets signal of the cell.',
      'セルの信号を設定します。',
    ],
    [
      'its own setting',
      { set: [level] },
      command('set', '1'),
      { n: 0, rssi: 2 },
      'Sets signal of the cell: level 2.',
      'セルの信号を設定します：レベル 2',
    ],
    [
      'a number alone',
      { alone: { en: 'Deletes #', ja: '# を削除' } },
      command('set', ' 7 '),
      {},
      'Deletes 7.',
      '7 を削除',
    ],
    [
      'a number and more',
      { alone: { en: 'Deletes #', ja: '# を削除' } },
      command('set', '7,1'),
      { n: 7 },
      'Sets signal of the cell: mode 7.',
      'セルの信号を設定します：モード 7',
    ],
    [
      'what is no number',
      { alone: { en: 'Deletes #', ja: '# を削除' } },
      command('set', 'x7'),
      { n: 7 },
      'Sets signal of the cell: mode 7.',
      'セルの信号を設定します：モード 7',
    ],
    [
      'what asks by setting',
      { asks: true },
      command('set', '1'),
      { n: 3, rssi: 2 },
      'Asks: signal of the cell, mode 3, level 2.',
      'セルの信号を問い合わせます（モード 3、レベル 2）。',
    ],
    [
      'what it does',
      { does: { en: 'Rings.', ja: '鳴らします。' } },
      command('action'),
      {},
      'Rings.',
      '鳴らします。',
    ],
    [
      'what it does with values',
      { does: { en: 'Rings.', ja: '鳴らします。' } },
      command('set', '1'),
      { n: 0 },
      'Rings: mode 0 (off).',
      '鳴らします：モード 0（オフ）',
    ],
    [
      'what it does without',
      { does: { en: 'Rings.', ja: '鳴らします。' } },
      command('set'),
      {},
      'Rings.',
      '鳴らします。',
    ],
    [
      'the reporting of unsolicited lines',
      { urc: true, set: [int('n', 'reporting', '通知')] },
      command('set', '1'),
      { n: 1 },
      'Sets how signal of the cell is reported: reporting 1.',
      'セルの信号の通知を設定します：通知 1',
    ],
    [
      'another setting of such a line',
      { urc: true, set: [mode] },
      command('set', '1'),
      { n: 1 },
      'Sets signal of the cell: mode 1.',
      'セルの信号を設定します：モード 1',
    ],
    [
      'reporting and more',
      { urc: true, set: [int('n', 'reporting', '通知'), level] },
      command('set', '1'),
      { n: 1 },
      'Sets signal of the cell: reporting 1.',
      'セルの信号を設定します：通知 1',
    ],
    [
      'reporting of what never comes by itself',
      { set: [int('n', 'reporting', '通知')] },
      command('set', '1'),
      { n: 1 },
      'Sets signal of the cell: reporting 1.',
      'セルの信号を設定します：通知 1',
    ],
    [
      'a title that is a setting',
      { title: { en: 'APN', ja: 'APN の設定' } },
      command('set', '1'),
      { n: 1 },
      'Sets APN: mode 1.',
      'APN を設定します：モード 1',
    ],
    [
      'a title that names one',
      { title: { en: 'APN', ja: '接続設定' } },
      command('set', '1'),
      {},
      'Sets APN.',
      '接続を設定します。',
    ],
    [
      'a sentence of its own',
      { explainCommand: () => ({ words: { en: 'Own', ja: '独自' } }) },
      command('set', '1'),
      {},
      'Own.',
      '独自',
    ],
  ])('%s', (_what, definition, one, facts, en, ja) => {
    expect(said(definition, one, facts)).toEqual([en, ja])
  })
})
