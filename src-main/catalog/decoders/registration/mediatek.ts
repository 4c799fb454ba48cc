import { decoder, type Decoder } from '@core/at/decoder'
import type { FactValue } from '@core/at/knowledge'
import { hex, int, say } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { gmmCause, mmCause } from '../shared/causes'
import {
  explainRegistration,
  explainRegistrationCommand,
  isRegistrationUrc,
  reportMode,
  type Domain,
} from '../shared/registration'

/** What its radio interface layer for Android reads. */
const source = 'MediaTek radio interface layer (mtk-ril)'

/** What follows the technology, which is a mask here: `4096` is LTE. */
interface Places {
  readonly rac: boolean
}

function rowOf(
  domain: Domain,
  { rac }: Places,
): (row: Row) => { [name: string]: FactValue | undefined } {
  return (row) => {
    const urc = isRegistrationUrc(row)
    const at = urc ? 0 : 1
    if (row.count === 0) row.refuse('a registration state')
    const after = at + 4 + (rac ? 1 : 0)
    row.mark(at + 1, 'cell')
    row.mark(at + 2, 'cell')
    return {
      ...(urc ? {} : { n: row.int(0, 'n') }),
      stat: row.int(at, 'stat'),
      [domain.area]: row.hex(at + 1, domain.area),
      ci: row.hex(at + 2, 'ci'),
      eact: row.int(at + 3, 'eact'),
      ...(rac ? { rac: row.hex(at + 4, 'rac') } : {}),
      nwk_existence: row.int(after, 'nwk_existence'),
      roam_indicator: row.int(after + 1, 'roam_indicator'),
      cause_type: row.int(after + 2, 'cause_type'),
      reject_cause: row.int(after + 3, 'reject_cause'),
    }
  }
}

function extended(id: string, domain: Domain, places: Places): Decoder {
  return decoder({
    id,
    title: domain.name,
    spec: source,
    group: 'others',
    parameters: [
      reportMode,
      int('stat', 'state', '状態'),
      hex('lac', 'area code', 'エリアコード'),
      hex('ci', 'cell id', 'セル ID'),
      int('eact', 'technologies', '方式', {
        4096: say('LTE', 'LTE'),
        8192: say('LTE with carrier aggregation', 'LTE（キャリアアグリゲーション）'),
      }),
      ...(places.rac ? [hex('rac', 'routing area', 'ルーティングエリア')] : []),
      int('nwk_existence', 'a network is there', 'ネットワークの有無'),
      int('roam_indicator', 'roaming indicator', 'ローミング表示'),
      int('cause_type', 'kind of cause', '理由の種別'),
      int('reject_cause', 'reject cause', '拒否理由'),
    ],
    set: [reportMode],
    urc: true,
    isUnsolicited: isRegistrationUrc,
    row: rowOf(domain, places),
    explain: explainRegistration(domain),
    explainCommand: explainRegistrationCommand(domain),
  })
}

const ofArea = { area: 'lac', after: [], timers: [] } as const

export default [
  extended(
    '+EREG',
    {
      ...ofArea,
      name: say('registration (MediaTek)', '登録状態（MediaTek）'),
      causeOf: mmCause,
    },
    { rac: false },
  ),
  extended(
    '+EGREG',
    {
      ...ofArea,
      name: say('packet registration (MediaTek)', 'パケットネットワークの登録状態（MediaTek）'),
      causeOf: gmmCause,
    },
    { rac: true },
  ),
]
