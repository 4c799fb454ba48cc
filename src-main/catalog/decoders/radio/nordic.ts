import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { family, table } from '../shared/family'
import { sentences } from '../shared/join'
import { levels, levelSeverity } from '../shared/quality'
import { sinrOf } from '../shared/nordic-snr'
import { cid, mode, onOff, value } from '../shared/vocabulary'

const nrf91 = family('nRF91x1/nRF91 AT Commands Reference Guide', 'nordic')

const snrIndex = int('snr', 'SNR index', 'SNR 指数')

export default [
  decoder({
    id: '%XSYSTEMMODE',
    title: say('technologies in use', '使用する無線方式'),
    spec: 'nRF91 AT manual',
    group: 'nordic',
    parameters: [
      int('m1_support', 'LTE-M', 'LTE-M', offOn),
      int('nb1_support', 'NB-IoT', 'NB-IoT', offOn),
      int('gnss_support', 'GNSS', 'GNSS', offOn),
      int('lte_preference', 'preference', '優先', {
        0: say('none', 'なし'),
        1: say('LTE-M', 'LTE-M'),
        2: say('NB-IoT', 'NB-IoT'),
        3: say('operator first, then LTE-M', '事業者の優先順、次に LTE-M'),
        4: say('operator first, then NB-IoT', '事業者の優先順、次に NB-IoT'),
      }),
    ],
  }),
  nrf91.question('%XOPERID', 'operator of the modem', '事業者の識別', [
    int(
      'oper_id',
      'operator',
      '事業者',
      table(
        '0 undetected|未検出',
        '1 Verizon|Verizon',
        '2 AT&T|AT&T',
        '3 US Cellular|US Cellular',
        '5 China Telecom|China Telecom',
        '6 SoftBank|SoftBank',
        '7 Telstra|Telstra',
        '8 Deutsche Telekom|Deutsche Telekom',
        '9 LG U+|LG U+',
      ),
    ),
  ]),
  nrf91.setting('%XPTW', 'paging time window of eDRX', 'eDRX のページング窓', [
    int('act_type', 'technology', '方式'),
    text('ptw', 'PTW', 'PTW'),
  ]),
  nrf91.question('%XNEWCID', 'free context', '空きコンテキスト', [cid]),
  nrf91.setting('%XEMPR', 'maximum power reduction', '送信電力の低減', [
    int('mode', 'technology', '方式'),
    value,
  ]),
  nrf91.setting('%XMODEMTRACE', 'trace of the modem', 'モデムのトレース', [
    int('operation', 'what to do', '動作', table('0 off|オフ', '1 on|オン', '2 choose|選択')),
    int('set_id', 'set', 'セット'),
  ]),
  nrf91.setting('%XNETTIME', 'time of the network', 'ネットワーク時刻の使用', [onOff]),
  nrf91.setting('%XDEEPSEARCH', 'deep search', '詳細検索', [onOff]),
  nrf91.setting('%XPMNG', 'power management', '電源管理', [mode]),
  nrf91.setting('%XANTCFG', 'antenna tuner', 'アンテナ調整', [onOff]),
  nrf91.question(
    '%XSNRSQ',
    'signal quality',
    '信号品質',
    [
      snrIndex,
      int('srxlev', 'level', 'レベル'),
      int('ce_level', 'coverage class', 'カバレッジ等級'),
    ],
    {
      // nRF91 AT Commands, 5.8: a notification has the place among the thresholds behind the SNR.
      urc: [
        snrIndex,
        int('threshold_index', 'threshold', 'しきい値'),
        int('srxlev', 'level', 'レベル'),
        int('ce_level', 'coverage class', 'カバレッジ等級'),
      ],
      isUnsolicited: (row) => row.count === 4,
      derive: (facts) => ({
        ...facts,
        ...(facts['srxlev'] === 32767 ? { srxlev: null } : {}),
        ...(facts['ce_level'] === 255 ? { ce_level: null } : {}),
        ...sinrOf(facts['snr']),
      }),
      explain(facts, asked) {
        const known = levels({ sinr: facts['sinr_db'] })
        if (asked.form === 'test' || !known) return undefined
        return { words: sentences(known), severity: levelSeverity({ sinr: facts['sinr_db'] }) }
      },
    },
  ),
]
