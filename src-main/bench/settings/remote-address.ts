import { isToken } from '@contract'
import { Fault } from '@core/fault'

/** Where a bench is served, and the token that its address brought. */
export interface RemoteAddress {
  /** Scheme, name and port, with the slash behind. */
  readonly url: string
  readonly token: string | undefined
}

/** Reads an address as `modem-bench serve` prints it. Throws `Fault('bad-input')`; its words never repeat a token. */
export function remoteAddress(text: string): RemoteAddress {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  const plain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.username === '' &&
    url.password === ''
  if (!plain) {
    const seen = text.trim().replace(/\?.*/s, '?…')
    throw new Fault('bad-input', {
      en: `"${seen}": expected the address that modem-bench serve printed, such as https://pi.local:8470/.`,
      ja: `「${seen}」：modem-bench serve が表示したアドレスを指定してください（例：https://pi.local:8470/）。`,
    })
  }
  return { url: `${url.origin}/`, token: url.searchParams.get('token') ?? undefined }
}

/** Throws `Fault('bad-input')` for what no `serve` makes. */
export function remoteToken(token: string): string {
  if (isToken(token)) return token
  throw new Fault('bad-input', {
    en: 'The token is missing, or holds other characters than letters, digits and - . _ ~. It is behind ?token= in the address that modem-bench serve printed, or in its token file.',
    ja: 'トークンがないか、英数字と - . _ ~ 以外の文字が含まれています。トークンは、modem-bench serve が表示したアドレスの ?token= の後、またはそのトークンファイルにあります。',
  })
}
