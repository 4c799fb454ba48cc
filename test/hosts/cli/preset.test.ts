import { expect, test } from 'vitest'
import { filled, presetOf } from '@hosts/cli/preset'
import { benchFixture } from '../../support/bench-fixture'

const nothing = { apn: '', user: '', password: '' }

async function asked(name: string | undefined) {
  const { client } = await benchFixture()
  return presetOf(client, name)
}

test.each(['soracom', ' SORACOM '])('%j fills what was not given', async (name) => {
  expect(filled(nothing, await asked(name))).toMatchObject({
    apn: 'soracom.io',
    user: 'sora',
    password: 'sora',
    auth: 'auto',
    pdpType: 'IP',
  })
})

test('what was given counts instead', async () => {
  const given = {
    ...nothing,
    apn: 'du.soracom.io',
    user: 'me',
    auth: 'pap',
    pdpType: 'IPV6',
  } as const
  expect(filled(given, await asked('soracom'))).toMatchObject({ ...given, password: 'sora' })
})

test('without a preset nothing changes', async () => {
  expect(filled(nothing, await asked(undefined))).toBe(nothing)
})

test('a preset that does not exist is refused with those that do', async () => {
  await expect(asked('soracomm')).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(/"soracomm".*no such preset.*\n {2}soracom {2}/s),
  })
})
