/** TLS of one context, as AT+CSSLCFG sets it. */
export interface TlsContext {
  version: number
  /** 0 nothing is checked, 1 the server, 2 both sides, 3 this side. */
  check: number
  ignoreTime: number
  negotiateS: number
  ca: string
  certificate: string
  key: string
  sni: number
}

export const MOST_TLS = 10
/** A76XX manual, AT+CSSLCFG: the values after power-on. */
const untouched = (): TlsContext => ({
  version: 4,
  check: 0,
  ignoreTime: 1,
  negotiateS: 300,
  ca: '',
  certificate: '',
  key: '',
  sni: 0,
})

export const untold = () => ({ host: '', port: 80, secure: false, tls: 0 })

/** What AT+HTTPINIT begins: one request at a time, and TLS beside it. */
export class WebService {
  readonly tls: TlsContext[] = []
  /** Undefined: no service was started. */
  request: { url: string; tls: number } | undefined
  body = ''
  /** Where the server is, of a maker that sets it before the path. */
  server: { host: string; port: number; secure: boolean; tls: number } = untold()

  constructor() {
    this.reset()
  }
  reset(): void {
    this.request = undefined
    this.body = ''
    this.server = untold()
    this.tls.splice(0, this.tls.length, ...Array.from({ length: MOST_TLS }, untouched))
  }
}
