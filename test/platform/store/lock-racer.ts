import { faultCode } from '@core/fault'
import { lockFile } from '@platform/store/lock-file'

// Run by lock-file.proof.ts, several at once: a path is asked for, an empty text lets go of what was got.
let release: (() => Promise<void>) | undefined
process.on('message', (path: unknown) => {
  void answerTo(String(path)).then((said) => process.send?.(said))
})

async function answerTo(path: string): Promise<string> {
  if (path === '') {
    await release?.()
    release = undefined
    return 'free'
  }
  try {
    release = await lockFile(path, 'journal-in-use')
    return 'got'
  } catch (error) {
    return faultCode(error) ?? String(error)
  }
}
