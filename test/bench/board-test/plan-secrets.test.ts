import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { holdsSecret } from '@bench/board-test/plan-secrets'

const head = 'name: t\nport: /dev/ttyUSB2\n'
const secrets = [
  'connect: { apn: internet, user: sora, password: krakatau }',
  'connect:\n  pin: 4321',
  '"connect": {"apn": "internet", "password": "krakatau"}',
  'connect: { "p\\u0061ssword": krakatau }',
  '# password: krakatau',
  'port: sim:sim7672?pin=4321',
  `steps:\n  - { name: x, at: { send: 'AT+CPIN="4321"' } }`,
  `steps:\n  - { name: x, at: { send: 'AT+CGAUTH=1,1,"krakatau","sora"' } }`,
  'steps:\n  - name: x\n    macro:\n      text: |\n        AT+CPIN="4321"\n',
  'steps:\n  - { name: x, at: { send: AT+CGSN, expect: "490154203237518" } }',
  'steps:\n  - { name: x, sms: { number: "+819012345678" } }',
  'steps:\n  - { name: x, http: { url: "https://sora:krakatau@example.com/" } }',
]

test.each(secrets)('%j is not for everybody', (text) => {
  expect(holdsSecret(head + text)).toBe(true)
  // Neither is a text that is no plan yet.
  expect(holdsSecret(`${head + text}\n  ]: broken`)).toBe(true)
})

test('an example without a password may be kept', () => {
  const path = '../../../resources/examples/board-test-microcat1.yaml'
  expect(holdsSecret(readFileSync(resolve(import.meta.dirname, path), 'utf8'))).toBe(false)
})

test('values that open nothing are none: a firmware, a model, an address of a page, a prefix', () => {
  const steps = `preset: soracom
steps:
  - { name: model, model: { is: [SIM7672JP-MNGV] } }
  - { name: firmware, firmware: { is: "2374B01SIM767XM5A" } }
  - { name: iccid, iccid: { prefix: ["8981", "8942"] } }
  - { name: page, http: { url: "https://example.com/health?board=1" } }
  - { name: signal, at: { send: AT+CSQ, value: '\\+CSQ: (\\d+)', min: 8 } }
`
  expect(holdsSecret(head + steps)).toBe(false)
})
