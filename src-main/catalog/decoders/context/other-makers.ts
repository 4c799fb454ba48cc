import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { binFact, binValue, type Bin } from '../shared/bins'
import { sentences } from '../shared/join'
import { levels, levelSeverity } from '../shared/quality'

const unset = new Set(['0.0.0.0', '::'])

function address(row: Row, i: number): string | null {
  row.mark(i, 'address')
  const given = row.text(i) ?? null
  return given !== null && unset.has(given) ? null : given
}

function prefixOf(mask: string | null): number | null {
  const bits = mask
    ?.split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
  return bits !== undefined && /^1+0*$/.test(bits) && bits.length === 32
    ? bits.replaceAll('0', '').length
    : null
}

/** 3GPP TS 27.007, 8.69. */
const bins: readonly Bin[] = [
  { name: 'rxlev', max: 63, unknown: 99, base: -111, step: 1, unit: 'dbm', as: 'rssi' },
  { name: 'rscp', max: 96, unknown: 255, base: -121, step: 1, unit: 'dbm' },
  { name: 'ecno', max: 49, unknown: 255, base: -24.5, step: 0.5, unit: 'db' },
  { name: 'rsrq', max: 34, unknown: 255, base: -20, step: 0.5, unit: 'db' },
  { name: 'rsrp', max: 97, unknown: 255, base: -141, step: 1, unit: 'dbm' },
]

const noLevel = say(
  'Signal strength unknown: no index says a level (99, 255).',
  '電波強度は不明です（どの指数も 99 または 255）。',
)

/** Lines of makers whose modems are met inside other products. */
export default [
  decoder({
    id: '+XCESQ',
    title: say('signal', '電波強度'),
    spec: 'Intel XMM / Fibocom L8xx AT commands, +XCESQ',
    group: 'others',
    urc: true,
    parameters: ['n', 'rxlev', 'ber', 'rscp', 'ecno', 'rsrq', 'rsrp', 'rssnr'].map((name) =>
      int(name, name.toUpperCase(), name.toUpperCase()),
    ),
    set: [int('n', 'reporting', '通知')],
    derive(facts) {
      const dbm = bins.map((bin) => [binFact(bin), binValue(bin, facts[bin.name])])
      const { rssnr } = facts
      const snr = typeof rssnr === 'number' && rssnr !== 255 ? rssnr / 2 : null
      return { ...facts, ...Object.fromEntries(dbm), snr_db: snr }
    },
    explain(facts, asked) {
      if (asked.form === 'test' || facts['rsrp'] === undefined) return undefined
      const measured = {
        rsrp: facts['rsrp_dbm'],
        rsrq: facts['rsrq_db'],
        sinr: facts['snr_db'],
        rscp: facts['rscp_dbm'],
        rssi: facts['rssi_dbm'],
      }
      const known = levels(measured)
      return known
        ? { words: sentences(known), severity: levelSeverity(measured) }
        : { words: noLevel, severity: 'notice' }
    },
  }),
  decoder({
    id: '+XLCSSLP',
    title: say('SUPL server', 'SUPL サーバー'),
    spec: 'Intel XMM / Fibocom L8xx AT commands, +XLCSSLP',
    group: 'others',
    parameters: [
      int('type', 'kind of address', 'アドレス種別'),
      text('address', 'server', 'サーバー'),
      int('port', 'port', 'ポート番号'),
    ],
  }),
  decoder({
    id: '%IPDPADDR',
    title: say('addresses of a context', 'コンテキストのアドレス'),
    spec: 'Icera AT commands, %IPDPADDR',
    group: 'others',
    forms: ['set', 'test'],
    asks: true,
    parameters: [
      int('cid', 'context', 'cid'),
      secret('address', text('ipv4_address', 'IPv4 address', 'IPv4 アドレス')),
      secret('address', text('ipv6_address', 'IPv6 address', 'IPv6 アドレス')),
    ],
    row: (row) => ({
      cid: row.int(0, 'cid'),
      ipv4_address: address(row, 1),
      ipv4_prefix: prefixOf(address(row, 7)),
      ipv4_gateway: address(row, 8) ?? address(row, 2),
      ipv4_dns1: address(row, 3),
      ipv4_dns2: address(row, 4),
      ipv6_address: address(row, 9),
      ipv6_dns1: address(row, 11),
    }),
  }),
  decoder({
    id: '*E2IPCFG',
    title: say('addresses of the data session', 'データ接続のアドレス'),
    spec: 'Ericsson MBM AT commands, *E2IPCFG',
    group: 'others',
    parameters: [secret('address', text('ipv4_address', 'address', 'アドレス'))],
    row(row) {
      const pairs = [...row.tail.matchAll(/\((\d+)\s*,\s*"([^"]*)"\)/g)].map(
        ([, kind = '', value = '']) => ({ kind, value, v6: value.includes(':') }),
      )
      for (const { value } of pairs) row.markText(value, 'address')
      const all = (kind: string, v6: boolean) =>
        pairs.filter((one) => one.kind === kind && one.v6 === v6).map(({ value }) => value)
      return {
        ipv4_address: all('1', false)[0] ?? null,
        ipv4_gateway: all('2', false)[0] ?? null,
        ipv4_dns: all('3', false),
        ipv6_address: all('1', true)[0] ?? null,
        ipv6_dns: all('3', true),
      }
    },
  }),
  decoder({
    id: '*EMRDY',
    title: say('the modem is ready', 'モデムの準備完了'),
    spec: 'Ericsson MBM AT commands, *EMRDY',
    group: 'others',
    urc: true,
    parameters: [int('status', 'state', '状態')],
  }),
  decoder({
    id: '+CPNNUM',
    title: say('tries left for PIN and PUK', 'PIN/PUK の残り回数'),
    spec: 'Longcheer AT commands, +CPNNUM',
    group: 'others',
    forms: ['action', 'test'],
    free: true,
    parameters: ['pin', 'puk', 'pin2', 'puk2'].map((name) =>
      int(name, name.toUpperCase(), name.toUpperCase()),
    ),
    row: (row) =>
      Object.fromEntries(
        [...row.tail.matchAll(/\b(PIN|PUK)([12])\s*=\s*(\d+)/gi)].map(
          ([, kind = '', which, tries]) => [
            `${kind.toLowerCase()}${which === '2' ? '2' : ''}`,
            Number(tries),
          ],
        ),
      ),
  }),
]
