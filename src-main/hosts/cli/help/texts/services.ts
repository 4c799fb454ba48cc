/** The Japanese of the help of commands for the modem's own services; what several share stands where it comes first. */
export const services = [
  [
    'Read the SIM in a modem, enter or change its PIN, clear its forbidden networks',
    'モデム内の SIM を読み取り、PIN の入力や変更、禁止ネットワークの消去を行う',
  ],
  [
    'Print what the SIM holds and how many tries its PINs have; changes nothing',
    'SIM の内容と PIN の残り回数を表示する（変更はしない）',
  ],
  ['with the octets of each file', '各ファイルのオクテット列も表示する'],
  ['one JSON object', '1 つの JSON オブジェクトで出力する'],
  ['Enter the PIN that the SIM asks for', 'SIM が要求している PIN を入力する'],
  [
    'the PIN; everyone on this computer sees it in the list of processes',
    'PIN（プロセス一覧からこのコンピューターの全ユーザーに見える）',
  ],
  [
    'the PIN from a file, or - to be asked for it',
    'PIN をファイルから読み取る。- なら入力を求める',
  ],
  [
    'also with one try left, or where the modem does not tell how many',
    '残り 1 回のとき、またはモデムが残り回数を通知しないときも試す',
  ],
  [
    'The PIN is sent once and never again by itself. Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.',
    'PIN の送信は 1 回だけで、自動では再送しません。終了コード：0 完了、1 拒否された、2 呼び出しの誤り、3 ポートを使えない。',
  ],
  [
    'Have the SIM ask for its PIN at each start: on or off',
    '起動時の PIN 照会をオンまたはオフにする',
  ],
  [
    'Change the PIN; the SIM must ask for it (ask-pin on)',
    'PIN を変更する（PIN 照会をオン（ask-pin on）にしておくこと）',
  ],
  ['the new PIN', '新しい PIN'],
  [
    'the new PIN from a file, or - to be asked for it',
    '新しい PIN をファイルから読み取る。- なら入力を求める',
  ],
  [
    'Empty the list of forbidden networks (FPLMN); prints the line that puts it back',
    '禁止ネットワーク（FPLMN）の一覧を空にし、元に戻すコマンドを表示する',
  ],
  ['Write the list of forbidden networks as it was', '禁止ネットワークの一覧を元の内容に書き戻す'],
  [
    'List, download, enable, disable, rename and delete the profiles of an eSIM (eUICC)',
    'eSIM（eUICC）のプロファイルを一覧表示、ダウンロード、有効化、無効化、名前の変更、削除する',
  ],
  [
    'modem-bench esim PORT lists them.\nExit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.\nExample: modem-bench esim enable /dev/ttyUSB2 8981200000000003000',
    'modem-bench esim PORT で一覧を表示します。\n終了コード：0 完了、1 拒否された、2 呼び出しの誤り、3 ポートを使えない。\n例：modem-bench esim enable /dev/ttyUSB2 8981200000000003000',
  ],
  [
    'Print the EID of an eUICC and its profiles; changes nothing',
    'eUICC の EID とプロファイルを表示する（変更はしない）',
  ],
  [
    'Download a profile by its activation code (by lpac, which has to be installed)',
    'アクティベーションコードでプロファイルをダウンロードする（lpac のインストールが必要）',
  ],
  [
    "what the QR code holds, in single quotes: 'LPA:1$SERVER$ID'",
    "QR コードの内容を一重引用符で囲む（'LPA:1$サーバー$ID'）",
  ],
  ['what the operator gave beside it', '事業者から併せて通知された確認コード'],
  [
    'the code from a file, or - to be asked for it',
    'コードをファイルから読み取る。- なら入力を求める',
  ],
  [
    'the same from a file, or - to be asked for it',
    '確認コードをファイルから読み取る。- なら入力を求める',
  ],
  [
    'It goes by the network of this computer. Ctrl-C cancels it, until the profile is being written.\nExit code: 0 it is on the eUICC, 1 refused, 2 the call was wrong, 3 no port.',
    'このコンピューターのネットワークを使用します。プロファイルの書き込みが始まるまでは、Ctrl-C で中止できます。\n終了コード：0 eUICC に書き込んだ、1 拒否された、2 呼び出しの誤り、3 ポートを使えない。',
  ],
  [
    'Deliver the notices that wait on it to their operators (by lpac)',
    '事業者への未送信通知を送信する（lpac を使用）',
  ],
  ['of the modem, as ports lists it', 'モデムのポート（ports の一覧に表示されるもの）'],
  [
    'Enable a profile; the one before is disabled, and a connection ends',
    'プロファイルを有効にする。それまでのプロファイルは無効になり、接続は切れる',
  ],
  ['as the list shows it', '一覧に表示される ICCID'],
  [
    'Disable a profile; the modem has no SIM until one is enabled',
    'プロファイルを無効にする。別のプロファイルを有効にするまで、モデムは SIM なしになる',
  ],
  [
    'Give a profile a name of your own; "" takes it away',
    'プロファイルに任意の名前を付ける（"" で名前を削除）',
  ],
  [
    '64 octets of UTF-8 at most, in quotes where it has blanks',
    'UTF-8 で 64 オクテットまで。空白を含む場合は引用符で囲む',
  ],
  ['Delete a disabled profile, for good', '無効なプロファイルを完全に削除する'],
  ['delete it; without this nothing is deleted', '削除する（指定しなければ何も削除しない）'],
  [
    'List the PDP contexts of a modem, define one, delete one',
    'モデムの PDP コンテキストを一覧表示、定義、削除する',
  ],
  [
    'Print all contexts and what each is for; changes nothing',
    'すべてのコンテキストと、それぞれの用途を表示する（変更はしない）',
  ],
  [
    'Define a context, or change it: prints what differs, writes it, reads it back',
    'コンテキストを定義または変更する：差分を表示し、書き込み、読み戻して確認する',
  ],
  [
    'the access point; "" lets the network choose',
    'アクセスポイント名。"" ならネットワークが選択する',
  ],
  ['PDP type', 'PDP タイプ'],
  ['authentication; keep leaves it as it is', '認証（keep：変更しない）'],
  ['user name', 'ユーザー名'],
  [
    'the password; everyone on this computer sees it in the list of processes',
    'パスワード（プロセス一覧からこのコンピューターの全ユーザーに見える）',
  ],
  [
    'the password from a file, or - to be asked for it',
    'パスワードをファイルから読み取る。- なら入力を求める',
  ],
  ['print what would differ and write nothing', '差分を表示するだけで、書き込まない'],
  [
    'The context that the modem attaches with is written with the radio off; it goes on again.\nExample: modem-bench contexts set /dev/ttyUSB2 1 --apn soracom.io --auth chap --user sora --password-file -',
    'アタッチに使うコンテキストは、無線をオフにして書き込み、その後オンに戻します。\n例：modem-bench contexts set /dev/ttyUSB2 1 --apn soracom.io --auth chap --user sora --password-file -',
  ],
  [
    'Delete a context: prints what it was, deletes it, reads back',
    'コンテキストを削除する：内容を表示し、削除し、読み戻して確認する',
  ],
  ['print what would be deleted and write nothing', '削除する内容を表示するだけで、書き込まない'],
  [
    'Send a service code (USSD) and answer its menus',
    'サービスコード（USSD）を送り、メニューに回答する',
  ],
  ['what the network is asked: *100#', 'ネットワークに送るコード：*100#'],
  ['what its menus are answered, in order', 'メニューへの回答（順番に指定する）'],
  ['how long the network may take for each', 'ネットワークの応答を 1 回ごとに待つ秒数'],
  [
    'one JSON object for each answer of the network',
    'ネットワークの応答ごとに 1 つの JSON オブジェクトで出力する',
  ],
  [
    "A menu that is left unanswered is cancelled. Exit code: 0 done, 1 refused or no answer, 2 the call was wrong, 3 no port.\nExample: modem-bench ussd /dev/ttyUSB2 '*100#' 1",
    "回答が指定されていないメニューはキャンセルします。終了コード：0 完了、1 拒否された、または応答なし、2 呼び出しの誤り、3 ポートを使えない。\n例：modem-bench ussd /dev/ttyUSB2 '*100#' 1",
  ],
  [
    'Show which ports and network card a modem offers on USB, and change it with a way back',
    'モデムの USB 構成（ポートとネットワークカード）を表示し、元に戻せる形で変更する',
  ],
  [
    'Print what the modem is on USB and what it can be; changes nothing',
    'モデムの現在の USB 構成と、変更できる構成を表示する（変更はしない）',
  ],
  [
    'Make it something else: it restarts and comes back, maybe under other names',
    'USB 構成を変更する。モデムは再起動し、別の名前で認識されることがある',
  ],
  [
    'A composition without an AT port is refused. What it was is kept: modem-bench usb undo PORT brings it back, on the new port.\nExample: modem-bench usb set /dev/ttyUSB2 9011',
    'AT ポートがなくなる構成は拒否します。変更前の構成は記録されるため、新しいポートで modem-bench usb undo ポート を実行すると元に戻せます。\n例：modem-bench usb set /dev/ttyUSB2 9011',
  ],
  [
    'Make it what it was before the last change, also one of an earlier run',
    '前回の変更前の構成に戻す（以前の実行での変更も対象）',
  ],
  [
    'Make a voice call, or take the one that comes, and say what becomes of it',
    '音声通話を発信または着信し、経過を表示する',
  ],
  ['wait for a call and take it', '着信を待って応答する'],
  ['DTMF keys to send when it is answered: 12#', '応答後に送信する DTMF キー（例：12#）'],
  ['hang up so long after it was answered', '応答から切断するまでの秒数'],
  ['how long to wait for an answer, or a call', '相手の応答または着信を待つ秒数'],
  ['one JSON object for each change', '変化ごとに JSON オブジェクトを 1 つ出力する'],
  ['whom to call: +81312345678', '発信先の番号（例：+81312345678）'],
  [
    'Exit code: 0 it was answered, 1 refused, busy or no answer, 2 the call was wrong, 3 no port.\nExample: modem-bench call /dev/ttyUSB2 +81312345678 --hold 10',
    '終了コード：0 応答あり、1 拒否・話し中・応答なし、2 指定の誤り、3 ポートなし。\n例：modem-bench call /dev/ttyUSB2 +81312345678 --hold 10',
  ],
  [
    'Print the cells the modem hears, where its maker has a command for them; changes nothing',
    'モデムが受信しているセルを表示する。メーカー独自のコマンドを使用する（変更はしない）',
  ],
  [
    'Print the own numbers of the SIM and its phone book; changes nothing',
    'SIM の自局番号と電話帳を表示する（変更はしない）',
  ],
  [
    'SM (SIM), ME (modem), ON (own numbers), FD (fixed): as the modem has them',
    'SM（SIM）、ME（モデム）、ON（自局番号）、FD（発信先固定番号）。使えるものはモデムによる',
  ],
  [
    'Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.',
    '終了コード：0 完了、1 拒否された、2 呼び出しの誤り、3 ポートを使えない。',
  ],
  [
    'Turn GNSS on, measure the time to the first position, and tell where the modem is',
    'GNSS をオンにし、初回測位時間を測定して、モデムの位置を表示する',
  ],
  ['how the receiver is started', '受信機の起動方法'],
  [
    'follow it for so long (90s, 5m, 1h), and end then',
    '追跡する時間（90s、5m、1h）。経過すると終了する',
  ],
  [
    'write the way to a new file: FILE.gpx or FILE.geojson',
    '軌跡を書き出す新しいファイル：FILE.gpx または FILE.geojson',
  ],
  [
    'true coordinates in that file; without it the way begins at 0° 0′',
    'そのファイルに実際の位置を書き出す（省略時：始点を 0° 0′ に移す）',
  ],
  [
    'read the satellites from this NMEA port of the modem',
    '衛星の情報を読み取る、モデムの NMEA ポート',
  ],
  ['one JSON object at the end', '最後に 1 つの JSON オブジェクトで出力する'],
  [
    'A receiver that was off is turned off again. Exit code: 0 position found, 1 none in this time or refused, 2 the call was wrong, 3 no port.\nExample: modem-bench position sim:sim7672 --start cold',
    '元がオフだった受信機は、終了時にオフに戻します。終了コード：0 測位できた、1 時間内に測位できない、または拒否された、2 呼び出しの誤り、3 ポートを使えない。\n例：modem-bench position sim:sim7672 --start cold',
  ],
  [
    'Try a target over the modem’s own TCP/IP stack, and say what its result codes mean',
    'モデム内蔵の TCP/IP スタックで接続先を試し、結果コードの意味を示す',
  ],
  ['what is tried', '試す項目'],
  [
    'a host for dns and ping, host:port for tcp, udp and tls, a URL for http and mqtt',
    'dns と ping はホスト、tcp、udp、tls は host:port、http と mqtt は URL',
  ],
  [
    'sent over tcp, udp and mqtt, and awaited back',
    'tcp、udp、mqtt で送信し、折り返しを待つテキスト',
  ],
  [
    'which TLS settings of the modem tls, https and mqtts use',
    'tls、https、mqtts に使う、モデムの TLS コンテキストの番号',
  ],
  ['for mqtt; one of its own when left out', 'mqtt のトピック（省略時：自動で決める）'],
  ['user of the broker', 'ブローカーのユーザー名'],
  [
    'file with the password of the broker, or - for standard input',
    'ブローカーのパスワードのファイル。- なら標準入力',
  ],
  [
    'then connect, and try the same over the console’s own IP: needs --apn or --preset',
    '続けて接続し、本プログラムの IP でも同じことを試す。--apn または --preset が必要',
  ],
  [
    'Without what and target it prints which stack the modem has. What was closed before is closed again. Exit code: 0 it works over the modem’s stack, 1 it does not, 2 the call was wrong, 3 no port.\nExample: modem-bench sockets sim:sim7672 tcp echo.example:7 --text hello --compare --preset soracom\n         modem-bench sockets sim:sim7672 mqtt mqtts://broker.example --mqtt-user USER --mqtt-password-file -',
    'what と target を省略すると、モデム内蔵のスタックを表示します。元は閉じていたものは、終了時に閉じます。終了コード：0 モデム内蔵のスタックで成功、1 失敗、2 呼び出しの誤り、3 ポートを使えない。\n例：modem-bench sockets sim:sim7672 tcp echo.example:7 --text hello --compare --preset soracom\n    modem-bench sockets sim:sim7672 mqtt mqtts://broker.example --mqtt-user USER --mqtt-password-file -',
  ],
  [
    'Show which bands, technologies, operator and cell a modem may use, and change them with a way back',
    'モデムに使用させるバンド、無線方式、事業者、セルを表示し、元に戻せる形で変更する',
  ],
  [
    'Print the settings of the radio and what may be chosen; changes nothing',
    '無線の設定と選択肢を表示する（変更はしない）',
  ],
  [
    'each band one by one, where the modem does not tell which it has; else they are ranges',
    'モデムが対応バンドを通知しない場合も、バンドを 1 つずつ表示する（省略時：範囲で表示）',
  ],
  [
    'Change settings: prints what differs, writes it, reads it back, and takes it back unless it is kept',
    '設定を変更する：差分を表示し、書き込み、読み戻して確認する。維持しなければ元に戻す',
  ],
  ['when it goes back by itself (30 to 1800)', '自動で元に戻すまでの秒数（30～1800）'],
  ['keep it at once: nothing goes back by itself', 'すぐに維持する（自動では元に戻らない）'],
  [
    'Settings are named as the list names them: lte-bands=1,3,19 (or all), rat=38, operator=auto or operator=44010, cell=1850,214 or cell=none, psm=1h,30s (T3412, T3324) or psm=off, edrx=20.48s or edrx=off.\nAfter the write, a line "keep", in any case, on standard input keeps it; anything else, Ctrl-C or the time takes it back. The old values stand in a file until then, so that "radio undo" brings them back even after a crash.\nExample: modem-bench radio set /dev/ttyUSB2 lte-bands=1,3 operator=auto',
    '設定の名前は一覧の表示と同じです：lte-bands=1,3,19（または all）、rat=38、operator=auto または operator=44010、cell=1850,214 または cell=none、psm=1h,30s（T3412、T3324）または psm=off、edrx=20.48s または edrx=off。\n書き込み後に標準入力へ「keep」の行（大文字・小文字は問いません）を入力すると維持します。それ以外の入力、Ctrl-C、時間切れでは元に戻します。それまでは元の値をファイルに残すため、異常終了した後でも「radio undo」で元に戻せます。\n例：modem-bench radio set /dev/ttyUSB2 lte-bands=1,3 operator=auto',
  ],
  [
    'Keep the last change, so that nothing goes back any more',
    '最後の変更を維持し、元に戻らないようにする',
  ],
  [
    'Take the last change back, also one of an earlier run',
    '最後の変更を元に戻す（以前に実行したものも含む）',
  ],
  [
    'List, load, read and delete the files and certificates in a modem',
    'モデム内のファイルと証明書を一覧表示、書き込み、読み出し、削除する',
  ],
  [
    'Exit code: 0 done, 1 the modem refused, 2 the call was wrong, 3 no port.\nExample: modem-bench files put /dev/ttyUSB2 ca.pem --certificate',
    '終了コード：0 完了、1 モデムによる拒否、2 呼び出しの誤り、3 ポートを使えない。\n例：modem-bench files put /dev/ttyUSB2 ca.pem --certificate',
  ],
  [
    'Print files and certificates, and the free space; changes nothing',
    'ファイル、証明書、空き容量を表示する（変更はしない）',
  ],
  [
    'Load a file of at most 3 MB into the modem, and look that it is there',
    '3 MB までのファイルをモデムに書き込み、保存されたことを確認する',
  ],
  [
    'into the place of the certificates and keys (PEM or DER)',
    '証明書と鍵の保存先に書き込む（PEM または DER）',
  ],
  ['where the name is there already, in its place', '同名のものがあれば置き換える'],
  ['Read a file out of the modem', 'モデムからファイルを読み出す'],
  [
    'Delete a file or certificate of the modem, for good',
    'モデム内のファイルまたは証明書を完全に削除する',
  ],
  ['a certificate or key', '証明書または鍵を対象にする'],
  ['Read, send and delete short messages (SMS)', 'SMS を読み取り、送信、削除する'],
  ['modem-bench sms PORT lists them.', 'modem-bench sms PORT で一覧を表示します。'],
  [
    'modem-bench sim-card PORT prints what the SIM holds.',
    'modem-bench sim-card PORT で SIM の内容を表示します。',
  ],
  [
    'List all messages, one a line; the modem counts them as read then',
    'すべての SMS を 1 行に 1 件で表示する（モデムでは既読になる）',
  ],
  ['with the PDU of each part', '各パートの PDU も表示する'],
  ['one JSON object a message', 'SMS ごとに 1 つの JSON オブジェクトで出力する'],
  [
    'The name in front (SM:3) is what read and delete take. Exit code: 0 done, 1 the modem refused, 2 wrong call, 3 no port.',
    '行の先頭の名前（SM:3 など）を read と delete に指定します。終了コード：0 完了、1 モデムによる拒否、2 呼び出しの誤り、3 ポートを使えない。',
  ],
  [
    'Print messages whole, by conversation; all of them where none is named',
    'SMS の全文を会話ごとに表示する（指定しなければすべて）',
  ],
  [
    'Send a text; exit 1 when it is refused, or its report is bad',
    'SMS を送信する（拒否されるか、配信レポートが失敗なら終了コード 1）',
  ],
  [
    'the text from elsewhere: @FILE, or - for standard input, where the list of processes does not show it',
    '本文を @FILE から、または - で標準入力から読み取る（プロセス一覧に表示されない）',
  ],
  [
    'send this SMS-SUBMIT as it is; 00 in front is the centre of the SIM',
    'この SMS-SUBMIT をそのまま送信する。先頭の 00 は SIM のサービスセンターを表す',
  ],
  ['ask for a delivery report, and wait for it', '配信レポートを要求し、届くまで待つ'],
  ['how long to wait for the network and for the report', 'ネットワークと配信レポートを待つ秒数'],
  [
    'The text goes out in the GSM alphabet (160 characters, or 153 a part), or, where that lacks a character, in UCS2 (70, or 67 a\npart). Each part may be charged: more than 3 are sent once you say so, at most 255 are possible.\nExample: modem-bench sms send /dev/ttyUSB2 +819012345678 --text @message.txt --report',
    '本文は GSM の文字セット（160 文字、分割時は 1 パート 153 文字）で送信します。表せない文字があれば UCS2（70 文字、分割時は\n1 パート 67 文字）で送信します。パートごとに料金がかかる場合があるため、4 パート以上は確認後に送信します（最大 255 パート）。\n例：modem-bench sms send /dev/ttyUSB2 +819012345678 --text @message.txt --report',
  ],
  ['send a text of more than 3 parts without being asked', '4 パート以上でも確認せずに送信する'],
  ['Delete messages, each with all its parts', 'SMS をすべてのパートとともに削除する'],
  [
    'Print the number of the service centre, or set it',
    'サービスセンターの番号を表示または設定する',
  ],
] as const
