# Carries a modem's UART over the USB port of a MicroPython board, and its power lines with it. Loaded into memory by the
# raw REPL; no file of the board is touched. Frames both ways: 0x1e, kind, number, content, check, 0x1e. 0x01, 0x03, 0x04, 0x1e and
# 0x1f are escaped inside, so that Ctrl-A always ends the bridge, Ctrl-C always interrupts it, and 0x04 is only ever the REPL's own.
import sys
import time
import select
from binascii import crc32
from machine import Pin, UART

FLAG = b"\x1e"
ESCAPES = ((b"\x01", b"\x1fA"), (b"\x03", b"\x1fC"), (b"\x04", b"\x1fD"), (b"\x1e", b"\x1f^"))
PIECE = 256
SILENCE_MS = 20000


def ticks_ms():
    return time.ticks_ms()


def ticks_us():
    return time.ticks_us()


class Link:
    def __init__(self):
        self.stdin = sys.stdin.buffer
        self.poll = select.poll()
        self.poll.register(sys.stdin, select.POLLIN)
        self.one = bytearray(1)
        self.held = bytearray(PIECE)

    def ready(self):
        for _ in self.poll.ipoll(0):
            return True
        return False

    # One octet at a time: the board's stdin waits until it has as many as it was asked for.
    def read(self):
        count = 0
        while count < PIECE and self.ready():
            self.stdin.readinto(self.one)
            self.held[count] = self.one[0]
            count += 1
        return bytes(self.held[:count]) if count else b""

    def write(self, frame):
        sys.stdout.buffer.write(frame)


class Line:
    def __init__(self, name, number, low, drain, output):
        self.name = name
        self.low = low
        self.drain = drain
        self.output = output
        self.pin = Pin(number)
        # Read before anything is changed: a program may have left the key pressed.
        self.found = self.value()
        self.until = None
        if not output:
            self.pin.init(Pin.IN)
        elif drain:
            self.pin.init(Pin.OPEN_DRAIN, value=1)
        else:
            self.pin.init(Pin.OUT, value=1 if low else 0)

    def value(self):
        return (self.pin.value() == 1) != self.low

    def drive(self, active):
        self.pin.value(1 if active != self.low else 0)


class Bridge:
    def __init__(self, config, link=None):
        self.link = link or Link()
        self.config = config
        self.running = True
        self.why = ""
        self.lines = {}
        for name, (number, low, drain, output) in config["lines"].items():
            self.lines[name] = Line(name, number, low, drain, output)
        self.levels = {name: line.value() for name, line in self.lines.items() if not line.output}
        self.baud = config["baud"]
        self.flow = config["flow"]
        self.uart = None
        self.open_uart()
        self.sent = 0
        self.expected = 0
        self.inside = b""
        self.waiting = b""
        self.taken = 0
        self.credit = config["window"]
        self.pulses = {}
        self.timer = None
        self.heard = ticks_ms()

    def open_uart(self):
        config = self.config
        options = {"baudrate": self.baud, "bits": 8, "parity": None, "stop": 1, "timeout": 0, "rxbuf": 8192, "txbuf": 1024}
        for name in ("tx", "rx"):
            if config[name] is not None:
                options[name] = Pin(config[name])
        wired = config["cts"] is not None and config["rts"] is not None
        if self.flow and wired:
            options["cts"] = Pin(config["cts"])
            options["rts"] = Pin(config["rts"])
            options["flow"] = UART.RTS | UART.CTS
        if self.uart:
            self.drain()
            self.uart.deinit()
        self.uart = UART(config["uart"], **options)
        # A modem left with AT+IFC=2,2 says nothing until its CTS is low.
        if config["rts"] is not None and not self.flow:
            Pin(config["rts"], Pin.OUT, value=0)

    # What is on its way goes out, or comes in, before the UART is set anew; a modem that holds CTS is not waited for.
    def drain(self):
        began = ticks_ms()
        while self.waiting and time.ticks_diff(ticks_ms(), began) < 1000:
            self.to_uart()
        try:
            self.uart.flush()
        except (AttributeError, OSError):
            pass
        while self.from_uart():
            pass

    def send(self, kind, content):
        frame = kind + bytes((self.sent,)) + content
        self.sent = (self.sent + 1) & 255
        check = crc32(frame) & 0xFFFF
        frame += bytes((check >> 8, check & 255))
        frame = frame.replace(b"\x1f", b"\x1f_")
        for plain, escaped in ESCAPES:
            frame = frame.replace(plain, escaped)
        self.link.write(FLAG + frame + FLAG)

    def say(self, kind, text):
        self.send(kind, text.encode())

    def hello(self):
        found = ["%s=%d" % (name, line.found) for name, line in self.lines.items()]
        self.say(b"H", "version=1 window=2048 " + " ".join(found))

    def stop(self, why):
        if self.running:
            self.running = False
            self.why = why

    # One turn; True when there was something to do.
    def step(self):
        busy = self.from_link()
        busy = self.to_uart() or busy
        busy = self.from_uart() or busy
        self.watch()
        self.end_pulses()
        if time.ticks_diff(ticks_ms(), self.heard) > SILENCE_MS:
            self.stop("silence")
        return busy

    def from_link(self):
        piece = self.link.read()
        if not piece:
            return False
        self.heard = ticks_ms()
        if b"\x01" in piece:
            self.stop("asked")
            return True
        parts = (self.inside + piece).split(FLAG)
        self.inside = parts.pop()
        for part in parts:
            if part:
                self.frame(part)
        if len(self.inside) > 4096:
            self.stop("damaged")
        return True

    def frame(self, part):
        for plain, escaped in ESCAPES:
            part = part.replace(escaped, plain)
        part = part.replace(b"\x1f_", b"\x1f")
        check = crc32(part[:-2]) & 0xFFFF
        if len(part) < 4 or part[-2] != check >> 8 or part[-1] != check & 255 or part[1] != self.expected:
            self.stop("damaged")
            return
        self.expected = (self.expected + 1) & 255
        kind = part[0:1]
        content = part[2:-2]
        if kind == b"D":
            self.waiting += content
        elif kind == b"C":
            self.credit += int(content)
        elif kind == b"X":
            self.command(content.decode().split(" "))
        elif kind == b"Q":
            self.stop("asked")

    def to_uart(self):
        if not self.waiting:
            return False
        count = self.uart.write(self.waiting[:PIECE]) or 0
        self.waiting = self.waiting[count:]
        self.taken += count
        if self.taken >= 512 or (self.taken and not self.waiting):
            self.say(b"C", str(self.taken))
            self.taken = 0
        return count > 0

    def from_uart(self):
        count = min(self.uart.any(), PIECE, self.credit)
        if count <= 0:
            return False
        piece = self.uart.read(count)
        if not piece:
            return False
        self.credit -= len(piece)
        self.send(b"D", piece)
        return True

    def watch(self):
        for name, before in self.levels.items():
            now = self.lines[name].value()
            if now != before:
                self.levels[name] = now
                self.say(b"S", "%s %d" % (name, now))

    def command(self, words):
        number = words[0]
        try:
            answer = self.carry_out(number, words[1], words[2:])
            if answer is not None:
                self.say(b"Y", number + " ok " + answer)
        except Exception as error:
            self.say(b"Y", "%s error %s: %s" % (number, type(error).__name__, error))

    def carry_out(self, number, verb, rest):
        if verb == "baud":
            self.baud = int(rest[0])
            self.open_uart()
            return ""
        if verb == "flow":
            self.flow = rest[0] == "1"
            self.open_uart()
            return ""
        line = self.lines[rest[0]]
        if verb == "read":
            return "%d" % line.value()
        if verb == "write":
            self.release(line, False)
            if rest[1] == "1":
                self.press(line, int(rest[2]), number, False)
            return ""
        if verb == "pulse":
            if line.until is not None:
                raise ValueError("busy")
            self.press(line, int(rest[1]), number, True)
            return None
        if verb == "release":
            self.release(line, False)
            return ""
        raise ValueError("unknown " + verb)

    # The board itself ends it, whatever becomes of the computer: the timer while the bridge waits for USB, the turn otherwise.
    def press(self, line, ms, number, tell):
        line.began = ticks_us()
        line.until = time.ticks_add(ticks_ms(), ms)
        line.number = number
        line.tell = tell
        line.drive(True)
        self.pulses[line.name] = line
        self.aim()

    def aim(self):
        if not self.pulses:
            return
        left = min(time.ticks_diff(line.until, ticks_ms()) for line in self.pulses.values())
        try:
            from machine import Timer

            if self.timer:
                self.timer.deinit()
            self.timer = Timer(-1)
            self.timer.init(mode=Timer.ONE_SHOT, period=max(1, left), callback=self.timed)
        except (ImportError, ValueError, TypeError, OSError):
            self.timer = None

    def timed(self, _):
        for line in list(self.pulses.values()):
            if time.ticks_diff(line.until, ticks_ms()) <= 0:
                self.lift(line)

    def lift(self, line):
        if line.until is not None:
            line.drive(False)
            line.until = None
            line.actual = time.ticks_diff(ticks_us(), line.began)

    def end_pulses(self):
        self.timed(None)
        for name in list(self.pulses):
            line = self.pulses[name]
            if line.until is None:
                del self.pulses[name]
                if line.tell:
                    self.say(b"Y", "%s ok %d" % (line.number, line.actual))
                else:
                    self.say(b"S", "%s held" % name)
                self.aim()

    def release(self, line, quietly):
        pressed = self.pulses.pop(line.name, None)
        if pressed and pressed.until is not None:
            self.lift(line)
            if line.tell and not quietly:
                self.say(b"Y", "%s cut %d" % (line.number, line.actual))
        elif line.output:
            line.drive(False)

    def close(self):
        if self.timer:
            self.timer.deinit()
        for line in self.lines.values():
            if line.output:
                self.release(line, True)
        if self.why == "asked":
            self.drain()
        self.say(b"L", "%s %s" % (self.why or "interrupted", " ".join("%s=%d" % pair for pair in self.levels.items())))
        self.uart.deinit()

    def run(self):
        try:
            self.hello()
            while self.running:
                if not self.step():
                    time.sleep_ms(1)
        except KeyboardInterrupt:
            self.why = "interrupted"
        finally:
            self.close()
