import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '@core/fault'
import type { CaptureOptions, CaptureSink, OpenCapture } from '@core/ports/capture'
import { pidExists } from '../store/process-start'
import type { CapturePlace } from './capture-place'
import { CaptureWriter } from './capture-writer'
import { fifoPlace } from './fifo-place'
import { filePlace } from './file-place'
import { socketPlace } from './socket-place'
import { makeFolder } from '../store/make-folder'
import { quoted } from '@core/words'

/** Captures into a folder of the data folder; a pipe of Windows has no folder. */
export function captureOpener(dataFolder: string, nowMs: () => number): OpenCapture {
  const folder = join(dataFolder, 'captures')
  return async (options): Promise<CaptureSink> => {
    try {
      await makeFolder(folder, 0o700)
      return new CaptureWriter(await placeOf(folder, options, nowMs()), options)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Fault('capture-open', quoted(reason), { cause: error })
    }
  }
}

async function placeOf(
  folder: string,
  { way, name }: CaptureOptions,
  nowMs: number,
): Promise<CapturePlace> {
  if (way === 'file') {
    const time = new Date(nowMs).toISOString().replace(/[:.]/g, '-')
    return filePlace(join(folder, `${time}-${name}.pcapng`))
  }
  // The process is part of the name: another console may capture on the same computer.
  const own = `${name}-${process.pid}`
  if (process.platform === 'win32') return socketPlace(`\\\\.\\pipe\\modem-bench-${own}`)
  await removeStale(folder)
  return fifoPlace(join(folder, `${own}.pipe`))
}

/** Pipes of consoles that ended without taking them away. */
async function removeStale(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /-(\d+)\.pipe$/.exec(name)?.[1]
    if (pid !== undefined && !pidExists(Number(pid))) await rm(join(folder, name), { force: true })
  }
}
