import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { Fault } from '@core/fault'

/**
 * The file of that name in a folder. Rejects with `Fault('bad-input')` for every other place, and says nothing of what is
 * there: not even whether it exists.
 */
export async function pathInside(folder: string, name: string): Promise<string> {
  // A folder that is not made yet holds nothing.
  const root = await realpath(folder).catch(() => resolve(folder))
  const found = await realpath(resolve(root, name)).catch(() => undefined)
  const way = found === undefined ? undefined : relative(root, found)
  if (found === undefined || !way || isAbsolute(way) || way.split(sep)[0] === '..')
    throw new Fault('bad-input', {
      en: `${name}: there is no such file in the folder of this console for scenarios and logs. Open a log in the window instead, or put the file there (serve --files FOLDER).`,
      ja: `${name}：シナリオやログ用のフォルダーにこのファイルはありません。ウィンドウでログを開くか、そのフォルダー（serve --files FOLDER）に置いてください。`,
    })
  return found
}
