import { z } from 'zod'
import type { RemoteAnswer } from '@core/ports/remote-windows'
import { call } from './call'

/** A bench of another computer that was opened before. */
export interface KnownRemote {
  readonly url: string
  /** Its token is kept: it opens without being asked for one. */
  readonly opens: boolean
}

/** Calls for benches of other computers, each in a window of its own. The desktop app alone carries them out. */
export const remoteCalls = {
  /** The benches of other computers that were opened before. */
  'remote.list': call<readonly KnownRemote[]>()(z.undefined()),
  /** Opens a window on it, or gives the certificate to compare; the list as it is then is in `remote.list`. */
  'remote.open': call<RemoteAnswer>()(
    z.object({
      /** As serve printed it, with its token or without. */
      address: z.string().max(2048),
      /** Empty: the one in the address, or the one that is kept. */
      token: z.string().max(512),
      /** Keep the token, too; the address is kept in any case. */
      keep: z.boolean(),
      /** The certificate that a person has compared. */
      fingerprint: z
        .string()
        .regex(/^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/)
        .optional(),
    }),
  ),
  /** Forgets a bench of another computer, and its token. */
  'remote.forget': call<readonly KnownRemote[]>()(z.object({ url: z.string().max(2048) })),
} as const

/** Whether a text can be a token of `serve`: one word of letters, digits and - . _ ~. */
export const isToken = (text: string): boolean => /^[\w.~-]+$/.test(text)
