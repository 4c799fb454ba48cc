"""ModemManager for python-dbusmock: two modems with the properties that mmcli and busctl read, and InhibitDevice."""

import dbus
import dbusmock

BUS_NAME = 'org.freedesktop.ModemManager1'
MAIN_OBJ = '/org/freedesktop/ModemManager1'
MAIN_IFACE = 'org.freedesktop.ModemManager1'
SYSTEM_BUS = True
IS_OBJECT_MANAGER = True

MODEM = MAIN_IFACE + '.Modem'
AT, QMI = 3, 6
REGISTERED = 8


def modem(mock, index, device, device_id, imei, ports, primary, operator, state):
    path = f'{MAIN_OBJ}/Modem/{index}'
    mock.AddObject(path, MODEM, {
        'Device': device,
        'DeviceIdentifier': device_id,
        'EquipmentIdentifier': imei,
        'Manufacturer': 'SIMCOM INCORPORATED',
        'Model': 'SIM7672JP-MNGV',
        'Plugin': 'simtech',
        'Drivers': dbus.Array(['option'], signature='s'),
        'Ports': dbus.Array([(name, dbus.UInt32(kind)) for name, kind in ports], signature='(su)'),
        'PrimaryPort': primary,
        'State': dbus.Int32(REGISTERED),
        'StateFailedReason': dbus.UInt32(0),
        'SignalQuality': dbus.Struct((dbus.UInt32(67), True), signature='ub'),
        'AccessTechnologies': dbus.UInt32(1 << 14),
        'Sim': dbus.ObjectPath('/'),
        'SimSlots': dbus.Array([], signature='o'),
        'PrimarySimSlot': dbus.UInt32(0),
        'Revision': '2374B05SIM767XM5A_M',
        'HardwareRevision': '',
        'CarrierConfiguration': '',
        'CarrierConfigurationRevision': '',
        'Physdev': device,
        'OwnNumbers': dbus.Array([], signature='s'),
        'PowerState': dbus.UInt32(3),
        'SupportedCapabilities': dbus.Array([dbus.UInt32(8)], signature='u'),
        'CurrentCapabilities': dbus.UInt32(8),
        'SupportedModes': dbus.Array([(dbus.UInt32(8), dbus.UInt32(0))], signature='(uu)'),
        'CurrentModes': dbus.Struct((dbus.UInt32(8), dbus.UInt32(0)), signature='uu'),
        'SupportedBands': dbus.Array([], signature='u'),
        'CurrentBands': dbus.Array([], signature='u'),
        'SupportedIpFamilies': dbus.UInt32(7),
        'UnlockRequired': dbus.UInt32(1),
        'UnlockRetries': dbus.Dictionary({}, signature='uu'),
        'MaxBearers': dbus.UInt32(1),
        'MaxActiveBearers': dbus.UInt32(1),
        'Bearers': dbus.Array([], signature='o'),
    }, [])
    it = dbusmock.get_object(path)
    it.AddProperties(MODEM + '.Modem3gpp', {
        'Imei': imei,
        'RegistrationState': dbus.UInt32(state),
        'OperatorCode': operator,
        'OperatorName': '',
        'EnabledFacilityLocks': dbus.UInt32(0),
        'SubscriptionState': dbus.UInt32(0),
        'EpsUeModeOperation': dbus.UInt32(0),
        'Pco': dbus.Array([], signature='(ubay)'),
        'InitialEpsBearer': dbus.ObjectPath('/'),
    })
    it.AddProperties(MODEM + '.Signal', {
        'Rate': dbus.UInt32(10),
        'Lte': dbus.Dictionary({'rsrp': dbus.Double(-93.0)}, signature='sv'),
    })
    mock.object_manager_emit_added(path)


def load(mock, parameters):
    mock.AddProperties(MAIN_IFACE, {'Version': '1.20.4'})
    mock.AddMethods(MAIN_IFACE, [
        ('InhibitDevice', 'sb', '', parameters.get('inhibit', '')),
        ('ScanDevices', '', '', ''),
    ])
    modem(mock, 0, '/sys/devices/platform/soc/usb1/1-1', 'a0b1', '490154203237518',
          [('ttyUSB1', AT), ('cdc-wdm0', QMI)], 'cdc-wdm0', '44010', 1)
    modem(mock, 1, '/sys/devices/platform/soc/usb1/1-2', 'c2d3', '490154203237526',
          [('ttyUSB5', AT), ('ttyUSB6', AT)], 'ttyUSB5', '44020', 5)
