import { IpcpClientPolicy } from '@core/ppp/ipcp'
import { IpcpServerPolicy, type IpcpServerOptions } from '@core/ppp/ipcp-server'
import type { RawOption } from '@core/ppp/packet'
import { describe, expect, test } from 'vitest'

/** `3 10.0.0.2, 129 8.8.8.8` as options, and options as such a text. */
const options = (text: string): RawOption[] =>
  text === ''
    ? []
    : text.split(', ').map((one) => {
        const [type, value = ''] = one.split(' ')
        return { type: Number(type), value: Uint8Array.from(value.split('.'), Number) }
      })
const text = (some: readonly RawOption[]) =>
  some.map(({ type, value }) => `${type} ${value.join('.')}`).join(', ')
const said = (verdict: ReturnType<IpcpClientPolicy['judge']>) =>
  verdict.kind === 'ack' ? 'ack' : `${verdict.kind} ${text(verdict.options)}`

const zeros = '3 0.0.0.0, 129 0.0.0.0, 131 0.0.0.0'

describe('what a client asks for', () => {
  const client = (...naks: string[]) => {
    const policy = new IpcpClientPolicy()
    return { policy, answers: naks.map((nak) => policy.nakked(options(nak))) }
  }
  test.each([
    ['nothing that it knows', [], [], zeros],
    ['the address of a Nak', ['3 10.0.0.2'], ['again'], zeros.replace('0.0.0.0', '10.0.0.2')],
    [
      'its name servers too',
      ['3 10.0.0.2, 129 8.8.8.8, 131 8.8.4.4'],
      ['again'],
      '3 10.0.0.2, 129 8.8.8.8, 131 8.8.4.4',
    ],
    ['no address of 0', ['3 0.0.0.0'], ['wait'], zeros],
    [
      'the address that it has, though a Nak says 0',
      ['3 10.0.0.2', '3 0.0.0.0'],
      ['again', 'wait'],
      zeros.replace('0.0.0.0', '10.0.0.2'),
    ],
    ['no address of three octets', ['3 10.0.0'], ['wait'], zeros],
    ['no address of five', ['3 10.0.0.2.1'], ['wait'], zeros],
    [
      'name servers that come before the address, by and by',
      ['129 8.8.8.8', '131 8.8.4.4'],
      ['wait', 'wait'],
      '3 0.0.0.0, 129 8.8.8.8, 131 8.8.4.4',
    ],
    [
      'at once where a name server is another one',
      ['3 10.0.0.2', '131 8.8.4.4'],
      ['again', 'again'],
      '3 10.0.0.2, 129 0.0.0.0, 131 8.8.4.4',
    ],
    [
      'later where nothing is new',
      ['3 10.0.0.2, 129 8.8.8.8', '3 10.0.0.2, 129 8.8.8.8', '129 0.0.0.0', ''],
      ['again', 'wait', 'wait', 'wait'],
      '3 10.0.0.2, 129 8.8.8.8, 131 0.0.0.0',
    ],
  ])('%s', (_what, naks, expected, asked) => {
    const { policy, answers } = client(...naks)
    expect([answers, text(policy.wanted())]).toEqual([expected, asked])
  })

  test('counts the Naks that leave it without an address', () => {
    const { policy } = client('3 0.0.0.0', '', '129 8.8.8.8')
    expect([policy.address, policy.zeroNaks]).toEqual(['0.0.0.0', 3])
    policy.nakked(options('3 10.0.0.2'))
    expect([policy.address, policy.zeroNaks]).toEqual(['10.0.0.2', 3])
  })

  test('takes ten addresses, and no eleventh', () => {
    const { answers } = client(...Array.from({ length: 11 }, (_, at) => `3 10.0.0.${at + 1}`))
    expect([answers.slice(0, 10), answers[10]]).toEqual([Array(10).fill('again'), 'fail'])
  })

  const rounds = (count: number, nak: (at: number) => string) => {
    const { policy } = client('3 10.0.0.2')
    const answers = Array.from({ length: count }, (_, at) => policy.nakked(options(nak(at))))
    return { policy, answers, asked: text(policy.wanted()) }
  }
  test('follows name servers that change four times, and then does without', () => {
    const four = rounds(4, (at) => `129 8.8.8.${at + 1}`)
    expect([four.answers, four.asked]).toEqual([
      Array(4).fill('again'),
      '3 10.0.0.2, 129 8.8.8.4, 131 0.0.0.0',
    ])
    const five = rounds(5, (at) => `129 8.8.8.${at + 1}`)
    expect([five.answers.at(-1), five.asked]).toEqual(['again', '3 10.0.0.2'])
  })
  test('waits four times for name servers that stay 0, and then does without', () => {
    const { answers, asked } = rounds(5, () => '129 0.0.0.0, 131 0.0.0.0')
    expect([answers, asked]).toEqual([['wait', 'wait', 'wait', 'wait', 'again'], '3 10.0.0.2'])
  })
  test('fails where it is told name servers for the sixteenth time', () => {
    const { answers } = rounds(16, () => '129 8.8.8.8')
    expect(answers.slice(4)).toEqual([...Array<string>(11).fill('again'), 'fail'])
  })
  test('counts anew once the peer agreed', () => {
    const { policy } = rounds(4, () => '129 0.0.0.0')
    policy.agreed()
    const more = Array.from({ length: 5 }, () => policy.nakked(options('129 0.0.0.0')))
    expect(more).toEqual(['wait', 'wait', 'wait', 'wait', 'again'])
  })

  test('does without what is rejected', () => {
    const { policy } = client()
    expect(policy.rejected(options('129 0.0.0.0, 131 0.0.0.0'))).toBe('again')
    expect(text(policy.wanted())).toBe('3 0.0.0.0')
    policy.rejected(options('3 0.0.0.0'))
    expect(text(policy.wanted())).toBe('')
  })

  test('begins anew with nothing learnt and nothing counted', () => {
    const { policy } = client(
      '3 0.0.0.0',
      ...Array.from({ length: 10 }, (_, at) => `3 10.0.0.${at + 1}, 129 8.8.8.8, 131 8.8.4.4`),
      ...Array<string>(4).fill('129 0.0.0.0'),
    )
    policy.rejected(options('131 8.8.4.4'))
    for (let times = 0; times < 2; times++) policy.judge(options('3 0.0.0.0'))
    policy.restart()
    expect([policy.address, policy.dns, policy.zeroNaks]).toEqual(['0.0.0.0', [], 0])
    expect(text(policy.wanted())).toBe(zeros)
    expect(said(policy.judge(options('3 0.0.0.0')))).toBe('nak 3 10.64.64.64')
    expect(policy.nakked(options('3 10.0.0.2'))).toBe('again')
    const more = Array.from({ length: 5 }, () => policy.nakked(options('129 0.0.0.0')))
    expect(more).toEqual(['wait', 'wait', 'wait', 'wait', 'again'])
  })

  test.each([
    ['129 8.8.8.8, 131 8.8.4.4', ['8.8.8.8', '8.8.4.4']],
    ['131 8.8.8.8, 129 8.8.4.4', ['8.8.4.4', '8.8.8.8']],
    ['129 8.8.8.8, 131 8.8.8.8', ['8.8.8.8']],
    ['131 8.8.4.4', ['8.8.4.4']],
    ['', []],
  ])('the name servers of %s are %j', (nak, dns) => {
    expect(client(nak).policy.dns).toEqual(dns)
  })
})

describe('what a client grants', () => {
  test.each([
    ['', 'ack'],
    ['3 10.64.64.65', 'ack'],
    ['3 0.0.0.0', 'nak 3 10.64.64.64'],
    ['3 10.0.0', 'rej 3 10.0.0'],
    ['2 0.45.15.1', 'rej 2 0.45.15.1'],
    ['3 10.64.64.65, 2 0.45.15.1', 'rej 2 0.45.15.1'],
    ['3 0.0.0.0, 129 0.0.0.0', 'rej 129 0.0.0.0'],
  ])('%j: %s', (asked, verdict) => {
    expect(said(new IpcpClientPolicy().judge(options(asked)))).toBe(verdict)
  })
  test('the label twice, then the address is refused', () => {
    const policy = new IpcpClientPolicy()
    const verdicts = Array.from({ length: 3 }, () => said(policy.judge(options('3 0.0.0.0'))))
    expect(verdicts).toEqual(['nak 3 10.64.64.64', 'nak 3 10.64.64.64', 'rej 3 0.0.0.0'])
    expect(said(policy.judge(options('3 10.64.64.64')))).toBe('ack')
  })
  test.each([
    ['3 10.64.64.65', '10.64.64.65'],
    ['2 0.45.15.1', null],
    ['', null],
  ])('of %j the address of the peer is %s', (asked, address) => {
    const policy = new IpcpClientPolicy()
    expect(policy.peerAddress).toBeNull()
    policy.peerAgreed(options('3 10.0.0.1'))
    policy.peerAgreed(options(asked))
    expect(policy.peerAddress).toBe(address)
  })
})

describe('what a modem gives', () => {
  type Change = Partial<IpcpServerOptions>
  const server = (change: Change = {}) =>
    new IpcpServerPolicy({
      address: '10.0.0.1',
      clientAddress: '10.0.0.2',
      dns: ['8.8.8.8', '8.8.4.4'],
      quirks: {},
      ...change,
    })
  const right = '3 10.0.0.2, 129 8.8.8.8, 131 8.8.4.4'

  test.each<[string, Change, string, string]>([
    ['address and name servers', {}, zeros, `nak ${right}`],
    ['yes to what is right', {}, right, 'ack'],
    ['only what is wrong', {}, '3 10.0.0.2, 129 8.8.8.8, 131 8.8.8.8', 'nak 131 8.8.4.4'],
    ['one name server twice', { dns: ['1.1.1.1'] }, right, 'nak 129 1.1.1.1, 131 1.1.1.1'],
    ['no name server it has not', { dns: [] }, right, 'rej 129 8.8.8.8, 131 8.8.4.4'],
    ['nothing unknown', {}, '3 0.0.0.0, 130 0.0.0.0, 2 1', 'rej 130 0.0.0.0, 2 1'],
    ['nothing of three octets', {}, '3 10.0.0, 129 8.8.8.8', 'rej 3 10.0.0'],
    ['an address that was not asked for', {}, '129 8.8.8.8', 'nak 3 10.0.0.2'],
    [
      'no name servers, rejected',
      { quirks: { rejectDns: true } },
      zeros,
      'rej 129 0.0.0.0, 131 0.0.0.0',
    ],
    ['0.0.0.0', { quirks: { acceptZeroAddress: true } }, '3 0.0.0.0', 'ack'],
    ['any address', { quirks: { acceptZeroAddress: true } }, '3 10.9.9.9', 'ack'],
    [
      'name servers of 0',
      { quirks: { zeroDns: true } },
      '3 0.0.0.0, 129 0.0.0.0, 131 8.8.4.4',
      'nak 3 10.0.0.2, 129 0.0.0.0, 131 0.0.0.0',
    ],
    [
      'name servers of 0 where it has none',
      { dns: [], quirks: { zeroDns: true } },
      '3 10.0.0.2, 129 0.0.0.0',
      'nak 129 0.0.0.0',
    ],
    [
      'name servers of 0 beside the right address',
      { quirks: { zeroDns: true } },
      '3 10.0.0.2, 129 0.0.0.0',
      'nak 129 0.0.0.0',
    ],
    [
      'the right address alone, though name servers would be 0',
      { quirks: { zeroDns: true } },
      '3 10.0.0.2',
      'ack',
    ],
  ])('%s', (_what, change, asked, verdict) => {
    expect(said(server(change).judge(options(asked), true))).toBe(verdict)
  })

  const verdicts = (change: Change, count: number, asked: string) => {
    const policy = server(change)
    return Array.from({ length: count }, () => said(policy.judge(options(asked), true)))
  }
  test('0.0.0.0 twice, and then what it has', () => {
    expect(verdicts({ quirks: { zeroNaks: 2 } }, 3, zeros)).toEqual([
      `nak ${zeros}`,
      `nak ${zeros}`,
      `nak ${right}`,
    ])
  })
  test('other name servers three times, and then its own', () => {
    const asked = '3 10.0.0.2, 129 0.0.0.0, 131 0.0.0.0'
    expect(verdicts({ quirks: { changingDns: 3 } }, 4, asked)).toEqual([
      'nak 129 10.9.0.1, 131 10.9.0.2',
      'nak 129 10.9.1.1, 131 10.9.1.2',
      'nak 129 10.9.2.1, 131 10.9.2.2',
      'nak 129 8.8.8.8, 131 8.8.4.4',
    ])
  })
  test('another address each time', () => {
    const all = verdicts({ quirks: { nakForever: true } }, 251, '3 0.0.0.0')
    expect([all[0], all[1], all[249], all[250]]).toEqual([
      'nak 3 10.0.0.1',
      'nak 3 10.0.0.2',
      'nak 3 10.0.0.250',
      'nak 3 10.0.0.1',
    ])
  })
  test('what it gave once, to a client that it agreed with, anew', () => {
    const policy = server({ quirks: { zeroNaks: 1 } })
    const ask = () => said(policy.judge(options('3 0.0.0.0'), true))
    expect([ask(), ask()]).toEqual(['nak 3 0.0.0.0', 'nak 3 10.0.0.2'])
    policy.peerAgreed()
    expect(ask()).toBe('nak 3 0.0.0.0')
  })
  test('no address to a client that asked for none too often', () => {
    expect(said(server().judge(options('129 8.8.8.8'), false))).toBe('ack')
    expect(said(server().judge([], true))).toBe('nak 3 10.0.0.2')
  })

  test.each([
    [{}, '3 10.0.0.1'],
    [{ omitAddress: false }, '3 10.0.0.1'],
    [{ omitAddress: true }, ''],
  ])('%j: it asks for %j, before and after it began anew', (quirks, asked) => {
    const policy = server({ quirks })
    expect(text(policy.wanted())).toBe(asked)
    expect(policy.rejected()).toBe('again')
    expect(text(policy.wanted())).toBe('')
    policy.restart()
    expect(text(policy.wanted())).toBe(asked)
  })
  test('it hears ten Naks, and no eleventh, counted anew from an Ack or the beginning on', () => {
    const policy = server()
    const ten = () => Array.from({ length: 10 }, () => policy.nakked())
    expect(ten()).toEqual(Array(10).fill('wait'))
    policy.agreed()
    expect(ten()).toEqual(Array(10).fill('wait'))
    policy.restart()
    expect([...ten(), policy.nakked()]).toEqual([...Array<string>(10).fill('wait'), 'fail'])
  })
})
