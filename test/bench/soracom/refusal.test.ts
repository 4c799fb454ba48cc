import { expect, test } from 'vitest'
import { refusal } from '@bench/soracom/refusal'

const answer = (status: number, body: unknown) => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfter: null,
})

test.each([
  [
    'one line, whatever stands between the words',
    answer(401, { code: 'AUM0006', message: 'Wrong.\r\n\u001b[2J  Sign\tin at evil.example' }),
    'soracom-sign-in',
    'AUM0006: Wrong. [2J Sign in at evil.example',
  ],
  ['what is no JSON', answer(502, '<html>Bad gateway</html>'), 'soracom-down', 'HTTP 502'],
  ['more than fits', answer(400, { message: 'x'.repeat(1000) }), 'soracom-refused', 'xxx'],
] as const)('what was refused: %s', (_kind, given, code, words) => {
  const fault = refusal(given, 0, [])
  expect(fault.code).toBe(code)
  expect(fault.message).toContain(words)
  expect(fault.message.length).toBeLessThan(350)
  expect(fault.message).not.toMatch(/\p{Cc}/u)
})
