import { operators, type Cell } from '../operators'
import { choice, number, state, type FaultKnob, type KnobChoice } from './knob'

const group = 'radio'
const same = (text: string) => ({ en: text, ja: text })
const cells = operators.flatMap((operator) => operator.cells)

function named(cell: Cell): KnobChoice {
  const operator = operators.find(({ plmn }) => plmn === cell.plmn)?.shortName ?? cell.plmn
  const band = cell.band.replace('EUTRAN-BAND', 'B').replace(/^WCDMA /, '')
  return {
    value: String(cell.cellId),
    title: same(`${operator} ${cell.technology.toUpperCase()} ${band}  ${cell.cellId}`),
  }
}

/** What reaches the antenna. */
export const radioKnobs: readonly FaultKnob[] = [
  state({
    id: 'lose-cells',
    group,
    title: { en: 'No coverage', ja: '圏外' },
    read: (modem) => modem.air.outage,
    write: ({ faults }, on) => (on ? faults.loseCells() : faults.restoreCells()),
  }),
  choice({
    id: 'operator',
    group,
    title: { en: 'Only operator heard', ja: '受信できる事業者を限定' },
    usual: '44020',
    values: operators.map(({ plmn, longName }) => ({
      value: plmn,
      title: same(`${longName}  ${plmn}`),
    })),
    read: ({ air }) => air.onlyPlmn,
    write: (modem, value) => modem.faults.hearOnly({ plmn: value }),
  }),
  choice({
    id: 'cell',
    group,
    title: { en: 'Only cell heard', ja: '受信できるセルを限定' },
    usual: '39683665',
    values: cells.map(named),
    fits: ({ persona }, value) =>
      cells.some(
        (cell) => String(cell.cellId) === value && persona.technologies.includes(cell.technology),
      ),
    read: ({ air }) => air.onlyCell?.toString(),
    write: (modem, value) =>
      modem.faults.hearOnly({ cellId: value === undefined ? undefined : Number(value) }),
  }),
  number({
    id: 'signal',
    group,
    title: { en: 'Signal held at (dBm)', ja: '電波強度を固定（dBm）' },
    expected: { en: 'dBm from -140 to -40', ja: '-140〜-40 dBm' },
    range: [-140, -40],
    usual: -110,
    read: (modem) => modem.air.heldDbm,
    write: (modem, value) => modem.faults.signal(value),
  }),
  number({
    id: 'walk',
    group,
    title: { en: 'Signal wanders by (dB)', ja: '電波強度の揺らぎ（dB）' },
    expected: { en: 'dB from 0 to 30 (2 is usual)', ja: '0〜30 dB（通常は 2）' },
    range: [0, 30],
    usual: 8,
    read: (modem) => modem.air.walkDb,
    write: ({ air }, value) => {
      air.walkDb = value
    },
  }),
]
