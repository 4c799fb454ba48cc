import { expect, test } from 'vitest'
import { patiently } from '@platform/store/patiently'

/** Refuses so often with this code, then works. */
function refusing(code: string, times: number) {
  let asked = 0
  const work = async () => {
    asked++
    if (asked <= times) throw Object.assign(new Error(`${code}: in use`), { code })
    return asked
  }
  return { work, asked: () => asked }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])(
  'writes a file again that a scanner of Windows had open (%s)',
  async (code) => {
    expect(await patiently(refusing(code, 2).work, 'win32')).toBe(3)
  },
)

test('gives up in the end, with the words of the system', async () => {
  const file = refusing('EPERM', 100)
  await expect(patiently(file.work, 'win32')).rejects.toThrow('EPERM: in use')
  expect(file.asked()).toBe(8)
})

test.each([
  ['linux', 'EPERM'],
  ['win32', 'ENOSPC'],
] as const)('takes a no of %s at its word: %s', async (platform, code) => {
  const file = refusing(code, 1)
  await expect(patiently(file.work, platform)).rejects.toThrow(code)
  expect(file.asked()).toBe(1)
})
