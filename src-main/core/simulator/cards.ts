import type { CardData } from './persona'

const lock = { pin: '1234', puk: '12345678' }

/** Cards that can be put into any modem, by provider. */
export const cards: Readonly<Record<string, CardData>> = {
  soracom: { ...lock, imsi: '901310000000100', iccid: '89423100000000001000' },
  'soracom-d': { ...lock, imsi: '440100000000200', iccid: '8981100000000002000' },
  softbank: { ...lock, imsi: '440200000000300', iccid: '8981200000000003000' },
  esim: {
    ...lock,
    imsi: '901310000000100',
    iccid: '89423100000000001000',
    euicc: {
      eid: '89049032000001000000012345678901',
      profiles: [
        {
          imsi: '901310000000100',
          iccid: '89423100000000001000',
          provider: 'SORACOM',
          name: 'plan01s',
          kind: 2,
        },
        {
          imsi: '440200000000300',
          iccid: '8981200000000003000',
          provider: 'SoftBank',
          name: 'SoftBank IoT',
          kind: 2,
        },
        {
          imsi: '440100000000200',
          iccid: '8981100000000002000',
          provider: 'SORACOM',
          name: 'plan-D',
          kind: 2,
          stays: true,
        },
      ],
    },
  },
}
