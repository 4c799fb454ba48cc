import { compared } from '@core/sockets/compare'
import type { SocketOutcome, SocketStack, SocketTrouble } from '@core/sockets/outcome'
import { expect, test } from 'vitest'

const tried = (over: SocketStack, trouble: Partial<SocketTrouble> | null): SocketOutcome => ({
  over,
  what: 'tcp',
  target: 'echo.example:7',
  atMs: 0,
  ok: trouble === null,
  ms: trouble ? null : 61,
  steps: [],
  words: { en: '', ja: '' },
  trouble: trouble && {
    cause: 'other',
    seen: '',
    meaning: { en: 'It was refused.', ja: '拒否されました。' },
    finding: null,
    ...trouble,
  },
})

test.each([
  [null, null, /^It works over both: 61\.0 ms .*, 61\.0 ms/],
  [{ finding: 'sni-off' }, null, /not over the modem’s stack\. SNI is off/],
  [{ cause: 'dns' }, null, /not over the modem’s stack\. The modem’s name servers do not know/],
  [{ cause: 'context' }, null, /not over the modem’s stack\. The context of its stack/],
  // A result code alone is no cause.
  [{ cause: 'refused' }, null, /not over the modem’s stack\. Why is not known from here/],
  [null, {}, /^It works over the modem’s stack, not over the console’s own IP\. It was refused\./],
  [{ cause: 'dns' }, { cause: 'dns' }, /^It works over neither/],
] as const)('modem %j and console %j tell together', (modem, console, words) => {
  expect(compared(tried('modem', modem), tried('console', console))?.en).toMatch(words)
})

test('one of them alone tells nothing', () => {
  expect(compared(tried('modem', null), undefined)).toBeNull()
  expect(compared(undefined, tried('console', {}))).toBeNull()
})
