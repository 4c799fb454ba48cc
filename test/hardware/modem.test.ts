import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/cli'
import { commandsBack, type ModemSettings, settingsOf } from '../support/modem-settings'
import { connectingStories, readingStories } from '../support/modem-stories'

// `npm run test:hardware` sees to it that these are there: docs/testing.md.
const path = process.env['TEST_PORT'] ?? ''
const mayWrite = process.env['TEST_PORT_WRITE'] === 'yes'
const apn = process.env['TEST_APN'] ?? ''
const option = (name: string, value: string | undefined) => (value ? [name, value] : [])
const account = [
  ...option('--apn', apn),
  ...option('--user', process.env['TEST_USER']),
  ...option('--password', process.env['TEST_PASSWORD']),
]
const host = process.env['TEST_PING'] ?? '8.8.8.8'
const port = async () => path

describe(`the modem on ${path}`, () => {
  let before: ModemSettings
  beforeAll(async () => {
    before = await settingsOf(path)
  })

  describe('read only', () => {
    readingStories(port)

    test('and nothing was changed', async () => {
      expect(await settingsOf(path)).toEqual(before)
    })
  })

  describe.skipIf(!mayWrite || apn === '')('with consent to write', () => {
    connectingStories(port, account, host)

    // Also when a test above failed: a modem that is lent comes back as it was.
    afterAll(async () => {
      const commands = commandsBack(before, await settingsOf(path))
      if (commands.length > 0) await runCli(['at', path, ...commands])
      expect(await settingsOf(path)).toEqual(before)
    })
  })
})
