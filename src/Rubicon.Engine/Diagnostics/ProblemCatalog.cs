using System.Collections.Immutable;
using System.Reflection;

namespace Rubicon.Diagnostics;

/// <summary>
/// Every problem code of the product, in one place. 10xx files, 11xx tables, 12xx CycloneDX, 13xx NetBox, 14xx SNMP
/// walks, 15xx XML and other listings, 20xx packs, 21xx makers and registers, 30xx requests, answers and actors, 40xx command line and
/// output, 50xx data age, 60xx names to screen, 61xx lists, 62xx equipment, 63xx ownership, 64xx law side by side, drafts and differences of law,
/// 65xx the store and its log, 66xx the server, 67xx review, 68xx concurrent writes, 70xx internal. A code is never used again for something else.
/// </summary>
public static class ProblemCatalog
{
    // 10xx files -----------------------------------------------------------------------------------------------------

    /// <summary>The path does not exist.</summary>
    public static readonly ProblemKind FileNotFound = new("RUB1001", "path not found", Severity.Error,
        "an existing file or folder", "a typing error, or a path relative to another folder", "check the path; quote it if it holds spaces");

    /// <summary>The file exists and cannot be opened.</summary>
    public static readonly ProblemKind FileUnreadable = new("RUB1002", "file cannot be read", Severity.Error,
        "a file that this user may read", "missing permission, or another program holds the file", "give read permission or close the other program");

    /// <summary>The content is of no format the product reads.</summary>
    public static readonly ProblemKind UnknownFormat = new("RUB1003", "format not recognized", Severity.Error,
        "CSV, TSV, XLSX, CycloneDX, SPDX, NetBox, nmap XML, an SNMP walk or another format that is read",
        "a file of another kind, or a binary file with a misleading name", "export it in one of these formats, or force the kind of table with --as");

    /// <summary>The file is larger than the limit for its format.</summary>
    public static readonly ProblemKind FileTooLarge = new("RUB1004", "file over the size limit", Severity.Error,
        "a file within the limit named", "a dump of another system, or an archive bomb", "split the file, or export it as CSV, which is read in a stream");

    /// <summary>The folder holds nothing that can be read.</summary>
    public static readonly ProblemKind EmptyFolder = new("RUB1005", "nothing to read in the folder", Severity.Error,
        "at least one readable file", "an empty export", "check that the export wrote its files here");

    /// <summary>The file has no content.</summary>
    public static readonly ProblemKind EmptyFile = new("RUB1006", "file is empty", Severity.Error,
        "at least one record", "an export that failed", "run the export again");

    /// <summary>A format that is known and that this version does not read.</summary>
    public static readonly ProblemKind FormatNotRead = new("RUB1007", "format recognized, not read by this version", Severity.Error,
        "CSV, TSV, XLSX, CycloneDX, SPDX, NetBox, nmap XML, an SNMP walk or another format that is read", "an export in another format", "export it in one of these formats, or unpack it first");

    /// <summary>A link to a folder inside a folder.</summary>
    public static readonly ProblemKind LinkedFolder = new("RUB1008", "linked folder not followed", Severity.Error,
        "folders that are not links", "a link, which may lead in a circle", "name the folder itself on the command line");

    /// <summary>Bytes that no text has, in a file of unknown kind.</summary>
    public static readonly ProblemKind BinaryContent = new("RUB1009", "binary content", Severity.Error,
        "text, or a workbook", "a binary file with a misleading name, or UTF-16 without a byte order mark", "export it as CSV in UTF-8");

    /// <summary>Some bytes are not UTF-8 and were taken as windows-1252.</summary>
    public static readonly ProblemKind NotUtf8 = new("RUB1010", "text is not UTF-8", Severity.Warning,
        "UTF-8, or UTF-16 with a byte order mark", "an export from a spreadsheet program in the encoding of its country", "save as CSV UTF-8; until then accented letters may be wrong");

    // 11xx tables -------------------------------------------------------------------------------------------------------

    /// <summary>No column names a party or a thing.</summary>
    public static readonly ProblemKind MissingColumns = new("RUB1101", "needed columns are missing", Severity.Error,
        "a header with at least one of manufacturer, supplier, brand, model, name, description, part number, MAC address, sysObjectID or FCC ID", "a file without a header row, or headers in words that are not known", "put a row of headers on top, with words such as Manufacturer, Model, Description, Supplier");

    /// <summary>Columns whose header has no meaning here.</summary>
    public static readonly ProblemKind UnusedColumns = new("RUB1102", "columns not used", Severity.Note,
        "headers with a known meaning", "columns that no rule asks for, or headers in unusual words", "rename a column that should be used");

    /// <summary>Rows above the header.</summary>
    public static readonly ProblemKind PreambleSkipped = new("RUB1103", "rows above the header skipped", Severity.Note,
        "the header in the first row", "a title or remarks above the table", "nothing, if these rows are no records");

    /// <summary>A row with more or fewer fields than the header.</summary>
    public static readonly ProblemKind RaggedRow = new("RUB1104", "row does not fit the header", Severity.Error,
        "as many fields as the header has", "a separator inside a field without quotes, or a row cut off", "put the field in double quotes, or complete the row");

    /// <summary>A cell or line over the limit.</summary>
    public static readonly ProblemKind CellTooLong = new("RUB1105", "cell too long", Severity.Error,
        "a cell of at most 32,768 characters", "a document pasted into a cell, or a file that is no table", "shorten the cell");

    /// <summary>A double quote was opened and not closed.</summary>
    public static readonly ProblemKind OpenQuote = new("RUB1106", "quote not closed", Severity.Error,
        "a closing double quote at the end of the cell", "a double quote as inch mark at the start of a cell, or a file cut off", "close the quote; write a double quote inside a quoted cell twice");

    /// <summary>A table without rows.</summary>
    public static readonly ProblemKind HeaderOnly = new("RUB1107", "table has no rows", Severity.Error,
        "at least one row below the header", "an export that found nothing", "run the export again, or leave the file out");

    /// <summary>A row with text, none of it in a column that is used.</summary>
    public static readonly ProblemKind RowStatesNothing = new("RUB1108", "row states nothing that is used", Severity.Error,
        "text in at least one of the columns that are used", "a line of totals, a remark, or a shifted row", "remove the line, or put its text under the right headers");

    /// <summary>A NUL character in a cell.</summary>
    public static readonly ProblemKind NulInRow = new("RUB1109", "NUL character in a cell", Severity.Error,
        "text", "a damaged export", "run the export again");

    /// <summary>A header that can mean the maker or the seller.</summary>
    public static readonly ProblemKind DoubtfulColumn = new("RUB1110", "column read as both maker and seller", Severity.Note,
        "a column Manufacturer, and a column Supplier", "a column named Vendor without a column Manufacturer", "rename the column to Manufacturer or Supplier");

    /// <summary>A workbook that cannot be read.</summary>
    public static readonly ProblemKind WorkbookDamaged = new("RUB1120", "workbook cannot be read", Severity.Error,
        "a whole XLSX or XLS workbook", "a download that was cut off, or a ZIP file of another kind", "save the workbook again, or export it as CSV");

    /// <summary>A workbook under a password.</summary>
    public static readonly ProblemKind WorkbookEncrypted = new("RUB1121", "workbook is encrypted", Severity.Error,
        "a workbook without a password", "a password on the file", "save a copy without the password");

    /// <summary>A workbook whose parts unpack to more than the limit.</summary>
    public static readonly ProblemKind WorkbookTooLarge = new("RUB1122", "workbook unpacks to more than the limit", Severity.Error,
        "parts of at most 512 MB together, 10,000 parts, and at most 200 times their packed size", "a very large workbook, or an archive bomb", "export the sheet as CSV, which is read in a stream");

    /// <summary>A sheet that is not a table.</summary>
    public static readonly ProblemKind SheetNotRead = new("RUB1123", "sheet not read", Severity.Warning,
        "a sheet with a header that names a maker, a supplier, a model or the like", "a cover sheet, a chart, or a table without headers", "nothing, if the sheet holds no records; otherwise put headers on top");

    /// <summary>A hidden sheet was read like the others.</summary>
    public static readonly ProblemKind HiddenSheet = new("RUB1124", "hidden sheet was read", Severity.Note,
        "nothing", "a sheet hidden in the workbook", "delete the sheet if its rows should not be decided");

    // 12xx CycloneDX and JSON -------------------------------------------------------------------------------------------

    /// <summary>JSON that is not well formed.</summary>
    public static readonly ProblemKind JsonSyntax = new("RUB1201", "JSON syntax error", Severity.Error,
        "well-formed JSON", "a file cut off, or edited by hand", "run the export again");

    /// <summary>JSON nested too deep.</summary>
    public static readonly ProblemKind JsonTooDeep = new("RUB1202", "JSON nested too deep", Severity.Error,
        "at most 64 levels", "a file made to exhaust the reader, or a broken generator", "flatten the nesting, or export the parts by themselves");

    /// <summary>A CycloneDX version before 1.4.</summary>
    public static readonly ProblemKind CycloneDxOldVersion = new("RUB1203", "older CycloneDX version", Severity.Note,
        "CycloneDX 1.4 to 1.7", "an old generator", "nothing; what the version has is read");

    /// <summary>A CycloneDX version that is not known.</summary>
    public static readonly ProblemKind CycloneDxUnknownVersion = new("RUB1204", "unknown CycloneDX version", Severity.Warning,
        "CycloneDX 1.4 to 1.7", "a newer generator, or a missing specVersion", "check that nothing is missing from the report; export as 1.7");

    /// <summary>A bill of materials without components and services.</summary>
    public static readonly ProblemKind CycloneDxEmpty = new("RUB1205", "bill of materials is empty", Severity.Error,
        "at least one component or service", "a generator that found nothing, or a document that holds only vulnerabilities", "generate the bill of materials again");

    /// <summary>A component or service that states nothing.</summary>
    public static readonly ProblemKind ComponentUnreadable = new("RUB1206", "component cannot be read", Severity.Error,
        "an object with a name", "a broken generator", "correct the component");

    /// <summary>A bill that says one version and is written in another.</summary>
    public static readonly ProblemKind CycloneDxOtherVersion = new("RUB1207", "bill is not of the version it names", Severity.Warning,
        "members that the named version has", "a generator that writes a fixed version, or a file edited by hand", "nothing; everything was read, whatever the version; tell the maker of the bill");

    /// <summary>A component inside itself.</summary>
    public static readonly ProblemKind CycloneDxCycle = new("RUB1208", "component stands inside itself", Severity.Error,
        "nesting without circles", "a broken generator, or two components with one bom-ref", "give each component a bom-ref of its own");

    /// <summary>A reference to something that the bill does not have.</summary>
    public static readonly ProblemKind CycloneDxDangling = new("RUB1209", "reference leads nowhere", Severity.Warning,
        "a bom-ref of the same bill", "a part of the bill was left out", "generate the bill again; until then a maker or supplier is missing");

    /// <summary>CycloneDX 2.0, which is a draft.</summary>
    public static readonly ProblemKind CycloneDxDraft = new("RUB1210", "CycloneDX 2.0 is a draft", Severity.Note,
        "CycloneDX 1.4 to 1.7", "a generator that follows the draft", "check that nothing is missing from the report: components, parties, origins, identifiers and inventories are read");

    /// <summary>A bill with more parts than can be kept for its product.</summary>
    public static readonly ProblemKind CycloneDxTooManyParts = new("RUB1211", "product has more parts than are kept", Severity.Error,
        "at most 250,000 parts of one product", "bills of several products in one file", "split the bill by product; each part was decided by itself");

    // 13xx NetBox -------------------------------------------------------------------------------------------------------

    /// <summary>An answer of the server that says what went wrong.</summary>
    public static readonly ProblemKind NetBoxErrorPage = new("RUB1301", "NetBox answered with an error", Severity.Error,
        "a page of devices", "a missing or expired token, or a wrong address", "correct the request and export again");

    /// <summary>A page that is followed by another.</summary>
    public static readonly ProblemKind NetBoxMorePages = new("RUB1302", "more pages follow", Severity.Warning,
        "all pages of the list", "a list longer than one page", "give the other pages too, or ask for all with limit=0");

    /// <summary>An entry that states nothing about a device.</summary>
    public static readonly ProblemKind NetBoxDeviceUnreadable = new("RUB1303", "device cannot be read", Severity.Error,
        "an object with a name, a device type or a serial number", "a list of another kind of object", "export /api/dcim/devices/");

    // 14xx SNMP walks ---------------------------------------------------------------------------------------------------

    /// <summary>A walk without anything that names the device.</summary>
    public static readonly ProblemKind WalkNothing = new("RUB1401", "walk names no device", Severity.Error,
        "sysDescr, sysObjectID, entity rows or interface addresses", "a walk of another part of the tree, or an agent that answered nothing", "walk 1.3.6.1.2.1.1, 1.3.6.1.2.1.2.2.1.6 and 1.3.6.1.2.1.47.1.1.1.1");

    /// <summary>Lines that are no part of a walk.</summary>
    public static readonly ProblemKind WalkLineUnreadable = new("RUB1402", "walk lines not understood", Severity.Warning,
        "lines of snmpwalk or of oid|type|value", "messages of the tool between the lines, or a file cut off", "walk the device again, or remove the lines");

    /// <summary>The agent did not answer.</summary>
    public static readonly ProblemKind WalkNoAnswer = new("RUB1403", "no answer from the device", Severity.Warning,
        "a walk that ran to its end", "a device that was off, or a wrong community", "walk the device again");

    /// <summary>A hardware address that is not understood.</summary>
    public static readonly ProblemKind WalkOddAddress = new("RUB1404", "hardware address not understood", Severity.Warning,
        "six bytes in hexadecimal", "an interface without an Ethernet address, or an unusual notation", "nothing, if the device is known by other signals");

    /// <summary>Two answers to what one device has once.</summary>
    public static readonly ProblemKind WalkTwoDevices = new("RUB1405", "walk answers twice", Severity.Warning,
        "one device in a file", "two walks in one file", "put each walk in a file of its own");

    /// <summary>More interfaces or parts than are kept.</summary>
    public static readonly ProblemKind WalkTooManyStatements = new("RUB1406", "walk has more parts than are kept", Severity.Warning,
        "at most 4,096 statements of a device", "a very large chassis", "nothing, if the parts kept show the makers");

    // 15xx XML and 151x and up: SPDX, nmap, LLDP, leases, hardware listings, device types, configurations -----------------

    /// <summary>XML that is not well formed.</summary>
    public static readonly ProblemKind XmlSyntax = new("RUB1501", "XML syntax error", Severity.Error,
        "well-formed XML", "a file cut off, or a tool that was stopped while it wrote", "run the export again; what stood before the error was read");

    /// <summary>XML nested too deep.</summary>
    public static readonly ProblemKind XmlTooDeep = new("RUB1502", "XML nested too deep", Severity.Error,
        "at most 64 levels", "a file made to exhaust the reader, or a broken generator", "flatten the nesting, or export the parts by themselves");

    /// <summary>XML that uses an entity which it declares itself.</summary>
    public static readonly ProblemKind XmlEntity = new("RUB1503", "XML entity not resolved", Severity.Error,
        "only &amp;, &lt;, &gt;, &quot; and &apos;", "a file made to read other files or to exhaust the reader", "export the file without a document type of its own; entities are never resolved");

    /// <summary>One record of an XML document is larger than the limit.</summary>
    public static readonly ProblemKind XmlElementTooLarge = new("RUB1504", "XML element too large", Severity.Error,
        "at most 4 million characters in one record", "a file made to exhaust the reader, or a report of everything in one record", "split the record");

    /// <summary>A version of SPDX that is not known.</summary>
    public static readonly ProblemKind SpdxUnknownVersion = new("RUB1510", "unknown SPDX version", Severity.Warning,
        "SPDX 2.0 to 2.3, or 3.0", "a newer generator, or a missing version", "check that nothing is missing from the report; export as 2.3 or 3.0.1");

    /// <summary>A relation to an element that the document does not have.</summary>
    public static readonly ProblemKind SpdxDangling = new("RUB1511", "SPDX reference leads nowhere", Severity.Warning,
        "an identifier of an element of the same document", "a part of the document was left out, or an identifier was changed", "generate the document again; until then a part or a supplier may be missing");

    /// <summary>A relation to an element of another document.</summary>
    public static readonly ProblemKind SpdxElsewhere = new("RUB1512", "part stands in another SPDX document", Severity.Warning,
        "all parts in one document", "a document that refers to those of its suppliers", "give the other document too; this part was not assessed here");

    /// <summary>A package that states nothing.</summary>
    public static readonly ProblemKind SpdxPackageUnreadable = new("RUB1513", "package cannot be read", Severity.Error,
        "an object with a name", "a broken generator", "correct the package");

    /// <summary>A document without packages.</summary>
    public static readonly ProblemKind SpdxEmpty = new("RUB1514", "SPDX document names no package", Severity.Error,
        "at least one package", "a document of files or licenses only", "generate the document for the product, with its packages");

    /// <summary>Files of a document are not decided by themselves.</summary>
    public static readonly ProblemKind SpdxFilesNotDecided = new("RUB1515", "files are part of their packages", Severity.Note,
        "packages", "a document that lists the files of its packages", "nothing; no rule asks about a file by itself");

    /// <summary>An nmap report without a host that answered.</summary>
    public static readonly ProblemKind NmapNoHost = new("RUB1520", "scan found no host", Severity.Error,
        "at least one host that is up", "a wrong address range, or a firewall", "scan again, with -Pn where hosts do not answer pings");

    /// <summary>A host without an address.</summary>
    public static readonly ProblemKind NmapHostUnreadable = new("RUB1521", "host cannot be read", Severity.Error,
        "a host with an address", "a report edited by hand", "scan the host again");

    /// <summary>The scan did not run to its end.</summary>
    public static readonly ProblemKind NmapNotFinished = new("RUB1522", "scan did not finish", Severity.Warning,
        "a report that ends with the statistics of the run", "a scan that was stopped", "scan again; hosts after the break are missing");

    /// <summary>Addresses at which nothing answered.</summary>
    public static readonly ProblemKind NmapSilentHosts = new("RUB1523", "addresses that did not answer", Severity.Note,
        "hosts that are up", "addresses without a device, or devices that are off", "nothing, if no device should be there");

    /// <summary>No neighbor in the output of lldpcli.</summary>
    public static readonly ProblemKind LldpNoNeighbor = new("RUB1530", "no LLDP neighbor", Severity.Error,
        "at least one interface with a chassis", "LLDP is off at the other side, or the daemon has just started", "wait half a minute and run lldpcli show neighbors -f json again");

    /// <summary>A neighbor that states nothing.</summary>
    public static readonly ProblemKind LldpNeighborUnreadable = new("RUB1531", "LLDP neighbor cannot be read", Severity.Error,
        "an interface with a chassis that has an id, a name or a description", "an output edited by hand", "run lldpcli show neighbors -f json again");

    /// <summary>Lines of a listing that are not understood.</summary>
    public static readonly ProblemKind LinesNotUnderstood = new("RUB1540", "lines not understood", Severity.Warning,
        "lines of the format", "messages of a tool between the lines, or a file cut off", "export again, or remove the lines");

    /// <summary>A text over several lines that does not end.</summary>
    public static readonly ProblemKind TextNotClosed = new("RUB1541", "text is not closed", Severity.Warning,
        "the mark that ends the text", "a file cut off", "export again; what follows the mark was taken as text");

    /// <summary>A listing that names no device.</summary>
    public static readonly ProblemKind ListingEmpty = new("RUB1542", "listing names no device", Severity.Error,
        "at least one device", "an empty export, or the output of a tool that may not read the hardware", "run it again, as an administrator where the hardware is asked");

    /// <summary>Leases of hardware that is no Ethernet.</summary>
    public static readonly ProblemKind LeaseOddAddress = new("RUB1543", "leases without an Ethernet address", Severity.Warning,
        "six bytes in hexadecimal", "leases of other hardware, or a file cut off", "nothing, if these devices are known otherwise");

    /// <summary>A device type that says neither maker nor model.</summary>
    public static readonly ProblemKind DeviceTypeUnreadable = new("RUB1544", "device type cannot be read", Severity.Error,
        "a manufacturer and a model", "a file of another kind, or edited by hand", "add the manufacturer and the model");

    /// <summary>A column of a table of addresses that names who registered the address.</summary>
    public static readonly ProblemKind InterfaceMakerColumn = new("RUB1545", "column read as maker of the interface", Severity.Note,
        "a table of addresses without models", "an ARP table or a network scan, whose vendor is the one of the address", "add the model or the serial number where the column names who made the device");

    // 20xx packs -----------------------------------------------------------------------------------------------------

    /// <summary>The YAML is not well formed.</summary>
    public static readonly ProblemKind YamlSyntax = new("RUB2001", "YAML syntax error", Severity.Error,
        "well-formed YAML 1.2", "a wrong indent or an unquoted colon", "correct the line; quote text that holds ': ' or ' #'");

    /// <summary>A key stands twice in one mapping.</summary>
    public static readonly ProblemKind YamlDoubledKey = new("RUB2002", "key stands twice", Severity.Error,
        "each key once in a mapping", "a copied block", "remove or rename one of the two");

    /// <summary>A key that the grammar does not know.</summary>
    public static readonly ProblemKind PackUnknownKey = new("RUB2003", "unknown key", Severity.Error,
        "one of the keys named", "a typing error", "use one of the keys named; schema/ holds the whole grammar");

    /// <summary>A key that must be there is missing.</summary>
    public static readonly ProblemKind PackMissingKey = new("RUB2004", "missing key", Severity.Error,
        "the key named", "an unfinished file", "add the key");

    /// <summary>A value is not of the type or vocabulary expected.</summary>
    public static readonly ProblemKind PackBadValue = new("RUB2005", "value not understood", Severity.Error,
        "a value of the type named", "a typing error, or a word outside the vocabulary", "use a value of the type or one of the words named");

    /// <summary>A reference to something that no pack defines.</summary>
    public static readonly ProblemKind PackUnknownReference = new("RUB2006", "reference to nothing", Severity.Error,
        "the id of something that a pack defines", "a renamed file, or a typing error", "correct the id");

    /// <summary>Two things carry one id.</summary>
    public static readonly ProblemKind PackDoubledId = new("RUB2007", "id stands twice", Severity.Error,
        "each id once", "a copied file", "rename one of the two");

    /// <summary>A condition without the words of the law.</summary>
    public static readonly ProblemKind PackUnquotedCondition = new("RUB2010", "condition without its words", Severity.Error,
        "the words of the rule in `words`", "a condition written from memory", "quote the words that the condition encodes");

    /// <summary>Two versions of one provision are in force on one day.</summary>
    public static readonly ProblemKind PackOverlappingVersions = new("RUB2011", "versions overlap", Severity.Error,
        "at most one version in force on a day", "an end date left out", "give the earlier version its last day");

    /// <summary>A provision that can never apply.</summary>
    public static readonly ProblemKind PackUnreachable = new("RUB2012", "provision can never apply", Severity.Error,
        "a version that can be in force, and conditions that can all hold", "an end before the start, or an exception that nothing uses", "correct the dates, or name it under `unless` or `obligations`");

    /// <summary>A condition whose change no case notices.</summary>
    public static readonly ProblemKind PackConditionNotKilled = new("RUB2013", "no case notices this condition", Severity.Error,
        "a case that changes when the condition does", "missing cases", "add a case in which only this condition decides");

    /// <summary>A provision without the boundary days among its cases.</summary>
    public static readonly ProblemKind PackMissingBoundaryCase = new("RUB2014", "boundary day without a case", Severity.Error,
        "cases for the day before, the first day, the last day and the day after", "missing cases", "add a case for the day named");

    /// <summary>A case gave another result than it expects.</summary>
    public static readonly ProblemKind PackCaseFailed = new("RUB2015", "case gives another result", Severity.Error,
        "the result that the case states", "a wrong rule or a wrong case", "read the proof; correct the one that departs from the text of the law");

    /// <summary>No packs were found.</summary>
    public static readonly ProblemKind PacksMissing = new("RUB2020", "no packs found", Severity.Error,
        "a folder of packs", "the data folder was not copied beside the program", "copy it there, or name it with --packs");

    // 21xx makers and registers --------------------------------------------------------------------------------------

    /// <summary>A key that the grammar of maker files does not know.</summary>
    public static readonly ProblemKind MakerUnknownKey = new("RUB2101", "unknown key in maker knowledge", Severity.Error,
        "one of the keys named", "a typing error", "use one of the keys named; schema/maker.schema.json holds the grammar");

    /// <summary>A key that a maker file must have is missing.</summary>
    public static readonly ProblemKind MakerMissingKey = new("RUB2102", "missing key in maker knowledge", Severity.Error,
        "the key named", "an unfinished entry", "add the key");

    /// <summary>A value of a maker file is not of the type or vocabulary expected.</summary>
    public static readonly ProblemKind MakerBadValue = new("RUB2103", "value in maker knowledge not understood", Severity.Error,
        "a value of the type named", "a typing error, or a word outside the vocabulary", "use a value of the type or one of the words named");

    /// <summary>A model pattern that is no regular expression.</summary>
    public static readonly ProblemKind MakerBadPattern = new("RUB2104", "model pattern not understood", Severity.Error,
        "a regular expression of .NET", "an unclosed bracket", "correct the pattern");

    /// <summary>A category that the vocabulary does not know.</summary>
    public static readonly ProblemKind MakerUnknownCategory = new("RUB2105", "unknown category in maker knowledge", Severity.Error,
        "a word of the category vocabulary", "a typing error", "use a word of the vocabulary; see docs/user/facts.md");

    /// <summary>A relation, unit or relabeling that points to a maker nobody defines.</summary>
    public static readonly ProblemKind MakerUnknownReference = new("RUB2106", "reference to no maker", Severity.Error,
        "the id of a maker or unit", "a renamed file, or a typing error", "correct the id, or write the file");

    /// <summary>Two makers or units carry one id.</summary>
    public static readonly ProblemKind MakerDoubledId = new("RUB2107", "maker id stands twice", Severity.Error,
        "each id once", "a copied file", "rename one of the two");

    /// <summary>A statement names a source that sources.yaml does not hold.</summary>
    public static readonly ProblemKind MakerUnknownSource = new("RUB2108", "statement without a known source", Severity.Error,
        "a source of makers/sources.yaml and V, K or U, as in HYT1 V", "a source not yet listed", "add the source to makers/sources.yaml");

    /// <summary>An example that its own model pattern does not accept.</summary>
    public static readonly ProblemKind MakerExampleNotMatched = new("RUB2109", "example outside its model pattern", Severity.Error,
        "examples that the pattern accepts and the starts allow", "a pattern changed without its examples", "correct the pattern, the starts or the example");

    /// <summary>No maker files were found.</summary>
    public static readonly ProblemKind MakersMissing = new("RUB2110", "no maker knowledge found", Severity.Error,
        "a folder of maker files", "the data folder was not copied beside the program", "copy it there, or name it with --makers");

    /// <summary>A register of numbers or prefixes is missing.</summary>
    public static readonly ProblemKind RegisterMissing = new("RUB2120", "register not found", Severity.Error,
        "the register named", "the data folder was not copied beside the program", "copy it there, or name its folder");

    /// <summary>A register is not in the form that its generator writes.</summary>
    public static readonly ProblemKind RegisterDamaged = new("RUB2121", "register damaged", Severity.Error,
        "sorted lines of number, tab and name", "a file changed by hand or cut short", "generate it again as registries/README.md says");

    // 30xx requests, answers, actors ---------------------------------------------------------------------------------

    /// <summary>A capacity that the vocabulary does not know.</summary>
    public static readonly ProblemKind UnknownCapacity = new("RUB3001", "unknown capacity of an actor", Severity.Error,
        "one of the capacities named", "a typing error", "use one of the capacities named");

    /// <summary>A fact that the catalog does not know.</summary>
    public static readonly ProblemKind UnknownFact = new("RUB3002", "unknown fact", Severity.Error,
        "one of the facts of the catalog", "a typing error", "see docs/user/facts.md for the names");

    /// <summary>A value that the fact cannot take.</summary>
    public static readonly ProblemKind BadFactValue = new("RUB3003", "value that the fact cannot take", Severity.Error,
        "a value of the fact's type", "a typing error, or a word outside the vocabulary", "use one of the values named");

    /// <summary>A request that is not JSON or lacks its parts.</summary>
    public static readonly ProblemKind BadRequest = new("RUB3004", "request not understood", Severity.Error,
        "a JSON object as in schema/request.schema.json", "a missing brace or part", "compare with examples/decisions");

    /// <summary>A day that the calendar does not have, or a date that cannot be read.</summary>
    public static readonly ProblemKind BadDate = new("RUB3005", "date not understood", Severity.Error,
        "a day of the calendar as YYYY-MM-DD", "a day that does not exist, or another order of day and month", "write the date as YYYY-MM-DD");

    /// <summary>The day asked for lies after the day up to which the law was kept.</summary>
    public static readonly ProblemKind AfterMaintained = new("RUB3006", "date after the law was last kept up", Severity.Warning,
        "a day up to which the packs are maintained", "a future date, or old packs", "update the packs; until then the answer is review, not allowed");

    /// <summary>An answer lacks who, when or why.</summary>
    public static readonly ProblemKind AnswerIncomplete = new("RUB3007", "answer without who, when or why", Severity.Error,
        "who answered, on which day, and the reason", "a hand-written file", "add the missing part: an answer without it is not used");

    // 40xx command line and output -----------------------------------------------------------------------------------

    /// <summary>A file or stream could not be read or written while the program ran.</summary>
    public static readonly ProblemKind InputOutputFailed = new("RUB4001", "cannot read or write", Severity.Error,
        "a folder that exists, room on the disk, and the right to read and write", "a folder that does not exist, a full disk, or missing permission", "make the folder, or name another file; what was written so far is no report");

    // 41xx saved reports ---------------------------------------------------------------------------------------------

    /// <summary>A saved report is not well-formed JSON.</summary>
    public static readonly ProblemKind SavedReportSyntax = new("RUB4100", "saved report is not JSON", Severity.Error,
        "the JSON that -o json wrote, whole, each member once", "a file of another format, or one that was cut off", "write the report again with -o json=FILE");

    /// <summary>JSON that is no report, or one of a later major version.</summary>
    public static readonly ProblemKind SavedReportForeign = new("RUB4101", "not a report that this version reads", Severity.Error,
        "a report with `schemaVersion` 1.x", "another JSON file, or a report of a later version of the program", "name the file that -o json wrote, or use the version that wrote it");

    /// <summary>A member of the report is missing or of another type.</summary>
    public static readonly ProblemKind SavedReportBadMember = new("RUB4102", "part of the saved report not understood", Severity.Error,
        "a report as in schema/report.schema.json", "a report changed by hand or by another program", "write the report again with -o json=FILE");

    /// <summary>The counts of the report contradict each other.</summary>
    public static readonly ProblemKind SavedReportSums = new("RUB4103", "counts of the saved report contradict each other", Severity.Error,
        "read = decided + not assessed, and one decision for each record read", "decisions taken out or added by hand", "write the report again with -o json=FILE; a part of a report must not look whole");

    /// <summary>The saved report is too large to be held in memory.</summary>
    public static readonly ProblemKind SavedReportTooLarge = new("RUB4104", "saved report over the size limit", Severity.Error,
        "at most 1 GiB", "a report over a very large input", "write the wanted formats in one scan: -o takes several");

    /// <summary>A stated field that this version does not know; it is left out.</summary>
    public static readonly ProblemKind SavedReportUnknownField = new("RUB4105", "stated field of a later version left out", Severity.Warning,
        "a field that this version knows", "a report of a later version of the program", "use the version that wrote it to see the field");

    // 50xx data age ---------------------------------------------------------------------------------------------------

    /// <summary>The law was kept up longer ago than the user allows.</summary>
    public static readonly ProblemKind DataTooOld = new("RUB5001", "data older than allowed", Severity.Error,
        "packs kept up within the days of --max-data-age", "an old installation", "install newer packs, or allow more days");

    // 60xx names to screen --------------------------------------------------------------------------------------------

    /// <summary>A line of a file of names that is no JSON object, or a table row that is torn.</summary>
    public static readonly ProblemKind NameLineSyntax = new("RUB6001", "line of names not understood", Severity.Error,
        "a JSON object with a member \"name\", or a row of the table", "a line that was cut off, or a quote that is not closed", "correct the line; the other lines are screened");

    /// <summary>A line of a file of names that states no name.</summary>
    public static readonly ProblemKind NameLineWithoutName = new("RUB6002", "line without a name", Severity.Error,
        "a name in the member or column \"name\"", "an empty cell, or another name for the member", "state the name; the line is not assessed");

    /// <summary>A line of a file of names over the limit.</summary>
    public static readonly ProblemKind NameLineTooLong = new("RUB6003", "line of names over the limit", Severity.Error,
        "a line of at most a mebibyte", "a file of another kind, or a line that lost its end", "look at the line; it is not assessed");

    /// <summary>The header of a table of names has no column for the name.</summary>
    public static readonly ProblemKind NamesWithoutColumn = new("RUB6004", "no column holds names", Severity.Error,
        "a header with a column \"name\" (or party, company, supplier, vendor)", "a table without a header, or another word for the column", "write a header line: id,name,country");

    /// <summary>A name without a letter or digit.</summary>
    public static readonly ProblemKind NameWithoutLetters = new("RUB6005", "nothing in the name can be compared", Severity.Error,
        "a letter or a digit of some script", "punctuation or a symbol where a name was meant", "state the name; the line is not assessed");

    /// <summary>A name so long that only its beginning was compared.</summary>
    public static readonly ProblemKind NameCut = new("RUB6006", "name too long to be compared whole", Severity.Error,
        "at most 1,024 characters", "a text in the place of a name", "state the name alone; what was found for its beginning is shown, and the line counts as not assessed");

    // 61xx lists ------------------------------------------------------------------------------------------------------

    /// <summary>A list file that was not read, or not whole.</summary>
    public static readonly ProblemKind ListNotRead = new("RUB6101", "list not read", Severity.Error,
        "the whole file of a list: CSV with a column for the name, JSON with entities, or JSON Lines, plain or gzip", "a file cut off, of another format, or empty", "fetch the file again; nothing is screened against a part of a list");

    /// <summary>A row of a list that is not used.</summary>
    public static readonly ProblemKind ListRow = new("RUB6102", "entry of a list not used", Severity.Error,
        "an entry with a name, and as many cells as the header has", "a damaged row, or an entry without a name", "look at the row in the publisher's file; names are not screened against it");

    /// <summary>A second entry with the same id.</summary>
    public static readonly ProblemKind ListDoubledId = new("RUB6103", "id of a list entry stands twice", Severity.Warning,
        "an id for each entry", "two files joined, or an error of the publisher", "nothing: both entries are used, the second with the number of its line behind the id");

    /// <summary>A list file holds another number of records than it says.</summary>
    public static readonly ProblemKind ListShorterThanStated = new("RUB6120", "list holds another number of records than it states", Severity.Warning,
        "as many records as the file says that it holds", "a sample or a cut of the list, or an error of the publisher", "fetch the whole file; names are screened against what it holds");

    /// <summary>A list that comes in several files was given without one of them.</summary>
    public static readonly ProblemKind ListPartMissing = new("RUB6121", "part of a list not given", Severity.Warning,
        "all files of the list together: names, alternate names, addresses, remarks", "one file imported alone", "import the files in one call, so that aliases are joined to their entries");

    /// <summary>A snapshot was kept and is not used, for it looks like a part of the list.</summary>
    public static readonly ProblemKind ListHeldBack = new("RUB6122", "snapshot kept and not used", Severity.Warning,
        "a list about as long as the one in use, with few rows refused", "a file cut off at the end of a line, a sample, or many damaged rows", "fetch the file again; where it is right, import it with --accept. The snapshot before stays in use");

    /// <summary>An imported state is older than the one in use.</summary>
    public static readonly ProblemKind ListOlder = new("RUB6123", "state older than the one in use", Severity.Note,
        "the latest state of the list", "an archive imported after the current file", "nothing: it is kept for questions about earlier days, and the later state stays in use");

    /// <summary>Kept lists are damaged.</summary>
    public static readonly ProblemKind ListStoreDamaged = new("RUB6124", "kept list damaged", Severity.Error,
        "the bytes whose digest was written at import", "a file changed or lost in the data folder, or a broken disk", "import the list again; until then nothing is screened against it, and the run stops");

    /// <summary>Another run is changing the kept lists.</summary>
    public static readonly ProblemKind ListStoreLocked = new("RUB6125", "kept lists in use by another import", Severity.Error,
        "one import at a time", "a second import that runs at the same time", "wait until it has ended, and run the import again");

    /// <summary>No list or snapshot of that name is kept.</summary>
    public static readonly ProblemKind ListNotKept = new("RUB6126", "no such list", Severity.Error,
        "the id of a kept list, of a snapshot, or a file", "a typing error, or a list that was not imported", "rubicon lists status shows what is kept");

    /// <summary>The kept state of a list is older than the day asked about.</summary>
    public static readonly ProblemKind ListStale = new("RUB6127", "list older than the day asked about", Severity.Note,
        "a state of the list of the day asked about, or later", "a list that was not imported since", "import the current file; who was listed since is not found");

    /// <summary>Rows of a kept list were refused.</summary>
    public static readonly ProblemKind ListHasRefusedRows = new("RUB6128", "rows of a kept list are not screened against", Severity.Warning,
        "a list of which every row could be used", "entries without a name, or damaged rows, in the publisher's file", "rubicon lists status --rows names them; look at them in the publisher's file");

    /// <summary>The day of the state of a list is not known.</summary>
    public static readonly ProblemKind ListUndated = new("RUB6129", "list without a day of its state", Severity.Warning,
        "a day in the content or the name of the file, or --as-of", "a format that states none", "import it with --as-of, so that a reader sees how old it is");

    /// <summary>A name of an entry cannot be compared.</summary>
    public static readonly ProblemKind ListNameNotUsed = new("RUB6130", "name of a list entry not used", Severity.Warning,
        "a name of letters or digits, in UTF-8, of at most 1,024 characters", "a damaged alias in the publisher's file", "nothing: the entry is used with its other names");

    // 62xx equipment ----------------------------------------------------------------------------------------------------

    /// <summary>The output of a command names no device.</summary>
    public static readonly ProblemKind CommandNamesNoDevice = new("RUB6201", "output of a command names no device", Severity.Error,
        "a line with a model, a maker, a serial number, a neighbor or a hardware address", "a command that shows none of these, or a table without entries", "save the output of a version, inventory, neighbor or address command");

    /// <summary>Addresses of groups in a table of addresses.</summary>
    public static readonly ProblemKind GroupAddresses = new("RUB6202", "group addresses left out", Severity.Note,
        "addresses of devices", "multicast and broadcast entries, which no device owns", "nothing");

    /// <summary>Addresses that their users made up.</summary>
    public static readonly ProblemKind LocalAddresses = new("RUB6203", "addresses that say nothing about a maker", Severity.Note,
        "addresses with a registered prefix", "random addresses of telephones and virtual machines (locally administered)", "nothing; look for another sign of the device");

    /// <summary>One serial number on two devices of one file.</summary>
    public static readonly ProblemKind OneSerialTwoDevices = new("RUB6204", "one serial number on two devices", Severity.Warning,
        "a serial number that one device bears", "a copied row, a stack that shows the number of its master, or a default that the maker put into many devices", "check the labels; the records are kept apart");

    /// <summary>More device records than are held for joining.</summary>
    public static readonly ProblemKind TooManyToJoin = new("RUB6205", "records not joined", Severity.Note,
        "so many device records that they can be held at once", "inventories of several million rows beside each other", "identify the large inventory by itself");

    /// <summary>A device names neighbors that no record among those read is about.</summary>
    public static readonly ProblemKind NeighborNotRead = new("RUB6206", "neighbor without a record of its own", Severity.Warning,
        "a record of every device that another one sees", "a device that is in no inventory, does not answer, or stands in a file that was not given", "find out what stands there and add its record; rubicon identify -o html shows who sees it");

    // 63xx ownership --------------------------------------------------------------------------------------------------

    /// <summary>The header of a table of stakes lacks a column.</summary>
    public static readonly ProblemKind StakeColumns = new("RUB6301", "table of stakes without owner, owned or share", Severity.Error,
        "a header with the columns owner, owned and share, or minimum and maximum", "another word for a column, or a table without a header", "write a header line: owner,owned,share");

    /// <summary>A row of a table of stakes that cannot be used.</summary>
    public static readonly ProblemKind StakeRow = new("RUB6302", "row of stakes not understood", Severity.Error,
        "a holder, an entity and a share", "an empty cell, or a quote that is not closed", "correct the row; the other rows are used");

    /// <summary>A share that is no share.</summary>
    public static readonly ProblemKind StakeShare = new("RUB6303", "share not understood", Severity.Error,
        "per cent between 0 and 100, a range (25-50), a bound (>50), or unknown", "a fraction, a number of shares, or a negative number", "write the share in per cent; until then the stake is used as one of a share that is not known");

    /// <summary>A stake without a share.</summary>
    public static readonly ProblemKind StakeShareMissing = new("RUB6304", "stake without a share", Severity.Warning,
        "a share in per cent, or the word unknown", "a source that states none", "state it where it is known; it is used as more than nothing up to the whole");

    /// <summary>A kind of stake that is not known.</summary>
    public static readonly ProblemKind StakeKindUnknown = new("RUB6305", "kind of stake not known", Severity.Error,
        "equity, votes, board, contract, special share, trust, nominee, dominant minority or other", "a word of another register", "use one of the words; until then the stake is used as another interest, which makes an answer possible and never certain");

    /// <summary>A date of a stake that is no day, or an end before the start.</summary>
    public static readonly ProblemKind StakeDate = new("RUB6306", "dates of a stake not understood", Severity.Error,
        "days of the calendar, the end not before the start", "a month alone, a day that does not exist, or reversed dates", "write the dates as YYYY-MM-DD; until then the stake may be held on any day, which makes an answer possible and never certain");

    /// <summary>A party that holds a stake in itself.</summary>
    public static readonly ProblemKind StakeInItself = new("RUB6307", "party that owns itself", Severity.Warning,
        "a holder and an entity that differ", "treasury shares, or a slip", "nothing, if these are treasury shares; they reach nobody by themselves");

    /// <summary>Stakes in one entity that sum to more than the whole.</summary>
    public static readonly ProblemKind StakeSum = new("RUB6308", "shares over 100 per cent in sum", Severity.Warning,
        "shares of one entity on one day that sum to at most 100 per cent", "stakes of different days or kinds in one table, or a stated total beside its chain", "state from, to, kind or indirect; the shares are used as they stand");

    /// <summary>A party asked about that no stake names.</summary>
    public static readonly ProblemKind PartyNotInGraph = new("RUB6309", "party not in the graph of stakes", Severity.Error,
        "a party that some stake names on the day asked about", "another spelling, or a day on which it holds nothing and is not held", "use the spelling of the file; without stakes no answer can be given");

    /// <summary>A name that several parties of the graph have.</summary>
    public static readonly ProblemKind PartyAmbiguous = new("RUB6310", "several parties of that name", Severity.Error,
        "the key or an identifier of one party", "two parties of different files, or two firms of one name", "ask by identifier (lei:…) or by the key that the message shows");

    /// <summary>Statements of ownership that replace each other in a ring.</summary>
    public static readonly ProblemKind StatementRing = new("RUB6311", "statements that replace each other in a ring", Severity.Warning,
        "of two statements one that replaces the other", "ids that were given twice, or an error of the publisher", "ask the publisher; all statements of the ring are used, since none is the last");

    /// <summary>A statement that names a party which the file does not hold.</summary>
    public static readonly ProblemKind PartyNotInFile = new("RUB6312", "reference to a party that the file does not hold", Severity.Warning,
        "an entity or person of that id in the same file", "a part of a larger file, or a party that was left out", "add the file that holds the party; the stake is used with the id for a name");

    /// <summary>A file of a version that the program does not know.</summary>
    public static readonly ProblemKind OwnershipVersion = new("RUB6313", "version of the format not known", Severity.Error,
        "BODS 0.3 or 0.4", "a newer or older release of the standard", "check the answers against the file; what has the form of a known version is used");

    /// <summary>A member of a statement that is not as the format has it.</summary>
    public static readonly ProblemKind StatementMember = new("RUB6314", "member of a statement not as the format has it", Severity.Warning,
        "a value of the type and form that the standard gives", "an error of the publisher's program", "ask the publisher; the rest of the statement is used");

    /// <summary>A file of stakes in no known format.</summary>
    public static readonly ProblemKind OwnershipFormat = new("RUB6315", "no format of stakes that is read", Severity.Error,
        "a table of stakes, BODS, FollowTheMoney, GLEIF level 1 or 2, or persons with significant control", "another file, or a format that is not read", "convert it to a table: owner,owned,share");

    /// <summary>A statement that cannot be used.</summary>
    public static readonly ProblemKind StatementRefused = new("RUB6316", "statement of ownership not understood", Severity.Error,
        "a statement that says who holds what", "a missing member or one of the wrong type", "correct the statement; the others are used");

    /// <summary>Parties that may be one and are not joined.</summary>
    public static readonly ProblemKind PartiesAlike = new("RUB6317", "parties that may be one", Severity.Warning,
        "an identifier that both have, or a person's word that they are one", "two files that name one firm, or two firms of one name", "confirm with --same FILE, a table of two columns; until then what hangs on it is possible and not certain");

    /// <summary>Two rows of one file that state the same stake.</summary>
    public static readonly ProblemKind StakeTwice = new("RUB6330", "stake stated more than once", Severity.Warning,
        "one row for each holder, entity and kind on a day", "a row that was copied, parcels of shares, or sources that disagree", "add parcels up into one row; until then the rows are used as statements about one stake and never added");

    /// <summary>A party whose stakes are all of other days.</summary>
    public static readonly ProblemKind PartyNotHeldThen = new("RUB6331", "party without a stake on that day", Severity.Warning,
        "a stake that is held on the day asked about", "stakes that ended before, or begin later", "nothing, if the days are right; what is stated of other days does not count");

    /// <summary>A stake that is to end and that no file states for the day.</summary>
    public static readonly ProblemKind StakeToEnd = new("RUB6332", "stake to end is not there", Severity.Error,
        "a holder, an entity and a kind as the graph has them on that day", "another spelling or kind, or a stake that ended before", "write the row as the file of stakes has it; nothing was changed");

    /// <summary>More parties than names are compared of.</summary>
    public static readonly ProblemKind NamesNotCompared = new("RUB6333", "names of parties are not compared", Severity.Warning,
        "at most a million parties, among which those of like names are proposed to be one", "files of a whole register", "identifiers in the files, or --same FILE for those that matter; parties of like names count as two");

    // 64xx law side by side, drafts of law and differences of packs ----------------------------------------------------

    /// <summary>No law of that country is among the packs.</summary>
    public static readonly ProblemKind CountryWithoutLaw = new("RUB6450", "no law of this country for operators", Severity.Error,
        "a country whose law for operators is loaded", "a code of three letters, a name instead of a code, or a country that no pack covers", "use one of the codes listed, or name capacities with --actor");

    /// <summary>A file named as a draft that is none.</summary>
    public static readonly ProblemKind DraftNotADraft = new("RUB6470", "file is not a draft", Severity.Error,
        "a YAML file with `draft:`, `status:`, `reports:` and `provisions:`", "a provision of a pack, a request, or an inventory given as a draft", "write the draft as docs/design/drafts.md says; examples/drafts holds some");

    /// <summary>A reading of a draft that follows no report.</summary>
    public static readonly ProblemKind DraftWithoutReport = new("RUB6471", "reading of a draft without its report", Severity.Error,
        "`follows:` with the id of at least one report of the draft", "a typing error, or a reading that nobody published", "add the report with its day, or take the reading out");

    /// <summary>A draft whose id is in use.</summary>
    public static readonly ProblemKind DraftIdTaken = new("RUB6472", "id of a draft is taken", Severity.Error,
        "an id that no pack and no other draft has", "the same draft named twice, or a draft named like a pack", "give the draft another id");

    /// <summary>A reading that nobody knew of on the day asked about.</summary>
    public static readonly ProblemKind DraftNotKnownYet = new("RUB6473", "reading of a draft not known yet", Severity.Warning,
        "a report published by the known-at day", "a known-at day before the report", "nothing, if the question is what was known then; else give a later --known-at");

    // 65xx the store and its log --------------------------------------------------------------------------------------

    /// <summary>An event of the log was changed.</summary>
    public static readonly ProblemKind EventDamaged = new("RUB6501", "event of the log was changed", Severity.Error,
        "the event as it was written", "somebody changed the database, or a failing disk", "stop the server, keep the database as evidence, and compare with a backup");

    /// <summary>A row does not have the content that its event names.</summary>
    public static readonly ProblemKind RowNotAsLogged = new("RUB6502", "record differs from the log", Severity.Error,
        "the content that the newest event about it names", "somebody changed the database, or a failing disk", "stop the server, keep the database as evidence, and compare with a backup");

    /// <summary>A checkpoint is not signed, or signs another root.</summary>
    public static readonly ProblemKind CheckpointWrong = new("RUB6503", "checkpoint does not fit the log", Severity.Error,
        "a checkpoint signed by the key of the data folder, with the root of the events", "somebody changed the log or the key, or files of two servers were mixed", "compare with a checkpoint that was kept elsewhere");

    /// <summary>The log has fewer events than were signed.</summary>
    public static readonly ProblemKind LogShort = new("RUB6504", "events of the log are missing", Severity.Error,
        "at least as many events as the newest checkpoint signs", "an old copy of the database was put back, or its last part is damaged", "put the newest backup back; write down what is missing before a new start");

    /// <summary>There is no store.</summary>
    public static readonly ProblemKind NoStore = new("RUB6505", "no store in the data folder", Severity.Error,
        "a data folder in which `rubicon serve` has run", "another folder, or a server that never started", "name the folder that the server was given with --data");

    /// <summary>The database cannot be opened or read.</summary>
    public static readonly ProblemKind StoreUnreadable = new("RUB6506", "database cannot be used", Severity.Error,
        "a whole database that answers", "a damaged file, a missing right, or a database server that is down", "check the disk and the rights; put a backup back if the file is damaged");

    /// <summary>The log has no such event.</summary>
    public static readonly ProblemKind NoEvent = new("RUB6507", "nothing in the log is called so", Severity.Error,
        "the number of an event, or the id of a decision, scan or token", "a typing error, or the id of another server", "take the id from the answer that gave it");

    /// <summary>The database is of another version.</summary>
    public static readonly ProblemKind StoreVersion = new("RUB6508", "database is of another version", Severity.Error,
        "a database of this version", "a program that was replaced by a newer or an older one", "back up, then start once with --migrate; an older program cannot use a newer database");

    /// <summary>A statement approved by its author.</summary>
    public static readonly ProblemKind AnswerApproval = new("RUB6520", "answer approved by its own author", Severity.Error,
        "an approval by another person than the author", "one person working with one token for both", "let a second person approve it, with a token or account of their own");

    /// <summary>A party key that nothing has.</summary>
    public static readonly ProblemKind PartyUnknown = new("RUB6521", "no party has this key", Severity.Error,
        "the key of a party, as matches give it", "a name where the key belongs, or a party that the data no longer has", "take the key from the match");

    // 66xx the server -------------------------------------------------------------------------------------------------

    /// <summary>A request under /api/ without a token.</summary>
    public static readonly ProblemKind TokenMissing = new("RUB6601", "no access token", Severity.Error,
        "the header Authorization: Bearer TOKEN", "a client that was given no token", "send a token; an administrator makes one");

    /// <summary>A token that opens nothing.</summary>
    public static readonly ProblemKind TokenUnknown = new("RUB6602", "access token opens nothing", Severity.Error,
        "a token that is neither revoked nor expired", "a token cut in copying, revoked, expired, or of another server", "make a new token");

    /// <summary>The role of a token is too low.</summary>
    public static readonly ProblemKind RoleMayNot = new("RUB6603", "role may not do this", Severity.Error,
        "a token with a role that may", "a token made for reading alone", "ask an administrator for a token with that role");

    /// <summary>A parameter, header or body that is not understood.</summary>
    public static readonly ProblemKind BadQuery = new("RUB6604", "request not understood", Severity.Error,
        "parameters and headers as /openapi/v1.json describes them", "a typing error, or a client for another version", "correct the value named");

    /// <summary>A body over the limit.</summary>
    public static readonly ProblemKind BodyTooLarge = new("RUB6605", "body over the size limit", Severity.Error,
        "a body within the limit of this address", "a whole archive, or a file made to fill the server", "split the file, or run `rubicon scan` beside it");

    /// <summary>Nothing there, or nothing of this organization.</summary>
    public static readonly ProblemKind NotThere = new("RUB6606", "nothing under this address", Severity.Error,
        "an id of your organization", "a typing error, or an id of another organization", "take the id from a list");

    /// <summary>An idempotency key with another body.</summary>
    public static readonly ProblemKind KeyUsed = new("RUB6607", "idempotency key used for another request", Severity.Error,
        "a new key for each request, and the same key only to repeat one", "a client that counts its keys from the beginning again", "use a key that was never used, such as a random one");

    /// <summary>The store cannot be written or read; nothing was done.</summary>
    public static readonly ProblemKind StoreUnavailable = new("RUB6608", "store does not answer", Severity.Error,
        "a database that takes the record", "a database that is down, or a full disk", "look at /readyz and the disk; send the request again");

    /// <summary>A defect.</summary>
    public static readonly ProblemKind ServerDefect = new("RUB6609", "error of the program", Severity.Error,
        "an answer", "a defect; the log of the server has its trace", "report it with the request");

    /// <summary>Rate limit reached.</summary>
    public static readonly ProblemKind TooManyRequests = new("RUB6610", "too many requests", Severity.Error,
        "requests at a rate that the server allows", "a client in a loop", "wait, and send fewer");

    /// <summary>The server program does not lie where it should.</summary>
    public static readonly ProblemKind ServerNotFound = new("RUB6611", "server program not found", Severity.Error,
        "the server program in the folder `server` beside rubicon, or in the build folder Rubicon.Server", "an installation of the command line alone", "install the server, or build src/Rubicon.Server");

    /// <summary>The address cannot be listened at.</summary>
    public static readonly ProblemKind PortTaken = new("RUB6612", "cannot listen at the address", Severity.Error,
        "an address of this machine with a free port", "another server on the same port", "stop the other one, or name another port with --urls");

    // 67xx review of transactions ------------------------------------------------------------------------------------

    /// <summary>A step that the procedure does not have.</summary>
    public static readonly ProblemKind CaseStepUnknown = new("RUB6701", "step not known to the procedure", Severity.Error,
        "a step of the procedure", "a slip, or a step of another procedure", "use one of the steps named");

    /// <summary>A step that the state of the case does not allow.</summary>
    public static readonly ProblemKind CaseStepNotOpen = new("RUB6702", "step not open in this state of the case", Severity.Error,
        "a step that the state allows", "a step before it was not recorded, or the case is over", "record the missing step first, or open a new case");

    /// <summary>A step by a role that may not take it.</summary>
    public static readonly ProblemKind CaseStepRole = new("RUB6703", "step not open to this role", Severity.Error,
        "a role to which the rule gives the step", "a party acts for the agency, or the other way round", "let the role named take the step");

    /// <summary>A step before its first day.</summary>
    public static readonly ProblemKind CaseStepTooEarly = new("RUB6704", "step before its first day", Severity.Error,
        "a day that the rule allows", "a waiting time that has not run out, or events out of order", "take the step on the day named or later");

    /// <summary>A step that leaves out what must be written.</summary>
    public static readonly ProblemKind CaseStatementMissing = new("RUB6705", "statement missing", Severity.Error,
        "every statement that the step asks for", "a field left empty", "write what is named");

    /// <summary>A statement that is not one of the answers, is too long, or belongs to another step.</summary>
    public static readonly ProblemKind CaseStatement = new("RUB6706", "statement not understood", Severity.Error,
        "one of the answers, or a text within the limit", "another word, or a document pasted into a field", "use one of the words; attach long texts as documents");

    /// <summary>A step without a second person, or with the same one twice.</summary>
    public static readonly ProblemKind CaseApproval = new("RUB6707", "approval by a second person missing", Severity.Error,
        "an approver who is not the author", "one person prepared and approved", "let another person approve");

    /// <summary>A clock that the rule does not let anybody extend.</summary>
    public static readonly ProblemKind CaseClockFixed = new("RUB6708", "clock cannot be extended", Severity.Error,
        "a clock for which the rule has an extension", "an extension that the rule does not know", "nothing: the rule gives no more time");

    /// <summary>An extension that does not fit.</summary>
    public static readonly ProblemKind CaseExtension = new("RUB6709", "extension not possible", Severity.Error,
        "a clock that runs, and a later day", "a clock that has not started or was met, or a day that is not later", "extend a running clock to a later day");

    /// <summary>A step on a day on which the rule did not have it.</summary>
    public static readonly ProblemKind CaseStepLaw = new("RUB6710", "step not in the rule on that day", Severity.Error,
        "a day on which the text of the rule has the step", "a step of a later or an earlier text", "use the step of the text in force on that day");

    // 68xx writing to what others write to ---------------------------------------------------------------------------

    /// <summary>A write that does not say which state it saw.</summary>
    public static readonly ProblemKind MatchMissing = new("RUB6801", "request does not say what it saw", Severity.Error,
        "the header If-Match with the ETag of what was read", "a client that writes without having read", "read first, and send the ETag of the answer as If-Match");

    /// <summary>A write to something that somebody else changed meanwhile.</summary>
    public static readonly ProblemKind MatchStale = new("RUB6802", "somebody else was first", Severity.Error,
        "the ETag of what is there now", "another person acted between reading and writing", "read again, decide again, send again");

    // 91xx backups and people of the server ---------------------------------------------------------------------------

    /// <summary>A backup that is not what was written.</summary>
    public static readonly ProblemKind BackupDamaged = new("RUB9100", "backup is damaged", Severity.Error,
        "a file that `rubicon backup` wrote, whole", "a copy that was cut, changed or is another file", "take an older backup; nothing was restored that can be opened");

    /// <summary>A restore into a place that is not empty.</summary>
    public static readonly ProblemKind RestoreNotEmpty = new("RUB9101", "place to restore into is not empty", Severity.Error,
        "an empty or missing folder, and with PostgreSQL an empty database or schema", "the folder of the running server", "name another folder, or move what is there away");

    /// <summary>A place whose restore ended early.</summary>
    public static readonly ProblemKind RestoreNotDone = new("RUB9102", "restore was not done to its end", Severity.Error,
        "a store that was restored whole", "a restore that was interrupted", "run `rubicon restore` into the folder again");

    /// <summary>A request done before, whose answer was lost.</summary>
    public static readonly ProblemKind AnswerLost = new("RUB9103", "done before, and its answer was lost", Severity.Error,
        "an idempotency key whose answer was kept", "a server that stopped between the write and its answer", "read what is there now; send nothing again");

    /// <summary>A webhook that cannot be told.</summary>
    public static readonly ProblemKind WebhookAddress = new("RUB9104", "webhook address not allowed", Severity.Error,
        "an https or http address of another machine, without name and password, and kinds of events that can be told", "an address inside the network, or a typing error", "use an address that can be reached from here; --allow-private-webhooks lets private ones in");

    /// <summary>Every kind, by code; the order is that of the codes.</summary>
    public static ImmutableArray<ProblemKind> All { get; } = [.. typeof(ProblemCatalog)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.FieldType == typeof(ProblemKind))
        .Select(f => (ProblemKind)f.GetValue(null)!)
        .OrderBy(k => k.Code, StringComparer.Ordinal)];
}
