/** Lines as they stand in a log, a command first, and what must not leave with them. */
export interface Planted {
  readonly kind: string
  readonly lines: readonly string[]
  readonly secrets: readonly string[]
  /** They are secret for the lines before them: alone they could be anything. */
  readonly byContext?: true
  /** They open something: who may only look does not see them either. */
  readonly opens?: true
  /** Shapes in which nothing of that context is left. */
  readonly notIn?: readonly string[]
}

const key = 'MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC7VJTUt9Us8cKj'

/** All values are made up; check digits are right where the real ones have them. */
export const planted: readonly Planted[] = [
  { kind: 'IMEI', lines: ['AT+CGSN', '490154203237518', 'OK'], secrets: ['490154203237518'] },
  {
    kind: 'IMEI with dashes and blanks',
    lines: ['ATI', 'IMEI: 49-015420-323751-8', 'IMEI: 49 015420 323751 8', 'OK'],
    secrets: ['015420', '323751'],
  },
  { kind: 'IMSI', lines: ['AT+CIMI', '440101234567890', 'OK'], secrets: ['440101234567890'] },
  {
    kind: 'IMSI with blanks',
    lines: ['AT+CIMI', 'IMSI: 440 10 1234567890', 'OK'],
    secrets: ['1234567890'],
  },
  {
    kind: 'ICCID',
    lines: ['AT+CICCID', '+ICCID: 8981100022152967705', 'OK'],
    secrets: ['8981100022152967705'],
  },
  {
    kind: 'EID',
    lines: ['AT+QESIM="eid"', '+QESIM: "eid","89049032000001000000012345678901"', 'OK'],
    secrets: ['89049032000001000000012345678901'],
  },
  {
    kind: 'profiles of an eSIM, as blocks over a logical channel',
    lines: [
      'AT+CCHO="A0000005591010FFFFFFFF8900000100"',
      '+CCHO: 1',
      'OK',
      'AT+CGLA=1,22,"81E2910006BF3E035C015A00"',
      '+CGLA: 46,"BF3E125A1089049032000001000000012345678901' + '9000"',
      'OK',
      'AT+CGLA=1,14,"81E2910003BF2D0000"',
      '+CGLA: 62,"BF2D18A016E3145A0A981801002251927607F59F700101950102' + '9000"',
      'OK',
      'AT+CGLA=1,52,"81E2910012BF310FA00C5A0A981801002251927607F5810100"',
      '+CGLA: 16,"BF31038001009000"',
      'OK',
    ],
    secrets: ['89049032000001000000012345678901', '1801002251927607F5'],
    byContext: true,
  },
  {
    kind: 'phone numbers and names',
    lines: [
      'AT+CLCC',
      '+CLCC: 1,1,4,0,0,"+819012345678",145,"Taro Yamada"',
      '+CLIP: "+819087654321",145,"",0,"Jiro Suzuki",0',
      'OK',
    ],
    secrets: ['9012345678', '9087654321', 'Taro', 'Jiro'],
  },
  {
    kind: 'number dialled',
    lines: ['ATD090-1234-5678;', 'OK', 'ATD09012345678;', 'OK'],
    secrets: ['1234-5678', '09012345678'],
  },
  { kind: 'PIN', opens: true, lines: ['AT+CPIN="47118"', 'OK'], secrets: ['47118'] },
  {
    kind: 'APN login',
    opens: true,
    lines: ['AT+CGAUTH=1,2,"hemlig9x","anvand7x"', 'OK'],
    secrets: ['hemlig9x', 'anvand7x'],
  },
  {
    kind: "logins of other makers' commands",
    opens: true,
    lines: [
      'AT#SGACT=1,1,"tuser77","tpass77"',
      'OK',
      'AT^SISS=0,"passwd","sispass77"',
      'OK',
      'AT+CSTT="soracom.io","sora77","hunter77"',
      'OK',
    ],
    secrets: ['tuser77', 'tpass77', 'sispass77', 'sora77', 'hunter77'],
  },
  {
    kind: 'password in a URL',
    opens: true,
    lines: [
      'AT+HTTPPARA="URL","http://demo:pa55w0rd@example.org/up?api_key=k3yk3yk3y&token=t0kt0kt0k"',
      'OK',
    ],
    secrets: ['pa55w0rd', 'k3yk3yk3y', 't0kt0kt0k'],
  },
  {
    kind: 'Authorization',
    opens: true,
    lines: [
      'AT+HTTPPARA="USERDATA","Authorization: Basic c29yYTpodW50ZXIy"',
      'OK',
      'AT+SHAHEAD="Authorization","Bearer abcdef0123456789"',
      'OK',
    ],
    secrets: ['c29yYTpodW50ZXIy', 'abcdef0123456789'],
  },
  {
    kind: 'SORACOM keys and tokens',
    opens: true,
    lines: [
      'AT+QHTTPPOST=1,2,"X-Soracom-API-Key: api-0a1b2c3d-4e5f-6789-abcd-ef0123456789"',
      'OK',
      'AT+QHTTPPOST=1,2,"keyId-AbCdEfGh12345678 secret-ZyXwVuTs87654321"',
      'OK',
      'AT+QHTTPPOST=1,2,"X-Soracom-Token: eyJhbGciOiJIUzI1.eyJzdWIiOiI0NDAx.c2lnbmF0dXJl"',
      'OK',
    ],
    secrets: [
      '0a1b2c3d',
      'AbCdEfGh12345678',
      'ZyXwVuTs87654321',
      'eyJhbGci',
      'eyJzdWIi',
      'c2lnbmF0',
    ],
  },
  {
    kind: 'PEM block',
    opens: true,
    lines: [
      'AT+CCERTDOWN="key.pem",100',
      '>',
      '-----BEGIN PRIVATE KEY-----',
      key,
      'q8Fg==',
      '-----END PRIVATE KEY-----',
      'OK',
    ],
    secrets: [key, 'q8Fg=='],
    byContext: true,
  },
  {
    kind: 'message in text mode',
    lines: [
      'AT+CMGR=1',
      '+CMGR: "REC READ","+819012345678",,"26/11/21,09:00:00+36"',
      'the code is 246813',
      'OK',
    ],
    secrets: ['9012345678', '246813'],
    byContext: true,
  },
  {
    kind: 'message in PDU mode',
    lines: [
      'AT+CMGR=1',
      '+CMGR: 0,,24',
      '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07',
      'OK',
    ],
    secrets: ['1346610089F6', 'C8F71D14969741F977FD07'],
  },
  {
    kind: 'position',
    lines: [
      'AT+CGPSINFO',
      '+CGPSINFO: 3539.876543,N,13944.123456,E,211126,092751.0,40.1,0.0,',
      'OK',
      '$GNGGA,092751.000,3539.8765,N,13944.1234,E,1,08,1.0,40.1,M,39.0,M,,*47',
      'AT+CGNSINF',
      '+CGNSINF: 1,1,20261121092751.000,35.664610,139.735391,40.1',
      'OK',
    ],
    secrets: ['3539.876', '13944.123', '35.6646', '139.7353'],
  },
  {
    kind: 'what the network calls the card by, in its files',
    lines: [
      'AT+CRSM=176,28542,0,0,11',
      '+CRSM: 144,0,"A1B2C3D444F01012340000"',
      'OK',
      'AT+CRSM=176,28643,0,0,18',
      '+CRSM: 144,0,"0BF644F0108001C1B1B2C3D444F010123400"',
      'OK',
      'AT+CRSM=176,28531,0,0,14',
      '+CRSM: 144,0,"C1B2C3D401020344F01012345600"',
      'OK',
    ],
    secrets: ['A1B2C3D4', 'B1B2C3D4', 'C1B2C3D4'],
    byContext: true,
    // Octets of octets: nothing in them says what file they are from.
    notIn: ['octets in hex without blanks'],
  },
  {
    kind: 'number in an answer of the network, in septets',
    lines: [
      'AT+CUSD=1,"*#100#",15',
      'OK',
      '+CUSD: 0,"D9775D0E72D7DBE2B21C949E836039584C36A3D56C371C",15',
    ],
    secrets: ['B21C949E836039', '09012345678'],
    byContext: true,
  },
  { kind: 'service code', lines: ['AT+CUSD=1,"*123*43218765#"', 'OK'], secrets: ['43218765'] },
  {
    kind: 'login of MQTT',
    opens: true,
    lines: ['AT+CMQTTCONNECT=0,"tcp://mqtt.example.org:1883",60,1,"muser77","mpass77"', 'OK'],
    secrets: ['muser77', 'mpass77'],
  },
  {
    kind: 'logins that are values of numbered settings',
    opens: true,
    lines: [
      'AT+UHTTP=0,2,"httpuser"',
      'OK',
      'AT+UHTTP=0,3,"httpword"',
      'OK',
      'AT+UMQTT=4,"mqttuser","mqttword"',
      'OK',
    ],
    secrets: ['httpuser', 'httpword', 'mqttuser', 'mqttword'],
  },
  {
    kind: 'message that is sent',
    lines: ['AT+CMGS="+819012345678"', '> garage is open, code 8812', '+CMGS: 12', 'OK'],
    secrets: ['9012345678', 'code 8812'],
    byContext: true,
    // Octets of octets: nothing says what they are an answer to.
    notIn: ['octets in hex without blanks'],
  },
  {
    kind: 'message behind its prompt, in answers alone',
    lines: ['+CMGF: 1', 'OK', '> garage is open, code 8812', '+CMGS: 12', 'OK'],
    secrets: ['code 8812'],
    byContext: true,
  },
  {
    kind: 'message below its prompt, in answers alone',
    lines: ['+CREG: 0,1', 'OK', '>', 'garage is open, code 8812', '+CMGS: 12', 'OK'],
    secrets: ['code 8812'],
    byContext: true,
    // A mark that stands alone says nothing there: mails and lists have it between paragraphs.
    notIn: ['octets in hex without blanks', 'a quoted mail'],
  },
  {
    kind: 'message that comes by itself',
    lines: [
      'AT+CSQ',
      'OK',
      '+CMT: "+819012345678",,"25/03/04,21:07:33+36"',
      'the code is 246813',
      'AT+CREG?',
      'OK',
    ],
    secrets: ['9012345678', '246813'],
    byContext: true,
  },
  {
    kind: 'position in degrees, minutes and seconds',
    lines: [
      'AT!GPSLOC?',
      'Lat: 35 Deg 39 Min 52.61 Sec N  (0x00655D12)',
      'Lon: 139 Deg 44 Min 7.45 Sec E  (0x018D6A0B)',
      'OK',
    ],
    secrets: ['52.61', '7.45 Sec', '00655D12', '018D6A0B'],
  },
  {
    kind: 'pre-shared key of the modem',
    opens: true,
    lines: ['AT%CMNG=0,1234,4,"BenchIdentity"', 'OK', 'AT%CMNG=0,1234,3,"5A6B7C8D9E"', 'OK'],
    secrets: ['BenchIdentity', '5A6B7C8D9E'],
  },
  {
    kind: 'key in a query',
    opens: true,
    lines: ['AT+HTTPPARA="URL","http://api.example.com/v1?key=KQZX9988&n=1"', 'OK'],
    secrets: ['KQZX9988'],
  },
  {
    kind: 'what people write of their card',
    lines: [
      'AT+CSQ',
      '+CSQ: 20,99',
      'OK',
      'Meine Nummer: 0170 1234567, PIN ist 4719, PUK 12345679',
      'APN: internet, user: otto77, password: ottopw77',
    ],
    secrets: ['0170 1234567', 'ist 4719', '12345679', 'otto77', 'ottopw77'],
  },
  {
    kind: 'logins on the command lines and in the prints of programs',
    lines: [
      'AT+CSQ',
      '+CSQ: 20,99',
      'OK',
      './quectel-CM -s lte.example erika77 geheim77 1 -p 57319',
      'requestSetProfile[1] lte.example/erika78/geheim78/1/IPV4',
      'uqmi --start-network lte.example --username erika79 --password geheim79',
      'SMS from +819087654321: see you soon',
      'loading own numbers: 819087654322',
    ],
    secrets: [
      'erika77',
      'geheim77',
      '57319',
      'erika78',
      'geheim78',
      'erika79',
      'geheim79',
      '9087654321',
      '9087654322',
    ],
  },
  {
    kind: 'answer of the network in UCS2',
    lines: [
      'AT+CUSD=1,"*100#",15',
      'OK',
      '+CUSD: 0,"004D00650069006E00200047007500740068006100620065",72',
    ],
    secrets: ['0047007500740068', 'Guthabe'],
    byContext: true,
    // Octets of octets: nothing in them says what they are.
    notIn: ['octets in hex without blanks'],
  },
  {
    kind: 'EID of u-blox',
    lines: ['AT+CEID', '+CEID: 89044045930000000000001234567890', 'OK'],
    secrets: ['89044045930000000000001234567890'],
  },
  {
    kind: "logins of Sony Altair's and Fibocom's commands",
    opens: true,
    lines: [
      'AT%PDNSET=1,"lte.example","IPV4V6","PAP","erika81","geheim81"',
      'OK',
      'AT+MQTTUSER=1,"erika84","geheim84"',
      'OK',
      'AT%MQTTCFG="NODES",1,"bench","mqtt.example.com","erika82","geheim82"',
      'OK',
      'AT%HTTPCFG="NODES",1,"http.example.com","erika83","geheim83"',
      'OK',
    ],
    secrets: ['erika81', 'geheim81', 'erika82', 'geheim82', 'erika83', 'geheim83'],
  },
  {
    kind: 'position in sentences and events of receivers',
    lines: [
      '$GNRMC,101112.00,A,3541.4123,N,13946.1234,E,0.0,84.4,060524,,,A*48',
      '$GPGGA,101112,3541.4123,N,13946.1234,E,1,08,0.9,40.0,M,,M,,*00',
      '%IGNSSEVU: "FIX",1,"10:11:12","06/05/2024","35.690205","139.768723","40.0"',
    ],
    secrets: ['3541.4123', '13946.1234', '35.690205', '139.768723'],
  },
]
