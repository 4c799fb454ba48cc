import { errorWords, faultCode } from '../../fault'
import type { IpHost } from '../../ip/host'
import type { Ipv6State } from '../../ip/ipv6-state'
import type { UpLink } from '../../modem/up-link'
import type { LinkUp } from '../../ppp/link-types'
import { sleep } from '../../wait'
import { wordsOf, type Words } from '../../words'
import type { StepContext } from '../step'

/** Three solicitations, and what a network takes to answer the last. */
const routerMs = 15_000
/** Beside an IPv4 address that is there: the rest may come later. */
const besideMs = 6_000
/** After the address: DHCPv6 is asked for name servers only then. */
const serversMs = 4_000
const lookMs = 100

/** Waits until a router has told an IPv6 address, and name servers where they come in time. Resolves in any case. */
export async function ipv6Ready(context: StepContext, { host }: UpLink): Promise<void> {
  if (host.ipv6 === null) return
  context.progress({
    en: 'IPV6CP is open; a router is asked for an address.',
    ja: 'IPV6CP 確立。ルーターに IPv6 アドレスの情報を要求しています。',
  })
  await until(context, host.address === null ? routerMs : besideMs, () =>
    Boolean(host.ipv6?.address),
  )
  if (host.ipv6.address && host.dns.length === 0)
    await until(context, serversMs, () => host.dns.length > 0)
}

async function until(
  { clock, signal, session }: StepContext,
  ms: number,
  ready: () => boolean,
): Promise<void> {
  const endUs = clock.monotonicUs() + ms * 1000
  while (!ready() && clock.monotonicUs() < endUs && session.upLink)
    await sleep(clock, lookMs, signal)
}

export function noRouter(ipv6: Ipv6State | null): Words {
  const own = ipv6?.linkLocal ?? ''
  if (ipv6?.progress === 'no-lease')
    return {
      en: `The router ${ipv6.router ?? ''} leaves addresses to DHCPv6, and no server has lent one; ours on the link is ${own}.`,
      ja: `ルーター ${ipv6.router ?? ''} はアドレスを DHCPv6 で割り当てる設定ですが、サーバーからの割り当てがありません（リンクローカルアドレス：${own}）。`,
    }
  if (ipv6?.progress === 'taken')
    return {
      en: `The address that DHCPv6 lent is somebody else’s on this link; it was given back, and another is asked for. Ours on the link is ${own}.`,
      ja: `DHCPv6 で割り当てられたアドレスはこのリンク上で既に使われているため返却し、別のアドレスを要求しています（リンクローカルアドレス：${own}）。`,
    }
  if (ipv6?.progress === 'no-prefix')
    return {
      en: `The router ${ipv6.router ?? ''} advertises no prefix for addresses; ours on the link is ${own}.`,
      ja: `ルーター ${ipv6.router ?? ''} はアドレス用のプレフィックスを広告していません（リンクローカルアドレス：${own}）。`,
    }
  return {
    en: `No router advertisement came within ${routerMs / 1000} s; ours on the link is ${own}.`,
    ja: `${routerMs / 1000} 秒以内にルーター広告が届きませんでした（リンクローカルアドレス：${own}）。`,
  }
}

/** What the link has of both families, and what that means where it is only IPv6. */
export async function addressWords(context: StepContext, host: IpHost, up: LinkUp): Promise<Words> {
  const addresses = [host.address, host.ipv6?.address].filter((one) => one).join(' ')
  const servers = host.dns.join(' ')
  const more = [await ipv6Words(context, host), missingWords(context, host, up)]
  return {
    en: [`${addresses}, DNS ${servers || 'none given'}.`, ...more.map(({ en }) => en)]
      .join(' ')
      .trim(),
    ja: [`${addresses}、DNS ${servers || 'なし'}。`, ...more.map(({ ja }) => ja)].join(''),
  }
}

const nothing: Words = { en: '', ja: '' }

async function ipv6Words(context: StepContext, host: IpHost): Promise<Words> {
  if (host.address !== null || !host.ipv6?.address) return nothing
  const prefix = await nat64Of(context, host)
  if (prefix === undefined) return nothing
  // What a network has beside that nobody asked it.
  const asked = context.target.pdpType === 'IPV6'
  if (prefix === null)
    return asked
      ? {
          en: 'PDP type IPV6 was asked for, and there is no NAT64: hosts that have only IPv4 cannot be reached; IPV4V6 asks for both.',
          ja: 'PDP タイプに IPV6 を指定しており、NAT64 もありません。IPv4 のみのホストには到達できません。両方使うには IPV4V6 を指定してください。',
        }
      : {
          en: 'The network granted IPv6 alone, without NAT64: hosts that have only IPv4 cannot be reached.',
          ja: 'ネットワークが許可したのは IPv6 のみで、NAT64 もありません。IPv4 のみのホストには到達できません。',
        }
  return {
    en: `The link carries IPv6 alone; hosts that have only IPv4 are reached through NAT64 (${prefix}). A device that needs IPv4 addresses of its own needs 464XLAT.`,
    ja: `この接続は IPv6 のみです。IPv4 のみのホストには NAT64（${prefix}）経由で到達できます。機器自身が IPv4 アドレスを必要とする場合は 464XLAT が必要です。`,
  }
}

/** Undefined: it could not be found out. */
async function nat64Of(
  { signal, seen }: StepContext,
  host: IpHost,
): Promise<string | null | undefined> {
  if (host.dns.length === 0) return undefined
  try {
    return await host.nat64({ signal, timeoutMs: 5_000 })
  } catch (error) {
    if (faultCode(error) === undefined || faultCode(error) === 'at-cancelled') throw error
    seen.push(errorWords(error))
    return undefined
  }
}

/** A family that was asked for and is not there is said, with why. */
function missingWords({ target }: StepContext, host: IpHost, up: LinkUp): Words {
  if (target.pdpType !== 'IPV4V6') return nothing
  const why = up.missing === null ? { en: '', ja: '' } : wordsOf(up.missing)
  if (host.address === null)
    return {
      en: `The modem gave no IPv4 address (${why.en}).`,
      ja: `IPv4 アドレスは割り当てられませんでした（${why.ja}）。`,
    }
  if (host.ipv6 === null)
    return {
      en: `The modem gave no IPv6 (${why.en}); the network may have granted IPv4 alone (cause 50).`,
      ja: `IPv6 は割り当てられませんでした（${why.ja}）。ネットワークが IPv4 のみを許可した可能性があります（cause 50）。`,
    }
  if (host.ipv6.address) return nothing
  return {
    en: 'IPV6CP is open, but no router has told an IPv6 address yet.',
    ja: 'IPV6CP は確立しましたが、ルーターからの IPv6 アドレス情報はまだ届いていません。',
  }
}
