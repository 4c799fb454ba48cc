import type { Facts } from '@core/at/knowledge'
import { int, say } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { bitsOf } from '@core/radio/mask'
import { family, table } from '../shared/family'

const { setting } = family('AT commands of ASR160x and Air72x modules', 'others')

const modes = table(
  '0 GSM only|GSM のみ',
  '1 UMTS only|UMTS のみ',
  '2 GSM and UMTS|GSM と UMTS',
  '3 GSM and UMTS, GSM preferred|GSM と UMTS（GSM 優先）',
  '4 GSM and UMTS, UMTS preferred|GSM と UMTS（UMTS 優先）',
  '5 LTE only|LTE のみ',
  '6 GSM and LTE|GSM と LTE',
  '7 GSM and LTE, GSM preferred|GSM と LTE（GSM 優先）',
  '8 GSM and LTE, LTE preferred|GSM と LTE（LTE 優先）',
  '9 UMTS and LTE|UMTS と LTE',
  '10 UMTS and LTE, UMTS preferred|UMTS と LTE（UMTS 優先）',
  '11 UMTS and LTE, LTE preferred|UMTS と LTE（LTE 優先）',
  '12 all|すべて',
  '13 all, GSM preferred|すべて（GSM 優先）',
  '14 all, UMTS preferred|すべて（UMTS 優先）',
  '15 all, LTE preferred|すべて（LTE 優先）',
)
const parameters = [
  int('mode', 'technologies', '方式', modes),
  int('gsm_mask', 'GSM mask', 'GSM マスク'),
  int('umts_mask', 'UMTS mask', 'UMTS マスク'),
  int('lte_tdd_mask', 'LTE TDD mask', 'LTE TDD マスク'),
  int('lte_fdd_mask', 'LTE FDD mask', 'LTE FDD マスク'),
  int('roaming', 'roaming', 'ローミング'),
  int('domain', 'domain', 'ドメイン'),
  int('priority', 'priority', '優先度'),
]

/** Bit 0 of the FDD mask is band 1, bit 0 of the TDD mask band 33. */
function masks(row: Row): Facts {
  const facts: Record<string, number | null | undefined> = {}
  for (const [at, { name }] of parameters.entries()) facts[name] = row.int(at, name)
  const fdd = facts['lte_fdd_mask']
  const tdd = facts['lte_tdd_mask']
  return {
    ...facts,
    lte_bands: [
      ...(typeof fdd === 'number' ? bitsOf(BigInt(fdd)).map((bit) => bit + 1) : []),
      ...(typeof tdd === 'number' ? bitsOf(BigInt(tdd)).map((bit) => bit + 33) : []),
    ],
  }
}

export default [
  setting('*BAND', 'technologies and bands', '方式とバンド', parameters, {
    row: masks,
    explain(facts, asked) {
      const { mode, lte_bands: bands } = facts
      const said = typeof mode === 'number' ? modes[mode] : undefined
      if (asked.form === 'test' || !said || !Array.isArray(bands)) return undefined
      const list = bands.map((band) => `B${String(band)}`)
      return {
        words: say(
          `Technologies: ${said.en}${list.length > 0 ? `; LTE bands ${list.join(', ')}` : ''}.`,
          `方式：${said.ja}${list.length > 0 ? `、LTE バンド：${list.join('、')}` : ''}`,
        ),
      }
    },
  }),
]
