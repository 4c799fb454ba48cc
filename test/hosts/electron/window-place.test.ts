import { describe, expect, test, vi } from 'vitest'
import { boundsOn, placeOf } from '@hosts/electron/window-place'

vi.mock('electron', () => ({ screen: {} }))

const screenOf = (x: number, width = 1920) => ({ x, y: 0, width, height: 1080 })
const kept = { x: 100, y: 60, width: 1100, height: 700 }

describe('where the window opens', () => {
  test('is where it was', () => {
    expect(boundsOn([screenOf(0)], kept)).toEqual(kept)
    expect(boundsOn([screenOf(0), screenOf(1920)], { ...kept, x: 2500 })).toMatchObject({ x: 2500 })
  })
  test('is in the middle at the kept size when its screen is gone, or only a sliver would show', () => {
    for (const x of [2500, -1050, 1900])
      expect(boundsOn([screenOf(0)], { ...kept, x })).toEqual({ width: 1100, height: 700 })
    expect(boundsOn([screenOf(0)], { ...kept, y: 1060 })).toEqual({ width: 1100, height: 700 })
    expect(boundsOn([screenOf(0)], { ...kept, y: -40 })).toEqual({ width: 1100, height: 700 })
  })
  test('is 1440×900 the first time', () => {
    expect(boundsOn([screenOf(0)], undefined)).toEqual({ width: 1440, height: 900 })
    expect(boundsOn([], undefined)).toEqual({ width: 1440, height: 900 })
  })
  test('is no larger than the screen where it is placed anew', () => {
    const small = { x: 0, y: 27, width: 1280, height: 773 }
    expect(boundsOn([small, screenOf(1280)], undefined)).toEqual({ width: 1280, height: 773 })
    const large = { x: 4000, y: 0, width: 2500, height: 700 }
    expect(boundsOn([small], large)).toEqual({ width: 1280, height: 700 })
    // Over two screens, as somebody pulled it.
    const wide = { x: 100, y: 60, width: 2500, height: 700 }
    expect(boundsOn([small, screenOf(1280)], wide)).toEqual(wide)
  })
})

describe('what was kept', () => {
  test('is read', () => {
    const text = JSON.stringify({ bounds: kept, maximized: true, zoom: 1.25 })
    expect(placeOf(text)).toEqual({ bounds: kept, maximized: true, zoom: 1.25 })
  })
  test.for([
    '',
    '{',
    'null',
    '{"bounds":{}}',
    '{"bounds":{"x":1,"y":1,"width":0,"height":9},"maximized":false,"zoom":1}',
    '{"bounds":{"x":0,"y":0,"width":9,"height":9},"maximized":false,"zoom":99}',
  ])('and a damaged file is no window less: %s', (text) => {
    expect(placeOf(text)).toBeUndefined()
  })
})
