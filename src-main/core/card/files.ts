import type { Words } from '../words'
import {
  administrativeTitle,
  cardNumberTitle,
  equivalentHomeTitle,
  forbiddenTitle,
  homeSearchTitle,
  lastPlaceLteTitle,
  lastPlaceTitle,
  messageCentreTitle,
  preferredTitle,
  providerGroupTitle,
  providerNameTitle,
  serviceTableTitle,
  subscriberTitle,
} from './words'

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
  iccid: { id: 0x2fe2, secret: true, title: cardNumberTitle },
  imsi: { id: 0x6f07, secret: true, title: subscriberTitle },
  spn: { id: 0x6f46, title: providerNameTitle },
  ad: { id: 0x6fad, title: administrativeTitle },
  gid1: { id: 0x6f3e, title: providerGroupTitle },
  fplmn: { id: 0x6f7b, title: forbiddenTitle },
  ehplmn: { id: 0x6fd9, title: equivalentHomeTitle },
  oplmn: {
    id: 0x6f61,
    title: preferredTitle,
  },
  hpplmn: {
    id: 0x6f31,
    title: homeSearchTitle,
  },
  loci: {
    id: 0x6f7e,
    secret: true,
    title: lastPlaceTitle,
  },
  epsloci: { id: 0x6fe3, secret: true, title: lastPlaceLteTitle },
  smsp: {
    id: 0x6f42,
    records: true,
    title: messageCentreTitle,
  },
  ust: { id: 0x6f38, title: serviceTableTitle },
}
