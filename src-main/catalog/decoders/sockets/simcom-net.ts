import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'
import { tcpResult } from '../shared/simcom-results'

const netopen = decoder({
  id: '+NETOPEN',
  title: say('internal IP service', '内蔵 IP サービス'),
  does: say(
    'Opens the internal IP service; the result comes as +NETOPEN after OK.',
    '内蔵 IP サービスを開始します。結果は OK の後の +NETOPEN で通知されます。',
  ),
  spec: 'A76XX manual p315-351',
  ends: { second: /^\+NETOPEN: *\d+$/, secondMs: 120_000 },
  group: 'internet',
  forms: ['action', 'read', 'set', 'test'],
  parameters: [tcpResult],
  urc: true,
  isUnsolicited: () => false,
  // Asked with a question mark it tells the state, else the result of opening.
  row: (row, asked) =>
    asked.form === 'read' ? { net_state: row.int(0, 'net_state') } : { err: row.int(0, 'err') },
  explain(facts, asked) {
    const state = facts['net_state']
    if (asked.form !== 'read' || typeof state !== 'number') return undefined
    return state === 1
      ? { words: say('The internal IP service is open.', '内蔵 IP サービスは動作中です。') }
      : { words: say('The internal IP service is closed.', '内蔵 IP サービスは停止中です。') }
  },
})

const netclose = decoder({
  id: '+NETCLOSE',
  title: say('end of the internal IP service', '内蔵 IP サービスの終了'),
  does: say('Closes the internal IP service.', '内蔵 IP サービスを終了します。'),
  spec: 'A76XX manual p315-351',
  ends: { second: /^\+NETCLOSE: *\d+$/, secondMs: 120_000 },
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [tcpResult],
  urc: true,
})

const ipaddr = decoder({
  id: '+IPADDR',
  title: say('address of the internal IP service', '内蔵 IP サービスのアドレス'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: ['action', 'test'],
  parameters: [secret('address', text('ip_address', 'address', 'アドレス'))],
})

export default [netopen, netclose, ipaddr]
