import type { Facts } from '@core/at/knowledge'
import { say } from '@core/at/parameter'
import { cellsOf, type HeardCell } from '@core/radio/cells'
import type { Words } from '@core/words'
import { level, type Measure } from './quality'

/** So many of a table stand in the sentence; the rest is counted. */
const most = 8

/** `Serving cell: LTE channel 1850, PCI 214, RSRP -96 dBm (fair).` */
export function servingWords(facts: Facts): Words | undefined {
  const told = cellWords(facts, true)
  return told && say(`Serving cell: ${told.en}.`, `在圏セル：${told.ja}`)
}

/** `Neighbour cells: LTE channel 6100, PCI 7, RSRP -101 dBm (poor).` */
export function neighbourWords(facts: Facts): Words | undefined {
  const told = cellWords(facts, false)
  return told && say(`Neighbour cells: ${told.en}.`, `周辺セル：${told.ja}`)
}

/** The cells of an answer one by one, each with its channel and levels; undefined where it holds none of that kind. */
function cellWords(facts: Facts, serving: boolean): Words | undefined {
  const cells = cellsOf(facts, serving).filter((cell) => cell.serving === serving)
  const told = cells.slice(0, most).map(wordsOf)
  const more = cells.length - told.length
  if (more > 0) told.push(say(`${more} more`, `ほか ${more} セル`))
  if (told.length === 0) return undefined
  return say(told.map(({ en }) => en).join('; '), told.map(({ ja }) => ja).join('；'))
}

function wordsOf(cell: HeardCell): Words {
  const { rat, band, channel, physicalId } = cell
  const place = [rat, band].filter((part) => part !== null).join(' ')
  const id = rat === 'WCDMA' ? 'PSC' : 'PCI'
  const parts = [
    channel === null ? [] : [say(`channel ${channel}`, `チャネル ${channel}`)],
    physicalId === null ? [] : [say(`${id} ${physicalId}`, `${id} ${physicalId}`)],
    levelsOf(cell),
  ].flat()
  const head = place === '' ? '' : `${place} `
  return say(
    `${head}${parts.map(({ en }) => en).join(', ')}`,
    `${head}${parts.map(({ ja }) => ja).join('、')}`,
  )
}

const notMeasured = say('no level', '受信レベルなし')

function levelsOf({ rat, powerDbm, qualityDb }: HeardCell): Words[] {
  const wide = rat === 'WCDMA'
  const power: Measure = wide ? 'rscp' : rat === 'GSM' ? 'rssi' : 'rsrp'
  if (powerDbm === null && qualityDb === null) return [notMeasured]
  return [
    ...(powerDbm === null ? [] : [level(power, powerDbm)]),
    ...(qualityDb === null ? [] : [level(wide ? 'ecio' : 'rsrq', qualityDb)]),
  ]
}
