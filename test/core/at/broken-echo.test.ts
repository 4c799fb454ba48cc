import { expect, test } from 'vitest'
import { isBrokenEcho } from '@core/at/broken-echo'

test.each([
  // As it was sent.
  ['AT+CPIN?', 'AT+CPIN?', false],
  ['at+cpin?', 'AT+CPIN?', false],
  ['AT+CPIN? ', 'AT+CPIN?', false],
  // One of eight, two, and three.
  ['AT+CPAN?', 'AT+CPIN?', true],
  ['AT+CPINÃ', 'AT+CPIN?', true],
  ['AD+CPAN?', 'AT+CPIN?', true],
  ['AD+CPAM?', 'AT+CPIN?', false],
  // One of four; of fewer nothing is said.
  ['ATEx', 'ATE0', true],
  ['ATxx', 'ATE0', false],
  ['Ax', 'AT', false],
  ['ATx', 'ATI', false],
  // Letters that were dropped, but not an echo that was cut.
  ['AT+PIN?', 'AT+CPIN?', true],
  ['AT+IN?', 'AT+CPIN?', true],
  ['AT+N?', 'AT+CPIN?', false],
  ['T+CPIN?', 'AT+CPIN?', false],
  ['AT+CPIN', 'AT+CPIN?', false],
  ['+CPIN?', 'AT+CPIN?', false],
  ['AT+NIP?', 'AT+CPIN?', false],
  // More than was sent.
  ['AT+CPIN?x', 'AT+CPIN?', false],
  // Another command.
  ['AT+CFUN=0', 'AT+CFUN=1', false],
  ['AT+CFUN=q', 'AT+CFUN=1', true],
  ['OK', 'AT+CSQ', false],
  ['', 'AT+CSQ', false],
])('%j of %j: %s', (line, command, broken) => expect(isBrokenEcho(line, command)).toBe(broken))
