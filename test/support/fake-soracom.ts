import { nothingSeen, type Handlers } from '@contract'

const account = { way: 'key', coverage: 'jp', name: 'OP0000000001', kept: 'not' } as const

/** The part of a fake host that asks SORACOM's platform. */
export function fakeSoracomHandlers() {
  const slots = { a: nothingSeen, b: nothingSeen }
  return {
    'soracom.state': async () => ({ account: null, ready: false, keeps: 'file', slots }),
    'soracom.signIn': async () => account,
    'soracom.signOut': async () => undefined,
    'soracom.look': async () => nothingSeen,
    'soracom.watch': async () => nothingSeen,
    'soracom.verdict': async () => null,
    'soracom.deleteSession': async () => nothingSeen,
    'soracom.ping': async () => ({ success: true, rtt: '48 ms', stat: '3/3' }),
    'soracom.portMappings': async () => [],
    'soracom.napter': async () => ({
      ok: true,
      words: { en: 'Napter works', ja: 'Napter は正常です' },
      lines: [],
      facts: {
        endpoint: '198.51.100.9:30022',
        devicePort: 50_000,
        how: 'answered',
        arrived: true,
        ms: 80,
        removed: true,
      },
    }),
    'soracom.captures': async () => [],
    'soracom.capture': async () => ({
      sessionId: 'c0ffee00-0001',
      status: 'REQUESTED',
      duration: 60,
      failedReason: null,
      url: null,
    }),
  } satisfies Partial<Handlers>
}
