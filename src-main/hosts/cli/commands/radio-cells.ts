import { harmless, type CellsHeard, type HeardCell, type Language } from '@contract'
import { argument } from '../command'
import { asJson, modemCommand, modemTakes } from '../on-modem'

/** The cells around the modem. */
export const radioCells = modemCommand({
  name: 'cells',
  about: 'Print the cells the modem hears, where its maker has a command for them; changes nothing',
  takes: { port: argument('<port>'), json: asJson, ...modemTakes },
  ask: ({ call, slot }) => call('radio.cells', { slot }),
  text: (heard, { lang }) => cellsText(heard, lang),
})

const columns = ['rat', 'band', 'channel', 'id', 'dBm', 'dB', 'plmn', 'area', 'cell'] as const
const shown = (value: string | number | null) => (value === null ? '–' : String(value))
const hex = (value: number | null) => value?.toString(16).toUpperCase() ?? '–'

function rowOf(cell: HeardCell): readonly string[] {
  const { rat, band, channel, physicalId, powerDbm, qualityDb, plmn, areaCode, cellId } = cell
  const measured = [rat, band, channel, physicalId, powerDbm, qualityDb, plmn].map(shown)
  return [cell.serving ? '*' : ' ', ...measured, hex(areaCode), hex(cellId)]
}
export function cellsText({ family, cells, servingOnly }: CellsHeard, lang: Language): string {
  const { none, only, key } = words[lang]
  const rows = [[' ', ...columns], ...cells.map(rowOf)]
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  const table = rows.map((row) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return harmless(
    [family, ...(cells.length > 0 ? [...table, key] : [none]), ...(servingOnly ? [only] : [])].join(
      '\n',
    ),
  )
}
const words = {
  en: {
    none: 'no cell is heard; while it looks for a network a modem may name none: ask again in a minute',
    only: 'This family tells the cell it is on, and no neighbours.',
    key: '* the cell the modem is on; id: PCI or PSC; dBm: RSRP, RSCP or level; dB: RSRQ or Ec/Io; area and cell in hex',
  },
  ja: {
    none: 'セルが見つかりません。ネットワークの探索中は通知しないモデムもあります。1 分ほど待って再度実行してください。',
    only: 'この系列は在圏セルのみを通知し、周辺セルは通知しません。',
    key: '* 在圏セル、id：PCI または PSC、dBm：RSRP・RSCP・受信レベル、dB：RSRQ または Ec/Io、area と cell は 16 進数',
  },
} as const
