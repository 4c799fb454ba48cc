import { decoder } from '@core/at/decoder'
import { hex, int, say, secret, text } from '@core/at/parameter'
import { registration } from '../shared/causes'
import { sentences } from '../shared/join'
import { levels } from '../shared/quality'
import { sinrOf } from '../shared/nordic-snr'

export default decoder({
  id: '%XMONITOR',
  title: say('network and cell', 'ネットワークとセルの状態'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['action'],
  parameters: [
    int('reg_status', 'registration', '登録'),
    text('full_name', 'name', '名称'),
    text('short_name', 'short name', '略称'),
    text('plmn', 'operator', 'PLMN'),
    secret('cell', hex('tac', 'area', 'エリア')),
    int('act', 'technology', '方式'),
    int('band', 'band', 'バンド'),
    secret('cell', hex('cell_id', 'cell', 'セル')),
    int('phys_cell_id', 'PCI', 'PCI'),
    int('earfcn', 'EARFCN', 'EARFCN'),
    int('rsrp', 'RSRP index', 'RSRP 指数'),
    int('snr', 'SNR index', 'SNR 指数'),
    text('edrx', 'eDRX', 'eDRX'),
    text('active_time', 'active time', 'アクティブ時間'),
    text('periodic_tau_ext', 'periodic TAU', '周期的 TAU'),
    text('periodic_tau', 'TAU', 'TAU'),
  ],
  derive(facts) {
    const { rsrp, snr } = facts
    return {
      ...facts,
      ...(typeof rsrp === 'number' ? { rsrp_dbm: rsrp <= 97 ? rsrp - 141 : null } : {}),
      ...(typeof snr === 'number' ? { sinr_db: null, ...sinrOf(snr) } : {}),
    }
  },
  explain(facts) {
    const { reg_status: status } = facts
    if (typeof status !== 'number') return undefined
    const state = registration(status)
    const values = { rsrp: facts['rsrp_dbm'], sinr: facts['sinr_db'] }
    const head = say(
      `Registration ${status}: ${state.meaning.en}`,
      `登録状態 ${status}：${state.meaning.ja}`,
    )
    return { words: sentences(head, levels(values)), severity: state.severity }
  },
})
