import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { display, sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'

const gstatus = decoder({
  id: '!GSTATUS',
  title: say('state of the modem', 'モデムの状態'),
  spec: 'Sierra Wireless AT manual',
  group: 'sierra',
  forms: ['read', 'action'],
  free: true,
  answer: (rows): Facts => {
    const facts: Record<string, string | number> = {}
    for (const row of rows) for (const pair of pairsOf(row)) keep(row, facts, pair)
    return facts
  },
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const values = {
      rsrp:
        facts['pcc_rxm_rsrp_dbm'] ??
        facts['pcc_rxm_rsrp'] ??
        facts['rsrp_dbm'] ??
        facts['nr5g_rsrp_dbm'],
      rsrq: facts['rsrq_db'] ?? facts['nr5g_rsrq_db'],
      sinr: facts['sinr_db'] ?? facts['nr5g_sinr_db'],
      rssi: facts['pcc_rxm_rssi'] ?? facts['rssi_dbm'] ?? facts['rx_level_dbm'],
    }
    const mode = facts['mode']
    const system = facts['system_mode']
    const off = typeof mode === 'string' && /low power/i.test(mode)
    const state = [mode, system].filter((one) => one !== undefined).map(display)
    const shown = state.length > 0 ? `: ${state.join(', ')}` : ''
    return {
      words: sentences(
        say(`State of the modem${shown}`, `モデムの状態${shown.replace(': ', '：')}`),
        off ? radioOff : undefined,
        levels(values),
      ),
      severity: off ? 'warning' : levels(values) ? levelSeverity(values) : 'fine',
    }
  },
})

const radioOff = say(
  'the radio is off: AT+CFUN=1, W_DISABLE and the supply are the usual reasons',
  '無線がオフです。AT+CFUN=1、W_DISABLE 端子、電源を確認してください',
)

interface Pair {
  readonly name: string
  readonly value: string
}

/**
 * Two columns to a line: `PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81`. What follows a value without a name of its own
 * belongs to it (`REGISTERED       NORMAL SERVICE`).
 */
function pairsOf(row: Row): Pair[] {
  const pairs: { name: string; value: string }[] = []
  for (const piece of row.tail.slice(0, 400).split(/\t+|\s{2,}/)) {
    const named = /^([A-Za-z0-9][A-Za-z0-9 ()/.-]{0,40}?)\s*:\s*(.*)$/.exec(piece)
    const last = pairs.at(-1)
    if (named) pairs.push({ name: named[1] ?? '', value: named[2] ?? '' })
    else if (last && piece !== '')
      last.value = last.value === '' ? piece : `${last.value}, ${piece}`
  }
  const [first] = pairs
  // The second column of an antenna's line is about the same antenna.
  const antenna = /^([PS]CC RxM|[PS]CC RxD)/.exec(first?.name ?? '')?.[1]
  return pairs.map((pair) =>
    antenna !== undefined && /^RSRP/.test(pair.name)
      ? { ...pair, name: `${antenna} ${pair.name}` }
      : pair,
  )
}

function keep(row: Row, facts: Record<string, string | number>, { name, value }: Pair): void {
  const plain = value.trim()
  if (plain === '' || plain === '--') return
  const key = name.toLowerCase().replace(/\W+/g, '_').replace(/^_|_$/g, '')
  const place = /^([0-9A-F]{1,16}) ?\(\d+\)$/i.exec(plain)
  if (/(tac|lac|cell_id)$/.test(key)) {
    row.markText(plain, 'cell')
    if (place?.[1] !== undefined) facts[key] ??= parseInt(place[1], 16)
    else facts[key] ??= plain
  } else facts[key] ??= /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : plain
}

const entercnd = decoder({
  id: '!ENTERCND',
  title: say('protected commands', '保護コマンドの解除'),
  does: say('Unlocks protected commands.', '保護コマンドを解除します。'),
  spec: 'Sierra Wireless AT manual',
  group: 'sierra',
  forms: ['set'],
  parameters: [secret('password', text('password', 'password', 'パスワード'))],
})

export default [gstatus, entercnd]
