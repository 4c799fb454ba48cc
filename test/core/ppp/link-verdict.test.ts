import { describe, expect, test } from 'vitest'
import {
  end,
  neverSettled,
  noIpcp,
  noIpv6cp,
  noLcp,
  terminatedFamily,
  type Sightings,
} from '@core/ppp/link-verdict'
import { wordsOf } from '@core/words'

type Seen = Partial<Omit<Sightings, 'counters'>> & {
  readonly counters?: Partial<Sightings['counters']>
}
const sightings = ({ counters, ...seen }: Seen): Sightings => ({
  lines: [],
  terminated: 0,
  lcpFrames: 0,
  unsupported: undefined,
  ...seen,
  counters: {
    rxBytes: 0,
    txBytes: 0,
    rxFrames: 0,
    txFrames: 0,
    badFcs: 0,
    rejected: 0,
    loops: 0,
    ...counters,
  } as Sightings['counters'],
})

describe('why LCP never opened, the surest reason first', () => {
  test.each<[Seen, string, string]>([
    [{ counters: { loops: 1 }, terminated: 1, unsupported: 'EAP' }, 'link-looped', ''],
    [{ unsupported: 'EAP', terminated: 1 }, 'link-auth-unsupported', 'EAP'],
    [{ terminated: 1, lcpFrames: 4 }, 'link-terminated-by-peer', '1'],
    [{ counters: { badFcs: 3, rxFrames: 2 }, lcpFrames: 2 }, 'link-fcs-errors', '3'],
    // As many whole as damaged, or none whole: the line is not what stops it, or it is no line of frames.
    [{ counters: { badFcs: 2, rxFrames: 2 }, lcpFrames: 2 }, 'link-lcp-loops', '2'],
    [{ counters: { badFcs: 2, rxBytes: 77 } }, 'link-noise', '77'],
    [{ counters: { rejected: 1, rxBytes: 9 } }, 'link-noise', '9'],
    [{ lcpFrames: 1 }, 'link-lcp-loops', '1'],
    [{ counters: { rxBytes: 12 } }, 'link-no-lcp', '12'],
    [{ lines: ['NO CARRIER'], counters: { rxBytes: 12 } }, 'link-no-lcp', 'NO CARRIER'],
  ])('%j: %s, with %s', (seen, code, part) => {
    const found = noLcp(sightings(seen))
    expect(found.code).toBe(code)
    expect(wordsOf(found.seen).en).toContain(part)
    expect(wordsOf(found.seen).ja).toContain(part)
  })
  test('lines of text between the frames stand behind what was counted', () => {
    const { seen } = noLcp(sightings({ lcpFrames: 3, lines: ['RING'] }))
    expect(wordsOf(seen).en).toMatch(/3.*; .*RING/)
    expect(wordsOf(seen).ja).toMatch(/3.*（.*RING.*）$/)
  })
})

test.each([
  [noIpcp(5, 0, 0), 'link-no-ipcp', '5'],
  [noIpcp(5, 2, 0), 'link-ipcp-loops', '2'],
  [noIpcp(5, 2, 3), 'link-no-address', '3'],
  [noIpv6cp(4, 0), 'link-no-ipv6', '4'],
  [noIpv6cp(4, 9), 'link-no-ipv6', '9'],
  [neverSettled('ipv4'), 'link-ipcp-loops', ''],
  [neverSettled('ipv6'), 'link-no-ipv6', ''],
  [terminatedFamily('ipv4'), 'link-terminated-by-peer', 'IPCP Terminate-Request'],
  [terminatedFamily('ipv6'), 'link-terminated-by-peer', 'IPV6CP Terminate-Request'],
  [end('link-no-lcp', undefined, { en: 'one', ja: 'one' }), 'link-no-lcp', 'one'],
  [
    end('link-no-lcp', { en: 'two', ja: 'two' }, { en: 'one', ja: 'one' }),
    'link-no-lcp',
    'one; two',
  ],
])('%j: %s, with %s', (found, code, part) => {
  expect(found.code).toBe(code)
  expect(wordsOf(found.seen).en).toContain(part)
})
