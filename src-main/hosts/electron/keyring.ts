import { safeStorage } from 'electron'
import { Fault } from '@core/fault'
import type { Keyring } from '@core/ports/keyring'
import { quoted } from '@core/words'

/** Keychain, DPAPI, or libsecret and KWallet by Chromium; undefined where there is none that keeps anything from anybody. */
export function systemKeyring(): Keyring | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined
  // Without a keyring Chromium seals by a word that everybody knows.
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return undefined
  return {
    seal: async (text) => {
      try {
        return safeStorage.encryptString(text).toString('base64')
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error)
        throw new Fault('keyring-closed', quoted(said), { cause: error })
      }
    },
    open: async (sealed) => {
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
      } catch {
        // It was sealed elsewhere, or is damaged: whoever asked says so.
        return undefined
      }
    },
  }
}
