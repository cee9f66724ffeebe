namespace Rubicon.Equipment;

/// <summary>
/// Words of records (roles, descriptions) and the category they mean. A word stands here only when it means one thing in
/// telecom records: bare "gateway", "controller", "terminal", "radio" and "module" are left out, and what is not here
/// stays unknown. Where phrases overlap the longer wins: a "home router" is a consumer router, a "router" is routing.
/// </summary>
internal static class CategoryWords
{
    private static readonly (string Category, string Words)[] Table =
    [
        ("base-station", "base station|basestation|eNodeB|eNB|gNodeB|gNB|NodeB|Node B|BTS|BBU|baseband|baseband unit|RRU|RRH|remote radio unit|remote radio head|AAU|active antenna unit|radio unit|massive MIMO|macro cell"),
        ("radio-access", "radio access|radio access network|RAN|Open RAN|O-RAN|base station controller|radio network controller"),
        ("small-cell", "small cell|femtocell|picocell|distributed antenna system|DAS"),
        ("antenna", "antenna"),
        ("core-network", "core network|mobile core|packet core|evolved packet core|EPC|5GC|MME|HSS|SGSN|GGSN|PGW|SGW|IMS core"),
        ("switching", "switch|Ethernet switch|L2 switch|L3 switch|network switch"),
        ("routing", "router|edge router|core router|provider edge router"),
        ("consumer-router", "wifi router|wi-fi router|wireless router|home router|residential router|SOHO router|mesh router|mesh system|mesh wifi|mesh wi-fi|home gateway|residential gateway|wifi gateway|wi-fi gateway|broadband gateway|broadband router|consumer router|small office router"),
        ("network-security", "firewall|VPN gateway|VPN concentrator|intrusion prevention|intrusion detection|UTM|security gateway|security appliance"),
        ("optical-transport", "optical transport|optical transport network|OTN|DWDM|CWDM|WDM|ROADM|SONET|SDH|transponder|muxponder|optical amplifier|EDFA"),
        ("optical-module", "optical module|optical transceiver|transceiver|SFP|SFP+|SFP28|QSFP|QSFP+|QSFP28|QSFP-DD|XFP|CFP|CFP2"),
        ("microwave", "microwave|microwave radio|microwave link|millimeter wave|millimetre wave|mmWave link|ODU|IDU|outdoor unit|indoor unit|backhaul radio|wireless backhaul|point-to-point radio"),
        ("olt", "OLT|optical line terminal"),
        ("ont", "ONT|ONU|optical network terminal|optical network unit"),
        ("access-network", "MSAN|access node|MDU|GPON|XGS-PON|EPON"),
        ("dslam", "DSLAM"),
        ("cable-access", "CMTS|CCAP|cable modem termination system|remote PHY"),
        ("modem", "modem|cable modem|DSL modem|LTE modem|USB modem|dongle|hotspot|mobile hotspot|MiFi|CPE|fixed wireless terminal|fixed wireless access"),
        ("wireless-lan", "access point|wireless access point|WLAN|WLAN controller|wireless LAN|wireless LAN controller|wireless controller|WAP|wifi access point|wi-fi access point"),
        ("handset", "handset|smartphone|mobile phone|cell phone|cellphone|cellular phone|mobile telephone|tablet|feature phone"),
        ("iot-module", "cellular module|LTE module|4G module|5G module|NB-IoT module|IoT module|LTE-M module|radio module|WWAN module|WWAN card|M2M module"),
        ("voice", "IP phone|VoIP phone|desk phone|telephone|PBX|IP PBX|VoIP|session border controller|SBC|softswitch|telephone exchange|media gateway|ATA"),
        ("conferencing", "video conferencing|videoconferencing|video conference|conference system|conference phone"),
        ("land-mobile-radio", "two-way radio|land mobile radio|LMR|TETRA|DMR|P25|handheld radio|portable radio|mobile radio|walkie-talkie|dispatch console|trunked radio|DMR repeater|radio repeater|push-to-talk"),
        ("satellite", "satellite|VSAT|satellite terminal|earth station|satellite modem"),
        ("submarine-cable", "submarine cable|subsea cable|undersea cable"),
        ("network-management", "network management|network management system|NMS|element management|OSS|network controller"),
        ("video-surveillance-equipment", "video surveillance|surveillance system|CCTV|security camera system"),
        ("camera", "camera|IP camera|network camera|surveillance camera|security camera|PTZ|CCTV camera|dome camera|bullet camera|body camera|bodycam|thermal camera"),
        ("video-recorder", "NVR|DVR|XVR|network video recorder|digital video recorder|video recorder"),
        ("access-control", "access control|access controller|intercom|video intercom|doorbell|video doorbell|door station"),
        ("uas", "drone|UAV|UAS|quadcopter|unmanned aircraft|unmanned aerial vehicle"),
        ("power-inverter", "inverter|solar inverter|PV inverter|power inverter"),
        ("server", "server|blade server|rack server"),
        ("storage", "storage array|storage system|SAN storage|NAS|disk array"),
        ("computer", "laptop|notebook|desktop computer|workstation|personal computer|thin client"),
        ("printer", "printer|copier|multifunction printer"),
        ("power", "UPS|power supply|PSU|rectifier|battery|power distribution unit|PDU"),
        ("passive", "rack|patch panel|patch cord|fiber cable|fibre cable|coaxial cable|mast|tower|enclosure|cabinet"),
        ("sensor", "sensor|smart meter|environmental monitor"),
        ("cybersecurity-software", "antivirus|anti-virus|endpoint protection|endpoint security|malware protection"),
        ("connected-vehicle", "vehicle connectivity system|automated driving system|telematics control unit"),
    ];

    /// <summary>The table as an index.</summary>
    public static PhraseIndex<string> Index { get; } = new(
        Table.SelectMany(row => row.Words.Split('|').Select(word => (word, row.Category))), plurals: true);
}
