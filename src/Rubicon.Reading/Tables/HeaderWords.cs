using System.Collections.Frozen;
using System.Text;
using Rubicon.Subjects;

namespace Rubicon.Reading.Tables;

/// <summary>
/// What the headers of exports mean. Sources of the words: NetBox and Nautobot exports, LibreNMS, SolarWinds, netdisco,
/// ERP purchase reports, FCC Form 5641, ENTITY-MIB column names, and plain English, Spanish, German and French. Words
/// that mean different things in different tables are settled by <see cref="TablePlan"/>.
/// </summary>
internal static class HeaderWords
{
    private static readonly FrozenDictionary<string, Field> Words = Make();

    /// <summary>Words for a firm that may be maker or seller.</summary>
    public static readonly FrozenSet<string> MakerOrSeller =
        Set("vendor", "vendorname", "company", "companyname", "firm", "organization", "organisation", "party", "partyname", "entity", "entityname");

    /// <summary>Words for a country that belongs to the party in a list of suppliers and to nothing sure elsewhere.</summary>
    public static readonly FrozenSet<string> PlainCountry = Set("country", "countryname", "countrycode", "pais", "land", "pays");

    /// <summary>The meaning of a header, or null when it has none here.</summary>
    public static Field? Meaning(string header)
    {
        foreach (string reading in Readings(header))
            if (Words.TryGetValue(reading, out var field)) return field;
        return null;
    }

    /// <summary>True when one of the readings of the header is among the words.</summary>
    public static bool IsOneOf(FrozenSet<string> words, string header) => Readings(header).Any(words.Contains);

    /// <summary>The header as it stands, without what stands in brackets, without a path before it, without a number after it.</summary>
    private static IEnumerable<string> Readings(string header)
    {
        string whole = Fold(header);
        yield return whole;
        int bracket = header.AsSpan().IndexOfAny('(', '[');
        if (bracket > 0) yield return Fold(header[..bracket]);
        string withoutCustom = header.StartsWith("cf_", StringComparison.OrdinalIgnoreCase) ? header[3..] : header;
        int path = Math.Max(withoutCustom.LastIndexOf('.'), Math.Max(withoutCustom.LastIndexOf('/'), withoutCustom.LastIndexOf("__", StringComparison.Ordinal) + 1));
        if (path > 0 || withoutCustom.Length != header.Length) yield return Fold(withoutCustom[(path > 0 ? path + 1 : 0)..]);
        string bare = whole.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (bare.Length > 0 && bare.Length < whole.Length) yield return bare;
    }

    /// <summary>Lower-case letters and digits only; accents of western European letters are dropped.</summary>
    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        foreach (char c in header)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            char low = char.ToLowerInvariant(c);
            folded.Append(low switch
            {
                'á' or 'à' or 'â' or 'ä' or 'ã' or 'å' => 'a',
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'í' or 'ì' or 'î' or 'ï' => 'i',
                'ó' or 'ò' or 'ô' or 'ö' or 'õ' => 'o',
                'ú' or 'ù' or 'û' or 'ü' => 'u',
                'ç' => 'c',
                'ñ' => 'n',
                _ => low,
            });
        }
        return folded.ToString();
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, Field> Make()
    {
        var words = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (field, list) in Listed)
            foreach (string word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                words.Add(word, field);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static (Field Field, string Words)[] Listed =>
    [
        (Field.Name, """
            name devicename hostname host sysname nodename node caption displayname systemname assetname ciname label
            nombre bezeichnung gerat geratename nom equipo equipement
            """),
        (Field.Description, """
            description desc itemdescription item itemname items productdescription materialdescription shorttext longtext
            linedescription linetext goods goodsdescription equipmentdescription equipmentorservice typeofequipmentorservice
            equipmentandservices text descripcion beschreibung artikelbezeichnung designation articulo artikel article libelle details
            """),
        (Field.Maker, """
            manufacturer manufacturername manufacturedby mfr mfrname mfg mfgname make maker makername oem oemname producer
            producedby producername hardwarevendor hwvendor devicevendor equipmentmanufacturer equipmentvendor
            equipmentmake originalequipmentmanufacturer fabricante hersteller fabricant constructeur fabrikant marcafabricante
            """),
        (Field.Brand, "brand brandname trademark marca marke marque"),
        (Field.Model, """
            model modelname modelnumber modelno modelnum modelnr devicemodel devicetype machinetype hardware hardwaremodel hwmodel product
            productname productmodel platformmodel equipmentmodel chassis chassismodel makemodel modelo modell modele produkt producto produit
            """),
        (Field.PartNumber, """
            partnumber partno partnum part partid pn pno mpn mfrpartnumber mfrpartno mfgpartnumber manufacturerpartnumber
            manufacturerpartno manufacturerpart vendorpartnumber vendormaterialnumber sku itemnumber itemno itemcode productcode productid
            productnumber material materialnumber articlenumber catalognumber catalogno stocknumber numerodeparte referencia
            artikelnummer teilenummer bestellnummer reference referencefabricant
            """),
        (Field.Serial, "serial serialnumber serialno serialnum sn serialnr chassisserial numerodeserie seriennummer numeroserie entphysicalserialnum"),
        (Field.Category, """
            category type role devicerole rol function devicecategory deviceclass class productcategory itemcategory materialgroup
            commodity equipmenttype typeofequipment assettype citype categoria kategorie categorie gruppe kind
            """),
        (Field.ItemKind, "itemkind itemtype linetype kindofitem goodsorservice productorservice"),
        (Field.Supplier, """
            supplier suppliername suppliercompany seller sellername reseller distributor distributorname dealer provider providername
            serviceprovider contractor contractorname subcontractor purchasedfrom obtainedfrom vendorsupplier soldby
            proveedor lieferant fournisseur kreditor leverancier
            """),
        (Field.SupplierCountry, """
            suppliercountry countryofsupplier vendorcountry sellercountry countryofincorporation incorporationcountry
            countryofregistration registeredcountry hqcountry headquarterscountry paisproveedor lieferland paysfournisseur
            """),
        (Field.Recipient, "recipient consignee enduser endusername shipto soldto customer customername buyer destinatario empfanger destinataire"),
        (Field.Destination, "destination destinationcountry countryofdestination shiptocountry finaldestination endusercountry paisdestino bestimmungsland"),
        (Field.Performer, "performer performedby technician servicedby visitby maintainedby installer installedby maintenanceprovider managedby"),
        (Field.Act, "act action transaction transactiontype activity typeofact ordertype requesttype"),
        (Field.ActDate, """
            actdate date orderdate podate purchasedate dateofpurchase purchasedon bought boughton transactiondate documentdate docdate
            invoicedate quotedate requestdate linedate postingdate fecha fechadecompra datum kaufdatum bestelldatum dateachat datecommande
            """),
        (Field.ContractDate, "contractdate agreementdate dateofcontract contractsigned awarddate signed fechacontrato vertragsdatum"),
        (Field.Obtained, "obtained dateobtained obtaineddate obtainedon acquired acquireddate acquisitiondate dateacquired received receiveddate deliverydate delivered"),
        (Field.Installed, """
            installed installdate installeddate installationdate dateinstalled installedon commissioned commissioningdate
            deployed deployeddate deploymentdate inservicedate inservice insertservicedate fechainstalacion installationsdatum
            """),
        (Field.Removed, "removed removaldate removeddate decommissioned decommissiondate retired retireddate retirementdate disposaldate disposed"),
        (Field.Status, "status state lifecycle lifecyclestatus operationalstatus devicestatus assetstatus estado zustand statut"),
        (Field.Origin, """
            origin countryoforigin origincountry countryofmanufacture manufacturecountry countryofproduction madein coo manufacturedin
            producedin paisdeorigen ursprungsland herkunftsland paysdorigine
            """),
        (Field.OriginDesigned, "designedin countryofdesign designcountry origindesigned"),
        (Field.OriginDeveloped, "developedin countryofdevelopment origindeveloped"),
        (Field.OriginAssembled, "assembledin countryofassembly originassembled assemblycountry"),
        (Field.Purpose, "purpose use usedfor proposeduse intendeduse zweck finalidad usage"),
        (Field.EndUse, "enduse endusestatement finaluse endverwendung"),
        (Field.Site, "site sitename location locationname syslocation building facility plant campus pop sitio ubicacion standort emplacement"),
        (Field.Place, "place placetype sitetype locationtype kindofplace facilitytype"),
        (Field.Latitude, "latitude lat latitud breitengrad"),
        (Field.Longitude, "longitude lon lng long longitud langengrad"),
        (Field.NetworkPart, "networkpart networksegment segment tier networklayer layer networkfunction partofnetwork"),
        (Field.Network, "networkgeneration mobilegeneration generation networktechnology accesstechnology radiotechnology radioaccesstechnology rat networktype networkkind"),
        (Field.Funding, "funding fundingsource fund fundsource sourceoffunds program budget grant subsidy usfsupport"),
        (Field.ContractNumber, """
            contractnumber contractno contract contractid ordernumber orderno ponumber pono po purchaseorder purchaseordernumber
            purchasingdocument purchasedocument orderid invoicenumber invoiceno invoice grantnumber agreementnumber bestellung
            """),
        (Field.Quantity, "quantity qty count units orderquantity numberofunits amountofunits pieces pcs cantidad menge anzahl quantite"),
        (Field.Price, """
            price unitprice unitcost cost netprice amount total totalprice totalcost linetotal linevalue value netvalue extendedprice
            purchaseprice listprice totalamount costusd priceusd precio preis einzelpreis prix montant betrag importe
            """),
        (Field.Currency, "currency currencycode curr ccy moneda wahrung devise"),
        (Field.Eccn, "eccn exportclassification exportcontrolclassificationnumber"),
        (Field.FccId, "fccid fccidentifier fcc fccidnumber"),
        (Field.FccGrantDate, "fccgrantdate fccauthorizationdate grantdate authorizationdate equipmentauthorizationdate"),
        (Field.Imei, "imei imeinumber imeino tac tacnumber typeallocationcode imeitac imeisv"),
        (Field.MacAddress, "mac macaddress macaddr primarymac primarymacaddress ethernetmac basemac hwaddr hardwareaddress physicaladdress ifphysaddress bssid"),
        (Field.SysObjectId, "sysobjectid sysoid snmpobjectid objectid"),
        (Field.SysDescr, "sysdescr sysdescription systemdescription snmpdescription banner"),
        (Field.EntityMaker, "entphysicalmfgname entitymanufacturer"),
        (Field.EntityModel, "entphysicalmodelname entitymodel"),
        (Field.Platform, "platform os operatingsystem osname nos iosimage ostype"),
        (Field.Version, "version osversion iosversion softwareversion firmware firmwareversion swversion fwversion softwarerelease release"),
        (Field.PackageUrl, "purl packageurl cpe"),
        (Field.Lei, "lei leicode legalentityidentifier"),
        (Field.Uei, "uei ueisam uniqueentityid uniqueentityidentifier samuei"),
        (Field.Cage, "cage cagecode ncage"),
        (Field.Uscc, "uscc unifiedsocialcreditcode socialcreditcode 统一社会信用代码"),
        (Field.Paper, "paper license licensenumber licence licencenumber waiver waivernumber exportlicense approval"),
        (Field.Note, "macvendor oui ouivendor macmanufacturer nicvendor note notes comment comments remark remarks justification nota bemerkung commentaire observaciones"),
    ];
}
