-- Modem Bench: AT in captures, with Protocol and Info in Wireshark's list.
-- Put into Wireshark's folder of personal Lua plugins by the window (Link, Capture) or `modem-bench dissector install`.
-- It reads what lies on the interfaces "… at" and "… cmux" of such a capture; other packets are left as they are.

-- Installed and given with -X as well, this is read twice: one of them is enough.
local made, at = pcall(Proto, "modem_at", "Modem AT commands")
if not made then
  io.stderr:write("modem-bench-at.lua is loaded already (installed for this user): leave out -X lua_script, or run modem-bench dissector remove.\n")
  return
end
local fields = {
  text = ProtoField.string("modem_at.text", "Text"),
  direction = ProtoField.string("modem_at.direction", "Direction"),
  slot = ProtoField.string("modem_at.slot", "Slot"),
  meaning = ProtoField.string("modem_at.meaning", "Meaning"),
}
at.fields = { fields.text, fields.direction, fields.slot, fields.meaning }

local interface_name = Field.new("frame.interface_name")
local flags_direction = Field.new("frame.packet_flags_direction")
local comment = Field.new("frame.comment")

-- Where the text begins: behind the tags of an exported PDU, the last of which is zero.
local function text_at(buffer)
  local at_octet = 0
  while at_octet + 4 <= buffer:len() do
    local tag = buffer(at_octet, 2):uint()
    local length = buffer(at_octet + 2, 2):uint()
    at_octet = at_octet + 4 + length
    if tag == 0 then
      return at_octet
    end
  end
  return nil
end

local kinds = { at = "AT", cmux = "CMUX" }

function at.dissector(buffer, pinfo, tree)
  local name = interface_name()
  if name == nil then
    return
  end
  local slot, kind = tostring(name):match("^(%S+).* (%a+)$")
  local protocol = kinds[kind]
  local start = protocol and text_at(buffer)
  if start == nil or start > buffer:len() then
    return
  end
  local text = start < buffer:len() and buffer(start):string(ENC_UTF_8) or ""
  local way = flags_direction()
  local direction = way and (way.value == 2 and "sent" or way.value == 1 and "received") or "note"
  local arrow = direction == "sent" and "→ " or direction == "received" and "← " or ""
  local said = comment()
  local line = text:gsub("[\r\n]+", " ")
  local meaning = said and tostring(said) or ""
  if meaning == text then
    meaning = ""
  end

  pinfo.cols.protocol = direction == "note" and "Note" or protocol
  pinfo.cols.info = arrow .. line .. (meaning ~= "" and ("  [" .. meaning .. "]") or "")
  pinfo.cols.src = direction == "sent" and "console" or direction == "received" and "modem" or ""
  pinfo.cols.dst = direction == "sent" and "modem" or direction == "received" and "console" or ""

  local branch = tree:add(at, buffer(), protocol .. ": " .. arrow .. line)
  branch:add(fields.text, buffer(start), text)
  branch:add(fields.direction, direction):set_generated()
  branch:add(fields.slot, slot):set_generated()
  if meaning ~= "" then
    branch:add(fields.meaning, meaning):set_generated()
  end
end

register_postdissector(at)
