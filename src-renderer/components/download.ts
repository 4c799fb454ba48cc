import type { ExportedFile, FilePiece } from '@contract'

function octetsOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** Hands a file to the person through the browser's own download; `behind`: its pieces behind the first. */
export function download(file: ExportedFile, behind: readonly FilePiece[] = []): void {
  const content = [file, ...behind].map(({ base64, text }) =>
    base64 === undefined ? (text ?? '') : octetsOf(base64),
  )
  const url = URL.createObjectURL(new Blob(content, { type: file.mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  document.body.append(link)
  link.click()
  link.remove()
  // The download reads the URL after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
