namespace Rubicon.Subjects;

/// <summary>
/// What a record can state about a subject, before anything is made of it. Readers fill these from columns, JSON members
/// and signals; <c>Screening</c> turns them into facts. Numbers are used in caches only and may change.
/// </summary>
public enum Field
{
    /// <summary>A name for the record itself: device name, line text, component name.</summary>
    Name,
    /// <summary>Free text that describes the item.</summary>
    Description,
    /// <summary>Who made the item, by company name or brand.</summary>
    Maker,
    /// <summary>The brand on the item, where it is stated apart from the maker.</summary>
    Brand,
    /// <summary>Model or product name.</summary>
    Model,
    /// <summary>Manufacturer's or distributor's part number.</summary>
    PartNumber,
    /// <summary>Serial number.</summary>
    Serial,
    /// <summary>Category or device role in the record's own words.</summary>
    Category,
    /// <summary>What kind of thing: equipment, software, service and so on, in the record's own words.</summary>
    ItemKind,
    /// <summary>Who sells, supplies or provides it.</summary>
    Supplier,
    /// <summary>Country of the supplier.</summary>
    SupplierCountry,
    /// <summary>Who gets it: consignee, end user, buyer, in an export, release or sale.</summary>
    Recipient,
    /// <summary>Country it goes to.</summary>
    Destination,
    /// <summary>Who performs a service, visit or update.</summary>
    Performer,
    /// <summary>The act: buy, renew, use, export, repair …, in the record's own words.</summary>
    Act,
    /// <summary>Day of the act.</summary>
    ActDate,
    /// <summary>Day on which the contract or agreement was made.</summary>
    ContractDate,
    /// <summary>Day on which the item was obtained.</summary>
    Obtained,
    /// <summary>Day on which the item was installed.</summary>
    Installed,
    /// <summary>Day on which the item was removed or retired.</summary>
    Removed,
    /// <summary>In service, planned, retired …, in the record's own words.</summary>
    Status,
    /// <summary>Country in which the item was produced (manufactured, unless the record says another stage).</summary>
    Origin,
    /// <summary>Country in which the item was designed.</summary>
    OriginDesigned,
    /// <summary>Country in which the item was developed.</summary>
    OriginDeveloped,
    /// <summary>Country in which the item was assembled.</summary>
    OriginAssembled,
    /// <summary>What it is bought or used for.</summary>
    Purpose,
    /// <summary>Who or what uses it at the end.</summary>
    EndUse,
    /// <summary>Site name.</summary>
    Site,
    /// <summary>Kind of place: police station, bakery, home …</summary>
    Place,
    /// <summary>Latitude in degrees, WGS 84.</summary>
    Latitude,
    /// <summary>Longitude in degrees, WGS 84.</summary>
    Longitude,
    /// <summary>Part of the network: core, access, edge, transport, customer premises, management.</summary>
    NetworkPart,
    /// <summary>Kind of network: 5G, 4G, full fiber …</summary>
    Network,
    /// <summary>Where the money comes from: own, universal service, grant …</summary>
    Funding,
    /// <summary>Contract, order or grant number.</summary>
    ContractNumber,
    /// <summary>How many.</summary>
    Quantity,
    /// <summary>Price of one, or of the line where that is all the record has.</summary>
    Price,
    /// <summary>ISO 4217 currency of the price.</summary>
    Currency,
    /// <summary>Export control classification number.</summary>
    Eccn,
    /// <summary>FCC ID on the label.</summary>
    FccId,
    /// <summary>Day of the FCC equipment authorization.</summary>
    FccGrantDate,
    /// <summary>IMEI of a handset or module, or its type allocation code (the first eight digits).</summary>
    Imei,
    /// <summary>MAC address of an interface.</summary>
    MacAddress,
    /// <summary>SNMP sysObjectID.</summary>
    SysObjectId,
    /// <summary>A numeric object identifier under 1.3.6.1.4.1 that the device answers, for devices whose sysObjectID is missing or a default.</summary>
    AnsweredOid,
    /// <summary>SNMP sysDescr, or another banner.</summary>
    SysDescr,
    /// <summary>Maker as the device's entity table states it (entPhysicalMfgName).</summary>
    EntityMaker,
    /// <summary>Model as the device's entity table states it (entPhysicalModelName).</summary>
    EntityModel,
    /// <summary>What a scanner takes the device for; it may be wrong, so that it is a hint and no more.</summary>
    Guess,
    /// <summary>Platform or operating system name.</summary>
    Platform,
    /// <summary>Software or firmware version.</summary>
    Version,
    /// <summary>Package URL, CPE or another identifier of a software component.</summary>
    PackageUrl,
    /// <summary>Legal entity identifier (ISO 17442) of the supplier or maker.</summary>
    Lei,
    /// <summary>Unique entity identifier of SAM.</summary>
    Uei,
    /// <summary>CAGE code.</summary>
    Cage,
    /// <summary>Chinese unified social credit code.</summary>
    Uscc,
    /// <summary>Paper held: waiver, license, conditional approval, by its id.</summary>
    Paper,
    /// <summary>A remark of the record.</summary>
    Note,
    /// <summary>Maker of a part inside the device, as its entity table or an inventory of modules states it.</summary>
    ModuleMaker,
    /// <summary>Model of a part inside the device.</summary>
    ModuleModel,
    /// <summary>Text by which a device shows itself to a neighbor or a scanner: LLDP system description, CDP platform, service banner, page title.</summary>
    Banner,
    /// <summary>A link to another device: port, and port of the other where it is known.</summary>
    Link,
    /// <summary>Four letters of the maker of an optical network terminal (ITU-T G.984.3).</summary>
    PonVendor,
    /// <summary>Vendor and product of a USB device, as <c>12d1:1506</c>.</summary>
    UsbId,
    /// <summary>Vendor and device of a PCI device, as <c>19e5:1710</c>.</summary>
    PciId,
    /// <summary>Country of who performs, or from which they perform: of the employer of a technician, of the signer of an update.</summary>
    PerformerCountry,
    /// <summary>Another device that this one names as its neighbor, as <c>Equipment.Neighbor</c> writes it.</summary>
    Neighbor,
}
