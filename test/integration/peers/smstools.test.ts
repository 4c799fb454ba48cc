import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { withMessages } from '../../support/with-messages'
import { startProgram } from '../../support/cli'
import { lacks } from '../../support/needs'
import { until } from '../../support/pty-pair'
import { offeredModem } from './modem'

/** What is in the files of a folder. smsd locks a file by another beside it and renames what it has written: a name may be gone again. */
function textsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((file) => {
    if (!file.isFile()) return []
    try {
      return [readFileSync(join(folder, file.name), 'utf8')]
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  })
}

describe.skipIf(lacks('smsd'))('smstools', () => {
  test.each(withMessages)(
    '%s: sends a message and receives it, with its usual settings',
    async (id) => {
      const modem = await offeredModem('speed=20', id)
      const own = personas.find((one) => one.id === id)?.card.number ?? ''
      const folders = ['outgoing', 'checked', 'incoming', 'sent', 'failed']
      const place = (name: string) => join(modem.folder, name)
      try {
        for (const folder of folders) mkdirSync(place(folder))
        writeFileSync(
          place('smsd.conf'),
          [
            'devices = SIM',
            ...folders.map((folder) => `${folder} = ${place(folder)}`),
            `logfile = ${place('smsd.log')}`,
            `infofile = ${place('running')}`,
            `pidfile = ${place('pid')}`,
            'delaytime = 1',
            `[SIM]\ndevice = ${modem.at}\nincoming = yes\nbaudrate = 115200\nrtscts = no\n`,
          ].join('\n'),
        )
        writeFileSync(place('outgoing/one'), `To: ${own.slice(1)}\n\nfrom smsd`)
        const smsd = startProgram('smsd', [`-c${place('smsd.conf')}`, '-t'], { cwd: modem.folder })
        const texts = (folder: string) => textsIn(place(folder))
        await until(() => texts('sent').length + texts('failed').length > 0)
        // The log says why.
        expect(texts('failed'), texts('.').join('\n')).toEqual([])
        await until(() => texts('incoming').some((text) => text.includes('from smsd')))
        await smsd.stop('SIGTERM')
      } finally {
        await modem.remove()
      }
    },
  )
})
