import { inAnyLog, type Says, says } from './says'

/** What mpd of FreeBSD (pfSense, OPNsense) writes of the layers of PPP: `[opt1] IPCP: state change Req-Sent --> Opened`. */
export const mpd: readonly Says[] = [
  says(
    /\] MODEM: chat script succeeded/,
    'ppp',
    'busy',
    'The dialling script is through; PPP begins.',
    'ダイヤルスクリプトが完了し、PPP を開始します。',
  ),
  inAnyLog(
    says(
      /\] LCP: authorization successful/,
      'ppp',
      'fine',
      'The other side accepted the link and the password.',
      '相手がリンクと認証を受け入れました。',
    ),
  ),
  inAnyLog(
    says(
      /\] LCP: authorization failed/,
      'ppp',
      'failure',
      'The other side refused user or password.',
      '相手がユーザー名またはパスワードを拒否しました。',
      'link-auth-refused',
    ),
  ),
  inAnyLog(
    says(
      /\] LCP: parameter negotiation failed/,
      'ppp',
      'failure',
      'mpd asked for the link ten times without agreement.',
      'mpd が LCP を 10 回要求しましたが、合意に至りませんでした。',
      'link-no-lcp',
    ),
  ),
  inAnyLog(
    says(
      /\] IPCP: parameter negotiation failed/,
      'ip',
      'failure',
      'The link is up, but mpd asked for an address ten times without agreement.',
      'リンクは確立しましたが、mpd がアドレス（IPCP）を 10 回要求しても合意に至りませんでした。',
      'link-no-ipcp',
    ),
  ),
  inAnyLog(
    says(
      /\] IPCP: state change \S+ --> Opened/,
      'ip',
      'fine',
      'The address is agreed: the connection is up.',
      'アドレスが決まり、接続が確立しました。',
    ),
  ),
]
