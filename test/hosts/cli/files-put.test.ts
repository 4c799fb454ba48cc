import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { octetsOfFile } from '@hosts/cli/commands/files'

test('what is too large or no file is refused before it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modem-bench-put-'))
  try {
    const path = join(folder, 'large.bin')
    const file = await open(path, 'w')
    await file.truncate(3_000_000_000)
    await file.close()
    await expect(octetsOfFile(path)).rejects.toThrow(/3000000000 octets; .* at most 3 MB/)
    await expect(octetsOfFile(folder)).rejects.toThrow(/no file but a folder, device or pipe/)
  } finally {
    await rm(folder, { recursive: true })
  }
})
