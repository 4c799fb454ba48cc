/**
 * Posts a JSON text over this computer's own network and gives the status of the answer, whatever it is; redirects are not followed.
 * A login in the address goes as HTTP Basic. Rejects with `Fault('alert-webhook')`, whose words never repeat the address, when there is none within `timeoutMs`.
 */
export type PostJson = (
  url: string,
  body: string,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
) => Promise<{ readonly status: number }>
