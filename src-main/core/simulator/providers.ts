import type { IpOffer } from './pdp-grant'

/** Who issued a card: where it may register, and which access points it may use. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** As the card's EF SPN names it. */
  readonly shortName: string
  /** Where messages are handed in; no number anybody has. */
  readonly serviceCentre: string
  readonly imsiPrefixes: readonly string[]
  /** Networks that count as home (stat 1); the rest is roaming (stat 5). */
  readonly home: readonly string[]
  /** In the order the card prefers them. */
  readonly allowed: readonly string[]
  readonly accessPoints: readonly AccessPoint[]
  /** What an LTE attach gets that names no access point. */
  readonly defaultPoint: AccessPoint
}

export interface AccessPoint {
  readonly apn: string
  /** Empty: nobody is asked for a name and password. */
  readonly users: readonly { readonly user: string; readonly password: string }[]
  readonly dns: readonly [string, string]
  /** Addresses are handed out from the first three octets, starting with the given last ones. */
  readonly pool: { readonly network: string; readonly first: readonly number[] }
  /** Default: IPv4 alone, as most access points for things. */
  readonly offer?: IpOffer | undefined
  /** Silence after which the session is ended. */
  readonly idleMinutes: number
}

const sora = [{ user: 'sora', password: 'sora' }]
const soracomDns = ['100.127.0.53', '100.127.1.53'] as const

/** Last octets as in the logs: 10.164.98.251 on the MicroCat.1, .98 and then .97 in the night of the 3GPi. */
const soracomPoint = (apn: string): AccessPoint => ({
  apn,
  users: sora,
  dns: soracomDns,
  pool: { network: '10.164.98', first: [251, 98, 97] },
  idleMinutes: 62,
})

const softbankPoint: AccessPoint = {
  apn: 'softbank',
  users: [{ user: 'ai@softbank', password: 'softbank' }],
  dns: ['10.127.4.1', '10.127.4.2'],
  pool: { network: '10.200.31', first: [16] },
  idleMinutes: 61,
}

/** The bearer of an attach has an address of another pool; whoever calls on it is asked for the same name. */
const byDefault = (point: AccessPoint, network: string): AccessPoint => ({
  ...point,
  pool: { network, first: [21, 22] },
})

export const providers: readonly Provider[] = [
  {
    id: 'soracom',
    name: 'SORACOM plan01s',
    shortName: 'SORACOM',
    serviceCentre: '+423660000000001',
    imsiPrefixes: ['90131', '29505'],
    home: [],
    allowed: ['44010', '44020', '44051', '44011'],
    accessPoints: [soracomPoint('soracom.io')],
    defaultPoint: byDefault(soracomPoint('soracom.io'), '10.128.16'),
  },
  {
    id: 'soracom-d',
    name: 'SORACOM plan-D',
    shortName: 'SORACOM',
    serviceCentre: '+818000000001',
    imsiPrefixes: ['44010'],
    home: ['44010'],
    allowed: ['44010'],
    defaultPoint: byDefault(soracomPoint('soracom.io'), '10.128.17'),
    accessPoints: [
      soracomPoint('soracom.io'),
      { ...soracomPoint('du.soracom.io'), pool: { network: '10.164.99', first: [17] } },
    ],
  },
  {
    id: 'softbank',
    name: 'SoftBank',
    shortName: 'SoftBank',
    serviceCentre: '+818000000002',
    imsiPrefixes: ['44020'],
    home: ['44020'],
    allowed: ['44020'],
    defaultPoint: byDefault(softbankPoint, '10.200.60'),
    accessPoints: [
      softbankPoint,
      {
        apn: 'plus.4g',
        users: [{ user: 'plus', password: '4g' }],
        dns: ['10.127.4.1', '10.127.4.2'],
        pool: { network: '10.200.44', first: [130] },
        idleMinutes: 61,
      },
      {
        apn: 'plus.acs.jp.v6',
        users: [{ user: 'ym', password: 'ym' }],
        dns: ['10.127.4.1', '10.127.4.2'],
        pool: { network: '10.200.46', first: [131] },
        offer: 'both',
        idleMinutes: 61,
      },
    ],
  },
]

/** The provider of a card, or undefined for a card nobody knows. */
export function providerOf(
  all: readonly Provider[],
  imsi: string | undefined,
): Provider | undefined {
  if (imsi === undefined) return undefined
  return all.find((provider) => provider.imsiPrefixes.some((prefix) => imsi.startsWith(prefix)))
}
