import { type BrowserWindow, type Rectangle, type Size, screen } from 'electron'
import { z } from 'zod'
import type { Store } from '@core/ports/store'

const file = 'window.json'
const settleMs = 400

const whole = z.number().int().min(-100_000).max(100_000)
const place = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  maximized: z.boolean(),
  zoom: z.number().min(0.25).max(5),
})
export type WindowPlace = z.output<typeof place>

/** What was kept, or undefined: a damaged file is no reason to open no window. */
export async function readPlace(store: Store): Promise<WindowPlace | undefined> {
  const text = await store.read(file)
  return text === undefined ? undefined : placeOf(text)
}

export function placeOf(text: string): WindowPlace | undefined {
  try {
    return place.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The part of a screen somebody must see of a window to take hold of it. */
const gripPx = 100

const firstSize = { width: 1440, height: 900 }

/**
 * Where the window goes: where it was, unless the screen it was on is gone. `areas`: what each screen leaves for windows, the main one
 * first; a window that is placed anew is no larger than that.
 */
export function boundsOn(
  areas: readonly Rectangle[],
  kept: Rectangle | undefined,
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  const { width, height } = within(areas[0], kept ?? firstSize)
  if (!kept) return { width, height }
  const seen = areas.some((area) => {
    const wide = Math.min(area.x + area.width, kept.x + width) - Math.max(area.x, kept.x)
    const top = kept.y >= area.y && kept.y <= area.y + area.height - gripPx
    return wide >= gripPx && top
  })
  return seen ? kept : { width, height }
}

const within = (area: Rectangle | undefined, { width, height }: Size): Size => ({
  width: Math.min(width, area?.width ?? width),
  height: Math.min(height, area?.height ?? height),
})

export function placeNow(kept: WindowPlace | undefined) {
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  return boundsOn(
    [first, ...others].map(({ workArea }) => workArea),
    kept?.bounds,
  )
}

/** Keeps where the window is, how large, and how far enlarged, when that has come to rest and when it closes. */
export function keepPlace(
  window: BrowserWindow,
  store: Store,
  kept: WindowPlace | undefined,
  report: (error: unknown) => void,
): void {
  const { webContents } = window
  let timer: NodeJS.Timeout | undefined
  let last = ''
  const write = () => {
    clearTimeout(timer)
    if (window.isDestroyed()) return
    const now: WindowPlace = {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoom: webContents.getZoomFactor(),
    }
    const text = `${JSON.stringify(now)}\n`
    if (text === last) return
    last = text
    store.write(file, text).catch(report)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(write, settleMs)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', write)
  webContents.on('zoom-changed', soon)
  webContents.on('did-finish-load', () => kept && webContents.setZoomFactor(kept.zoom))
  if (kept?.maximized) window.maximize()
}
