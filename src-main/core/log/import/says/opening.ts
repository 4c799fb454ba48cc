import { type Says, says } from './says'

/** What else holds the words of these rows: a name of a port. */
export const namesPort = /\/dev\/(?:tty|serial|cu\.|modem|rfcomm|pts)|\bCOM\d/

/** Programs that could not open the port: pySerial, minicom, picocom, cu, wvdial, Node’s serialport and the shell. */
export const opening: readonly Says[] = [
  says(
    /\bopen(?:ing)?\b.{0,80}(?:No such (?:file|device)|FileNotFoundError|cannot find the file|File not found)|No such file or directory, cannot open /i,
    'port',
    'failure',
    'There is no such port.',
    'そのポートは存在しません。',
    'port-not-found',
  ),
  says(
    /\bopen(?:ing)?\b.{0,80}(?:Device or resource busy|Resource busy|Access(?: is)? denied|PermissionError\(13, '(?!Perm))|\bDevice \S{1,40} is locked\b|\bcannot lock \/dev\/|\/dev\/\S{1,40}: (?:Device or resource busy|Line in use)|Cannot lock port/i,
    'port',
    'failure',
    'Another program has the port open.',
    '別のプログラムがこのポートを使用中です。',
    'port-busy',
  ),
  says(
    /\bopen(?:ing)?\b.{0,80}Permission denied|\/dev\/\S{1,40}: Permission denied/i,
    'port',
    'failure',
    'The user may not open the port.',
    'このポートを開く権限がありません。',
    'port-permission',
  ),
  says(
    /device reports readiness to read but returned no data/,
    'port',
    'failure',
    'The port vanished, or two programs read from it.',
    'ポートが消えたか、2 つのプログラムが同時に読み取っています。',
  ),
]
