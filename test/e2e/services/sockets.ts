import { beforeAll, describe, expect, test } from 'vitest'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import { overflowsIn } from '../../support/overflows'
import type { SharedWindow } from '../../support/shared-window'

const languages = [
  [
    'en',
    'sim:sim7672',
    {
      cause: 'SNI is off',
      on: 'SNI: on',
      page: /works over the modem’s stack: 200/,
      broker: /mqtts:\/\/broker\.example works over the modem’s stack: conn/,
    },
  ],
  [
    'ja',
    'sim:sim7672#11',
    {
      cause: 'SNI がオフです',
      on: 'SNI：オン',
      page: /モデム内蔵スタックで成功しました（200/,
      broker: /mqtts:\/\/broker\.example：モデム内蔵スタックで成功しました/,
    },
  ],
] as const

export function socketStories(window: SharedWindow): void {
  describe.each(languages)(
    'sockets and files of the modem in a slot (%s)',
    (language, port, says) => {
      let bench: BenchPage
      beforeAll(async () => {
        bench = await window.anew(language)
        await bench.open('a', `${port}?speed=fast`)
        await loadAxe(window.page)
      })
      /** What is wrong with the dialog as it is: every-page.test.ts looks at those of a modem of no known family. */
      const faults = async () => [
        ...(await window.page.evaluate(overflowsIn, '[role=dialog]')),
        ...(await violationsIn(window.page, '[role=dialog]', 'all')),
      ]
      const words = () => bench.at('sockets-words').textContent()

      test('a target is tried over the modem’s stack, and SNI is shown as the cause and turned on', async () => {
        await bench.choose('a', 'sockets')
        await bench.at('sockets-what').selectOption('http')
        await bench.at('sockets-target').fill('https://named.example/')
        // Registration takes its time behind the opening of the port.
        await expect
          .poll(async () => {
            await bench.at('sockets-run-modem').click()
            return words()
          })
          .toContain(says.cause)
        await bench.at('sockets-sni').click()
        await expect.poll(() => bench.at('sockets-sni').textContent()).toContain(says.on)
        await bench.at('sockets-run-modem').click()
        await expect.poll(words).toMatch(says.page)
        expect(await bench.at('sockets-run-console').isDisabled()).toBe(true)
        expect(await faults()).toEqual([])
      })

      test('a broker is visited with a user and a password', async () => {
        await bench.at('sockets-what').selectOption('mqtt')
        await bench.at('sockets-target').fill('mqtts://broker.example')
        expect(await bench.at('sockets-mqtt-password').isDisabled()).toBe(true)
        await bench.at('sockets-mqtt-user').fill('ann')
        await bench.at('sockets-mqtt-password').fill('s3cret-word')
        await bench.at('sockets-run-modem').click()
        await expect.poll(words).toMatch(says.broker)
        expect(await window.page.locator('[role=dialog]').textContent()).not.toContain(
          's3cret-word',
        )
        expect(await faults()).toEqual([])
        await window.page.keyboard.press('Escape')
      })

      test('a certificate is loaded, and deleted after a question', async () => {
        await bench.choose('a', 'files')
        await bench.at('files-choose').waitFor()
        const buffer = Buffer.from('-----BEGIN CERTIFICATE-----\nMII=\n')
        await bench.at('files-picker').setInputFiles({ name: 'my ca.pem', mimeType: '', buffer })
        expect(await bench.at('files-name').inputValue()).toBe('my_ca.pem')
        await bench.at('files-load').click()
        await expect.poll(() => bench.at('files-certificate').textContent()).toContain('my_ca.pem')
        await bench.at('files-remove').click()
        expect(await faults()).toEqual([])
        await bench.at('files-remove-sure').click()
        await expect.poll(() => bench.at('files-row').count()).toBe(0)
      })
    },
  )
}
