import { emmCause } from '@catalog/decoders/shared/causes'
import {
  explainRegistration,
  explainRegistrationCommand,
  type Domain,
} from '@catalog/decoders/shared/registration'
import { parseCommands } from '@core/at/command-text'
import type { Facts } from '@core/at/knowledge'
import { describe, expect, test } from 'vitest'

const lte: Domain = {
  area: 'tac',
  name: { en: 'LTE', ja: '〈LTE〉' },
  after: [],
  timers: ['active_time', 'periodic_tau'],
  causeOf: emmCause,
}

describe('what is said of it', () => {
  test.each<[Facts, string, string, string]>([
    [
      { stat: 1 },
      'LTE 1: registered, home network.',
      '〈LTE〉 1：登録済み（ホームネットワーク）。',
      'fine',
    ],
    [
      { stat: 1, act: 255 },
      'LTE 1: registered, home network.',
      '〈LTE〉 1：登録済み（ホームネットワーク）。',
      'fine',
    ],
    [
      { n: 5, stat: 1, act: 15 },
      'LTE 5,1: registered, home network.',
      '〈LTE〉 5,1：登録済み（ホームネットワーク）。',
      'fine',
    ],
    [
      { n: 0, stat: 1, act: 0 },
      'LTE 0,1: registered, home network, GSM.',
      '〈LTE〉 0,1：登録済み（ホームネットワーク）、GSM。',
      'fine',
    ],
    [
      { n: 2, stat: 5, act: 7 },
      'LTE 2,5: registered, roaming, LTE. Normal for a SORACOM global SIM.',
      '〈LTE〉 2,5：登録済み（ローミング中）、LTE。SORACOM のグローバル SIM では正常です。',
      'fine',
    ],
    [
      { n: 6, stat: 1, act: 16 },
      'LTE 6,1: registered, home network. Out of range: <n> 6 (0–5), <AcT> 16 (0–15).',
      '〈LTE〉 6,1：登録済み（ホームネットワーク）。範囲外の値：<n> 6（0–5）、<AcT> 16（0–15）。',
      'warning',
    ],
    [
      { n: -1, stat: 1 },
      'LTE -1,1: registered, home network. Out of range: <n> -1 (0–5).',
      '〈LTE〉 -1,1：登録済み（ホームネットワーク）。範囲外の値：<n> -1（0–5）。',
      'warning',
    ],
    [
      { stat: 3 },
      'LTE 3: registration denied. SIM inactive, plan or IMEI not admitted, roaming forbidden, or the wrong APN on attach: read the reject cause.',
      '〈LTE〉 3：登録拒否。SIM の休止、契約や IMEI の制限、ローミング不可、APN の誤りが考えられます。拒否理由を確認してください。',
      'failure',
    ],
    [
      { stat: 3, act: 16, reject_cause: 0 },
      'LTE 3: registration denied. Out of range: <AcT> 16 (0–15). SIM inactive, plan or IMEI not admitted, roaming forbidden, or the wrong APN on attach: read the reject cause.',
      '〈LTE〉 3：登録拒否。範囲外の値：<AcT> 16（0–15）。SIM の休止、契約や IMEI の制限、ローミング不可、APN の誤りが考えられます。拒否理由を確認してください。',
      'failure',
    ],
    [
      { stat: 3, cause_type: 0, reject_cause: 15 },
      'LTE 3: registration denied. Reject cause 15: No suitable cells in tracking area. The band or radio technology is not allowed for this plan: check the band mask and mode (AT+CNBP, AT+CNMP) and the plan.',
      '〈LTE〉 3：登録拒否。拒否理由 15：エリア内に適合セルなし。契約に合うバンド・方式のセルがありません。バンド設定（AT+CNBP）、方式設定（AT+CNMP）と契約を確認してください。',
      'failure',
    ],
    [
      { stat: 3, cause_type: 1, reject_cause: 15 },
      'LTE 3: registration denied. Reject cause 15.',
      '〈LTE〉 3：登録拒否。拒否理由 15。',
      'failure',
    ],
    [
      { stat: 3, cause_type: 0, reject_cause: 250 },
      'LTE 3: registration denied. Reject cause 250.',
      '〈LTE〉 3：登録拒否。拒否理由 250。',
      'failure',
    ],
    [
      { stat: 2 },
      'LTE 2: searching or trying to attach. Allow up to two minutes; then check antenna, band mask and the APN of context 1.',
      '〈LTE〉 2：圏外（サーチ中・アタッチ試行中）。最大 2 分ほど待ち、続く場合はアンテナ、バンド設定、cid 1 の APN を確認してください。',
      'notice',
    ],
    [
      { stat: 77 },
      'LTE 77: a value 3GPP does not define (77).',
      '〈LTE〉 77：3GPP に定義のない値（77）。',
      'warning',
    ],
  ])('%o', (facts, en, ja, severity) => {
    expect(explainRegistration(lte)(facts, { form: 'read' })).toEqual({
      words: { en, ja },
      severity,
    })
  })

  test('nothing of the values it accepts, nor without a state', () => {
    expect(explainRegistration(lte)({ stat: 1 }, { form: 'test' })).toBeUndefined()
    expect(explainRegistration(lte)({ n: 1 }, { form: 'read' })).toBeUndefined()
  })

  test.each([
    ['AT+CEREG=2', 2, 'Sets how LTE is reported: reporting 2 (changes with area and cell).'],
    ['AT+CEREG=2', undefined, ''],
    ['AT+CEREG?', 2, ''],
  ])('%s with %s', (line, n, en) => {
    const [command] = parseCommands(line)
    const note = command && explainRegistrationCommand(lte)(n === undefined ? {} : { n }, command)
    expect(note?.words.en ?? '').toBe(en)
    if (en !== '')
      expect(note?.words.ja).toBe(
        '〈LTE〉の通知方法を設定します：通知モード 2（エリア・セルも通知）。',
      )
  })
})
