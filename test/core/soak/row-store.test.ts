import { expect, test } from 'vitest'
import { RowStore } from '@core/soak/row-store'
import type { SoakRow } from '@core/soak/rows'
import { quoted } from '@core/words'

const fault = (ms: number): SoakRow => ({ k: 'anomaly', ms, us: 0, seen: quoted(`odd ${ms}`) })

async function written() {
  const files: Record<string, string> = {}
  const store = {
    read: async (name: string) => files[name],
    write: async (name: string, text: string) => {
      files[name] = text
    },
  }
  const rows = await RowStore.create(store, 'night', 'config')
  for (const ms of [1, 2, 3]) await rows.append(fault(ms))
  const file = 'soak-night-0001.jsonl'
  return { files, store, file }
}

test.each([
  ['cut', (line: string) => line.slice(0, 20)],
  ['zeros', (line: string) => '\0'.repeat(line.length)],
  ['no row', () => '7'],
  ['of no kind', (line: string) => line.replace('anomaly', 'constructor')],
  ['damaged inside', (line: string) => line.replace('"odd 2"', '{"en":1}')],
  ['a time that is no date', (line: string) => line.replace('"ms":2', '"ms":1e300')],
])(
  'a line that is %s takes no other with it, is told, and stays in the file',
  async (_how, harm) => {
    const { files, store, file } = await written()
    const lines = (files[file] ?? '').split('\n')
    lines[1] = harm(lines[1] ?? '')
    files[file] = lines.join('\n')
    const kept = await RowStore.load(store)
    expect(kept?.rows.map((row) => row.ms)).toEqual([1, 1, 3])
    expect(JSON.stringify(kept?.rows[1])).toContain(`Line 2 of ${file}`)
    await kept?.store.append(fault(4))
    expect(files[file]?.split('\n').slice(0, 3)).toEqual(lines.slice(0, 3))
    expect((await RowStore.load(store))?.rows).toHaveLength(4)
  },
)

test.each([
  ['cut', (text: string) => text.slice(0, 30)],
  ['no head', () => '[7]'],
  ['of a later version', (text: string) => text.replace('"config"', '"configs"')],
  ['nested without end', () => '['.repeat(100_000)],
])('a head that is %s is told, and kept beside when a new run begins', async (_how, harm) => {
  const { files, store, file } = await written()
  const damaged = harm(files['soak.json'] ?? '')
  files['soak.json'] = damaged
  await expect(RowStore.load(store)).rejects.toThrow('soak.json cannot be read')
  const rows = files[file]
  await RowStore.create(store, 'next', 'config')
  expect(files['soak.json.unreadable']).toBe(damaged)
  expect(files[file]).toBe(rows)
  expect((await RowStore.load(store))?.store.id).toBe('next')
})

test('what a later version says of a run survives its end, and is not told of the next one', async () => {
  const { files, store } = await written()
  const head = () => JSON.parse(files['soak.json'] ?? '') as object
  files['soak.json'] = JSON.stringify({ ...head(), later: 1 })
  await (await RowStore.load(store))?.store.end()
  expect(head()).toMatchObject({ id: 'night', ended: true, later: 1 })
  await RowStore.create(store, 'next', 'config')
  expect(head()).toEqual({ id: 'next', config: 'config', ended: false })
})
