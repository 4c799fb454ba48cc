import { timingSafeEqual } from 'node:crypto'
import { hostname } from 'node:os'
import { isIP } from 'node:net'
import { roles, type Role } from '@contract'
import type { Holder, TokenBook } from './token-book'

export interface GateOptions {
  /** By role; who has none is not let in. */
  readonly tokens: { readonly [role in Role]?: string }
  /** Those that were made by name beside them. */
  readonly book?: Pick<TokenBook, 'holderOf'>
  /** The address to listen on. */
  readonly host: string
  readonly tls: boolean
  /** Where people open it when something stands in front, as a proxy that speaks TLS. */
  readonly publicUrl?: URL
}

/** What a request says of itself. */
export interface Caller {
  readonly url: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly authorization: string | undefined
}

export type Admission =
  | { readonly role: Role; readonly holder?: Holder }
  | { readonly refused: 'host' | 'origin' | 'token' | 'no-origin' }

/** Who is let in, by the names this host answers to, the page that asks, and the token. */
export class Gate {
  readonly #options: GateOptions
  readonly #names: ReadonlySet<string>

  constructor(options: GateOptions) {
    this.#options = options
    const own = hostname().toLowerCase()
    const names = ['localhost', options.host.toLowerCase(), own, `${own}.local`]
    this.#names = new Set([...names, options.publicUrl?.hostname ?? 'localhost'])
  }

  /**
   * Whether a request was sent to a name of ours. A page of another site can let its own name point to this computer; it
   * cannot do so with an address.
   */
  knowsHost(host: string | undefined): boolean {
    const name = nameOf(host)
    return name !== undefined && (isIP(name) !== 0 || this.#names.has(name))
  }

  admits({ url, host, origin, authorization }: Caller): Admission {
    if (!this.knowsHost(host)) return { refused: 'host' }
    if (origin !== undefined && !this.#isOwn(origin, host)) return { refused: 'origin' }
    const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
    const token = bearer ?? tokenIn(url)
    const holder = this.#options.book?.holderOf(token)
    const role = this.#roleOf(token) ?? holder?.role
    if (!role) return { refused: 'token' }
    // Browsers always say whose page asks. A program does not, and then shows its token where no address keeps it.
    if (origin === undefined && bearer === undefined) return { refused: 'no-origin' }
    return { role, ...(holder ? { holder } : {}) }
  }

  #isOwn(origin: string, host: string | undefined): boolean {
    const { tls, publicUrl } = this.#options
    return (
      origin === `${tls ? 'https' : 'http'}://${host ?? ''}` ||
      (publicUrl !== undefined && origin === publicUrl.origin)
    )
  }

  #roleOf(token: string): Role | undefined {
    const { tokens } = this.#options
    return roles.findLast((role) => {
      const own = tokens[role]
      return own !== undefined && sameText(token, own)
    })
  }
}

function tokenIn(url: string): string {
  return new URL(url, 'http://localhost').searchParams.get('token') ?? ''
}

/** The name in a Host header, without its port and brackets. */
function nameOf(host: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(host ?? '')
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
