import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { descriptions, processors } from './linux-description.js'
import { layOutCommand, layOutWindow } from './linux-tree.js'
import { writeDeb } from './write-deb.js'
import { writeRpm } from './write-rpm.js'

const writers = { deb: writeDeb, rpm: writeRpm }

/**
 * Makes the packages of one kind: 'modem-bench' from what electron-builder unpacked, or 'modem-bench-cli' from out/ and
 * the production modules. `quick` packs for a test on this computer. Resolves to their paths.
 */
export async function linuxPackages({
  kind,
  arch,
  unpacked,
  folder,
  formats = ['deb', 'rpm'],
  quick = false,
}) {
  const processor = processors[arch]
  const root = mkdtempSync(join(tmpdir(), 'modem-bench-tree-'))
  chmodSync(root, 0o755)
  mkdirSync(folder, { recursive: true })
  try {
    if (kind === 'modem-bench') layOutWindow(root, unpacked)
    else layOutCommand(root, processor)
    const paths = []
    for (const format of formats)
      paths.push(await writers[format](descriptions[kind], processor, root, folder, { quick }))
    return paths
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
