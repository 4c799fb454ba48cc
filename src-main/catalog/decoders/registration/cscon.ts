import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, ranged, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import type { Row } from '@core/at/row'
import { table } from '../shared/family'

export default decoder({
  id: '+CSCON',
  title: say('radio connection', '無線接続の状態'),
  spec: '3GPP TS 27.007, 7.30',
  group: 'network',
  parameters: [
    int('n', 'reporting', '通知'),
    ranged(
      0,
      1,
      int('mode', 'state', '状態', { 0: say('idle', 'アイドル'), 1: say('connected', '接続中') }),
    ),
    int(
      'state',
      'detail',
      '詳細',
      table(
        '0 UTRAN URA_PCH|UTRAN URA_PCH',
        '1 UTRAN Cell_PCH|UTRAN Cell_PCH',
        '2 UTRAN Cell_FACH|UTRAN Cell_FACH',
        '3 UTRAN Cell_DCH|UTRAN Cell_DCH',
        '4 GERAN CS|GERAN CS',
        '5 GERAN PS|GERAN PS',
        '6 GERAN CS and PS|GERAN CS・PS',
        '7 E-UTRAN|E-UTRAN',
      ),
    ),
    int(
      'access',
      'access',
      'アクセス',
      table(
        '0 GERAN|GERAN',
        '1 UTRAN TDD|UTRAN TDD',
        '2 UTRAN FDD|UTRAN FDD',
        '3 E-UTRAN TDD|E-UTRAN TDD',
        '4 E-UTRAN FDD|E-UTRAN FDD',
      ),
    ),
  ],
  set: [int('n', 'reporting', '通知', offOn)],
  urc: true,
  isUnsolicited: (row) => row.count === 1,
  row,
})

/** Two numbers that may be both: few have a modem of 3G that tells its paging channel, all ask AT+CSCON?. */
const isAnswer = (line: Row) => line.count === 2 && /^[01]$/.test(line.text(1) ?? '')

/** `n,mode[,state[,access]]` when asked, `mode[,state[,access]]` when not. */
function row(line: Row, asked: { readonly form: string }): Facts {
  const from = asked.form === 'urc' && !isAnswer(line) ? 0 : 1
  const facts: Record<string, number | null | undefined> = {
    mode: line.int(from, 'mode'),
    state: line.int(from + 1, 'state'),
    access: line.int(from + 2, 'access'),
  }
  return from === 1 ? { n: line.int(0, 'n'), ...facts } : facts
}
