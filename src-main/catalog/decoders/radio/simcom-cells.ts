import { family } from '../shared/family'
import { item, value } from '../shared/vocabulary'

/** Of SIMCom's later manuals: what they are called, and their values as printed. */
const { setting } = family('SIMCom A76xx and SIM82xx Series AT Command Manuals', 'simcom')

const named: readonly (readonly [id: string, en: string, ja: string])[] = [
  ['+CNWINFO', 'figures of the network', 'ネットワークの情報'],
  ['+CSYSSEL', 'choice of systems and bands', '方式とバンドの選択'],
  ['+CCELLCFG', 'lock on a cell', 'セルの固定'],
  ['+CNETCI', 'cells around', '周辺セル'],
  ['+CAPNMODE', 'how the APN is chosen', 'APN の選択方法'],
  ['+CEDUMP', 'what a crash does', '異常終了時の動作'],
]

export default named.map(([id, en, ja]) =>
  setting(id, en, ja, [item, value], {
    setFacts: (row) => ({ item: row.text(0), value: row.text(1) }),
    row: (row) => ({
      item: row.fields[0]?.quoted ? row.text(0) : null,
      value:
        row.fields
          .slice(row.fields[0]?.quoted ? 1 : 0)
          .map((field) => field.text)
          .join(',') || null,
    }),
  }),
)
