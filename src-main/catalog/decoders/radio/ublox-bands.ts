import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { factRows } from '../shared/fact-rows'
import { family, table } from '../shared/family'
import { display } from '../shared/join'
import { masksIn } from '../shared/ublox-masks'

const { setting } = family('u-blox SARA/LARA/TOBY AT Commands Manual', 'u-blox')

/** One or several systems with one or two masks each; the facts of the first stand by themselves, too. */
function bandMasks(row: Row): Facts {
  const masks = masksIn(row.fields.map((field) => field.text))
  const systems = [...(masks ?? [])].map(([rat, [mask = null, mask2]]) => ({
    rat: Number(rat),
    mask,
    ...(mask2 === undefined ? {} : { mask2 }),
  }))
  const [first] = systems
  return first ? { ...first, systems } : {}
}

function bandMaskWords(systems: Facts[string]) {
  const rows = factRows(systems)
  if (rows.length === 0) return undefined
  const each = rows.map(({ rat, mask, mask2 }) => {
    const more = mask2 === undefined ? '' : `, ${display(mask2)}`
    const name = bandSystems[Number(rat)] ?? say(`system ${display(rat)}`, `方式 ${display(rat)}`)
    return say(`${name.en} ${display(mask)}${more}`, `${name.ja} ${display(mask)}${more}`)
  })
  return {
    words: say(
      `Band masks: ${each.map(({ en }) => en).join('; ')}.`,
      `バンドマスク：${each.map(({ ja }) => ja).join('、')}`,
    ),
  }
}

const bandSystems = table('0 LTE-M or LTE|LTE-M または LTE', '1 NB-IoT|NB-IoT', '2 GSM|GSM')

export default [
  setting(
    '+UBANDMASK',
    'band masks',
    'バンドマスク',
    [
      int('rat', 'system', '方式', bandSystems),
      text('mask', 'mask', 'マスク'),
      text('mask2', 'mask 65-128', 'マスク 65-128'),
    ],
    { row: bandMasks, setFacts: bandMasks, explain: ({ systems }) => bandMaskWords(systems) },
  ),
]
