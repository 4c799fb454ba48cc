import type { ExportedFile, Parsed } from '@contract'
import { batchHtml, type BatchPicture } from '@core/plan/batch-html'
import { junitOf } from '@core/plan/junit'
import { labelText, labelZpl } from '@core/plan/label'
import { tapOf } from '@core/plan/tap'
import type { TestState } from '@core/plan/test-state'
import { batchCsv, recordOf, type Batch } from '@core/plan/units'
import { base64 } from '@bench/base64'
import type { PictureBox } from './picture-box'

/** What a report is made of: the last test of a slot, and every board of its plan. */
export interface Reported {
  readonly test: TestState
  readonly batch: () => Promise<Batch>
  readonly pictures: Pick<PictureBox, 'find'>
}

/** A test, or its batch, as a file. */
export async function testReport(
  { test, batch, pictures }: Reported,
  { format, language }: Parsed<'test.report'>,
): Promise<ExportedFile> {
  const name = [test.plan, fileNameOf(test.serial)].filter(Boolean).join('-')
  switch (format) {
    case 'junit':
      return file(`${name}.xml`, 'application/xml', junitOf(test, language))
    case 'tap':
      return file(`${name}.tap`, 'text/plain', tapOf(test, language))
    case 'json':
      return file(`${name}.json`, 'application/json', JSON.stringify(recordOf(test), null, 2))
    case 'csv':
      return file(`${test.plan}.csv`, 'text/csv', batchCsv(await batch()))
    case 'html': {
      const all = await batch()
      const shown = await picturesOf(all, pictures)
      return file(`${test.plan}.html`, 'text/html', batchHtml(all, language, shown))
    }
    case 'label':
      return file(`${name}-label.txt`, 'text/plain', labelText(test, language))
    case 'zpl':
      return file(`${name}.zpl`, 'text/plain', labelZpl(test))
  }
}

/** So many stand in a page themselves, those of the newest tests; of the others it says name and SHA-256. */
const mostShown = 20

/** What boards were compared with, each picture once, however many boards it was shown for. */
async function picturesOf(
  { tests }: Batch,
  pictures: Reported['pictures'],
): Promise<readonly BatchPicture[]> {
  const named = new Map<string, { name: string; sha256: string }>()
  for (const test of tests.toReversed())
    for (const [name, sha256] of Object.entries(test.pictures ?? {}))
      named.set(`${name}\n${sha256}`, { name, sha256 })
  return Promise.all(
    [...named.values()].map(async (one, index): Promise<BatchPicture> => {
      const found = index < mostShown ? await pictures.find(one.sha256) : undefined
      const source = found ? `data:${found.type};base64,${base64([found.octets])}` : null
      return { ...one, source }
    }),
  )
}

/** A serial in the name of a file; what a file system may not take is written as in an address, so that two serials never share one. */
const fileNameOf = (serial: string): string =>
  serial.replace(/[^\p{L}\p{N}._-]/gu, (one) =>
    [...new TextEncoder().encode(one)]
      .map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )

const file = (name: string, mime: string, text: string): ExportedFile => ({
  name,
  mime,
  text,
  masked: {},
})
