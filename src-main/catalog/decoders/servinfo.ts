import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { display, sentences } from './shared/join'
import { levels, levelSeverity } from './shared/quality'

export default decoder({
  id: '#SERVINFO',
  title: say('serving cell', '在圏セル'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'test'],
  parameters: [text('netname', 'operator', '事業者'), text('netcode', 'operator code', 'PLMN')],
  row: (row) => ({ ...head(row), ...rest(row) }),
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const values = {
      rsrp: facts['rsrp_dbm'],
      rscp: facts['rscp_dbm'],
      rssi: facts['rssi_dbm'],
    }
    const name = display(facts['netname'] ?? facts['netcode'])
    return {
      words: sentences(say(`operator ${name}`, `事業者 ${name}`), levels(values)),
      severity: levelSeverity(values),
    }
  },
})

function head(row: Row): Facts {
  return {
    rssi_dbm: row.decimal(1, 'rssi'),
    netname: row.text(2),
    netcode: row.text(3),
  }
}

/**
 * LTE: `EARFCN,dBm,name,code,cell,TAC,DRX,SD,RSRP`. 3G: `UARFCN,dBm,name,code,PSC,LAC,DRX,SD,RSCP,NOM,RAC`.
 * 2G: `ARFCN,dBm,name,code,BSIC,LAC,TA,GPRS[,[PB-ARFCN],[NOM],RAC,[PAT]]`.
 */
function rest(row: Row): Facts {
  row.mark(5, 'cell')
  if (row.count === 9) {
    row.mark(4, 'cell')
    return {
      earfcn: row.int(0, 'earfcn'),
      ci: row.hex(4, 'ci'),
      tac: row.hex(5, 'tac'),
      drx: row.int(6, 'drx'),
      sd: row.int(7, 'sd'),
      rsrp_dbm: row.decimal(8, 'rsrp'),
    }
  }
  if (row.count === 10 || row.count === 11)
    return {
      uarfcn: row.int(0, 'uarfcn'),
      psc: row.int(4, 'psc'),
      lac: row.hex(5, 'lac'),
      drx: row.int(6, 'drx'),
      sd: row.int(7, 'sd'),
      rscp_dbm: row.decimal(8, 'rscp'),
      nom: row.text(9),
      rac: row.hex(10, 'rac'),
    }
  return {
    arfcn: row.int(0, 'arfcn'),
    bsic: row.text(4),
    lac: row.hex(5, 'lac'),
    ta: row.int(6, 'ta'),
    gprs: row.int(7, 'gprs'),
    ...(row.count > 8 ? { nom: row.text(9), rac: row.hex(10, 'rac') } : {}),
  }
}
