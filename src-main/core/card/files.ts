import type { Words } from '../words'

/** Elementary files that are read, in the order they are shown (3GPP TS 31.102, 4.2; ICCID: ETSI TS 102 221, 13.2). */
export const cardFileNames = [
  'iccid',
  'imsi',
  'spn',
  'ad',
  'gid1',
  'fplmn',
  'ehplmn',
  'oplmn',
  'hpplmn',
  'loci',
  'epsloci',
  'smsp',
  'ust',
] as const
export type CardFileName = (typeof cardFileNames)[number]

export interface CardFileKind {
  readonly id: number
  /** Made of records, of which the first is read. */
  readonly records?: true
  /** What it tells identifies somebody, or says where they are. */
  readonly secret?: true
  readonly title: Words
}

export const cardFileKinds: Readonly<Record<CardFileName, CardFileKind>> = {
  iccid: { id: 0x2fe2, secret: true, title: { en: 'Card number', ja: 'カード番号' } },
  imsi: { id: 0x6f07, secret: true, title: { en: 'Subscriber', ja: '加入者' } },
  spn: { id: 0x6f46, title: { en: 'Name of the provider', ja: '事業者名' } },
  ad: { id: 0x6fad, title: { en: 'Administrative data', ja: '管理データ' } },
  gid1: { id: 0x6f3e, title: { en: 'Group of the provider', ja: '事業者のグループ ID' } },
  fplmn: { id: 0x6f7b, title: { en: 'Forbidden networks', ja: '禁止ネットワーク' } },
  ehplmn: { id: 0x6fd9, title: { en: 'Equivalent home networks', ja: '等価ホームネットワーク' } },
  oplmn: {
    id: 0x6f61,
    title: { en: 'Networks the operator prefers', ja: '事業者の優先ネットワーク' },
  },
  hpplmn: {
    id: 0x6f31,
    title: { en: 'Search for the home network', ja: 'ホームネットワークの探索' },
  },
  loci: {
    id: 0x6f7e,
    secret: true,
    title: { en: 'Last place (2G, 3G)', ja: '最後の在圏（2G・3G）' },
  },
  epsloci: { id: 0x6fe3, secret: true, title: { en: 'Last place (LTE)', ja: '最後の在圏（LTE）' } },
  smsp: {
    id: 0x6f42,
    records: true,
    title: { en: 'Service centre for SMS', ja: 'SMS サービスセンター' },
  },
  ust: { id: 0x6f38, title: { en: 'Services of the card', ja: 'カードのサービス' } },
}
