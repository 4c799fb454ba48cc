/** Where a webhook is, read from what was typed; undefined: it is no address of one. */
export function webhookUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  try {
    decodeURIComponent(`${url.username}${url.password}`)
    return url
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** With the path and the login hidden: whoever has the address of a webhook may post there. */
export function shownWebhook(text: string): string {
  const url = webhookUrl(text)
  if (!url) return '…'
  const bare = url.pathname === '/' && url.search === '' && url.username + url.password === ''
  return `${url.protocol}//${url.host}/${bare ? '' : '…'}`
}
