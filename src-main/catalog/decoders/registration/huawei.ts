import { factText } from '@core/at/fact-text'
import { decoder, type Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { esmCause } from '../shared/causes'
import { clock } from '../shared/clock'
import { sentences } from '../shared/join'

const manual = 'Huawei ME909s AT command interface specification'
const time = text('time', 'time', '日時')

const service = {
  srv_status: int('srv_status', 'service', 'サービス', {
    0: say('none', 'なし'),
    1: say('limited', '限定'),
    2: say('valid', '有効'),
    3: say('limited regional', '地域限定'),
    4: say('power saving', '省電力'),
  }),
  srv_domain: int('srv_domain', 'domain', 'ドメイン', {
    0: say('none', 'なし'),
    1: say('voice', '音声'),
    2: say('packet', 'パケット'),
    3: say('voice and packet', '音声とパケット'),
    4: say('searching', '検索中'),
  }),
  roam_status: int('roam_status', 'roaming', 'ローミング', {
    0: say('at home', 'ホームネットワーク'),
    1: say('roaming', 'ローミング中'),
  }),
  sim_state: int('sim_state', 'SIM', 'SIM', {
    0: say('not usable', '無効'),
    1: say('usable', '有効'),
    255: say('absent', 'なし'),
  }),
  lock_state: int('lock_state', 'lock', 'ロック'),
}

/** ^SYSINFO alone: ^SYSINFOEX has numbers of its own, and their names beside them. */
const system = [
  int('sys_mode', 'system', '方式', {
    0: say('no service', '圏外'),
    1: say('AMPS', 'AMPS'),
    2: say('CDMA', 'CDMA'),
    3: say('GSM', 'GSM'),
    4: say('HDR', 'HDR'),
    5: say('WCDMA', 'WCDMA'),
    7: say('GSM and WCDMA', 'GSM・WCDMA'),
    15: say('TD-SCDMA', 'TD-SCDMA'),
  }),
  int('sys_submode', 'kind of system', '方式の種別', {
    0: say('no service', '圏外'),
    1: say('GSM', 'GSM'),
    2: say('GPRS', 'GPRS'),
    3: say('EDGE', 'EDGE'),
    4: say('WCDMA', 'WCDMA'),
    5: say('HSDPA', 'HSDPA'),
    6: say('HSUPA', 'HSUPA'),
    7: say('HSPA', 'HSPA'),
    9: say('HSPA+', 'HSPA+'),
  }),
]
const namedSystem = [
  text('sys_mode_name', 'system', '方式'),
  text('sys_submode_name', 'kind of system', '方式の種別'),
]

/** State, error, a field of their own and the family; both families may stand on one line. */
function sessions(rows: readonly Row[]) {
  const all = rows.flatMap((row) =>
    Array.from({ length: Math.ceil(row.count / 4) }, (_, i) => ({
      stat: row.int(4 * i, 'stat') ?? null,
      err_code: row.int(4 * i + 1, 'err_code') ?? null,
      wx_state: row.text(4 * i + 2) ?? null,
      pdp_type: row.text(4 * i + 3)?.toUpperCase() ?? null,
    })),
  )
  return { sessions: all }
}

/** Down, with the network's cause of 24.301, annex B, where it gave one. */
function sessionNote({ sessions: all }: Facts): Note | undefined {
  const failed = Array.isArray(all)
    ? (all as readonly Facts[]).find((one) => one['stat'] === 0 && Number(one['err_code']) > 0)
    : undefined
  if (!failed) return undefined
  const cause = esmCause(Number(failed['err_code']))
  const number = factText(failed['err_code'])
  return {
    words: sentences(
      say(
        `The data session did not come up or ended: cause ${number}${cause ? ` (${cause.meaning.en})` : ''}.`,
        `データ接続が確立しなかったか、切断されました：原因 ${number}${cause ? `（${cause.meaning.ja}）` : ''}。`,
      ),
      cause?.fix,
    ),
    severity: 'failure',
  }
}

/** Hex numbers, lowest octet first, leading zeros missing: `100A8C0` is 192.168.0.1. */
function octetsOf(row: Row, i: number, name: string): number[] | null {
  const value = row.hex(i, name)
  if (typeof value !== 'number' || value > 0xffffffff) return null
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)
}

function address(row: Row, i: number, name: string): string | null {
  row.mark(i, 'address')
  return octetsOf(row, i, name)?.join('.') ?? null
}

function prefix(row: Row): number | null {
  const bits = octetsOf(row, 1, 'mask')
    ?.map((octet) => octet.toString(2).padStart(8, '0'))
    .join('')
  return bits !== undefined && /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : null
}

const connectedOrNot = { 0: say('down', '切断'), 1: say('up', '接続') }

const session = (id: string, title: ReturnType<typeof say>) =>
  decoder({
    id,
    title,
    spec: `${manual}, ${id}`,
    group: 'huawei',
    forms: ['action', 'read', 'test'],
    urc: true,
    answer: sessions,
    explain: sessionNote,
    parameters: [
      int('stat', 'state', '状態', { 0: say('down', '切断'), 1: say('up', '接続') }),
      int('err_code', 'error', 'エラー'),
      text('pdp_type', 'family', '種別'),
    ],
  })

export default [
  session('^NDISSTATQRY', say('state of the data session', 'データ接続の状態')),
  session('^NDISSTAT', say('data session changed', 'データ接続の変化')),
  decoder({
    id: '^DCONNSTAT',
    title: say('data sessions', 'データ接続の一覧'),
    spec: `${manual}, ^DCONNSTAT`,
    group: 'huawei',
    forms: ['read', 'test'],
    list: 'contexts',
    parameters: [
      int('cid', 'context', 'コンテキスト'),
      text('apn', 'APN', 'APN'),
      int('ipv4_stat', 'IPv4', 'IPv4', connectedOrNot),
      int('ipv6_stat', 'IPv6', 'IPv6', connectedOrNot),
      int('conn_type', 'type', '種別'),
    ],
  }),
  decoder({
    id: '^SYSINFOEX',
    title: say('service and system', 'サービスと方式'),
    spec: `${manual}, ^SYSINFOEX`,
    group: 'huawei',
    forms: ['action', 'test'],
    parameters: [...Object.values(service), ...namedSystem],
    row: (row) => ({
      ...sharedFacts(row),
      sim_state: row.int(3, 'sim_state'),
      lock_state: row.int(4, 'lock_state'),
      sys_mode: row.int(5, 'sys_mode'),
      sys_mode_name: row.text(6),
      sys_submode: row.int(7, 'sys_submode'),
      sys_submode_name: row.text(8),
    }),
  }),
  decoder({
    id: '^SYSINFO',
    title: say('service and system', 'サービスと方式'),
    spec: `${manual}, ^SYSINFO`,
    group: 'huawei',
    forms: ['action', 'test'],
    parameters: [...Object.values(service), ...system],
    row: (row) => ({
      ...sharedFacts(row),
      sys_mode: row.int(3, 'sys_mode'),
      sim_state: row.int(4, 'sim_state'),
      lock_state: row.int(5, 'lock_state'),
      sys_submode: row.int(6, 'sys_submode'),
    }),
  }),
  decoder({
    id: '^DHCP',
    title: say('addresses of the data session', 'データ接続のアドレス'),
    spec: `${manual}, ^DHCP`,
    group: 'huawei',
    parameters: [
      secret('address', text('address', 'address', 'アドレス')),
      int('prefix', 'prefix', 'プレフィックス長'),
      secret('address', text('gateway', 'gateway', 'ゲートウェイ')),
      text('dns1', 'DNS 1', 'DNS 1'),
      text('dns2', 'DNS 2', 'DNS 2'),
    ],
    row: (row) => ({
      address: address(row, 0, 'address'),
      prefix: prefix(row),
      gateway: address(row, 2, 'gateway'),
      dns1: address(row, 4, 'dns1'),
      dns2: address(row, 5, 'dns2'),
    }),
  }),
  decoder({
    id: '^GETPORTMODE',
    title: say('ports by number', 'ポートの番号'),
    spec: `${manual}, ^GETPORTMODE`,
    group: 'huawei',
    forms: ['action', 'test'],
    row: (row) => ({
      ports: Object.fromEntries(
        [...row.tail.matchAll(/([A-Za-z0-9_]+)\s*:\s*(\d+)/g)].map(([, name = '', number]) => [
          name.toLowerCase(),
          Number(number),
        ]),
      ),
    }),
  }),
  decoder({
    id: '^NWTIME',
    title: say('time from the network', 'ネットワークからの時刻'),
    spec: `${manual}, ^NWTIME`,
    group: 'huawei',
    urc: true,
    parameters: [time],
    row(row) {
      const dst = row.int(2, 'dst')
      return { ...clock(row), dst_minutes: typeof dst === 'number' ? dst * 60 : null }
    },
  }),
  decoder({
    id: '^TIME',
    title: say('clock of the modem', 'モデムの時計'),
    spec: `${manual}, ^TIME`,
    group: 'huawei',
    forms: ['action', 'test'],
    parameters: [time],
    row: (row) => clock(row),
  }),
]

function sharedFacts(row: Row) {
  return {
    srv_status: row.int(0, 'srv_status'),
    srv_domain: row.int(1, 'srv_domain'),
    roam_status: row.int(2, 'roam_status'),
  }
}
