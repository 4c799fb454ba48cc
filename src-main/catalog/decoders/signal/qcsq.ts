import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { display, sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'

export default decoder({
  id: '+QCSQ',
  title: say('signal by technology', '方式別の電波強度'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [text('sysmode', 'technology', '方式')],
  urc: true,
  row(row): Facts {
    const sysmode = row.text(0)
    const name = String(sysmode ?? '').toUpperCase()
    if (name === 'GSM') return { sysmode, rssi_dbm: row.int(1, 'rssi') }
    if (name === 'WCDMA' || name === 'TDSCDMA')
      return {
        sysmode,
        rssi_dbm: row.int(1, 'rssi'),
        rscp_dbm: row.int(2, 'rscp'),
        ecio_db: row.int(3, 'ecio'),
      }
    if (/LTE|CAT-M|EMTC|NB/.test(name)) return lte(row)
    if (name.startsWith('NR5G')) return nr(row)
    return { sysmode }
  },
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const values = {
      rsrp: facts['rsrp_dbm'],
      rsrq: facts['rsrq_db'],
      sinr: facts['sinr_db'],
      rscp: facts['rscp_dbm'],
      rssi: below(facts['rssi_dbm']),
    }
    const known = levels(values)
    if (!known) return { words: say('No service.', '圏外です。'), severity: 'warning' }
    return {
      words: sentences(say(display(facts['sysmode']), display(facts['sysmode'])), known),
      severity: levelSeverity(values),
    }
  },
})

/** Firmware of EP06 leaves out the sign: what stands above 0 dBm is no level. */
const below = (dbm: unknown) => (typeof dbm === 'number' && dbm > 0 ? undefined : dbm)

function nr(row: Row): Facts {
  return {
    sysmode: row.text(0),
    rsrp_dbm: row.int(1, 'rsrp'),
    sinr_db: row.int(2, 'sinr'),
    rsrq_db: row.int(3, 'rsrq'),
  }
}

/** SINR comes as an index: a fifth of a dB above -20 dB. */
function lte(row: Row): Facts {
  const sinr = row.int(3, 'sinr')
  return {
    sysmode: row.text(0),
    rssi_dbm: row.int(1, 'rssi'),
    rsrp_dbm: row.int(2, 'rsrp'),
    sinr_db: typeof sinr === 'number' && sinr >= 0 && sinr <= 250 ? (sinr - 100) / 5 : null,
    rsrq_db: row.int(4, 'rsrq'),
  }
}
