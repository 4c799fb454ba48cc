import type { Words } from '@core/words'

export const noKeyLog = (path: string): Words => ({
  en: `--tls-keys ${path}: expected a TLS key log, lines such as “CLIENT_TRAFFIC_SECRET_0 … …”. Set SSLKEYLOGFILE to a file before the session that is to be read.`,
  ja: `--tls-keys ${path}：TLS キーログ（「CLIENT_TRAFFIC_SECRET_0 … …」のような行）が必要です。読み取りたいセッションの前に、SSLKEYLOGFILE にファイルを指定してください。`,
})
