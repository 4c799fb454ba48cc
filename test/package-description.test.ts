import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../package.json'

const root = resolve(import.meta.dirname, '..')
const file = (name: string) => readFileSync(resolve(root, name), 'utf8')
const builder = parse(file('electron-builder.yml'))
const entries = (text: string) =>
  new Map(
    [...text.matchAll(/^([\w[\]]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
const desktop = entries(file('resources/linux/modem-bench.desktop'))

describe('the packages of Linux', () => {
  test('have one menu entry, whether electron-builder makes them or we', () => {
    // What starts the program, and its icon, differ in an AppImage.
    const ours = [...desktop].filter(([name]) => !['Type', 'Exec', 'Icon'].includes(name))
    expect(builder.linux.desktop.entry).toEqual(Object.fromEntries(ours))
  })

  test('have one program and one kind of file', () => {
    const { executableName, mimeTypes } = builder.linux
    expect(desktop.get('Exec')).toBe(`/usr/bin/${executableName} %F`)
    expect(desktop.get('MimeType')).toBe(`${mimeTypes[0]};`)
    const [association] = builder.fileAssociations
    const types = file('resources/linux/modem-bench.xml')
    expect(types).toContain(`<mime-type type="${association.mimeType}">`)
    expect(types).toContain(`<glob pattern="*.${association.ext}"/>`)
    expect(manifest.bin['modem-bench']).toBe('out/main/cli.js')
  })

  test('are deb and rpm by one description, and not once more by electron-builder', () => {
    const targets = builder.linux.target.map(({ target }: { target: string }) => target)
    expect(targets).toEqual(['AppImage', 'tar.gz'])
  })

  test('have a service that the package can start: its program, its user, its folder', () => {
    const unit = entries(file('resources/systemd/modem-bench.service'))
    expect(unit.get('ExecStart')).toMatch(
      /^\/usr\/bin\/modem-bench serve .*--token-file \/var\/lib\//,
    )
    const installed = file('resources/linux/installed.sh')
    expect(installed).toContain(`--home-dir /var/lib/${unit.get('StateDirectory')}`)
    expect(installed).toMatch(new RegExp(`useradd[^;]* ${unit.get('User')}\n`))
    for (const group of ['dialout', 'gpio', 'plugdev']) expect(installed).toContain(group)
  })
})

test('Windows knows the program and its shortcut by one id', () => {
  expect(file('src-main/hosts/electron/main.ts')).toContain(`'${builder.appId}'`)
})

test('the menu bar of macOS has a shape of one colour, in two sizes', () => {
  const width = (name: string) =>
    readFileSync(resolve(root, 'resources/icons', name)).readUInt32BE(16)
  expect([width('trayTemplate.png'), width('trayTemplate@2x.png')]).toEqual([16, 32])
  expect(file('resources/icons/tray.svg').match(/#\w+/g)).toEqual(['#000', '#000'])
})
